import type { UpdateGroupMemberRequest } from '@samhandling/contracts';
import { formatDay, type Day, type Label, type Locale } from '@samhandling/domain';
import type { FieldProblem } from '../../platform/http/problem-exception.ts';
import type { StoredMember } from '../groups.repository.ts';
import type { MemberFields, NamedInMember } from './members.repository.ts';

export function fieldsOf(member: StoredMember): MemberFields {
  return {
    personId: member.personId,
    name: member.name,
    email: member.email,
    organisationId: member.organisation.id,
    role: member.role,
    substituteForId: member.substituteFor?.id ?? null,
    fromDay: member.fromDay,
    toDay: member.toDay,
  };
}

/** What is typed over what is stored. Who is no longer a substitute stands in for nobody. */
export function readMember(typed: UpdateGroupMemberRequest, stored: MemberFields): MemberFields {
  const role = typed.role ?? stored.role;
  const kept = role === 'substitute' ? stored.substituteForId : null;
  return {
    ...stored,
    ...typed,
    role,
    personId: typed.personId === undefined ? stored.personId : (typed.personId?.toLowerCase() ?? null),
    name: typed.name?.trim() ?? stored.name,
    email: typed.email?.trim() ?? stored.email,
    substituteForId: typed.substituteForId === undefined ? kept : (typed.substituteForId?.toLowerCase() ?? null),
  };
}

const NAME_MISSING: Label = { sv: 'Skriv vad personen heter.', en: 'Write the name of the person.' };
const UNKNOWN_PERSON: Label = {
  sv: 'Personen arbetar inte i länet. Lägg till med namn i stället.',
  en: 'The person does not work in the county. Add by name instead.',
};
const UNKNOWN_ORGANISATION: Label = {
  sv: 'Organisationen finns inte i länet.',
  en: 'The organisation is not in the county.',
};
const BACKWARD: Label = {
  sv: 'Sista dagen kan inte ligga före den första.',
  en: 'The last day cannot be before the first.',
};
const NO_SUBSTITUTE: Label = {
  sv: 'Bara en ersättare ersätter någon. Välj rollen ersättare.',
  en: 'Only a substitute stands in for somebody. Choose the role of substitute.',
};
const UNKNOWN_MEMBER: Label = {
  sv: 'Den som ersätts är inte med i gruppen.',
  en: 'The one stood in for is not in the group.',
};

/** `id` is the member's own, null for a new one. Whoever has left the county since may stay as they stand. */
export function memberProblems(
  id: string | null,
  fields: MemberFields,
  named: NamedInMember,
  others: readonly StoredMember[],
): FieldProblem[] {
  const before = others.find((other) => other.id === id);
  const problems: FieldProblem[] = [];
  const say = (pointer: string, code: string, reason: Label): void => void problems.push({ pointer, code, reason });
  if (fields.personId !== null && !named.person && fields.personId !== before?.personId)
    say('/personId', 'unknown', UNKNOWN_PERSON);
  if (fields.personId === null && fields.name === '') say('/name', 'missing', NAME_MISSING);
  if (!named.organisation) say('/organisationId', 'unknown', UNKNOWN_ORGANISATION);
  if (fields.toDay !== null && fields.toDay < fields.fromDay) say('/toDay', 'days', BACKWARD);
  if (fields.substituteForId !== null) {
    if (fields.role !== 'substitute') say('/substituteForId', 'role', NO_SUBSTITUTE);
    if (fields.substituteForId === id || !others.some((other) => other.id === fields.substituteForId))
      say('/substituteForId', 'unknown', UNKNOWN_MEMBER);
  }
  const beside = others.filter((other) => other.id !== id && overlap(other, fields));
  const twin = beside.find((other) => isSame(other, fields));
  if (twin) say(fields.personId === null ? '/email' : '/personId', 'taken', alreadyThere(twin));
  const chair = fields.role === 'chair' ? beside.find((other) => other.role === 'chair') : undefined;
  if (chair) say('/role', 'taken', anotherChair(chair));
  return problems;
}

type Period = Pick<MemberFields, 'fromDay' | 'toDay'>;

/** Some day both belong to the group. */
function overlap(a: Period, b: Period): boolean {
  return (a.toDay === null || a.toDay >= b.fromDay) && (b.toDay === null || b.toDay >= a.fromDay);
}

function isSame(a: StoredMember, b: MemberFields): boolean {
  if (b.personId !== null) return a.personId === b.personId;
  return b.email !== '' && a.email.toLowerCase() === b.email.toLowerCase();
}

function until(toDay: Day | null, locale: Locale): string {
  if (toDay === null) return locale === 'sv' ? 'tills vidare' : 'until further notice';
  return locale === 'sv' ? `till och med ${formatDay(toDay, 'sv')}` : `until ${formatDay(toDay, 'en')}`;
}

function alreadyThere({ name, toDay }: StoredMember): Label {
  return {
    sv: `${name} är redan med i gruppen, ${until(toDay, 'sv')}. Ändra den raden i stället.`,
    en: `${name} is in the group already, ${until(toDay, 'en')}. Change that row instead.`,
  };
}

function anotherChair({ name, toDay }: StoredMember): Label {
  return {
    sv: `En grupp har en ordförande åt gången. ${name} är ordförande ${until(toDay, 'sv')}: ge den rollen en sista dag först.`,
    en: `A group has one chair at a time. ${name} is the chair ${until(toDay, 'en')}: give that role a last day first.`,
  };
}
