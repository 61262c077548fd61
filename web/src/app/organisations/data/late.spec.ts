import fc from 'fast-check';
import { FOLLOW_UP_STATES, JUDGEMENTS, ROUND_STATES } from '@samhandling/domain';
import { LATE_CODES, lateReasons } from './late.ts';

const today = '2026-05-10';
const calm = { judgement: 'on_track', followUpState: 'submitted', nextStepDate: '2026-05-10' } as const;

describe('lateReasons', () => {
  it('has nothing to say about what goes as planned, also on the very day of the next step', () => {
    expect(lateReasons(calm, 'open', today)).toEqual([]);
  });

  it.each([
    ['an answer sent back', { ...calm, followUpState: 'returned' }, 'open', ['returned']],
    ['no answer when the review has begun', { ...calm, followUpState: 'draft' }, 'in_review', ['no_answer']],
    ['a next step whose day has passed', { ...calm, nextStepDate: '2026-05-09' }, 'open', ['next_step_passed']],
    ['a need for support', { ...calm, judgement: 'needs_support' }, 'adopted', ['needs_support']],
    ['a step before a new year', { ...calm, nextStepDate: '2025-12-31' }, 'open', ['next_step_passed']],
  ] as const)('names %s', (_what, item, round, expected) => {
    expect(lateReasons(item, round, today)).toEqual(expected);
  });

  it.each([
    ['a draft while the round still takes answers', { ...calm, followUpState: 'draft' }, 'open'],
    ['a past step of something completed', { ...calm, judgement: 'completed', nextStepDate: '2026-01-01' }, 'open'],
    ['a past step of something cancelled', { ...calm, judgement: 'cancelled', nextStepDate: '2026-01-01' }, 'open'],
    ['anything before the first round', { judgement: null, followUpState: null, nextStepDate: null }, null],
  ] as const)('does not count %s', (_what, item, round) => {
    expect(lateReasons(item, round, today)).toEqual([]);
  });

  it('gives each reason once, the most urgent first', () => {
    const item = fc.record({
      judgement: fc.constantFrom(...JUDGEMENTS, null),
      followUpState: fc.constantFrom(...FOLLOW_UP_STATES, null),
      nextStepDate: fc.constantFrom('2026-05-09', '2026-05-10', '2026-05-11', null),
    });
    fc.assert(
      fc.property(item, fc.constantFrom(...ROUND_STATES, null), (facts, round) => {
        const reasons = lateReasons(facts, round, today);
        expect(reasons).toEqual(LATE_CODES.filter((code) => reasons.includes(code)));
      }),
    );
  });
});
