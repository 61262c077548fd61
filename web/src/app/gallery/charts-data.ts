import type { JudgementsBar, MunicipalityRow } from '@samhandling/charts';
import type { Indicator, IndicatorSeries, OutcomeDisplay, SeriesPoint } from '@samhandling/contracts';
import { type Judgement, countJudgements } from '@samhandling/domain';

/** Made-up figures for the gallery, with every habit that a chart has to cope with. */
function bar(name: string, ...counted: readonly (readonly [Judgement | null, number])[]): JudgementsBar {
  return {
    name,
    counts: countJudgements(counted.flatMap(([judgement, count]) => Array.from({ length: count }, () => judgement))),
  };
}

export const CHART_BARS: readonly JudgementsBar[] = [
  bar(
    'Delmål 1 Färre unga ska börja dricka, röka eller spela innan de är myndiga',
    ['completed', 6],
    ['on_track', 4],
    ['needs_support', 1],
    [null, 1],
  ),
  bar(
    'Delmål 2 Tillsynen ska vara likvärdig i hela länet',
    ['completed', 3],
    ['on_track', 2],
    ['not_started', 2],
    ['cancelled', 1],
  ),
  bar('Delmål 3 Den som behöver stöd ska få det i tid', ['on_track', 5], ['needs_support', 3], ['not_started', 1]),
  bar('Delmål F Kunskap och forskning', ['completed', 1], [null, 2]),
];

const INDICATOR: Indicator = {
  id: 'i',
  version: 1,
  text: 'Antal genomförda dialogmöten med föräldrar.',
  kind: 'count',
  unit: 'möten',
  decimals: 0,
  direction: 'up',
  breakdown: 'municipality',
  bySex: false,
  combinePlaces: 'sum',
  combinePeriods: 'sum',
  target: 40,
  targetMargin: null,
  baselineValue: null,
  baselineYear: null,
  baselineSource: '',
  smallNumberThreshold: null,
  definitionVersion: 2,
  settled: true,
};

function value(number: number, reported = 8, denominator: number | null = null): OutcomeDisplay {
  return { state: 'value', value: number, denominator, day: null, text: '', of: 8, reported };
}

function point(
  label: string,
  display: OutcomeDisplay,
  target: number | null,
  more: Partial<SeriesPoint> = {},
): SeriesPoint {
  const state = label === '2025' ? 'open' : 'adopted';
  return { round: { id: label, label, state, versionNumber: 1 }, display, target, breaksBefore: false, ...more };
}

export const CHART_SERIES: IndicatorSeries = {
  indicator: INDICATOR,
  points: [
    point('2020', value(18), 30),
    point('2021', value(26), 30),
    point('2022', { state: 'not_reported', of: 8, reported: 0 }, 30),
    point('2023', value(31), 40, { breaksBefore: true }),
    point('2024', value(38), 40),
    point('2025', value(29, 6), 40),
  ],
};

export const CHART_SHARES: IndicatorSeries = {
  indicator: {
    ...INDICATOR,
    id: 's',
    text: 'Andel försäljningsställen med tillsynsbesök.',
    kind: 'share',
    unit: '',
    target: 80,
    targetMargin: null,
  },
  points: [
    point('2022', { state: 'protected', of: 8, reported: 8 }, 80),
    point('2023', value(41, 8, 120), 80),
    point('2024', value(66, 8, 118), 80),
    point('2025', value(92, 8, 115), 80),
  ],
};

export const CHART_WORDS: IndicatorSeries = {
  indicator: { ...INDICATOR, id: 'w', text: 'Beskrivning av hur samverkan fungerar.', kind: 'text', unit: '' },
  points: [
    point(
      '2024',
      {
        state: 'value',
        value: null,
        denominator: null,
        day: null,
        text: 'Mötena hålls som planerat.',
        of: 1,
        reported: 1,
      },
      null,
    ),
  ],
};

function place(name: string, now: number | string, last: number | null): MunicipalityRow {
  return {
    name,
    now: typeof now === 'number' ? { value: now, text: String(now) } : { value: null, text: now },
    last: last === null ? null : { value: last, text: String(last) },
  };
}

export const CHART_MUNICIPALITIES: readonly MunicipalityRow[] = [
  place('Östanå', 12, 9),
  place('Alvmark', 7, 8),
  place('Åsvik', 0, 5),
  place('Bruksholm', 'Inte rapporterat', 6),
  place('Ängsta', 'Skyddat', null),
  place('Mellanfors', 15, 11),
  place('Djupsjö', 'Ej tillämpligt', null),
  place('Norrlycke', 9, 10),
];
