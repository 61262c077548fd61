import type { Group, GroupInput } from '@samhandling/contracts';
import { GROUP_KINDS, type GroupKind } from '@samhandling/domain';

/** The fields of a group as they stand in the form. */
export interface GroupValues {
  readonly name: string;
  readonly kind: GroupKind;
  readonly purpose: string;
  readonly meetingsPerYear: string;
  readonly silentAfterDays: string;
  readonly minutesPerItem: string;
  readonly organisationId: string;
  readonly reportsToId: string;
  readonly countingKindId: string;
  /** Ids with a space between, in a fixed order, so that two versions can be compared. */
  readonly countingActivityIds: string;
}

export const NEW_GROUP: GroupValues = {
  name: '',
  kind: 'preparatory',
  purpose: '',
  meetingsPerYear: '',
  silentAfterDays: '70',
  minutesPerItem: '8',
  organisationId: '',
  reportsToId: '',
  countingKindId: '',
  countingActivityIds: '',
};

export function valuesOf(group: Group): GroupValues {
  return {
    name: group.name,
    kind: group.kind,
    purpose: group.purpose,
    meetingsPerYear: group.meetingsPerYear === null ? '' : String(group.meetingsPerYear),
    silentAfterDays: String(group.silentAfterDays),
    minutesPerItem: String(group.minutesPerItem),
    organisationId: group.organisation?.id ?? '',
    reportsToId: group.reportsTo?.id ?? '',
    countingKindId: group.counting.kind?.id ?? '',
    countingActivityIds: joined(group.counting.activities.map(({ id }) => id)),
  };
}

export function inputOf(values: GroupValues): GroupInput {
  return {
    name: values.name.trim(),
    kind: values.kind,
    purpose: values.purpose.trim(),
    meetingsPerYear: wholeOf(values.meetingsPerYear),
    silentAfterDays: wholeOf(values.silentAfterDays) ?? Number(NEW_GROUP.silentAfterDays),
    minutesPerItem: wholeOf(values.minutesPerItem) ?? Number(NEW_GROUP.minutesPerItem),
    organisationId: values.organisationId || null,
    reportsToId: values.reportsToId || null,
    countingKindId: values.countingKindId || null,
    countingActivityIds: split(values.countingActivityIds),
  };
}

export function joined(ids: readonly string[]): string {
  return ids.toSorted().join(' ');
}

export function split(text: string): string[] {
  return text.split(' ').filter((id) => id !== '');
}

export function kindOf(text: string): GroupKind | undefined {
  return GROUP_KINDS.find((kind) => kind === text);
}

/** A whole number as typed; null when the field is empty. NaN for anything else, which no range lets through. */
export function wholeOf(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/** True for a whole number from `least` to `most`, or for an empty field. */
export function isWithin(text: string, least: number, most: number): boolean {
  const number = wholeOf(text);
  return number === null || (number >= least && number <= most);
}

export function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && 'counting' in value && 'version' in value && 'kind' in value;
}
