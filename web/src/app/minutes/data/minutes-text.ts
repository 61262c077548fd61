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
