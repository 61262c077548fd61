import type { Indicator, IndicatorSeries, OutcomeDisplay } from '@samhandling/contracts';
import { breakNotes, drawable, indicatorPoints } from './indicator-points.ts';

const INDICATOR: Indicator = {
  id: 'i',
  version: 1,
  text: 'Antal möten.',
  kind: 'count',
  unit: 'möten',
  decimals: 0,
  direction: 'up',
  breakdown: 'municipality',
  bySex: false,
  combinePlaces: 'sum',
  combinePeriods: 'sum',
  target: null,
  targetMargin: null,
  baselineValue: null,
  baselineYear: null,
  baselineSource: '',
  smallNumberThreshold: null,
  definitionVersion: 1,
  settled: true,
};

function series(
  displays: readonly OutcomeDisplay[],
  indicator: Partial<Indicator> = {},
  breaks: readonly number[] = [],
): IndicatorSeries {
  return {
    indicator: { ...INDICATOR, ...indicator },
    points: displays.map((display, index) => ({
      round: {
        id: String(index),
        label: String(2023 + index),
        state: index === displays.length - 1 ? 'open' : 'adopted',
        versionNumber: 1,
      },
      display,
      target: null,
      targetMargin: null,
      breaksBefore: breaks.includes(index),
    })),
  };
}

function value(number: number, denominator: number | null = null, reported = 8): OutcomeDisplay {
  return { state: 'value', value: number, denominator, day: null, text: '', of: 8, reported };
}

describe('indicatorPoints', () => {
  it('says the kinds of empty in words and gives none of them a height; zero has one', () => {
    const points = indicatorPoints(
      series([
        { state: 'not_reported', of: 8, reported: 0 },
        { state: 'not_applicable', of: 8, reported: 8 },
        { state: 'protected', of: 8, reported: 8 },
        value(0),
      ]),
      'sv',
    );
    expect(points.map((point) => point.value)).toEqual([null, null, null, 0]);
    expect(points.map((point) => point.text)).toEqual([
      'Inte rapporterat',
      'Ej tillämpligt',
      'Skyddat',
      '0\u00a0möten',
    ]);
    expect(points.map((point) => point.notes)).toEqual([
      ['inte rapporterat'],
      ['ej tillämpligt'],
      ['skyddat'],
      ['preliminärt'],
    ]);
  });

  it('never shows a percentage without its denominator, nor rounds to all or nothing', () => {
    const [some, nearly] = indicatorPoints(series([value(41, 120), value(1999, 2000)], { kind: 'share' }), 'sv');
    expect(some?.label).toEqual(['34\u00a0%', '41 av 120']);
    expect(some?.text).toBe('34\u00a0% (41 av 120)');
    expect(nearly?.label[0]).toBe('mer än 99\u00a0%');
    expect(nearly?.value).toBeCloseTo(99.95);
  });

  it('says when municipalities are missing from a sum', () => {
    expect(indicatorPoints(series([value(12, null, 6), value(1)]), 'sv')[0]?.notes).toEqual(['6 av 8 kommuner']);
    expect(indicatorPoints(series([value(12, null, 6), value(1)]), 'en')[0]?.text).toBe('12\u00a0möten');
  });

  it('warns before figures on both sides of a change are compared', () => {
    const changed = indicatorPoints(series([value(1), value(2), value(3)], {}, [1]), 'sv');
    expect(breakNotes(changed, 'sv')).toEqual([
      'Indikatorn mäts på ett nytt sätt från och med 2024. Jämför inte med 2023 och tidigare.',
    ]);
    expect(breakNotes(indicatorPoints(series([value(1), value(2)]), 'sv'), 'sv')).toEqual([]);
  });
});

describe('the baseline', () => {
  it('stands first with its year and where it comes from, and is no round', () => {
    const [first, ...rounds] = indicatorPoints(
      series([value(5)], { baselineValue: 3.5, baselineYear: 2021, baselineSource: 'Länets enkät' }),
      'sv',
    );
    expect(first).toMatchObject({
      round: '2021',
      value: 3.5,
      text: '3,5\u00a0möten',
      notes: ['baslinje'],
      source: 'Länets enkät',
      isBaseline: true,
      preliminary: false,
    });
    expect(rounds).toHaveLength(1);
  });

  it('says that nobody knows what a share is of', () => {
    const [first] = indicatorPoints(series([value(5, 9)], { kind: 'share', baselineValue: 40 }), 'sv');
    expect(first).toMatchObject({ round: 'Baslinje', text: '40\u00a0%', notes: ['nämnaren är inte angiven'] });
  });

  it('is left out where there is none, and of the words about a new definition', () => {
    expect(indicatorPoints(series([value(5)]), 'sv')).toHaveLength(1);
    const changed = indicatorPoints(series([value(1), value(2)], { baselineValue: 1, baselineYear: 2020 }, [1]), 'sv');
    expect(breakNotes(changed, 'sv')).toEqual([
      'Indikatorn mäts på ett nytt sätt från och med 2024. Jämför inte med 2023 och tidigare.',
    ]);
  });
});

it('says how each figure stands to its target, the margin aloud, and nothing of what is not known', () => {
  const told = (display: OutcomeDisplay, target: number | null): string[] => {
    const { points, ...rest } = series([display, value(1)]);
    const aimed = { ...rest, points: points.map((point) => ({ ...point, target })) };
    return indicatorPoints(aimed, 'sv')
      .slice(0, 1)
      .map(({ against }) => against);
  };
  expect(told(value(10), 10)).toEqual(['Når målet']);
  expect(told(value(9), 10)).toEqual(['Når inte målet, men är inom 10\u00a0% av målet']);
  expect(told(value(2), 10)).toEqual(['Når inte målet']);
  expect(told({ state: 'protected', of: 8, reported: 8 }, 10)).toEqual(['']);
  expect(told(value(2, null, 6), 10)).toEqual(['']);
});

it('draws numbers only', () => {
  expect(drawable({ kind: 'text', breakdown: 'municipality' })).toBe(false);
  expect(drawable({ kind: 'milestone', breakdown: 'none' })).toBe(false);
  expect(drawable({ kind: 'milestone', breakdown: 'municipality' })).toBe(true);
  expect(drawable({ kind: 'share', breakdown: 'none' })).toBe(true);
});
