import type { Day, YearEntry } from '@samhandling/contracts';
import {
  formatDay,
  formatDayRange,
  formatTime,
  formatWeek,
  isoWeek,
  NO_BREAK_SPACE,
  type Locale,
} from '@samhandling/domain';

/** "12 mars 2026, vecka 11, kl. 13:00": when an entry is, as it is read out. */
export function whenWords(entry: Pick<YearEntry, 'from' | 'to' | 'startsAt'>, locale: Locale): string {
  const days = formatDayRange(entry.from, entry.to, locale);
  const week = formatWeek(entry.from, locale);
  if (entry.startsAt === null) return `${days}, ${week}`;
  return `${days}, ${week}, ${locale === 'sv' ? 'kl. ' : ''}${formatTime(entry.startsAt)}`;
}

/** "12 mars 2026, vecka 11" */
export function dayWords(day: Day, locale: Locale): string {
  return `${formatDay(day, locale)}, ${formatWeek(day, locale)}`;
}

/** "12", "28–30" or "1 februari–30 juni" within a list of a year that has the month as its heading. A day and its month stay together. */
export function dayInMonth({ from, to }: Pick<YearEntry, 'from' | 'to'>, locale: Locale): string {
  const number = (day: Day): string => String(Number(day.slice(8)));
  if (from === to) return number(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${number(from)}–${number(to)}`;
  const year = to.slice(0, 4);
  const days = formatDayRange(from, to, locale);
  const inYear = from.startsWith(year) ? days.replace(` ${year}`, '') : days;
  return inYear.replace(/(\d) (?=\p{L})/gu, `$1${NO_BREAK_SPACE}`);
}

export function weekOf(day: Day): number {
  return isoWeek(day).week;
}
