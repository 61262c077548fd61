import { addDays, type Day } from './date-text.ts';
import type { Label } from './locale.ts';
import { weekdayOf } from './mail-digest.ts';

/** Sunday after the first full moon of spring, by the Gregorian computus (Meeus, Jones, Butcher). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return dayAt(year, month, day);
}

const dayAt = (year: number, month: number, day: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const SATURDAY = 6;

/** The first such weekday on the day or after it. */
function onOrAfter(day: Day, weekday: number): Day {
  return addDays(day, (weekday - weekdayOf(day) + 7) % 7);
}

export interface Holiday {
  readonly day: Day;
  /** `red`: a public holiday (lag 1989:253). `eve`: an eve, or a day between, when people do not meet. */
  readonly kind: 'red' | 'eve';
  readonly name: Label;
}

/** Days of a year on which no meeting is proposed, weekends aside, in order of time. */
export function swedishHolidays(year: number): Holiday[] {
  const easter = easterSunday(year);
  const ascension = addDays(easter, 39);
  const midsummer = onOrAfter(dayAt(year, 6, 20), SATURDAY);
  const allSaints = onOrAfter(dayAt(year, 10, 31), SATURDAY);
  const red = (day: Day, sv: string, en: string): Holiday => ({ day, kind: 'red', name: { sv, en } });
  const eve = (day: Day, sv: string, en: string): Holiday => ({ day, kind: 'eve', name: { sv, en } });
  const between = [27, 28, 29, 30].map((day) =>
    eve(dayAt(year, 12, day), 'mellandagarna', 'the days between Christmas and New Year'),
  );
  return [
    red(dayAt(year, 1, 1), 'nyårsdagen', 'New Year’s Day'),
    eve(dayAt(year, 1, 5), 'trettondagsafton', 'the eve of Epiphany'),
    red(dayAt(year, 1, 6), 'trettondedag jul', 'Epiphany'),
    eve(addDays(easter, -3), 'skärtorsdagen', 'Maundy Thursday'),
    red(addDays(easter, -2), 'långfredagen', 'Good Friday'),
    eve(addDays(easter, -1), 'påskafton', 'Easter Eve'),
    red(easter, 'påskdagen', 'Easter Sunday'),
    red(addDays(easter, 1), 'annandag påsk', 'Easter Monday'),
    eve(dayAt(year, 4, 30), 'valborgsmässoafton', 'Walpurgis Night'),
    red(dayAt(year, 5, 1), 'första maj', 'May Day'),
    red(ascension, 'Kristi himmelsfärdsdag', 'Ascension Day'),
    eve(addDays(ascension, 1), 'dagen efter Kristi himmelsfärdsdag', 'the day after Ascension Day'),
    red(addDays(easter, 49), 'pingstdagen', 'Whit Sunday'),
    red(dayAt(year, 6, 6), 'nationaldagen', 'the National Day'),
    eve(addDays(midsummer, -1), 'midsommarafton', 'Midsummer Eve'),
    red(midsummer, 'midsommardagen', 'Midsummer Day'),
    eve(addDays(allSaints, -1), 'dagen före alla helgons dag', 'the day before All Saints’ Day'),
    red(allSaints, 'alla helgons dag', 'All Saints’ Day'),
    eve(dayAt(year, 12, 23), 'dagen före julafton', 'the day before Christmas Eve'),
    eve(dayAt(year, 12, 24), 'julafton', 'Christmas Eve'),
    red(dayAt(year, 12, 25), 'juldagen', 'Christmas Day'),
    red(dayAt(year, 12, 26), 'annandag jul', 'Boxing Day'),
    ...between,
    eve(dayAt(year, 12, 31), 'nyårsafton', 'New Year’s Eve'),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The holiday a day is, the red one where two meet; null on an ordinary day. */
export function holidayOn(day: Day): Holiday | null {
  const on = swedishHolidays(Number(day.slice(0, 4))).filter((holiday) => holiday.day === day);
  return on.find(({ kind }) => kind === 'red') ?? on[0] ?? null;
}
