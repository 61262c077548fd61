import { belowTwice } from './agenda-reasons.ts';
import type { AttentionCode, AttentionReason } from './attention.ts';
import { daysBetween, formatDay, type Day } from './date-text.ts';
import type { Judgement } from './judgement.ts';
import type { Label } from './locale.ts';

export type RotationReasonCode = AttentionCode | 'due_step' | 'below_target_twice' | 'silent' | 'never_up';
export interface RotationReason {
  readonly code: RotationReasonCode;
  readonly words: Label;
}
export interface RotationFacts {
  /** Why it needs eyes, whatever meetings there are. */
  readonly attention: readonly AttentionReason[];
  /** Indicators that have not reached their target in two rounds running. */
  readonly belowTwice: readonly { readonly id: string; readonly text: string }[];
  readonly judgement: Judgement | null;
  readonly nextStepDate: Day | null;
  readonly lastUpOn: Day | null;
  readonly silentAfterDays: number;
}

/**
 * What is late, stuck or decided: it is to be up early. That something is unknown or new is no hurry, nor that it was up long
 * ago, which is so for most of a plan that is up twice a year and which the turns mend by themselves, nor a target that the
 * year has not reached yet: where everything hurries nothing does. A target missed two rounds running is stuck.
 */
const PRESSING: ReadonlySet<RotationReasonCode> = new Set([
  'overdue',
  'returned',
  'decision_open',
  'falling',
  'due_step',
  'below_target_twice',
]);

/** Why an activity is worth a place, most pressing first: what is late, what needs eyes, and how long since it was up. */
export function rotationReasons(facts: RotationFacts, today: Day): RotationReason[] {
  const { judgement, nextStepDate, lastUpOn, silentAfterDays } = facts;
  const isOver = judgement === 'completed' || judgement === 'cancelled';
  const reasons: RotationReason[] = [];
  if (nextStepDate !== null && nextStepDate < today && !isOver) {
    reasons.push({
      code: 'due_step',
      words: {
        sv: `Nästa steg skulle ha varit klart ${formatDay(nextStepDate, 'sv')}.`,
        en: `The next step was to be done by ${formatDay(nextStepDate, 'en')}.`,
      },
    });
  }
  const twice = isOver ? [] : facts.belowTwice;
  reasons.push(...twice.map(belowTwice).map(({ words }) => ({ code: 'below_target_twice' as const, words })));
  // Said already: that it was missed twice says that it is missed now, and how long since it was up comes last.
  const isSaid = ({ code, indicatorId }: AttentionReason): boolean =>
    code === 'not_discussed_since' || (code === 'value_below_target' && twice.some(({ id }) => id === indicatorId));
  reasons.push(...facts.attention.filter((reason) => !isSaid(reason)).map(({ code, words }) => ({ code, words })));
  if (isOver) return reasons;
  if (lastUpOn === null) {
    reasons.push({
      code: 'never_up',
      words: { sv: 'Har inte varit uppe i gruppen.', en: 'Has not been up in the group.' },
    });
  } else if (daysBetween(lastUpOn, today) >= silentAfterDays) {
    const days = daysBetween(lastUpOn, today);
    reasons.push({
      code: 'silent',
      words: { sv: `Har inte varit uppe på ${days} dagar.`, en: `Has not been up for ${days} days.` },
    });
  }
  return reasons;
}

/** Is to be up early: somebody needs support, or a reason says that time has run out. */
export function isPressing(judgement: Judgement | null, reasons: readonly Pick<RotationReason, 'code'>[]): boolean {
  return judgement === 'needs_support' || reasons.some(({ code }) => PRESSING.has(code));
}
