import { type Day, addDays, isDay, parseDay } from './date-text.ts';

/** Words for days people register things on, Swedish and English. */
const DAYS_AGO: Readonly<Record<string, number>> = {
  idag: 0,
  'i dag': 0,
  today: 0,
  nu: 0,
  igår: 1,
  'i går': 1,
  igar: 1,
  yesterday: 1,
  'i förrgår': 2,
  förrgår: 2,
};

/** "12/3", "12 mars", "den 5 jan." */
const WITHOUT_YEAR = /^(?:den )?\d{1,2}(?:\/\d{1,2}| \p{L}+\.?)$/u;

/**
 * A day that has been, as people type it: everything `parseDay` reads, and without a year "12/3", "12 mars", "i dag",
 * "igår". A day without a year is the latest one that is not after `today`, because what is registered has taken place.
 * Null for anything else. `today` is `YYYY-MM-DD`; another text throws RangeError.
 */
export function parseDayNear(input: string, today: Day): Day | null {
  if (!isDay(today)) throw new RangeError(`Not a day: ${today}`);
  const text = input.trim().replace(/\s+/g, ' ').toLowerCase();
  const ago = Object.hasOwn(DAYS_AGO, text) ? DAYS_AGO[text] : undefined;
  if (ago !== undefined) return addDays(today, -ago);
  const whole = parseDay(text);
  if (whole !== null) return whole;
  if (!WITHOUT_YEAR.test(text)) return null;
  const year = Number(today.slice(0, 4));
  // Eight years back holds a leap day, also over a century that has none.
  for (let back = 0; back <= 8; back += 1) {
    const day = parseDay(`${text} ${String(year - back)}`);
    if (day !== null && day <= today) return day;
  }
  return null;
}

/**
 * The one day from `from` to `to`, both included, that a text without a year can mean: what "12/3" is in the round of 2025.
 * Null when no day fits or several do, when the text says a year itself, and when it is no day. The days are `YYYY-MM-DD`;
 * another text throws RangeError.
 */
export function dayWithin(input: string, from: Day, to: Day): Day | null {
  for (const day of [from, to]) if (!isDay(day)) throw new RangeError(`Not a day: ${day}`);
  const text = input.trim().replace(/\s+/g, ' ').toLowerCase();
  if (!WITHOUT_YEAR.test(text)) return null;
  const fitting: Day[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const day = parseDay(`${text} ${String(year)}`);
    if (day !== null && day >= from && day <= to) fitting.push(day);
  }
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
