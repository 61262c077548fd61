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
  it('hides a small number from a chart even when its reader may see it, and one more so that it cannot be worked out', () => {
    const shown = words([cell('A', 'value', 3), cell('B', 'value', 9), cell('C', 'value', 30), cell('D', 'value', 40)]);
    expect(shown[0]).toBe('Skyddat');
    expect(shown.filter((text) => text === 'Skyddat')).toHaveLength(2);
    expect(shown).toEqual(expect.arrayContaining(['30', '40']));
  });

  it('takes what the server has hidden as small', () => {
    const shown = words([
      cell('A', 'protected'),
      cell('B', 'value', 9),
      cell('C', 'value', 30),
      cell('D', 'value', 40),
    ]);
    expect(shown.filter((text) => text === 'Skyddat')).toHaveLength(2);
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

  it('protects the round before in the same way, and has none when there was none', () => {
    const before = (value: number): OutcomeDisplay => ({
      state: 'value',
      value,
      denominator: null,
      day: null,
      text: '',
      of: 1,
      reported: 1,
    });
    const cells = [
      cell('A', 'value', 20, before(2)),
      cell('B', 'value', 20, before(12)),
      cell('C', 'value', 20, before(50)),
      cell('D', 'value', 20, before(60)),
    ];
    const last = municipalityFigures(row(cells), PLACES, 'sv').map((one) => one.last?.text);
    expect(last[0]).toBe('Skyddat');
    expect(last.filter((text) => text === 'Skyddat')).toHaveLength(2);
    expect(municipalityFigures(row([cell('A', 'value', 20)]), PLACES, 'sv')[0]?.last).toBeNull();
  });
});
