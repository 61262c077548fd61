import { baseline, count, countOfMunicipalities, countPerMunicipality, milestone, share } from '../cells.ts';
import type { DemoIndicator } from '../types.ts';

export const GOAL_3_INDICATORS: readonly DemoIndicator[] = [
  {
    activity: '3.1/1',
    index: 0,
    definition: count('vårdcentraler', {
      combinePeriods: 'latest',
      target: 14,
      ...baseline(5, 2023, 'Regionens uppföljning av primärvården'),
    }),
    outcomes: { '2024': 8, '2025': 11 },
  },
  {
    activity: '3.1/1',
    index: 1,
    definition: share('hälsosamtal', { target: 75 }),
    outcomes: { '2024': [2310, 3960], '2025': [3105, 4420] },
  },
  {
    activity: '3.1/2',
    index: 0,
    definition: count('arbetsplatser', { target: 15 }),
    outcomes: { '2024': 6, '2025': null },
  },
  {
    activity: '3.1/2',
    index: 1,
    definition: count('personer', { settled: false }),
    outcomes: { '2024': 48, '2025': null },
  },
  {
    activity: '3.1/3',
    index: 0,
    definition: count('möten'),
    outcomes: { '2024': 4, '2025': 5 },
  },
  {
    activity: '3.1/3',
    index: 1,
    definition: count('faddrar', { target: 150 }),
    outcomes: { '2024': 132, '2025': 158 },
  },
  {
    activity: '3.1/4',
    index: 0,
    definition: count('tillfällen'),
    outcomes: { '2024': 3, '2025': 2 },
  },
  {
    activity: '3.1/4',
    index: 1,
    definition: countPerMunicipality('deltagare'),
    outcomes: {
      '2024': { places: [5, 3, 8, 4, 2, 0, 6, 21] },
      '2025': { places: [null, null, null, null, null, null, null, null] },
    },
  },
  {
    activity: '3.1/5',
    index: 0,
    definition: countOfMunicipalities(),
    outcomes: { '2024': 0, '2025': 2 },
  },
  {
    activity: '3.1/6',
    index: 0,
    definition: count('personer', { bySex: true, target: 800, ...baseline(540, 2023, 'Regionens vårddatalager') }),
    outcomes: { '2024': { women: 412, men: 287 }, '2025': { women: 455, men: 331 } },
  },
  {
    activity: '3.1/6',
    index: 1,
    definition: share('personer', { target: 35 }),
    outcomes: { '2024': [168, 512], '2025': null },
  },
  {
    activity: '3.2/7',
    index: 0,
    definition: count('anläggningar', {
      combinePeriods: 'latest',
      target: 30,
      ...baseline(16, 2023, 'Nätverkets förteckning'),
    }),
    outcomes: { '2024': 19, '2025': 22 },
  },
  {
    activity: '3.2/7',
    index: 1,
    definition: count('träffar', { target: 1 }),
    outcomes: { '2024': 1, '2025': 1 },
  },
  {
    activity: '3.2/7',
    index: 2,
    definition: count('instruktörer', { target: 40 }),
    outcomes: { '2024': 37, '2025': 29 },
  },
  {
    activity: '3.2/8',
    index: 0,
    definition: milestone(),
    outcomes: { '2024': 'not_reached', '2025': null },
  },
  {
    activity: '3.2/8',
    index: 1,
    definition: count('personer', { settled: false }),
    outcomes: { '2024': null, '2025': null },
  },
  {
    activity: '3.2/9',
    index: 0,
    definition: count('kontakter', { direction: 'none' }),
    outcomes: { '2024': 'na', '2025': 'na' },
  },
];
