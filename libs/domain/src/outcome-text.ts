import type { Cell, Combined, CombinedShare, Coverage, ShareCell } from './combine.ts';
import { EMPTY_LABELS } from './indicator.ts';
import type { Locale } from './locale.ts';
import { formatNumber, formatOf, NO_BREAK_SPACE } from './number-format.ts';

/** How an indicator's values are written. */
export interface OutcomeFormat {
  readonly decimals: number;
  readonly unit: string | null;
}

const COUNT: OutcomeFormat = { decimals: 0, unit: null };

/** Any value that can be put in words. Unknown is what combining gives when nothing was reported. */
export type OutcomeCell = Cell | Combined | ShareCell | CombinedShare;

/**
 * One outcome in words: "12", "12,5 km", "9 av 12", or which kind of empty it is. The kinds of empty have each their
 * word, and none of them looks like a number.
 */
export function outcomeText(cell: OutcomeCell, locale: Locale, format: OutcomeFormat = COUNT): string {
  if (cell.state === 'value') {
    if ('numerator' in cell) return formatOf(cell.numerator, cell.denominator, locale);
    const text = formatNumber(cell.value, format.decimals, locale);
    return format.unit === null || format.unit === '' ? text : `${text}${NO_BREAK_SPACE}${format.unit}`;
  }
  return EMPTY_LABELS[cell.state === 'unknown' ? 'not_reported' : cell.state][locale];
}

/**
 * An outcome beside the last round's: "12 (förra omgången 9)". Null for `before` means there was no round or no such
 * indicator then, and nothing is said about it.
 */
export function outcomeBesideLast(
  now: OutcomeCell,
  before: OutcomeCell | null,
  locale: Locale,
  format: OutcomeFormat = COUNT,
): string {
  const text = outcomeText(now, locale, format);
  if (before === null) return text;
  const last = outcomeText(before, locale, format);
  const lower = before.state === 'value' ? last : last.charAt(0).toLocaleLowerCase(locale) + last.slice(1);
  return `${text} (${locale === 'sv' ? 'förra omgången' : 'last round'} ${lower})`;
}

/** "6 av 8 har rapporterat, 1 ej tillämpligt": how far a combined value reaches. */
export function coverageText(coverage: Coverage, locale: Locale): string {
  const reported = coverage.reported + coverage.protected;
  const of = formatOf(reported, coverage.of, locale);
  const main = locale === 'sv' ? `${of} har rapporterat` : `${of} ${reported === 1 ? 'has' : 'have'} reported`;
  if (coverage.notApplicable === 0) return main;
  const label = EMPTY_LABELS.not_applicable[locale].toLocaleLowerCase(locale);
  return `${main}, ${formatNumber(coverage.notApplicable, 0, locale)} ${label}`;
}
