import type { Minutes } from '@samhandling/contracts';

/** What is written in the minutes themselves; the rest is read from the meeting. */
export interface MinutesText {
  readonly opening: string;
  readonly closing: string;
  readonly recordsNumber: string;
}

export function textOf({ opening, closing, recordsNumber }: Minutes): MinutesText {
  return { opening, closing, recordsNumber };
}

export function isSameText(one: MinutesText, other: MinutesText): boolean {
  return one.opening === other.opening && one.closing === other.closing && one.recordsNumber === other.recordsNumber;
}

/** A draft kept in this browser; an older page may have written something else. */
export function isMinutesText(value: unknown): value is MinutesText {
  if (typeof value !== 'object' || value === null) return false;
  return ['opening', 'closing', 'recordsNumber'].every(
    (field) => typeof (value as Record<string, unknown>)[field] === 'string',
  );
}

export interface AdjusterChoice {
  readonly memberId: string;
  readonly name: string;
  readonly organisation: string;
}

/** Those who can be chosen: members who were there. */
export function adjusterChoices({ attendance }: Minutes): AdjusterChoice[] {
  return attendance.flatMap(({ memberId, name, organisation, status }) =>
    memberId !== null && (status === 'present' || status === 'remote')
      ? [{ memberId, name, organisation: organisation?.name ?? '' }]
      : [],
  );
}

/** Those chosen who are no members: named by hand. */
export function namedAdjusters({ adjusters }: Minutes): string[] {
  return adjusters.flatMap(({ memberId, name }) => (memberId === null ? [name] : []));
}
