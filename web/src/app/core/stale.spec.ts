import fc from 'fast-check';
import { mergedByChoice, staleFields } from './stale.ts';

interface Text {
  readonly a: string;
  readonly b: string;
  readonly c: string;
}
const labels = { a: 'A', b: 'B', c: 'C' };
const shown = (name: keyof Text, value: Text): string => value[name];
const text = fc.record({
  a: fc.constantFrom('', 'x', 'y'),
  b: fc.constantFrom('', 'x', 'y'),
  c: fc.constantFrom('', 'x'),
});

describe('staleFields', () => {
  it('proposes the side that changed and asks where both did', () => {
    const base = { a: '1', b: '1', c: '1' };
    const fields = staleFields(base, { a: '2', b: '1', c: '2' }, { a: '1', b: '3', c: '3' }, labels, shown);
    expect(fields.map((field) => [field.name, field.proposed])).toEqual([
      ['a', 'mine'],
      ['b', 'theirs'],
      ['c', null],
    ]);
  });

  it('says nothing about fields where both agree', () => {
    const both = { a: '2', b: '2', c: '2' };
    expect(staleFields({ a: '1', b: '1', c: '1' }, both, both, labels, shown)).toEqual([]);
  });

  it('never loses a change of either side when the proposals are taken and nothing is in conflict', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const fields = staleFields(base, mine, theirs, labels, shown);
        const answer = Object.fromEntries(fields.map((field) => [field.name, field.proposed ?? 'mine']));
        const merged = mergedByChoice(mine, theirs, answer);
        for (const name of ['a', 'b', 'c'] as const) {
          if (mine[name] !== base[name]) {
            if (theirs[name] === base[name]) expect(merged[name]).toBe(mine[name]);
          } else expect(merged[name]).toBe(theirs[name]);
        }
      }),
    );
  });
});
