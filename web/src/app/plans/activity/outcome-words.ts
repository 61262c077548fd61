import type { Indicator, OutcomeDisplay } from '@samhandling/contracts';
import { EMPTY_LABELS, type Locale, formatNumber, formatOf, formatShare, formatWithUnit } from '@samhandling/domain';
import { formatDay } from '@samhandling/ui';

type Format = Pick<Indicator, 'kind' | 'unit' | 'decimals' | 'breakdown'>;
type Value = Extract<OutcomeDisplay, { readonly state: 'value' }>;

/**
 * A figure in words. The kinds of empty have each their word and none of them looks like a number; zero is a number.
 * A share never stands without its denominator.
 */
export function outcomeWords(display: OutcomeDisplay, indicator: Format, locale: Locale): string {
  if (display.state !== 'value') return EMPTY_LABELS[display.state][locale];
  switch (indicator.kind) {
    case 'count':
      return withUnit(display.value, 0, indicator.unit, locale);
    case 'measure':
      return withUnit(display.value, indicator.decimals, indicator.unit, locale);
    case 'share':
      if (display.value === null) return EMPTY_LABELS.not_reported[locale];
      return display.denominator === null
        ? withUnit(display.value, indicator.decimals, indicator.unit, locale)
        : formatShare(display.value, display.denominator, locale);
    case 'milestone':
      return milestone(display, locale);
    case 'text':
      return display.text || EMPTY_LABELS.not_reported[locale];
  }
}

function milestone(display: Value, locale: Locale): string {
  if (display.value === null) return EMPTY_LABELS.not_reported[locale];
  // Over municipalities a milestone is how many of them have reached it.
  if (display.of > 1)
    return $localize`:@@plans.milestone.of:Nådd i ${formatOf(display.value, display.of, locale)}:of: kommuner`;
  if (display.value === 0) return $localize`:@@plans.milestone.not:Inte nådd`;
  return display.day === null
    ? $localize`:@@plans.milestone.reached:Nådd`
    : $localize`:@@plans.milestone.reachedOn:Nådd ${formatDay(display.day, locale)}:day:`;
}

function withUnit(value: number | null, decimals: number, unit: string, locale: Locale): string {
  if (value === null) return EMPTY_LABELS.not_reported[locale];
  return formatWithUnit(value, decimals, unit, locale);
}

/** "6 av 8 kommuner har rapporterat", when the figure is made of several; otherwise nothing. */
export function coverageWords(display: OutcomeDisplay, locale: Locale): string {
  if (display.of <= 1) return '';
  const of = formatOf(display.reported, display.of, locale);
  return $localize`:@@plans.coverage:${of}:of: kommuner har rapporterat`;
}

/** A target as it is compared with the outcome: a share is stated in per cent, a milestone is to be reached. */
export function targetWords(target: number | null, indicator: Format, locale: Locale): string {
  if (target === null) return '–';
  if (indicator.kind === 'milestone' && indicator.breakdown === 'none')
    return $localize`:@@plans.milestone.target:Ska nås`;
  if (indicator.kind === 'share')
    return `${formatNumber(target, indicator.decimals, locale)}${locale === 'sv' ? '\u00a0%' : '%'}`;
  return withUnit(target, indicator.kind === 'measure' ? indicator.decimals : 0, indicator.unit, locale);
}
