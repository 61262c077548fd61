import { dayOf, formatDay, formatTimeSpan, type Label, type Locale } from '@samhandling/domain';
import type { FieldProblem } from '../platform/http/problem-exception.ts';
import type { TakenTime } from './meetings.repository.ts';

const DAY_MS = 86_400_000;
const ENDS_FIRST: Label = {
  sv: 'Mötet måste sluta efter att det har börjat.',
  en: 'The meeting must end after it begins.',
};
const TOO_LONG: Label = { sv: 'Ett möte är högst ett dygn.', en: 'A meeting is 24 hours at most.' };

type Times = Pick<TakenTime, 'startsAt' | 'endsAt'>;

/** What is wrong with the times of meetings to be, beside those that stand and beside each other. */
export function timeProblems(
  meetings: readonly (Times & { readonly pointer: string })[],
  taken: readonly TakenTime[],
): FieldProblem[] {
  return meetings.flatMap((meeting, index) => {
    const { pointer } = meeting;
    const length = Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt);
    if (length <= 0) return [{ pointer: `${pointer}/endsAt`, code: 'times', reason: ENDS_FIRST }];
    if (length > DAY_MS) return [{ pointer: `${pointer}/endsAt`, code: 'times', reason: TOO_LONG }];
    const clash =
      taken.find((other) => overlap(other, meeting)) ??
      meetings.slice(0, index).find((other) => overlap(other, meeting));
    return clash ? [{ pointer: `${pointer}/startsAt`, code: 'overlap', reason: overlapping(clash) }] : [];
  });
}

/** The days that any of the meetings touches, so that others can be looked for. */
export function spanOf(meetings: readonly Times[]): { readonly from: string; readonly to: string } {
  const starts = meetings.map(({ startsAt }) => Date.parse(startsAt));
  const ends = meetings.map(({ endsAt }) => Date.parse(endsAt));
  return {
    from: new Date(Math.min(...starts)).toISOString(),
    to: new Date(Math.max(...ends, ...starts)).toISOString(),
  };
}

function overlap(a: Times, b: Times): boolean {
  return Date.parse(a.startsAt) < Date.parse(b.endsAt) && Date.parse(b.startsAt) < Date.parse(a.endsAt);
}

function overlapping(other: Times): Label {
  const when = (locale: Locale): string =>
    `${formatDay(dayOf(other.startsAt), locale)} ${formatTimeSpan(other.startsAt, other.endsAt, locale)}`;
  return {
    sv: `Gruppen har redan ett möte då: ${when('sv')}.`,
    en: `The group already has a meeting then: ${when('en')}.`,
  };
}
