import type { ActivityListItem, Day } from '@samhandling/contracts';
import type { RoundState } from '@samhandling/domain';

/** Why something promised needs a look. In the order of urgency. */
export const LATE_CODES = ['returned', 'no_answer', 'next_step_passed', 'needs_support'] as const;
export type LateCode = (typeof LATE_CODES)[number];

type Facts = Pick<ActivityListItem, 'judgement' | 'followUpState' | 'nextStepDate'>;

/**
 * What is late with one activity, as far as the list of commitments can tell: an answer sent back, an answer not given
 * though the round is being reviewed, a next step whose day has passed, and a need for support. Nothing is late with what
 * is cancelled, and a completed activity has no next step to be late with. Empty when all is well.
 */
export function lateReasons(item: Facts, round: RoundState | null, today: Day): LateCode[] {
  const reasons: LateCode[] = [];
  if (item.followUpState === 'returned') reasons.push('returned');
  if (item.followUpState === 'draft' && round === 'in_review') reasons.push('no_answer');
  if (item.judgement === 'cancelled') return reasons;
  const passed = item.nextStepDate !== null && item.nextStepDate < today;
  if (passed && item.judgement !== 'completed') reasons.push('next_step_passed');
  if (item.judgement === 'needs_support') reasons.push('needs_support');
  return reasons;
}
