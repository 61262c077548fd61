import fc from 'fast-check';
import { protectOutcomes, type ProtectableIndicator, type ProtectableOutcome } from './protect-outcomes.ts';
import { workedOutCells } from './suppression.ts';

const perPlace = (places: readonly string[], overrides: Partial<ProtectableIndicator> = {}): ProtectableIndicator => ({
  kind: 'count',
  bySex: false,
  combinePlaces: 'sum',
  smallNumberThreshold: 5,
  places,
  ...overrides,
});
const total = (place: string | null, value: number, denominator: number | null = null): ProtectableOutcome => ({
  place,
  sex: 'total',
  state: 'value',
  value,
  denominator,
});

describe('protectOutcomes', () => {
  it('protects a small number and one more, so that the sum does not give it away', () => {
    const shown = protectOutcomes(perPlace(['a', 'b', 'c']), [total('a', 3), total('b', 20), total('c', 9)]);
    expect(['a', 'b', 'c'].map((place) => shown.cell(place, 'total'))).toEqual([true, false, true]);
    expect(shown.combined('total')).toBe(false);
  });

  it('shows everything where no threshold is set, and zero always', () => {
    const open = protectOutcomes(perPlace(['a'], { smallNumberThreshold: null }), [total('a', 3)]);
    expect(open.cell('a', 'total')).toBe(false);
    expect(protectOutcomes(perPlace(['a', 'b']), [total('a', 0), total('b', 12)]).cell('a', 'total')).toBe(false);
  });

  it('protects a share when the numerator is small, and when all but a few are in it', () => {
    const shares = perPlace([], { kind: 'share' });
    expect(protectOutcomes(shares, [total(null, 2, 40)]).cell(null, 'total')).toBe(true);
    expect(protectOutcomes(shares, [total(null, 38, 40)]).cell(null, 'total')).toBe(true);
    expect(protectOutcomes(shares, [total(null, 20, 40)]).cell(null, 'total')).toBe(false);
    expect(protectOutcomes(shares, [total(null, 40, 40)]).cell(null, 'total')).toBe(false);
  });

  it('protects a total whose sexes are missing or do not add up, against the other places', () => {
    const sex = (place: string, name: 'women' | 'men', value: number): ProtectableOutcome => ({
      ...total(place, value),
      sex: name,
    });
    const of = (outcomes: readonly ProtectableOutcome[]) =>
      protectOutcomes(perPlace(['a', 'b', 'c'], { bySex: true }), outcomes);
    const whole = [
      sex('b', 'women', 10),
      sex('b', 'men', 10),
      total('b', 20),
      sex('c', 'women', 20),
      sex('c', 'men', 20),
      total('c', 40),
    ];
    const missing = of([total('a', 3), ...whole]);
    expect(missing.cell('a', 'total')).toBe(true);
    expect([missing.cell('b', 'total'), missing.cell('c', 'total'), missing.combined('total')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([missing.cell('b', 'women'), missing.cell('b', 'men')].filter(Boolean)).toHaveLength(1);
    const unequal = of([sex('a', 'women', 3), sex('a', 'men', 10), total('a', 20), ...whole]);
    expect([unequal.cell('a', 'women'), unequal.cell('a', 'men'), unequal.cell('a', 'total')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(unequal.combined('women')).toBe(true);
  });

  it('keeps the number of municipalities that said yes', () => {
    const shown = protectOutcomes(perPlace(['a', 'b'], { combinePlaces: 'count_yes' }), [total('a', 1), total('b', 9)]);
    expect(shown.cell('a', 'total')).toBe(true);
    expect(shown.combined('total')).toBe(false);
  });

  it('never leaves a protected value that the shown ones give away', () => {
    const sized = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(sized, fc.boolean(), (women, bySex) => {
        const places = women.map((_, index) => `p${index}`);
        const outcomes = women.flatMap((value, index): ProtectableOutcome[] => {
          const place = places[index] ?? '';
          const men = (value * 7 + index) % 13;
          if (!bySex) return [total(place, value)];
          return [
            { ...total(place, value), sex: 'women' },
            { ...total(place, men), sex: 'men' },
            total(place, value + men),
          ];
        });
        const shown = protectOutcomes(perPlace(places, { bySex }), outcomes);
        const sexes = bySex ? (['women', 'men', 'total'] as const) : (['total'] as const);
        const inner = places.map((place) =>
          sexes.map((sex) => outcomes.find((one) => one.place === place && one.sex === sex)?.value ?? 0),
        );
        const sums = sexes.map((_, column) => inner.reduce((sum, row) => sum + (row[column] ?? 0), 0));
        const rows = [...inner, sums].map((row) => row.map((value) => ({ state: 'value' as const, value })));
        const isHidden = (row: number, column: number): boolean => {
          const sex = sexes[column] ?? 'total';
          return row === inner.length ? shown.combined(sex) : shown.cell(places[row] ?? '', sex);
        };
        expect(workedOutCells({ rows, totalRow: true, totalColumn: bySex }, isHidden)).toEqual([]);
        for (const [row, cells] of [...inner, sums].entries()) {
          for (const [column, value] of cells.entries())
            if (value > 0 && value < 5) expect(isHidden(row, column)).toBe(true);
        }
      }),
    );
  });
});
