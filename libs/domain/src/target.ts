import type { Direction } from './indicator.ts';

export const TARGET_STATUSES = ['reached', 'near', 'missed', 'unknown'] as const;
export type TargetStatus = (typeof TARGET_STATUSES)[number];

/** Within a tenth of the target counts as near, where no other margin is set. */
export const DEFAULT_TARGET_MARGIN = 0.1;

/**
 * How much the value covers. `part_of_sum`: places are missing from a sum or a count, which can only grow; `part`:
 * places are missing from a mean or the like, which can go anywhere.
 */
export type TargetCoverage = 'whole' | 'part_of_sum' | 'part';

export interface TargetComparison {
  readonly status: TargetStatus;
  /** Value minus target, turned so that positive is on the good side. Null when unknown. */
  readonly distance: number | null;
}

const UNKNOWN: TargetComparison = { status: 'unknown', distance: null };

/**
 * Stands the value against the target by the direction of good. Unknown is never reached: without a value, a target or
 * a direction nothing is claimed, and a part counts only where the missing rest cannot change the answer.
 *
 * `margin` is a fraction of the target's size (0.1 is a tenth), 0 or more.
 */
export function compareToTarget(
  value: number | null,
  target: number | null,
  direction: Direction,
  margin: number = DEFAULT_TARGET_MARGIN,
  coverage: TargetCoverage = 'whole',
): TargetComparison {
  if (value === null || target === null || direction === 'none' || coverage === 'part') return UNKNOWN;
  const distance = direction === 'up' ? value - target : target - value;
  const reached = distance >= 0;
  if (coverage === 'part_of_sum' && reached !== (direction === 'up')) return UNKNOWN;
  if (reached) return { status: 'reached', distance };
  return { status: -distance <= Math.abs(target) * Math.max(margin, 0) ? 'near' : 'missed', distance };
}

/** True when the value has moved away from good since last time. Unknown or without direction: never. */
export function isFalling(value: number | null, before: number | null, direction: Direction): boolean {
  if (value === null || before === null || direction === 'none') return false;
  return direction === 'up' ? value < before : value > before;
}
