import { addDays, daysBetween, formatDay, isoWeek, monthName, type Day } from './date-text.ts';
import type { Label } from './locale.ts';
import { weekdayOf } from './mail-digest.ts';
import { instantAt } from './meeting-time.ts';
import { holidayOn } from './swedish-holidays.ts';

/** How often: the nth (or last, -1) such weekday of each month, or every nth week from a day on. */
export type MeetingRule =
  { readonly kind: 'monthly'; readonly nth: 1 | 2 | 3 | 4 | -1 } | { readonly kind: 'weekly'; readonly every: number };

export interface MeetingsWish {
  readonly year: number;
  readonly count: number;
  readonly rule: MeetingRule;
  /** 1 for Monday to 5 for Friday. */
  readonly weekday: number;
  /** Swedish clock time, "13:00". */
  readonly startTime: string;
  readonly endTime: string;
  /** First day to propose; nothing before it. */
  readonly from: Day;
  /** July is left free unless it is said that one meets then. */
  readonly meetsInJuly: boolean;
  /** Weeks 27 to 32 are left free. */
  readonly isSummerFree: boolean;
  /** Days that are taken, with by what: the group's other meetings, and those of the group above. */
  readonly taken: readonly { readonly day: Day; readonly by: Label }[];
}
export interface ProposedMeeting {
  readonly day: Day;
  readonly startsAt: string;
  readonly endsAt: string;
  /** The day the rule gave, where that one could not be. */
  readonly insteadOf: Day | null;
  /** Why, in words; empty where the rule's own day stands. */
  readonly note: Label;
}
export interface LeftOutMeeting {
  readonly day: Day;
  readonly reason: Label;
}
export interface ProposedMeetings {
  readonly meetings: readonly ProposedMeeting[];
  /** Days of the rule on which nothing is proposed, with why, in order of time. */
  readonly leftOut: readonly LeftOutMeeting[];
  /** How many fewer than wanted there are days for. */
  readonly short: number;
}

/**
 * How many meetings to propose for a year: what is left of the group's yearly target, and one more where that is reached. Null
 * where the group has no target: nobody but the group can say.
 */
export function meetingsToPropose(perYear: number | null, planned: number): number | null {
  return perYear === null ? null : Math.max(perYear - planned, 1);
}

const NO_NOTE: Label = { sv: '', en: '' };
const [FIRST_SUMMER_WEEK, LAST_SUMMER_WEEK] = [27, 32];

/**
 * A year's meetings by a rule, never on a weekend, a holiday, an eve or a taken day, at the same clock time summer and winter.
 * A day that cannot be is moved a week on, or a week back. Where the rule gives more days than wanted, those are left out
 * that leave the shortest time without a meeting, the last of them first.
 */
export function proposeMeetings(wish: MeetingsWish): ProposedMeetings {
  const leftOut: LeftOutMeeting[] = [];
  const candidates: Omit<ProposedMeeting, 'startsAt' | 'endsAt'>[] = [];
  const used = new Set<Day>();
  for (const day of daysOfRule(wish).filter((ruled) => ruled >= wish.from)) {
    const why = freeTime(day, wish);
    if (why) {
      leftOut.push({ day, reason: why });
      continue;
    }
    const obstacle = obstacleOn(day, wish);
    const moved = obstacle === null ? day : movedFrom(day, wish, used);
    if (obstacle === null || moved !== null) {
      const instead = moved ?? day;
      used.add(instead);
      candidates.push({
        day: instead,
        insteadOf: obstacle ? day : null,
        note: obstacle ? movedWords(day, obstacle) : NO_NOTE,
      });
    } else leftOut.push({ day, reason: obstacleWords(day, obstacle) });
  }
  candidates.sort((a, b) => daysBetween(b.day, a.day));
  for (const extra of takeAway(candidates, wish.count)) leftOut.push({ day: extra.day, reason: NOT_NEEDED });
  return {
    meetings: candidates.map((candidate) => ({
      ...candidate,
      startsAt: instantAt(candidate.day, wish.startTime),
      endsAt: instantAt(candidate.day, wish.endTime),
    })),
    leftOut: leftOut.sort((a, b) => daysBetween(b.day, a.day)),
    short: Math.max(wish.count - candidates.length, 0),
  };
}

const NOT_NEEDED: Label = {
  sv: 'Behövs inte för det antal möten du vill ha.',
  en: 'Is not needed for the number of meetings you want.',
};

function daysOfRule({ year, rule, weekday, from }: MeetingsWish): Day[] {
  if (rule.kind === 'monthly') {
    return Array.from({ length: 12 }, (_, index) => nthOfMonth(year, index + 1, weekday, rule.nth));
  }
  const start = from > `${year}-01-01` ? from : `${year}-01-01`;
  const days: Day[] = [];
  let day = addDays(start, (weekday - weekdayOf(start) + 7) % 7);
  for (; day.startsWith(String(year)); day = addDays(day, 7 * rule.every)) days.push(day);
  return days;
}

function nthOfMonth(year: number, month: number, weekday: number, nth: number): Day {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const firstSuch = addDays(first, (weekday - weekdayOf(first) + 7) % 7);
  if (nth > 0) return addDays(firstSuch, 7 * (nth - 1));
  const fifth = addDays(firstSuch, 28);
  return fifth.slice(0, 7) === first.slice(0, 7) ? fifth : addDays(firstSuch, 21);
}

/** Why the time of the year is left free, or null. */
function freeTime(day: Day, { meetsInJuly, isSummerFree }: MeetingsWish): Label | null {
  const { week } = isoWeek(day);
  if (isSummerFree && week >= FIRST_SUMMER_WEEK && week <= LAST_SUMMER_WEEK) {
    return { sv: 'Veckorna 27–32 hålls fria.', en: 'Weeks 27 to 32 are kept free.' };
  }
  if (!meetsInJuly && day.slice(5, 7) === '07') return { sv: 'Juli hålls fri.', en: 'July is kept free.' };
  return null;
}

function obstacleOn(day: Day, { taken, year, from }: MeetingsWish): Label | null {
  if (!day.startsWith(`${year}-`) || day < from || weekdayOf(day) > 5) {
    return { sv: 'en dag som inte kan väljas', en: 'a day that cannot be chosen' };
  }
  return holidayOn(day)?.name ?? taken.find((other) => other.day === day)?.by ?? null;
}

/** A week on or back, then two; same weekday, so that those who keep it free can come. */
function movedFrom(day: Day, wish: MeetingsWish, used: ReadonlySet<Day>): Day | null {
  const ruled = new Set(daysOfRule(wish));
  for (const days of [7, -7, 14, -14]) {
    const other = addDays(day, days);
    if (used.has(other) || ruled.has(other)) continue;
    if (freeTime(other, wish) === null && obstacleOn(other, wish) === null) return other;
  }
  return null;
}

function movedWords(day: Day, { sv, en }: Label): Label {
  return {
    sv: `I stället för ${formatDay(day, 'sv')}, som är ${sv}.`,
    en: `Instead of ${formatDay(day, 'en')}, which is ${en}.`,
  };
}

function obstacleWords(day: Day, { sv, en }: Label): Label {
  return {
    sv: `Är ${sv}, och ingen annan vecka nära är fri.`,
    en: `Is ${en}, and no other week in ${monthName(Number(day.slice(5, 7)), 'en')} is free.`,
  };
}

/** Takes away, in place, what is more than wanted. Gaps are compared in whole months, round the turn of the year. */
function takeAway<Candidate extends { readonly day: Day }>(candidates: Candidate[], count: number): Candidate[] {
  const taken: Candidate[] = [];
  while (candidates.length > Math.max(count, 0)) {
    let least = Infinity;
    let index = 0;
    for (const at of candidates.keys()) {
      const gap = Math.round(gapAround(candidates, at) / 31);
      if (gap <= least) [least, index] = [gap, at];
    }
    taken.push(...candidates.splice(index, 1));
  }
  return taken;
}

/** Days between the neighbours of a candidate, as if the year began again after the last. */
function gapAround(candidates: readonly { readonly day: Day }[], at: number): number {
  const day = (index: number): Day => candidates[index]?.day ?? candidates[at]?.day ?? '';
  const before = at === 0 ? addDays(day(candidates.length - 1), -365) : day(at - 1);
  const after = at === candidates.length - 1 ? addDays(day(0), 365) : day(at + 1);
  return daysBetween(before, after);
}
