import type { Direction, IndicatorKind, PlaceCombination } from './indicator.ts';
import { compareToTarget, DEFAULT_TARGET_MARGIN, type TargetCoverage, type TargetStatus } from './target.ts';

/** A figure as it may be shown; `of` and `reported` are the places it is made of. */
export type TargetFigure =
  | { readonly state: 'not_reported' | 'not_applicable' | 'protected'; readonly of: number; readonly reported: number }
  | {
      readonly state: 'value';
      readonly value: number | null;
      readonly denominator: number | null;
      readonly of: number;
      readonly reported: number;
    };

export interface TargetDefinition {
  readonly kind: IndicatorKind;
  readonly direction: Direction;
  readonly combinePlaces: PlaceCombination;
  /** Fraction of the target that counts as near; the usual margin when null. */
  readonly targetMargin: number | null;
}

/**
 * The number to stand against a target: a share in per cent. Null where there is nothing to compare: no value, one that is
 * protected, a share without its whole, a text, a milestone of one place. Over several places a milestone is how many have
 * reached it.
 */
export function comparableFigure(figure: TargetFigure, kind: IndicatorKind): number | null {
  if (figure.state !== 'value' || figure.value === null || kind === 'text') return null;
  if (kind === 'milestone' && figure.of <= 1) return null;
  if (kind !== 'share') return figure.value;
  return figure.denominator === null || figure.denominator <= 0 ? null : (figure.value / figure.denominator) * 100;
}

/** A sum that is not whole can only grow; a part of a mean or a share can go anywhere. */
export function figureCoverage(
  { of, reported }: Pick<TargetFigure, 'of' | 'reported'>,
  { kind, combinePlaces }: Pick<TargetDefinition, 'kind' | 'combinePlaces'>,
): TargetCoverage {
  if (reported >= of) return 'whole';
  return kind !== 'share' && combinePlaces !== 'mean' ? 'part_of_sum' : 'part';
}

/** How a figure stands to a target. What is not known, or not wholly known, is never called reached. */
export function figureStatus(figure: TargetFigure, target: number | null, definition: TargetDefinition): TargetStatus {
  return compareToTarget(
    comparableFigure(figure, definition.kind),
    target,
    definition.direction,
    definition.targetMargin ?? DEFAULT_TARGET_MARGIN,
    figureCoverage(figure, definition),
  ).status;
}

/**
 * Where near begins and ends: from the edge of the margin to the target, least first. Null where near means nothing: without
 * a target, a direction or a margin, and for a target of zero, which has no size to take a part of.
 */
export function nearBand(
  target: number | null,
  direction: Direction,
  margin: number | null,
): readonly [number, number] | null {
  if (target === null || direction === 'none') return null;
  const width = Math.abs(target) * Math.max(margin ?? DEFAULT_TARGET_MARGIN, 0);
  if (width === 0) return null;
  return direction === 'up' ? [target - width, target] : [target, target + width];
}
