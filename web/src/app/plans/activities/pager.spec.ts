import fc from 'fast-check';
import { pageNumbers } from './pager.ts';

describe('pageNumbers', () => {
  it.each([
    [1, 1, [1]],
    [1, 2, [1, 2]],
    [3, 5, [1, 2, 3, 4, 5]],
    [1, 9, [1, 2, null, 9]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [4, 9, [1, 2, 3, 4, 5, null, 9]],
  ])('on page %d of %d offers %j', (page, last, expected) => {
    expect(pageNumbers(page, last)).toEqual(expected);
  });

  it('always offers the first, the last and this page, in order, and never a gap of one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), (page, more) => {
        const last = page + more;
        const numbers = pageNumbers(page, last);
        const shown = numbers.filter((one) => one !== null);
        expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b));
        expect(shown).toEqual(expect.arrayContaining([1, page, last]));
        numbers.forEach((one, at) => {
          if (one === null) expect((numbers[at + 1] ?? 0) - (numbers[at - 1] ?? 0)).toBeGreaterThan(2);
        });
      }),
    );
  });
});
