import fc from 'fast-check';
import {
  kronorText,
  sumWorkPlan,
  whenText,
  WORK_PLAN_STATES,
  WORK_PLAN_WORKFLOW,
  type SummedItem,
} from './work-plan.ts';
import { unreachableStates } from './workflow.ts';

const ITEM: SummedItem = {
  amountKronor: null,
  organisations: [],
  responsibleName: '',
  fromDay: null,
  needId: null,
  outcome: null,
};

describe('the sums of a work plan', () => {
  it('never leave out what they are out of', () => {
    const sums = sumWorkPlan([
      { ...ITEM, amountKronor: 0, organisations: [{}] },
      { ...ITEM, amountKronor: 25_000, needId: 'n', outcome: 'done' },
      { ...ITEM, responsibleName: 'Ada', fromDay: '2027-01-01' },
    ]);
    // Nothing stated and nothing to pay are two things.
    expect(sums).toEqual({
      items: 3,
      withAmount: 2,
      kronor: 25_000,
      withResponsible: 2,
      withTime: 1,
      fromNeeds: 1,
      outcomes: { done: 1, partly: 0, not_done: 0 },
      withoutOutcome: 2,
    });
  });

  it('count every item once', () => {
    const outcome = fc.constantFrom('done' as const, 'partly' as const, 'not_done' as const, null);
    fc.assert(
      fc.property(fc.array(fc.record({ outcome, amountKronor: fc.option(fc.nat()) })), (items) => {
        const { outcomes, withoutOutcome, ...sums } = sumWorkPlan(items.map((item) => ({ ...ITEM, ...item })));
        expect(outcomes.done + outcomes.partly + outcomes.not_done + withoutOutcome).toBe(sums.items);
        expect(sums.withAmount).toBeLessThanOrEqual(sums.items);
      }),
    );
  });
});

describe('when', () => {
  const when = (fromDay: string | null, toDay: string | null, isByMonth: boolean) =>
    whenText({ fromDay, toDay, isByMonth }, 'sv');
  it('is said in days or in months, what is shared once', () => {
    expect(when(null, null, false)).toBe('');
    expect(when('2027-03-12', null, false)).toBe('12 mars 2027');
    expect(when('2027-03-12', '2027-03-14', false)).toBe('12–14 mars 2027');
    expect(when('2027-03-01', '2027-03-31', true)).toBe('mars 2027');
    expect(when('2027-03-01', '2027-05-31', true)).toBe('mars–maj 2027');
    expect(when('2027-11-01', '2028-02-29', true)).toBe('november 2027–februari 2028');
  });
});

it('money is whole kronor', () => {
  expect(kronorText(25_000, 'sv').replace(/\s/gu, ' ')).toBe('25 000 kr');
});

it('every state of a work plan can be reached', () => {
  expect(unreachableStates(WORK_PLAN_WORKFLOW, WORK_PLAN_STATES, 'draft')).toEqual([]);
});
