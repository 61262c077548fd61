import type { UpdateGroupRequest } from '@samhandling/contracts';
import type { Label } from '@samhandling/domain';
import type { FieldProblem } from '../platform/http/problem-exception.ts';
import type { GroupFields, NamedInGroup, StoredGroup } from './groups.repository.ts';

/** As a new group starts, but for name and kind. */
export const NEW_GROUP: Omit<GroupFields, 'name' | 'kind'> = {
  purpose: '',
  meetingsPerYear: null,
  silentAfterDays: 70,
  minutesPerItem: 8,
  organisationId: null,
  reportsToId: null,
  countingKindId: null,
  countingActivityIds: [],
};

export function fieldsOf(group: StoredGroup): GroupFields {
  return {
    name: group.name,
    kind: group.kind,
    purpose: group.purpose,
    meetingsPerYear: group.meetingsPerYear,
    silentAfterDays: group.silentAfterDays,
    minutesPerItem: group.minutesPerItem,
    organisationId: group.organisation?.id ?? null,
    reportsToId: group.reportsTo?.id ?? null,
    countingKindId: group.counting.kind?.id ?? null,
    countingActivityIds: group.counting.activities.map(({ id }) => id),
  };
}

/** What is typed over what is stored: a field that is not sent stands as it was. */
export function readGroup(typed: UpdateGroupRequest, stored: GroupFields): GroupFields {
  // Without a kind nothing is counted, so what it would be counted for goes along.
  const activityIds = typed.countingActivityIds ?? (typed.countingKindId === null ? [] : stored.countingActivityIds);
  return {
    ...stored,
    ...typed,
    name: typed.name?.trim() ?? stored.name,
    purpose: typed.purpose?.trim() ?? stored.purpose,
    countingActivityIds: [...new Set(activityIds.map((id) => id.toLowerCase()))],
  };
}

const UNKNOWN_ORGANISATION: Label = {
  sv: 'Organisationen finns inte i länet.',
  en: 'The organisation is not in the county.',
};
const UNKNOWN_GROUP: Label = { sv: 'Gruppen finns inte i länet.', en: 'The group is not in the county.' };
const CLOSED_GROUP: Label = {
  sv: 'Gruppen är avslutad. Välj en som finns kvar.',
  en: 'The group is closed. Choose one that is still there.',
};
const IN_A_RING: Label = {
  sv: 'Den gruppen lyfter själv sina frågor hit. Välj en annan, så att frågor inte går runt.',
  en: 'That group lifts its own questions here. Choose another, so that questions do not go round.',
};
const UNKNOWN_KIND: Label = { sv: 'Händelsetypen finns inte.', en: 'The kind of event does not exist.' };
const RETIRED_KIND: Label = {
  sv: 'Händelsetypen används inte längre. Välj en annan.',
  en: 'The kind is no longer in use. Choose another.',
};
const UNKNOWN_ACTIVITY: Label = {
  sv: 'Aktiviteten finns inte i gruppens plan.',
  en: 'The activity is not in the plan of the group.',
};
const ACTIVITY_MISSING: Label = {
  sv: 'Välj minst en aktivitet som mötena räknas till.',
  en: 'Choose at least one activity the meetings count for.',
};
const KIND_MISSING: Label = {
  sv: 'Välj vilken sorts händelse ett genomfört möte är.',
  en: 'Choose which kind of event a held meeting is.',
};

/** What the database knows against. What stood before may stay, also when it is closed or out of use since. */
export function groupProblems(fields: GroupFields, stored: GroupFields | null, named: NamedInGroup): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const say = (pointer: string, code: string, reason: Label): void => void problems.push({ pointer, code, reason });
  if (fields.organisationId !== null && !named.organisation) say('/organisationId', 'unknown', UNKNOWN_ORGANISATION);
  if (fields.reportsToId !== null) {
    if (!named.reportsTo) say('/reportsToId', 'unknown', UNKNOWN_GROUP);
    else if (named.reportsTo.isBelow) say('/reportsToId', 'ring', IN_A_RING);
    else if (named.reportsTo.closedOn !== null && fields.reportsToId !== stored?.reportsToId)
      say('/reportsToId', 'closed', CLOSED_GROUP);
  }
  if (fields.countingKindId !== null) {
    if (!named.kind) say('/countingKindId', 'unknown', UNKNOWN_KIND);
    else if (!named.kind.isActive && fields.countingKindId !== stored?.countingKindId)
      say('/countingKindId', 'out_of_use', RETIRED_KIND);
    if (fields.countingActivityIds.length === 0) say('/countingActivityIds', 'missing', ACTIVITY_MISSING);
  } else if (fields.countingActivityIds.length > 0) say('/countingKindId', 'missing', KIND_MISSING);
  fields.countingActivityIds.forEach((id, index) => {
    if (!named.activityIds.includes(id)) say(`/countingActivityIds/${index}`, 'unknown', UNKNOWN_ACTIVITY);
  });
  return problems;
}
