import type { Locale } from './locale.ts';
import { MOST_DECIMALS, roundTo } from './number-size.ts';

/** Keeps number and unit, and the groups of a number, on one line. */
export const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';
/** Smallest size shown in digits when a value would round to 0. */
const FINEST_DECIMALS = 6;

/**
 * A number for people: no-break space between thousands, a proper minus, decimal comma in Swedish and decimal point in
 * English. Thousands are not marked by a comma in English either, so that a number copied between the languages cannot
 * change its size.
 *
 * `decimals` is 0 to 4. Nothing rounds to 0 (product, section 4): a value that would is given as many decimals as it
 * needs. Throws RangeError for a value that is not finite.
 */
export function formatNumber(value: number, decimals: number, locale: Locale): string {
  if (!Number.isFinite(value)) throw new RangeError(`Not a number to show: ${String(value)}`);
  let shown = Math.min(Math.max(Math.trunc(decimals), 0), MOST_DECIMALS);
  while (value !== 0 && roundTo(value, shown) === 0 && shown < FINEST_DECIMALS) shown += 1;
  const rounded = roundTo(value, shown);
  const [whole = '0', fraction] = Math.abs(rounded).toFixed(shown).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NO_BREAK_SPACE);
  const sign = rounded < 0 ? MINUS : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `${locale === 'sv' ? ',' : '.'}${fraction}`}`;
}

/** As `formatNumber`, with the decimals the value has (at most 4): targets and settings, which nobody has rounded. */
export function formatExact(value: number, locale: Locale): string {
  let decimals = 0;
  while (decimals < MOST_DECIMALS && roundTo(value, decimals) !== roundTo(value, MOST_DECIMALS)) decimals += 1;
  return formatNumber(value, decimals, locale);
}

/** "9 av 12" / "9 of 12": the way every summary says how many. */
export function formatOf(part: number, whole: number, locale: Locale): string {
  return `${formatNumber(part, 0, locale)} ${locale === 'sv' ? 'av' : 'of'} ${formatNumber(whole, 0, locale)}`;
}

/**
 * "75 % (9 av 12)": a percentage never stands without its denominator. Only none is 0 % and only all is 100 %; what
 * would round there says "mindre än 1 %" or "mer än 99 %". Without a denominator (0) there is no percentage.
 */
export function formatShare(numerator: number, denominator: number, locale: Locale): string {
  const of = formatOf(numerator, denominator, locale);
  if (denominator <= 0) return of;
  const percent = roundTo((numerator / denominator) * 100, 0);
  const unit = locale === 'sv' ? `${NO_BREAK_SPACE}%` : '%';
  if (percent === 0 && numerator > 0) return `${locale === 'sv' ? 'mindre än' : 'less than'} 1${unit} (${of})`;
  if (percent === 100 && numerator < denominator)
    return `${locale === 'sv' ? 'mer än' : 'more than'} 99${unit} (${of})`;
  return `${formatNumber(percent, 0, locale)}${unit} (${of})`;
}

/**
 * "22 anläggningar"; the unit is left out after 1, since units are given in the plural ("träffar") and what is counted
 * stands beside. An empty or missing unit gives the number alone.
 */
export function formatWithUnit(value: number, decimals: number, unit: string | null, locale: Locale): string {
  const number = formatNumber(value, decimals, locale);
  // A percentage has its sign after 1 too, and in English right after the number.
  if (unit === '%') return `${number}${locale === 'sv' ? NO_BREAK_SPACE : ''}%`;
  return unit === null || unit === '' || value === 1 ? number : `${number}${NO_BREAK_SPACE}${unit}`;
}
