import type { IndicatorKind, PlaceCombination } from './indicator.ts';

/**
 * The target one municipality is held to: its own where the round gives it one. Otherwise the county's, but only where one
 * municipality's value is of the same sort as the county's: a share or a mean. A county's sum is no municipality's target.
 */
export function placeTarget(
  own: number | null,
  county: number | null,
  { kind, combinePlaces }: { readonly kind: IndicatorKind; readonly combinePlaces: PlaceCombination },
): number | null {
  if (own !== null) return own;
  if (kind === 'milestone' || kind === 'text' || combinePlaces === 'count_yes') return null;
  return kind === 'share' || combinePlaces === 'mean' ? county : null;
}
