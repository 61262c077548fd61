import type { AttendanceRow, PutAttendanceRequest } from '@samhandling/contracts';
import { attended, type Attendance, type Label } from '@samhandling/domain';
import { newId } from '../../platform/database/ids.ts';
import type { KnownMember } from './attendance.repository.ts';

type Sent = PutAttendanceRequest['rows'][number];

/** A row sent, as it would be stored; `refusal` says why it is not. */
export interface JudgedRow {
  readonly id: string;
  readonly version: number;
  readonly memberId: string | null;
  readonly organisationId: string | null;
  readonly name: string;
  readonly status: Attendance | null;
  readonly refusal: { readonly code: string; readonly reason: Label } | null;
}

interface Known {
  readonly members: readonly KnownMember[];
  readonly organisationIds: readonly string[];
}

export const STALE: Label = {
  sv: 'Någon annan har ändrat uppgiften sedan du öppnade sidan.',
  en: 'Somebody else has changed this since you opened the page.',
};
const NOT_IN_GROUP: Label = {
  sv: 'Personen har inte varit med i gruppen. Lägg till som gäst med namn och organisation.',
  en: 'The person has not been in the group. Add as a guest with name and organisation.',
};
const TWICE: Label = {
  sv: 'Personen står två gånger i samma ändring.',
  en: 'The person is there twice in the same change.',
};
const UNKNOWN_ROW: Label = { sv: 'Raden finns inte längre.', en: 'The row is not there any more.' };
const NAME_MISSING: Label = { sv: 'Skriv vad gästen heter.', en: 'Write the name of the guest.' };
const ORGANISATION_MISSING: Label = {
  sv: 'Välj vilken organisation gästen kommer från.',
  en: 'Choose the organisation the guest comes from.',
};
const UNKNOWN_ORGANISATION: Label = {
  sv: 'Organisationen finns inte i länet.',
  en: 'The organisation is not in the county.',
};
const GUESTS_COME: Label = {
  sv: 'En gäst står bara med om den var med.',
  en: 'A guest is only listed if they were there.',
};

/** Each row by itself: whoever is not expected that day may have come anyway, and is marked; they cannot be absent. */
export function judgeAttendance(rows: readonly Sent[], stored: readonly AttendanceRow[], known: Known): JudgedRow[] {
  const seen = new Set<string>();
  return rows.map((sent) => {
    const memberId = sent.memberId?.toLowerCase() ?? null;
    const id = sent.id?.toLowerCase() ?? null;
    const before = stored.find(
      (row) => row.id !== null && (id === null ? memberId !== null && row.memberId === memberId : row.id === id),
    );
    const member = known.members.find((one) => one.id === (before ? before.memberId : memberId));
    const row = {
      id: before?.id ?? newId(),
      version: sent.version,
      memberId: member?.id ?? null,
      organisationId: member
        ? member.organisationId
        : (sent.organisationId?.toLowerCase() ?? before?.organisation?.id ?? null),
      name: member ? member.name : (sent.name?.trim() ?? before?.name ?? ''),
      status: sent.status,
    };
    const refusal = refusalOf(sent, { id, memberId }, before, member, known, row);
    const key = before?.id ?? memberId;
    const twice = key !== null && seen.has(key);
    if (key !== null) seen.add(key);
    return { ...row, refusal: refusal ?? (twice ? { code: 'twice', reason: TWICE } : null) };
  });
}

function refusalOf(
  sent: Sent,
  { id, memberId }: { readonly id: string | null; readonly memberId: string | null },
  before: AttendanceRow | undefined,
  member: KnownMember | undefined,
  known: Known,
  row: Pick<JudgedRow, 'name' | 'organisationId'>,
): JudgedRow['refusal'] {
  if (id !== null && !before) return { code: 'unknown', reason: UNKNOWN_ROW };
  if (memberId !== null && !member) return { code: 'not_in_group', reason: NOT_IN_GROUP };
  if (sent.version !== (before?.version ?? 0)) return { code: 'stale', reason: STALE };
  if (sent.status === null) return before ? null : { code: 'unknown', reason: UNKNOWN_ROW };
  if (member)
    return member.isExpected || attended(sent.status) ? null : { code: 'not_expected', reason: notExpected(member) };
  if (!attended(sent.status)) return { code: 'guest', reason: GUESTS_COME };
  if (row.name === '') return { code: 'name', reason: NAME_MISSING };
  if (row.organisationId === null) return { code: 'organisation', reason: ORGANISATION_MISSING };
  if (row.organisationId !== before?.organisation?.id && !known.organisationIds.includes(row.organisationId))
    return { code: 'organisation', reason: UNKNOWN_ORGANISATION };
  return null;
}

function notExpected({ name }: KnownMember): Label {
  return {
    sv: `${name} hörde inte till gruppen den dagen och kan därför inte vara frånvarande. Var personen ändå med anger du det.`,
    en: `${name} did not belong to the group on that day and so cannot be absent. If they were there anyway, state it.`,
  };
}
