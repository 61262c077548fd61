import type { IndicatorKind, PeriodCombination, PlaceCombination } from '@samhandling/domain';

interface Combination {
  readonly combinePlaces: PlaceCombination;
  readonly combinePeriods: PeriodCombination;
}

/**
 * How an indicator combines until a person says otherwise: counts add up over places and periods, a measure is a mean
 * and its newest value stands, a milestone counts the places that reached it. Shares always add numerators and
 * denominators (domain, combine), so what stands here for them is never used for places.
 */
export const COMBINATION_OF_KIND: Readonly<Record<IndicatorKind, Combination>> = {
  count: { combinePlaces: 'sum', combinePeriods: 'sum' },
  measure: { combinePlaces: 'mean', combinePeriods: 'latest' },
  milestone: { combinePlaces: 'count_yes', combinePeriods: 'latest' },
  share: { combinePlaces: 'sum', combinePeriods: 'latest' },
  text: { combinePlaces: 'sum', combinePeriods: 'latest' },
};
