import fc from 'fast-check';
import { type IndicatorWords, layoutIndicator } from './indicator-layout.ts';
import type { IndicatorPoint } from './indicator-points.ts';

const words: IndicatorWords = {
  tick: String,
  target: (value) => `Målvärde ${String(value)}`,
  legend: {
    confirmed: 'Fastställt',
    preliminary: 'Preliminärt',
    baseline: 'Baslinje',
    target: 'Målvärde',
    near: 'Nära målet',
  },
  newDefinition: 'nytt mätsätt',
};

function point(round: number, more: Partial<IndicatorPoint>): IndicatorPoint {
  const value = more.value ?? null;
  return {
    id: String(round),
    round: String(round),
    value,
    label: value === null ? [] : [String(value)],
    text: '',
    preliminary: false,
    notes: [],
    source: '',
    target: null,
    near: null,
    against: '',
    breaksBefore: false,
    isBaseline: false,
    ...more,
  };
}

const series = fc
  .array(
    fc.record({
      value: fc.option(
        fc.integer({ min: -5000, max: 500_000 }).map((hundredths) => hundredths / 100),
        { nil: null },
      ),
      preliminary: fc.boolean(),
      breaksBefore: fc.boolean(),
      target: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rounds) => rounds.map((round, index) => point(2010 + index, round)));

describe('layoutIndicator', () => {
  it('draws a point for each value and no other, and a line only between comparable neighbours', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 240, max: 1200 }), (points, width) => {
        const layout = layoutIndicator(points, width, words);
        expect(layout.points).toHaveLength(points.filter((one) => one.value !== null).length);
        const lines = points.filter(
          (one, index) => index > 0 && one.value !== null && points[index - 1]?.value !== null && !one.breaksBefore,
        );
        expect(layout.lines).toHaveLength(lines.length);
        expect(layout.breaks).toHaveLength(points.slice(1).filter((one) => one.breaksBefore).length);
        for (const one of layout.points) {
          expect(one.x).toBeGreaterThan(layout.left);
          expect(one.x).toBeLessThan(width);
          expect(one.y).toBeLessThanOrEqual(layout.bottom + 0.001);
          expect(one.labelY).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('never draws across a round without a figure', () => {
    const layout = layoutIndicator([point(2023, { value: 3 }), point(2024, {}), point(2025, { value: 5 })], 600, words);
    expect(layout.lines).toEqual([]);
    expect(layout.points).toHaveLength(2);
    expect(layout.rounds.map((round) => round.label)).toEqual(['2023', '2024', '2025']);
  });

  it('draws zero as a point on the base line', () => {
    const layout = layoutIndicator([point(2024, { value: 0 }), point(2025, { value: 8 })], 600, words);
    expect(layout.points[0]?.y).toBe(layout.bottom);
  });

  it('dots what may change, and explains only what is drawn', () => {
    const layout = layoutIndicator(
      [point(2024, { value: 3 }), point(2025, { value: 5, preliminary: true })],
      600,
      words,
    );
    expect(layout.lines.map((line) => line.preliminary)).toEqual([true]);
    expect(layout.legend.map((entry) => entry.look)).toEqual(['confirmed', 'preliminary']);
  });

  it('joins equal targets, parts unequal ones, and says one target in the legend', () => {
    const same = layoutIndicator(
      [point(2024, { value: 3, target: 10 }), point(2025, { value: 5, target: 10 })],
      600,
      words,
    );
    expect(same.targets).toHaveLength(1);
    expect(same.legend.at(-1)?.word).toBe('Målvärde 10');
    const raised = layoutIndicator(
      [point(2024, { value: 3, target: 10 }), point(2025, { value: 5, target: 20 })],
      600,
      words,
    );
    expect(raised.targets.map((target) => target.text)).toEqual(['10', '20']);
    expect(raised.legend.at(-1)?.word).toBe('Målvärde');
  });

  it('begins with the baseline, of its own look, and draws no line from it', () => {
    const layout = layoutIndicator(
      [point(2021, { value: 4, isBaseline: true }), point(2024, { value: 3 }), point(2025, { value: 5 })],
      600,
      words,
    );
    expect(layout.points.map(({ isBaseline }) => isBaseline)).toEqual([true, false, false]);
    expect(layout.lines).toHaveLength(1);
    expect(layout.legend.map(({ look }) => look)).toEqual(['baseline', 'confirmed']);
  });

  it('lays the margin between its edge and the target, inside the drawing', () => {
    const near = fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.boolean()).map(([target, up]) => ({
      target,
      near: (up ? [target * 0.9, target] : [target, target * 1.1]) as readonly [number, number],
    }));
    fc.assert(
      fc.property(near, fc.integer({ min: 0, max: 2000 }), (aim, value) => {
        const layout = layoutIndicator([point(2025, { value, ...aim })], 600, words);
        const [band] = layout.bands;
        const [target] = layout.targets;
        if (!band || !target) throw new Error('No band');
        expect(Math.min(Math.abs(band.y - target.y), Math.abs(band.y + band.height - target.y))).toBeLessThan(1);
        expect(band.height).toBeGreaterThanOrEqual(0);
        expect(band.y).toBeGreaterThan(0);
        expect(band.y + band.height).toBeLessThanOrEqual(layout.bottom + 0.001);
        expect(layout.legend.at(-1)?.look).toBe('near');
      }),
    );
  });
});
