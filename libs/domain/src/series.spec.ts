import fc from 'fast-check';
import { seriesBreaks, type SeriesRound } from './series.ts';

const rounds = (...versions: (number | null)[]): SeriesRound[] =>
  versions.map((definitionVersion, index) => ({ label: String(2020 + index), definitionVersion }));

describe('seriesBreaks', () => {
  it('finds where the definition changed', () => {
    const found = seriesBreaks(rounds(1, 1, 2, 2, 3));
    expect(found.map((one) => one.before)).toEqual([2, 4]);
    expect(found[0]?.words.sv).toBe(
      'Indikatorn mäts på ett nytt sätt från och med 2022. Jämför inte med 2021 och tidigare.',
    );
  });

  it('does not take a gap for a change', () => {
    expect(seriesBreaks(rounds(null, 1, null, 1))).toEqual([]);
    expect(seriesBreaks(rounds(1, null, 2))).toMatchObject([
      { before: 2, from: { label: '2020' }, to: { label: '2022' } },
    ]);
    expect(seriesBreaks([])).toEqual([]);
  });

  it('leaves every stretch between breaks with one definition', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 3 }), { nil: null })), (versions) => {
        const starts = [0, ...seriesBreaks(rounds(...versions)).map((one) => one.before), versions.length];
        for (let index = 1; index < starts.length; index += 1) {
          const stretch = versions.slice(starts[index - 1], starts[index]).filter((version) => version !== null);
          expect(new Set(stretch).size).toBeLessThanOrEqual(1);
          if (index > 1) expect(versions[starts[index - 1] ?? 0]).not.toBeNull();
        }
      }),
    );
  });
});
