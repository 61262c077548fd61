import { liftChanges, liftValues } from './lift-values.ts';

const values = { question: 'Vem betalar?', proposal: 'Regionen betalar.' };

describe('the fields of a lifted question', () => {
  it('are sent only when changed', () => {
    expect(liftChanges(values, { question: ' Vem betalar? ', proposal: values.proposal })).toEqual({});
    expect(liftChanges(values, { ...values, proposal: '' })).toEqual({ proposal: '' });
    expect(liftValues({ ...values })).toEqual(values);
  });
});
