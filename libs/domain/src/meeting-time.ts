import { type Day, dayOf, formatDay, formatTime, formatWeek, isDay } from './date-text.ts';
import type { Locale } from './locale.ts';

const WEEKDAYS: Readonly<Record<Locale, readonly string[]>> = {
  sv: ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const MINUTE_IN_MS = 60_000;
/** Swedish summer time and Swedish normal time, in minutes ahead of UTC; the first is tried first. */
const OFFSETS = [120, 60] as const;

/** "torsdag" / "Thursday". Throws RangeError for a text that is not a day. */
export function weekdayName(day: Day, locale: Locale): string {
  if (!isDay(day)) throw new RangeError(`Not a day: ${day}`);
  return WEEKDAYS[locale][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
}

/** Reads a time of day as typed: "13", "13.00", "13:00", "1300" → "13:00". Null for anything else. */
export function parseTime(input: string): string | null {
  const match = /^(\d{1,2})(?:[.:]?([0-5]\d))?$/.exec(input.trim().replace(/^kl\.? ?/i, ''));
  if (!match || Number(match[1]) > 23) return null;
  return `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}`;
}

/**
 * The instant (ISO, UTC) at which it is `time` ("13:00") on a day in Sweden. In the hour that comes twice when summer time
 * ends it is the first; a time the clock jumps over when it begins is as much later as the clock jumps, as calendars do.
 * Throws RangeError for what is no day or no time.
 */
export function instantAt(day: Day, time: string): string {
  if (!isDay(day) || parseTime(time) !== time) throw new RangeError(`Not a day and a time: ${day} ${time}`);
  const wall = Date.parse(`${day}T${time}:00Z`);
  const candidates = OFFSETS.map((offset) => new Date(wall - offset * MINUTE_IN_MS));
  const found = candidates.find((instant) => dayOf(instant) === day && formatTime(instant) === time);
  return (found ?? candidates[candidates.length - 1] ?? new Date(wall)).toISOString();
}

/** Whole minutes from one instant to another, as a stopwatch counts them: summer time changes nothing. */
export function minutesBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MINUTE_IN_MS);
}

/** When each item begins and ends, one after the other from the start of the meeting. `minutes` in the order of the agenda. */
export function itemTimes(
  startsAt: string,
  minutes: readonly number[],
): readonly { readonly startsAt: string; readonly endsAt: string }[] {
  let at = Date.parse(startsAt);
  return minutes.map((length) => {
    const begins = at;
    at += length * MINUTE_IN_MS;
    return { startsAt: new Date(begins).toISOString(), endsAt: new Date(at).toISOString() };
  });
}

/** "13:00–15:00"; with the second day when the meeting ends on another one. Swedish time. */
export function formatTimeSpan(startsAt: string, endsAt: string, locale: Locale): string {
  const until = dayOf(startsAt) === dayOf(endsAt) ? '' : `${formatDay(dayOf(endsAt), locale)} `;
  return `${formatTime(startsAt)}–${until}${formatTime(endsAt)}`;
}

/** "torsdag 12 mars 2026 kl. 13:00–15:00, vecka 11" / "Thursday 12 March 2026, 13:00–15:00, week 11". Swedish time. */
export function formatMeetingTime(startsAt: string, endsAt: string, locale: Locale): string {
  const day = dayOf(startsAt);
  const at = locale === 'sv' ? ' kl. ' : ', ';
  const named = `${weekdayName(day, locale)} ${formatDay(day, locale)}`;
  return `${named}${at}${formatTimeSpan(startsAt, endsAt, locale)}, ${formatWeek(day, locale)}`;
}
