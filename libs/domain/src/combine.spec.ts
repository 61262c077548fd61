import fc from 'fast-check';
import {
  combinePeriods,
  combinePlaces,
  combineShares,
  exactSum,
  isComplete,
  NOT_APPLICABLE,
  NOT_REPORTED,
  PROTECTED,
  valueCell,
  valueOf,
  type Cell,
} from './combine.ts';
import { roundTo } from './number-size.ts';

const value = fc.integer({ min: 0, max: 10_000_000 }).map((whole) => valueCell(whole / 10_000));
const open: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 3, arbitrary: value },
  fc.constantFrom(NOT_REPORTED, NOT_APPLICABLE),
);
const any: fc.Arbitrary<Cell> = fc.oneof({ weight: 6, arbitrary: open }, fc.constant(PROTECTED));

describe('combinePlaces', () => {
  it('adds what is reported and says of how many', () => {
    const cells = [valueCell(2), valueCell(0), NOT_REPORTED, NOT_APPLICABLE];
    expect(combinePlaces(cells, 'sum')).toEqual({
      state: 'value',
      value: 2,
      of: 3,
      reported: 2,
      notApplicable: 1,
      protected: 0,
    });
    expect(combinePlaces(cells, 'mean')).toMatchObject({ state: 'value', value: 1 });
    expect(combinePlaces(cells, 'count_yes')).toMatchObject({ state: 'value', value: 1 });
  });

  it('keeps zero and unknown apart', () => {
    expect(combinePlaces([valueCell(0)], 'sum')).toMatchObject({ state: 'value', value: 0 });
    expect(combinePlaces([NOT_REPORTED, NOT_APPLICABLE], 'sum')).toMatchObject({
      state: 'unknown',
      of: 1,
      reported: 0,
    });
    expect(combinePlaces([], 'count_yes')).toMatchObject({ state: 'unknown', of: 0 });
  });

  it('does not tell a whole from parts of which one is protected', () => {
    expect(combinePlaces([valueCell(7), PROTECTED], 'sum')).toMatchObject({ state: 'protected', of: 2, protected: 1 });
  });

  it('always knows the denominator', () => {
    fc.assert(
      fc.property(fc.array(any), fc.constantFrom('sum', 'mean', 'count_yes'), (cells, how) => {
        const combined = combinePlaces(cells, how);
        expect(combined.of + combined.notApplicable).toBe(cells.length);
        expect(combined.reported + combined.protected).toBeLessThanOrEqual(combined.of);
        expect(combined.state === 'value').toBe(combined.reported > 0 && combined.protected === 0);
        expect(isComplete(combined)).toBe(combined.of > 0 && cells.every((cell) => cell.state !== 'not_reported'));
      }),
    );
  });

  it('does not depend on order, and empty cells add nothing', () => {
    fc.assert(
      fc.property(fc.array(open, { minLength: 1 }), fc.constantFrom('sum', 'mean', 'count_yes'), (cells, how) => {
        const here = combinePlaces(cells, how);
        expect(valueOf(combinePlaces([...cells].reverse(), how))).toBe(valueOf(here));
        expect(valueOf(combinePlaces([...cells, NOT_REPORTED, NOT_APPLICABLE], how))).toBe(valueOf(here));
      }),
    );
  });

  it('puts the mean between the smallest and the largest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1 }), (numbers) => {
        const mean = valueOf(combinePlaces(numbers.map(valueCell), 'mean'));
        expect(mean).toBeGreaterThanOrEqual(Math.min(...numbers));
        expect(mean).toBeLessThanOrEqual(Math.max(...numbers));
      }),
    );
  });
});

describe('exactSum', () => {
  it('adds decimals as on paper', () => {
    expect(exactSum([0.1, 0.2])).toBe(0.3);
    expect(exactSum([-0.5, 0.25])).toBe(-0.25);
    expect(exactSum([])).toBe(0);
    expect(exactSum([1e12, 0.0001, -1e12])).toBe(0.0001);
  });

  it('agrees with whole-number arithmetic', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), (numbers) => {
        const total = numbers.reduce((sum, number) => sum + number, 0);
        expect(exactSum(numbers.map((number) => number / 10_000))).toBe(total === 0 ? 0 : total / 10_000);
      }),
    );
  });
});

describe('combinePeriods', () => {
  it('takes the newest value, passing over what is empty', () => {
    expect(combinePeriods([valueCell(4), valueCell(0), NOT_REPORTED], 'latest')).toMatchObject({
      state: 'value',
      value: 0,
    });
    expect(combinePeriods([NOT_REPORTED], 'latest')).toMatchObject({ state: 'unknown' });
    expect(combinePeriods([valueCell(4), PROTECTED, NOT_REPORTED], 'latest')).toMatchObject({ state: 'protected' });
    expect(combinePeriods([PROTECTED, valueCell(4)], 'latest')).toMatchObject({ state: 'value', value: 4 });
    expect(combinePeriods([valueCell(4), valueCell(3)], 'sum')).toMatchObject({
      state: 'value',
      value: 7,
      of: 2,
      reported: 2,
    });
  });

  it('gives the last reported value', () => {
    fc.assert(
      fc.property(fc.array(open), (cells) => {
        const values = cells.map(valueOf).filter((item) => item !== null);
        expect(valueOf(combinePeriods(cells, 'latest'))).toBe(values.at(-1) ?? null);
      }),
    );
  });
});

describe('combineShares', () => {
  it('adds numerators and denominators and never averages percentages', () => {
    const cells = [
      { state: 'value', numerator: 1, denominator: 1 },
      { state: 'value', numerator: 0, denominator: 99 },
      { state: 'not_reported' },
    ] as const;
    expect(combineShares(cells)).toMatchObject({ state: 'value', numerator: 1, denominator: 100, of: 3, reported: 2 });
    expect(combineShares([{ state: 'not_reported' }])).toMatchObject({ state: 'unknown' });
    expect(combineShares([...cells, { state: 'protected' }])).toMatchObject({ state: 'protected' });
  });

  it('stays between the lowest and the highest share', () => {
    const share = fc
      .tuple(fc.nat(100), fc.integer({ min: 1, max: 100 }))
      .map(([a, b]) => ({ state: 'value' as const, numerator: Math.min(a, b), denominator: b }));
    fc.assert(
      fc.property(fc.array(share, { minLength: 1 }), (cells) => {
        const combined = combineShares(cells);
        if (combined.state !== 'value') throw new Error('A reported share must combine to a value.');
        const ratios = cells.map((cell) => roundTo(cell.numerator / cell.denominator, 9));
        const ratio = roundTo(combined.numerator / combined.denominator, 9);
        expect(ratio).toBeGreaterThanOrEqual(Math.min(...ratios));
        expect(ratio).toBeLessThanOrEqual(Math.max(...ratios));
      }),
    );
  });
});
