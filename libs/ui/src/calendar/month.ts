import { addDays, isoWeek } from '@samhandling/domain';

/** One week of a month as it stands on paper: Monday first, with the days of the months beside it. */
export interface MonthWeek {
  readonly week: number;
  readonly days: readonly { readonly day: string; readonly inMonth: boolean }[];
}

/** 0 is Monday. */
function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** Whole weeks that hold the month of `day` (`YYYY-MM-DD`): four to six of them. */
export function monthWeeks(day: string): MonthWeek[] {
  const month = day.slice(0, 7);
  const first = `${month}-01`;
  const weeks: MonthWeek[] = [];
  for (let monday = addDays(first, -weekday(first)); monday.slice(0, 7) <= month; monday = addDays(monday, 7)) {
    const days = [0, 1, 2, 3, 4, 5, 6].map((offset) => {
      const each = addDays(monday, offset);
      return { day: each, inMonth: each.startsWith(month) };
    });
    weeks.push({ week: isoWeek(monday).week, days });
  }
  return weeks;
}

/** The same day so many months on; the last of the month where it is shorter (31 January, one month on: 28 February). */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** Where a key leads from a day in a grid of months; null for keys that lead nowhere. */
export function dayByKey(day: string, key: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, -weekday(day));
    case 'End':
      return addDays(day, 6 - weekday(day));
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    default:
      return null;
  }
}
