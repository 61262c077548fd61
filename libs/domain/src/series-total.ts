import { combinePeriods, combineShares, type Cell } from './combine.ts';
import type { IndicatorKind, PeriodCombination } from './indicator.ts';
import type { Label, Locale } from './locale.ts';
import { formatNumber, formatOf, formatShare, formatWithUnit } from './number-format.ts';

/** One round's figure, combined over its places and protected where it must be. */
export interface SeriesFigure {
  /** The round as people say it: "2025". */
  readonly label: string;
  readonly cell: Cell;
  /** Shares only. */
  readonly denominator: number | null;
  /** Measured in another way than the round before. */
  readonly breaksBefore: boolean;
}

export interface SeriesFormat {
  readonly kind: IndicatorKind;
  readonly decimals: number;
  readonly unit: string;
  readonly combinePeriods: PeriodCombination;
}

/**
 * The rounds put together as the definition states, in words: "Summa 2025–2026: 41 (2 av 2 omgångar)", "Senaste värde: 75 %
 * (9 av 12), från 2026". Null where it says nothing more than the rounds themselves do: fewer than two of them, a text or a
 * milestone, or nothing known. Only the rounds since the definition last changed are added: the others measure
 * something else.
 */
export function seriesTotal(figures: readonly SeriesFigure[], format: SeriesFormat): Label | null {
  if (format.kind === 'text' || format.kind === 'milestone') return null;
  const start = figures.findLastIndex((figure) => figure.breaksBefore);
  const comparable = figures.slice(Math.max(start, 0));
  const [first, last] = [comparable[0], comparable.at(-1)];
  if (!first || !last || comparable.length < 2) return null;
  return format.combinePeriods === 'sum'
    ? sumWords(comparable, `${first.label}–${last.label}`, format)
    : latestWords(comparable, format);
}

function sumWords(figures: readonly SeriesFigure[], span: string, format: SeriesFormat): Label | null {
  const combined = combinePeriods(
    figures.map(({ cell }) => cell),
    'sum',
  );
  const rounds = {
    sv: `${formatOf(combined.reported, combined.of, 'sv')} omgångar`,
    en: `${formatOf(combined.reported, combined.of, 'en')} rounds`,
  };
  if (combined.state !== 'value') {
    if (combined.protected === 0) return null;
    return {
      sv: `Summa ${span}: skyddat, för att något av värdena är det.`,
      en: `Sum ${span}: protected, because one of the values is.`,
    };
  }
  const share = format.kind === 'share' ? shareOf(figures) : null;
  if (format.kind === 'share' && share === null) return null;
  const amount = (locale: Locale): string =>
    share === null
      ? formatWithUnit(combined.value, format.decimals, format.unit, locale)
      : formatShare(share.numerator, share.denominator, locale);
  return { sv: `Summa ${span}: ${amount('sv')} (${rounds.sv})`, en: `Sum ${span}: ${amount('en')} (${rounds.en})` };
}

function shareOf(figures: readonly SeriesFigure[]): { numerator: number; denominator: number } | null {
  const combined = combineShares(
    figures.map(({ cell, denominator }) =>
      cell.state === 'value'
        ? denominator === null
          ? { state: 'not_reported' }
          : { state: 'value', numerator: cell.value, denominator }
        : { state: cell.state },
    ),
  );
  return combined.state === 'value' ? combined : null;
}

function latestWords(figures: readonly SeriesFigure[], format: SeriesFormat): Label | null {
  const newest = figures.findLast(({ cell }) => cell.state === 'value' || cell.state === 'protected');
  if (newest?.cell.state !== 'value') return null;
  const { value } = newest.cell;
  const { denominator, label } = newest;
  const amount = (locale: Locale): string =>
    format.kind === 'share' && denominator !== null
      ? formatShare(value, denominator, locale)
      : format.unit === ''
        ? formatNumber(value, format.decimals, locale)
        : formatWithUnit(value, format.decimals, format.unit, locale);
  return { sv: `Senaste värde: ${amount('sv')}, från ${label}`, en: `Latest value: ${amount('en')}, from ${label}` };
}
