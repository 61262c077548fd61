import type { ImportReview, UpdateImportRequest } from '@samhandling/contracts';
import fc from 'fast-check';
import { clashOf, decisionsOf, isEmptyChange, mergeChanges, withChange, withoutKeys } from './decisions.ts';
import { someReview } from './some-review.ts';

const settings = fc.record({ title: fc.string(), firstYear: fc.constantFrom(2024, null) }, { requiredKeys: [] });
const change: fc.Arbitrary<UpdateImportRequest> = fc.record(
  {
    settings,
    actors: fc.array(
      fc.record({
        name: fc.constantFrom('Polisen', 'Regionen'),
        decision: fc.constantFrom(null, { use: 'new' as const, name: 'X', kind: 'other' as const }),
      }),
      { maxLength: 3 },
    ),
    indicators: fc.array(
      fc.record({
        key: fc.constantFrom('1.1/1#0', '1.1/1#1'),
        decision: fc.constantFrom(null, { answer: 'refused' as const }),
      }),
      { maxLength: 3 },
    ),
    settledFlags: fc.array(
      fc.record({ line: fc.constant(2), code: fc.constant('number_jump'), settled: fc.boolean() }),
      {
        maxLength: 2,
      },
    ),
  },
  { requiredKeys: [] },
);

describe('changes of an import', () => {
  it('merged say the same as one after the other', () => {
    fc.assert(
      fc.property(change, change, (first, second) => {
        const review = someReview();
        const apart = withChange(withChange(review, first), second);
        expect(decisionsOf(withChange(review, mergeChanges(first, second)))).toEqual(decisionsOf(apart));
      }),
    );
  });

  it('never send the same thing twice', () => {
    const merged = mergeChanges(
      { actors: [{ name: 'Polisen', decision: null }] },
      { actors: [{ name: 'Polisen', decision: { use: 'new', name: 'Polisen', kind: 'police' } }] },
    );
    expect(merged.actors).toEqual([{ name: 'Polisen', decision: { use: 'new', name: 'Polisen', kind: 'police' } }]);
  });

  it('clash only where both have decided, and differently', () => {
    const base = someReview();
    const mine = withChange(base, { settings: { title: 'Min', theme: 'Lika' } });
    const theirs = withChange(base, { settings: { title: 'Deras', theme: 'Lika', firstYear: 2030 } });
    expect(clashOf(base, mine, theirs)).toEqual({
      theirs: ['settings:title', 'settings:theme', 'settings:firstYear'],
      both: ['settings:title'],
    });
  });

  it('leave out what the other person was given right in', () => {
    const left = withoutKeys(
      { settings: { title: 'Min', theme: 'Min' }, settledFlags: [{ line: 2, code: 'number_jump', settled: true }] },
      new Set(['settings:title', 'flag:2:number_jump']),
    );
    expect(left).toEqual({ settings: { theme: 'Min' }, settledFlags: [] });
    expect(isEmptyChange(left)).toBe(false);
    expect(isEmptyChange(withoutKeys(left, new Set(['settings:theme'])))).toBe(true);
  });

  it('show a decision at once without touching the rest', () => {
    const review: ImportReview = someReview();
    const after = withChange(review, { indicators: [{ key: '1.1/1#1', decision: { answer: 'refused' } }] });
    expect(after.indicators.map(({ decision }) => decision)).toEqual([null, { answer: 'refused' }]);
    expect(after.actors).toEqual(review.actors);
    expect(review.indicators[1]?.decision).toBeNull();
  });
});
