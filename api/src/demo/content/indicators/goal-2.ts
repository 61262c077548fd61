import { baseline, count, countOfMunicipalities, countPerMunicipality, milestone, share } from '../cells.ts';
import type { DemoIndicator } from '../types.ts';

export const GOAL_2_INDICATORS: readonly DemoIndicator[] = [
  {
    activity: '2.1/1',
    index: 0,
    definition: countPerMunicipality('skolor', {
      combinePeriods: 'latest',
      target: 40,
      ...baseline(12, 2023, 'Försöksåret med studiepaketet'),
    }),
    outcomes: { '2024': { places: [3, 2, 4, 3, 1, 2, 2, 11] }, '2025': { places: [4, 3, 4, 4, 1, 2, 3, 14] } },
  },
  {
    activity: '2.1/1',
    index: 1,
    definition: count('lärare', { target: 100 }),
    outcomes: { '2024': 96, '2025': 121 },
  },
  {
    activity: '2.1/2',
    index: 0,
    definition: count('skolor', {
      combinePeriods: 'latest',
      target: 30,
      ...baseline(11, 2023, 'Regionens rundringning till rektorer'),
    }),
    outcomes: { '2024': 17, '2025': 23 },
  },
  {
    activity: '2.1/3',
    index: 0,
    definition: countOfMunicipalities(),
    outcomes: { '2024': 6, '2025': null },
  },
  {
    activity: '2.1/3',
    index: 1,
    definition: countPerMunicipality('föräldrar', { smallNumberThreshold: 5 }),
    outcomes: {
      '2024': { places: [24, 8, 31, 12, 0, null, 16, 88] },
      '2025': { places: [22, 0, null, 14, null, null, null, 95] },
    },
  },
  {
    activity: '2.1/4',
    index: 0,
    definition: milestone(),
    outcomes: { '2024': { reached: '2024-11-29' }, '2025': 'na' },
  },
  {
    activity: '2.1/4',
    index: 1,
    definition: share('elever', { target: 85 }),
    outcomes: { '2024': [2874, 3412], '2025': 'na' },
  },
  {
    activity: '2.1/4',
    index: 2,
    definition: share('elever i årskurs 9', { target: 65, ...baseline(59, 2022, 'Länsenkäten 2022') }),
    outcomes: { '2024': [978, 1521], '2025': 'na' },
  },
  {
    activity: '2.2/5',
    index: 0,
    definition: countOfMunicipalities(),
    outcomes: { '2024': 6, '2025': 7 },
  },
  {
    activity: '2.2/5',
    index: 1,
    definition: count('brott', { direction: 'none', smallNumberThreshold: 5 }),
    outcomes: {
      '2024': 23,
      '2025': { value: 31, note: 'Preliminär siffra, hämtad ur polisens system den 8 januari.' },
    },
  },
  {
    activity: '2.2/6',
    index: 0,
    definition: countOfMunicipalities(),
    outcomes: { '2024': 2, '2025': 4 },
  },
  {
    activity: '2.2/6',
    index: 1,
    definition: countPerMunicipality('samtal', { smallNumberThreshold: 5 }),
    outcomes: {
      '2024': { places: [7, 'na', 'na', 'na', 'na', 'na', 'na', 34] },
      '2025': { places: [9, 'na', 3, 'na', 'na', 0, 'na', 41] },
    },
  },
  {
    activity: '2.2/7',
    index: 0,
    definition: count('personer', { target: 60 }),
    outcomes: { '2024': 64, '2025': null },
  },
  {
    activity: '2.2/8',
    index: 0,
    definition: count('föreningar', {
      combinePeriods: 'latest',
      target: 60,
      ...baseline(29, 2023, 'Idrottsförbundets föreningsregister'),
    }),
    outcomes: { '2024': 41, '2025': null },
  },
];
