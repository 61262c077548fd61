import type { Indicator, OutcomeCell } from '@samhandling/contracts';
import { type CellView, SETTLED } from './cell-view.ts';
import { cellTargetLook, targetLook } from './target-look.ts';

const INDICATOR: Indicator = {
  id: 'i',
  version: 1,
  text: 'Antal möten.',
  kind: 'count',
  unit: 'möten',
  decimals: 0,
  direction: 'up',
  breakdown: 'municipality',
  bySex: true,
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
const STORED: OutcomeCell = {
  id: 'o',
  version: 1,
  municipalityCode: '0001',
  sex: 'total',
  state: 'value',
  value: 9,
  denominator: null,
  day: null,
  text: '',
  note: '',
  source: 'typed',
  reportedBy: null,
  reportedAt: null,
  mayEnter: true,
  lockedReason: '',
  computed: null,
  target: 10,
  isLeftOut: false,
  previous: null,
};
const view = (stored: Partial<OutcomeCell>, more: Partial<CellView> = {}): CellView => ({
  key: 'i|0001|total',
  indicator: INDICATOR,
  stored: { ...STORED, ...stored },
  rowTarget: null,
  ...SETTLED,
  before: null,
  ...more,
});

describe('cellTargetLook', () => {
  it('says the place’s own target and how the value stands to it, by icon and word', () => {
    expect(cellTargetLook(view({}), 'sv')).toEqual({
      target: 'mål 10',
      status: 'near',
      icon: 'target_near',
      word: 'nära målet',
      spoken: 'Mål 10, når inte målet, men är inom 10\u00a0% av målet.',
    });
    expect(cellTargetLook(view({ value: 10 }), 'sv')?.status).toBe('reached');
    expect(cellTargetLook(view({ value: 0 }), 'sv')?.status).toBe('missed');
  });

  it.each(['not_reported', 'not_applicable', 'protected'] as const)('claims nothing of %s', (state) => {
    expect(cellTargetLook(view({ state, value: null }), 'sv')).toMatchObject({ status: null, icon: null, word: '' });
  });

  it('holds no municipality to a sum of the county, but to its share', () => {
    expect(cellTargetLook(view({ target: null }, { rowTarget: 40 }), 'sv')).toBeNull();
    const indicator: Indicator = { ...INDICATOR, kind: 'share' };
    const share = view({ target: null, value: 14, denominator: 20 }, { rowTarget: 80, indicator });
    expect(cellTargetLook(share, 'sv')).toMatchObject({ target: '', status: 'missed' });
  });

  it('holds neither women nor men to the target of all, nor what is not saved', () => {
    expect(cellTargetLook(view({ sex: 'women' }), 'sv')).toBeNull();
    expect(cellTargetLook(view({}, { typed: '12' }), 'sv')).toBeNull();
  });
});

it('says nothing of a county whose municipalities may still change the answer', () => {
  const sum = { state: 'value', value: 5, denominator: null, day: null, text: '', of: 8, reported: 6 } as const;
  expect(targetLook(sum, 10, INDICATOR, false, 'sv')).toBeNull();
  expect(targetLook({ ...sum, value: 12 }, 10, INDICATOR, false, 'sv')?.status).toBe('reached');
});
