import { changesIn, withinLock, type DecisionValues } from './decision-values.ts';
import { someDecision } from './some-decision.ts';

const values: DecisionValues = {
  text: 'Regionen betalar.',
  number: '12',
  organisationId: 'region',
  personId: '',
  due: '2026-05-01',
  recordsNumber: '',
  isOpen: true,
};

describe('the fields of a decision', () => {
  it('are sent only when changed, and an empty one is nobody', () => {
    expect(changesIn(values, values)).toEqual({});
    expect(changesIn(values, { ...values, text: ' Regionen betalar. ' })).toEqual({});
    expect(changesIn(values, { ...values, organisationId: '', due: '', number: '13' })).toEqual({
      organisationId: null,
      due: null,
      number: 13,
    });
    expect(changesIn(values, { ...values, isOpen: false })).toEqual({ isOpen: false });
  });

  it('keep the wording the minutes have closed', () => {
    const locked = someDecision({ lockedReason: 'Protokollet är justerat.', text: 'Som protokollfört.', number: 7 });
    expect(withinLock(values, locked)).toEqual({ ...values, text: 'Som protokollfört.', number: '7' });
    expect(withinLock(values, someDecision())).toEqual(values);
  });
});
