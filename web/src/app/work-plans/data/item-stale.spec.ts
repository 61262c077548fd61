import { staleFields } from '../../core/stale.ts';
import { flat, shownField, unflat } from './item-stale.ts';
import { type ItemValues, valuesOf } from './item-values.ts';

const values: ItemValues = {
  ...valuesOf(null),
  title: 'En träff',
  organisationIds: ['b', 'a'],
  from: '2028-02',
  to: '2028-03',
  amount: '25 000',
};
const labels = { ...flat(values), title: 'Vad', when: 'Tid', amount: 'Belopp' };
const compared = (mine: ItemValues, theirs: ItemValues) =>
  staleFields(flat(values), flat(mine), flat(theirs), labels, (name, side) => shownField(name, side, (id) => id, 'sv'));

describe('an item compared field by field', () => {
  it('comes back whole', () => {
    expect(unflat(flat(values))).toEqual({ ...values, organisationIds: ['a', 'b'], amount: '25000' });
    expect(unflat(flat(valuesOf(null)))).toEqual(valuesOf(null));
  });

  it('does not take another order or another way to write an amount for a change', () => {
    expect(compared({ ...values, organisationIds: ['a', 'b'], amount: '25000 kr' }, values)).toEqual([]);
  });

  it('has its time as one field, in words', () => {
    const mine = { ...values, isByMonth: false, from: '2028-02-03', to: '' };
    const [when, ...others] = compared(mine, { ...values, to: '2028-04' });
    expect(when).toMatchObject({ name: 'when', mine: '3 februari 2028', proposed: null });
    expect(when?.theirs).toContain('april 2028');
    expect(others).toEqual([]);
  });
});
