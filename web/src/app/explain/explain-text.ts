import type { Explanation } from '@samhandling/contracts';
import { EMPTY_LABELS, type Locale, formatExact, formatShare } from '@samhandling/domain';
import { formatDay, formatInstant } from '@samhandling/ui';

/** The number the explanation is about, as large type shows it. Units and rounding stand in the formula. */
export function figureText({ display }: Pick<Explanation, 'display'>, locale: Locale): string {
  if (display.state !== 'value') return EMPTY_LABELS[display.state][locale];
  const { value, denominator, day, text } = display;
  if (value === null) return day === null ? text : formatDay(day, locale);
  return denominator === null ? formatExact(value, locale) : formatShare(value, denominator, locale);
}

/** The whole explanation as plain text: what is shown, nothing more. */
export function explanationText(told: Explanation, locale: Locale): string {
  const round = $localize`:@@explain.round:Omgång ${told.round.label}:round:`;
  const sources = told.sources.map(({ label, value, source, person, at, note }) => {
    const about = [source, person?.name ?? '', at === null ? '' : formatInstant(at, locale), note];
    return `- ${label}: ${value} (${about.filter((part) => part !== '').join(', ')})`;
  });
  const leftOut = told.leftOut.map(({ label, reason }) => `- ${label}: ${reason}`);
  return [
    told.indicator,
    `${told.place}, ${round}: ${figureText(told, locale)}`,
    told.formula,
    told.target,
    told.baseline,
    ...(sources.length > 0 ? [$localize`:@@explain.sources:Det här ingår`, ...sources] : []),
    ...(leftOut.length > 0 ? [$localize`:@@explain.leftOut:Det här ingår inte`, ...leftOut] : []),
  ]
    .filter((line) => line !== '')
    .join('\n');
}
