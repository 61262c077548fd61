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

/** What is kept in this browser: also what it was written over, so that what others save meanwhile is met and not written over. */
export interface MinutesDraft {
  readonly text: MinutesText;
  readonly base: MinutesText;
  /** The version of the minutes that `base` was read with. */
  readonly version: number;
}

/** An older page may have kept something else. */
export function isMinutesDraft(value: unknown): value is MinutesDraft {
  if (typeof value !== 'object' || value === null) return false;
  const { text, base, version } = value as Record<string, unknown>;
  return isMinutesText(text) && isMinutesText(base) && typeof version === 'number';
}

function isMinutesText(value: unknown): value is MinutesText {
  if (typeof value !== 'object' || value === null) return false;
  return ['opening', 'closing', 'recordsNumber'].every(
    (field) => typeof (value as Record<string, unknown>)[field] === 'string',
  );
}
