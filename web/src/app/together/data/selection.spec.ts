import fc from 'fast-check';
import { NOTHING_CHOSEN, chosenAfter } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

describe('choosing rows', () => {
  it('takes all between with Shift, both ways, and takes them away again', () => {
    const one = chosenAfter(NOTHING_CHOSEN, order, 'd', true, false);
    const back = chosenAfter(one, order, 'b', true, true);
    expect([...back.chosen].sort()).toEqual(['b', 'c', 'd']);
    const away = chosenAfter(back, order, 'c', false, true);
    expect([...away.chosen]).toEqual(['d']);
  });

  it('starts at the row itself when there is nothing to go on from', () => {
    expect([...chosenAfter(NOTHING_CHOSEN, order, 'c', true, true).chosen]).toEqual(['c']);
    expect([...chosenAfter({ chosen: new Set(), anchor: 'gone' }, order, 'c', true, true).chosen]).toEqual(['c']);
  });

  it('leaves everything outside the range as it was', () => {
    const id = fc.constantFrom(...order);
    fc.assert(
      fc.property(fc.subarray(order), id, id, fc.boolean(), (chosen, anchor, to, on) => {
        const after = chosenAfter({ chosen: new Set(chosen), anchor }, order, to, on, true);
        const [start, end] = [order.indexOf(anchor), order.indexOf(to)].sort();
        order.forEach((one, index) => {
          const inside = index >= (start ?? 0) && index <= (end ?? 0);
          expect(after.chosen.has(one)).toBe(inside ? on : chosen.includes(one));
        });
      }),
    );
  });
});
