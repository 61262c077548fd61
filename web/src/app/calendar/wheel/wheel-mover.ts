import type { Day } from '@samhandling/contracts';
import { addDays, dayAt, daysBetween, firstDayOf, lastDayOf } from '@samhandling/domain';

/** What an arrow key moves by: along the day is a day, across it a week, a page is four of them. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowDown: 7,
  ArrowUp: -7,
  PageDown: 28,
  PageUp: -28,
};

/** The days a key moves by; null for a key that moves nothing. */
export function stepOf(key: string): number | null {
  return STEPS[key] ?? null;
}

/** Stops at the ends of the year: what is to go into another year is moved there on its own page. */
export function movedBy(day: Day, days: number, year: number): Day {
  const moved = addDays(day, days);
  if (moved < firstDayOf(year)) return firstDayOf(year);
  return moved > lastDayOf(year) ? lastDayOf(year) : moved;
}

/** Where a day comes when what was taken hold of at one angle is drawn to another: over New Year it stops. */
export function draggedTo(day: Day, grabbed: number, angle: number, year: number): Day {
  const turned = ((angle - grabbed + 540) % 360) - 180;
  const start = dayAt(grabbed, year);
  const wanted = daysBetween(start, dayAt(angle, year));
  // The short way around: what is drawn past 31 December is not meant for January.
  const days = Math.sign(turned) !== Math.sign(wanted) && wanted !== 0 ? wanted + (turned > 0 ? 1 : -1) * 366 : wanted;
  return movedBy(day, days, year);
}
