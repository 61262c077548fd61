import { type Day, type Locale, daysBetween, formatDay } from '@samhandling/domain';

/** Days within which "om 3 dagar" says more than a date. */
const NEAR = 14;

/** When something is due, in words: "i dag", "om 3 dagar (12 mars 2026)", "för 2 dagar sedan (…)", else the day alone. */
export function dueWords(due: Day, today: Day, locale: Locale): string {
  const days = daysBetween(today, due);
  const day = formatDay(due, locale);
  if (days === 0) return $localize`:@@toDo.due.today:I dag`;
  if (days === 1) return $localize`:@@toDo.due.tomorrow:I morgon`;
  if (days === -1) return $localize`:@@toDo.due.yesterday:I går`;
  if (days > 1 && days <= NEAR) return $localize`:@@toDo.due.in:Om ${days}:days: dagar, ${day}:day:`;
  if (days < -1) return $localize`:@@toDo.due.ago:För ${-days}:days: dagar sedan, ${day}:day:`;
  return $localize`:@@toDo.due:Senast ${day}:day:`;
}
