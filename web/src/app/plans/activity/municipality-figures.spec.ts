import type { Indicator, OutcomeCell, OutcomeDisplay, OutcomePlace, OutcomeRow } from '@samhandling/contracts';
import { municipalityFigures } from './municipality-figures.ts';

const INDICATOR: Indicator = {
  id: 'i',
  version: 1,
  text: 'Antal anmälningar.',
  kind: 'count',
  unit: '',
  decimals: 0,
  direction: 'down',
  breakdown: 'municipality',
  bySex: false,
  combinePlaces: 'sum',
  combinePeriods: 'sum',
  target: null,
  targetMargin: null,
  baselineValue: null,
  baselineYear: null,
  baselineSource: '',
  smallNumberThreshold: 5,
  definitionVersion: 1,
  settled: true,
};
const PLACES: readonly OutcomePlace[] = ['A', 'B', 'C', 'D'].map((code) => ({
  municipalityCode: code,
  name: `Kommun ${code}`,
}));
const EMPTY: OutcomeDisplay = { state: 'not_reported', of: 1, reported: 0 };

function cell(
  place: string,
  state: OutcomeCell['state'],
  value: number | null = null,
  previous: OutcomeDisplay | null = null,
): OutcomeCell {
  return {
    id: null,
    version: 0,
    municipalityCode: place,
    sex: 'total',
    state,
    value,
    denominator: null,
    day: null,
    text: '',
    note: '',
    source: null,
    reportedBy: null,
    reportedAt: null,
    mayEnter: true,
    lockedReason: '',
    computed: null,
    target: null,
    isLeftOut: false,
    previous,
  };
}

function row(cells: readonly OutcomeCell[], indicator: Partial<Indicator> = {}): OutcomeRow {
  return {
    indicator: { ...INDICATOR, ...indicator },
    activities: [],
    target: null,
    cells,
    combined: EMPTY,
    previousCombined: null,
  };
}

function words(cells: readonly OutcomeCell[], indicator: Partial<Indicator> = {}): string[] {
  return municipalityFigures(row(cells, indicator), PLACES, 'sv').map((one) => one.now.text);
}

describe('municipalityFigures', () => {
  it('shows what the server shows, and hides what it hides, without a rule of its own', () => {
    const shown = [cell('A', 'protected'), cell('B', 'value', 3), cell('C', 'value', 30), cell('D', 'protected')];
    expect(words(shown)).toEqual(['Skyddat', '3', '30', 'Skyddat']);
  });

  it('shows zero, and says the other kinds of empty apart', () => {
    const cells = [
      cell('A', 'value', 0),
      cell('B', 'not_reported'),
      cell('C', 'not_applicable'),
      cell('D', 'value', 2),
    ];
    expect(words(cells, { smallNumberThreshold: null })).toEqual(['0', 'Inte rapporterat', 'Ej tillämpligt', '2']);
  });

  it('has the round before beside, and none when there was none', () => {
    const before: OutcomeDisplay = {
      state: 'value',
      value: 12,
      denominator: null,
      day: null,
      text: '',
      of: 1,
      reported: 1,
    };
    const hidden: OutcomeDisplay = { state: 'protected', of: 1, reported: 1 };
    const cells = [cell('A', 'value', 20, hidden), cell('B', 'value', 20, before), cell('C', 'value', 20)];
    const last = municipalityFigures(row(cells), PLACES, 'sv').map((one) => one.last?.text);
    expect(last).toEqual(['Skyddat', '12', 'Inte rapporterat', 'Inte rapporterat']);
    expect(municipalityFigures(row([cell('A', 'value', 20)]), PLACES, 'sv')[0]?.last).toBeNull();
  });
});
