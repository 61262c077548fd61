import { daysBetween, monthName, type Day } from './date-text.ts';
import type { Locale } from './locale.ts';

/**
 * How old something told is, in words: "från i dag", "från i går", "från mars" within a year back, "från 2024" beyond.
 * Months rather than days, since what matters is whether it was before or after the summer. A day to come counts as today.
 */
export function freshnessWords(told: Day, today: Day, locale: Locale): string {
  const age = daysBetween(told, today);
  if (age <= 0) return locale === 'sv' ? 'från i dag' : 'from today';
  if (age === 1) return locale === 'sv' ? 'från i går' : 'from yesterday';
  const since = locale === 'sv' ? 'från' : 'from';
  const months = (Number(today.slice(0, 4)) - Number(told.slice(0, 4))) * 12 + month(today) - month(told);
  // The same month a year ago would read as this month.
  return months < 12 ? `${since} ${monthName(month(told), locale)}` : `${since} ${told.slice(0, 4)}`;
}

/** "Uppgift från mars": the same as a sentence of its own. */
export function freshnessNote(told: Day, today: Day, locale: Locale): string {
  return `${locale === 'sv' ? 'Uppgift' : 'Information'} ${freshnessWords(told, today, locale)}`;
}

function month(day: Day): number {
  return Number(day.slice(5, 7));
}
