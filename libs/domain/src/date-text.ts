import type { Locale } from './locale.ts';

/** A calendar day as `YYYY-MM-DD`, without time and zone: the form of every day in storage and JSON. */
export type Day = string;

/** The zone in which an instant becomes a day. The counties are Swedish; the server may stand anywhere. */
export const COUNTY_TIME_ZONE = 'Europe/Stockholm';
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;
const DAY_IN_MS = 86_400_000;

/** Spelled out here rather than asked of Intl, whose answers differ between machines and versions. */
const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  sv: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

function assemble(year: number, month: number, day: number): Day | null {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12 || day < 1) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** True for an existing day written `YYYY-MM-DD`, years 1900 to 2199. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && assemble(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
}

function monthNumber(name: string): number {
  const wanted = name.toLowerCase().replace(/\.$/, '');
  const matches = (month: string): boolean =>
    month.toLowerCase() === wanted || (wanted.length >= 3 && month.toLowerCase().startsWith(wanted));
  return Math.max(MONTHS.sv.findIndex(matches), MONTHS.en.findIndex(matches)) + 1;
}

/**
 * Reads a day as typed: `2026-03-12`, `20260312`, `12 mars 2026`, `12 mar. 2026`, `12 March 2026` or the Swedish
 * `12/3 2026`. Anything else, and days that do not exist, give null; two-digit years are not guessed.
 */
export function parseDay(input: string): Day | null {
  const text = input.trim().replace(/\s+/g, ' ');
  const numeric = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (numeric) return assemble(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]));
  const worded = /^(?:den )?(\d{1,2}) (\p{L}+\.?),? (\d{4})$/u.exec(text);
  if (worded) return assemble(Number(worded[3]), monthNumber(worded[2] ?? ''), Number(worded[1]));
  const slashed = /^(\d{1,2})\/(\d{1,2}) (\d{4})$/.exec(text);
  return slashed ? assemble(Number(slashed[3]), Number(slashed[2]), Number(slashed[1])) : null;
}

function partsOf(day: Day): { year: number; month: number; day: number } {
  if (!isDay(day)) throw new RangeError(`Not a day: ${day}`);
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** "12 mars 2026" / "12 March 2026". Throws RangeError for a text that is not a day. */
export function formatDay(day: Day, locale: Locale): string {
  const parts = partsOf(day);
  return `${String(parts.day)} ${MONTHS[locale][parts.month - 1] ?? ''} ${String(parts.year)}`;
}

/** "mars" / "March". Throws RangeError for a number outside 1 to 12. */
export function monthName(month: number, locale: Locale): string {
  const name = MONTHS[locale][month - 1];
  if (name === undefined) throw new RangeError(`Not a month: ${String(month)}`);
  return name;
}

/** "1 januari–31 december 2025"; what both days share is said once. */
export function formatDayRange(from: Day, to: Day, locale: Locale): string {
  const [first, last] = [partsOf(from), partsOf(to)];
  if (from === to) return formatDay(from, locale);
  const month = MONTHS[locale][first.month - 1] ?? '';
  if (first.year !== last.year) return `${formatDay(from, locale)} – ${formatDay(to, locale)}`;
  if (first.month !== last.month) return `${String(first.day)} ${month}–${formatDay(to, locale)}`;
  return `${String(first.day)}–${formatDay(to, locale)}`;
}

function toMs(day: Day): number {
  const parts = partsOf(day);
  return Date.UTC(parts.year, parts.month - 1, parts.day);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (toMs(to) - toMs(from)) / DAY_IN_MS;
}

/** The day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return new Date(toMs(day) + days * DAY_IN_MS).toISOString().slice(0, 10);
}

/** ISO 8601 week: Monday first, week 1 holds the year's first Thursday. The week's year may differ from the day's. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const ms = toMs(day);
  const weekday = (new Date(ms).getUTCDay() + 6) % 7;
  const thursday = ms + (3 - weekday) * DAY_IN_MS;
  const year = new Date(thursday).getUTCFullYear();
  return { year, week: Math.floor((thursday - Date.UTC(year, 0, 1)) / DAY_IN_MS / 7) + 1 };
}

/** "vecka 11" / "week 11"; with the year when it is asked for. */
export function formatWeek(day: Day, locale: Locale, withYear = false): string {
  const { year, week } = isoWeek(day);
  return `${locale === 'sv' ? 'vecka' : 'week'} ${String(week)}${withYear ? ` ${String(year)}` : ''}`;
}

const STOCKHOLM = new Intl.DateTimeFormat('en-GB', {
  timeZone: COUNTY_TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function stockholmParts(instant: Date | string): Record<string, string> {
  const date = typeof instant === 'string' ? new Date(instant) : instant;
  if (Number.isNaN(date.getTime())) throw new RangeError(`Not an instant: ${String(instant)}`);
  return Object.fromEntries(STOCKHOLM.formatToParts(date).map((part) => [part.type, part.value]));
}

/** The day it is in Sweden at an instant (ISO text or Date). Throws RangeError for an unreadable instant. */
export function dayOf(instant: Date | string): Day {
  const parts = stockholmParts(instant);
  return `${parts['year'] ?? ''}-${parts['month'] ?? ''}-${parts['day'] ?? ''}`;
}

/** "14:05", Swedish time, in both languages. Throws RangeError for an unreadable instant. */
export function formatTime(instant: Date | string): string {
  const { hour = '', minute = '' } = stockholmParts(instant);
  return `${hour}:${minute}`;
}

/** "12 mars 2026 kl. 14:05" / "12 March 2026, 14:05", Swedish time. */
export function formatInstant(instant: Date | string, locale: Locale): string {
  const day = formatDay(dayOf(instant), locale);
  return locale === 'sv' ? `${day} kl. ${formatTime(instant)}` : `${day}, ${formatTime(instant)}`;
}
