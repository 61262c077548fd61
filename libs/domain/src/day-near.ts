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
  if (!/^(?:den )?\d{1,2}(?:\/\d{1,2}| \p{L}+\.?)$/u.test(text)) return null;
  const year = Number(today.slice(0, 4));
  // Eight years back holds a leap day, also over a century that has none.
  for (let back = 0; back <= 8; back += 1) {
    const day = parseDay(`${text} ${String(year - back)}`);
    if (day !== null && day <= today) return day;
  }
  return null;
}
