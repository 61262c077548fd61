import { addDays, daysBetween, formatTime, isoWeek, type Day } from './date-text.ts';
import type { Label } from './locale.ts';
import { instantAt } from './meeting-time.ts';

/** A date of the plan's year that is no meeting and no round: what the county itself writes into the wheel. */
export const YEAR_MARK_KINDS = ['data_date', 'report_phase', 'work_plan_step', 'other'] as const;
export type YearMarkKind = (typeof YEAR_MARK_KINDS)[number];

/** What stands in the wheel. Everything but the marks is derived from where it is kept. */
export const YEAR_ENTRY_KINDS = [
  'meeting',
  'round_opens',
  'round_due',
  'round_ends',
  'round_adopted',
  ...YEAR_MARK_KINDS,
  'due',
] as const;
export type YearEntryKind = (typeof YEAR_ENTRY_KINDS)[number];
export const YEAR_ENTRY_KIND_LABELS: Readonly<Record<YearEntryKind, Label>> = {
  meeting: { sv: 'Möte', en: 'Meeting' },
  round_opens: { sv: 'Omgång öppnar', en: 'Round opens' },
  round_due: { sv: 'Sista svarsdag', en: 'Last day for answers' },
  round_ends: { sv: 'Period slutar', en: 'Period ends' },
  round_adopted: { sv: 'Omgång fastställd', en: 'Round adopted' },
  data_date: { sv: 'Nya uppgifter', en: 'New data' },
  report_phase: { sv: 'Rapport', en: 'Report' },
  work_plan_step: { sv: 'Verksamhetsplan', en: 'Work plan' },
  other: { sv: 'Annat datum', en: 'Other date' },
  due: { sv: 'Ska vara klart', en: 'To be done' },
};

/** From the middle outwards: what is planned long is inside, what people look for most is outermost. */
export const WHEEL_RINGS = ['work_plan', 'data', 'round', 'meeting'] as const;
export type WheelRing = (typeof WHEEL_RINGS)[number];
export const WHEEL_RING_LABELS: Readonly<Record<WheelRing, Label>> = {
  work_plan: { sv: 'Verksamhetsplan och att göra', en: 'Work plan and to do' },
  data: { sv: 'Nya uppgifter och andra datum', en: 'New data and other dates' },
  round: { sv: 'Omgångar och rapport', en: 'Rounds and report' },
  meeting: { sv: 'Möten', en: 'Meetings' },
};
const RING_OF: Readonly<Record<YearEntryKind, WheelRing>> = {
  meeting: 'meeting',
  round_opens: 'round',
  round_due: 'round',
  round_ends: 'round',
  round_adopted: 'round',
  report_phase: 'round',
  data_date: 'data',
  other: 'data',
  work_plan_step: 'work_plan',
  due: 'work_plan',
};

export function ringOf(kind: YearEntryKind): WheelRing {
  return RING_OF[kind];
}

const FULL_TURN = 360;

/** 1 January of the year. */
export function firstDayOf(year: number): Day {
  return `${String(year)}-01-01`;
}

/** 31 December of the year. */
export function lastDayOf(year: number): Day {
  return `${String(year)}-12-31`;
}

/** 365, or 366 in a leap year. */
export function daysInYear(year: number): number {
  return daysBetween(firstDayOf(year), lastDayOf(year)) + 1;
}

/**
 * Where a day begins in its own year's wheel: degrees from the top, clockwise, from 0 on 1 January and below 360 on
 * 31 December, so that the year's last day lies just before its first.
 */
export function angleOf(day: Day): number {
  const year = Number(day.slice(0, 4));
  return (daysBetween(firstDayOf(year), day) * FULL_TURN) / daysInYear(year);
}

/** The middle of a day, in degrees: where a mark for one day stands. */
export function middleOf(day: Day): number {
  return angleOf(day) + FULL_TURN / daysInYear(Number(day.slice(0, 4))) / 2;
}

/** The day of the year that an angle falls in. Any angle will do: it is taken around the wheel. */
export function dayAt(angle: number, year: number): Day {
  const turned = ((angle % FULL_TURN) + FULL_TURN) % FULL_TURN;
  const days = daysInYear(year);
  // An angle that is computed from a day may lie a hair before it.
  const index = Math.floor((turned * days) / FULL_TURN + 1e-9);
  return addDays(firstDayOf(year), Math.min(days - 1, index));
}

/** What of a span lies in the year; null when nothing does. */
export function clipToYear(from: Day, to: Day, year: number): { readonly from: Day; readonly to: Day } | null {
  const [first, last] = [firstDayOf(year), lastDayOf(year)];
  if (to < first || from > last) return null;
  return { from: from < first ? first : from, to: to > last ? last : to };
}

/** A part of the wheel in degrees. `start` is below `end`; a full year is 0 to 360. */
export interface Arc {
  readonly start: number;
  readonly end: number;
}

/** From the beginning of the first day to the end of the last, both in the same year. */
export function arcOf(from: Day, to: Day): Arc {
  const year = Number(from.slice(0, 4));
  return { start: angleOf(from), end: to === lastDayOf(year) ? FULL_TURN : angleOf(addDays(to, 1)) };
}

/** The twelve months, from January. */
export function monthArcs(year: number): readonly (Arc & { readonly month: number })[] {
  return Array.from({ length: 12 }, (_, index) => {
    const first = `${String(year)}-${String(index + 1).padStart(2, '0')}-01`;
    const next =
      index === 11 ? lastDayOf(year) : addDays(`${String(year)}-${String(index + 2).padStart(2, '0')}-01`, -1);
    return { month: index + 1, ...arcOf(first, next) };
  });
}

/** The ISO weeks that have a day in the year, each cut to the year: the first and the last may belong to other years. */
export function weekArcs(year: number): readonly (Arc & { readonly week: number; readonly weekYear: number })[] {
  const weeks: (Arc & { week: number; weekYear: number })[] = [];
  let from = firstDayOf(year);
  const last = lastDayOf(year);
  while (from <= last) {
    const { week, year: weekYear } = isoWeek(from);
    let to = from;
    while (to < last && isoWeek(addDays(to, 1)).week === week) to = addDays(to, 1);
    weeks.push({ week, weekYear, ...arcOf(from, to) });
    if (to === last) break;
    from = addDays(to, 1);
  }
  return weeks;
}

/** Whether two arcs share anything once each has been given `room` degrees on both sides, also over the turn of the year. */
export function arcsMeet(one: Arc, other: Arc, room: number): boolean {
  return [-FULL_TURN, 0, FULL_TURN].some(
    // The gaps first and the turn last: rounded otherwise, one could meet the other and not the other the one.
    (turn) => one.start - other.end - turn < 2 * room && other.start - one.end + turn < 2 * room,
  );
}

/**
 * Which lane of a ring each entry lies in, 0 innermost, so that no two in a lane come nearer than twice `room` degrees. Early
 * ones first, long before short: the same entries always lie the same way.
 */
export function layInLanes<Entry extends Arc>(
  entries: readonly Entry[],
  room: number,
): readonly (Entry & { readonly lane: number })[] {
  const lanes: Entry[][] = [];
  const placed = new Map<Entry, number>();
  const inOrder = [...entries].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const entry of inOrder) {
    const free = lanes.findIndex((lane) => lane.every((other) => !arcsMeet(entry, other, room)));
    const lane = free === -1 ? lanes.length : free;
    (lanes[lane] ??= []).push(entry);
    placed.set(entry, lane);
  }
  return entries.map((entry) => ({ ...entry, lane: placed.get(entry) ?? 0 }));
}

/**
 * Moves labels apart along a column, in their order, as little as it takes.
 * @param wanted where each would stand, in the order they come down the column
 * @returns a place for each, at least `gap` apart and within `top` and `bottom`; null when they do not fit
 */
export function spread(wanted: readonly number[], gap: number, top: number, bottom: number): readonly number[] | null {
  if (wanted.length === 0) return [];
  if ((wanted.length - 1) * gap > bottom - top) return null;
  const places = wanted.map((place) => Math.min(bottom, Math.max(top, place)));
  for (let index = 1; index < places.length; index += 1)
    places[index] = Math.max(places[index] ?? top, (places[index - 1] ?? top) + gap);
  let limit = bottom;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    places[index] = Math.min(places[index] ?? bottom, limit);
    limit = (places[index] ?? bottom) - gap;
  }
  return places;
}

/** The same time of the day, as a clock in Sweden shows it, on another day; also over the change to and from summer time. */
export function sameTimeOn(instant: string, day: Day): string {
  return instantAt(day, formatTime(instant));
}
