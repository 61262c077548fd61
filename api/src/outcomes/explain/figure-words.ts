import type { OutcomeDisplay } from '@samhandling/contracts';
import {
  EMPTY_LABELS,
  formatDay,
  formatNumber,
  formatOf,
  formatShare,
  formatWithUnit,
  NO_BREAK_SPACE,
  type IndicatorKind,
  type Label,
  type Locale,
} from '@samhandling/domain';

export interface FigureFormat {
  readonly kind: IndicatorKind;
  readonly decimals: number;
  readonly unit: string;
}

const REACHED: Label = { sv: 'Nådd', en: 'Reached' };
const NOT_REACHED: Label = { sv: 'Inte nådd', en: 'Not reached' };

/** A figure in words, as the tables and reports write it. */
export function figureWords(display: OutcomeDisplay, format: FigureFormat, locale: Locale): string {
  if (display.state !== 'value') return EMPTY_LABELS[display.state][locale];
  const { value, denominator, day, text, of, reported } = display;
  if (format.kind === 'text') {
    return text === '' && of > 1
      ? `${formatOf(reported, of, locale)} ${locale === 'sv' ? 'har svarat' : 'have answered'}`
      : text;
  }
  if (value === null) return EMPTY_LABELS.not_reported[locale];
  if (format.kind === 'milestone') {
    if (of > 1) return formatOf(value, reported, locale);
    if (value === 0) return NOT_REACHED[locale];
    return day === null ? REACHED[locale] : `${REACHED[locale]} ${formatDay(day, locale)}`;
  }
  if (format.kind === 'share' && denominator !== null) return formatShare(value, denominator, locale);
  return formatWithUnit(value, format.kind === 'count' ? 0 : format.decimals, format.unit, locale);
}

/** A target or a baseline as written: a share is stated in per cent. */
export function levelWords(value: number, format: FigureFormat, locale: Locale): string {
  const decimals = format.kind === 'count' || Number.isInteger(value) ? 0 : format.decimals;
  if (format.kind === 'share')
    return `${formatNumber(value, decimals, locale)}${locale === 'sv' ? NO_BREAK_SPACE : ''}%`;
  return formatWithUnit(value, decimals, format.unit, locale);
}
