import { isLiftDraft, liftChanges, liftValues } from './lift-values.ts';

const values = { question: 'Vem betalar?', proposal: 'Regionen betalar.' };

describe('the fields of a lifted question', () => {
  it('are sent only when changed', () => {
    expect(liftChanges(values, { question: ' Vem betalar? ', proposal: values.proposal })).toEqual({});
    expect(liftChanges(values, { ...values, proposal: '' })).toEqual({ proposal: '' });
    expect(liftValues({ ...values })).toEqual(values);
  });

  it('are read back from a draft only in their own shape', () => {
    const draft = { base: { ...values, version: 2 }, values };
    expect(isLiftDraft(JSON.parse(JSON.stringify(draft)))).toBe(true);
    expect(isLiftDraft({ ...draft, base: values })).toBe(false);
    expect(isLiftDraft({ ...draft, values: { question: 'Vem?' } })).toBe(false);
  });
});
