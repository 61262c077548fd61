import { inputOf, kronorIn, movedBy, valuesOf } from './item-values.ts';

describe('an item in its form', () => {
  it('takes amounts as people write them, in whole kronor', () => {
    expect(['25 000', '25\u00a0000 kr', '25000', '', '0'].map(kronorIn)).toEqual([25_000, 25_000, 25_000, null, 0]);
    expect(['25,50', 'mycket', '-3', '99999999999'].map(kronorIn)).toEqual(Array(4).fill(undefined));
  });

  it('means whole months, from the first day to the last', () => {
    const values = { ...valuesOf(null), title: ' En träff ', isByMonth: true, from: '2028-02', to: '' };
    expect(inputOf(values)).toMatchObject({ title: 'En träff', fromDay: '2028-02-01', toDay: '2028-02-29' });
    expect(inputOf({ ...values, to: '2028-04' })).toMatchObject({ toDay: '2028-04-30' });
    expect(inputOf({ ...values, from: '' })).toMatchObject({ fromDay: null, toDay: null });
    expect(inputOf({ ...values, isByMonth: false, from: '2028-02-03', to: '' })).toMatchObject({
      fromDay: '2028-02-03',
      toDay: null,
    });
  });

  it('moves past its neighbour and no further', () => {
    expect(movedBy(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(movedBy(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });
});
