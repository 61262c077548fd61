import { baseline, count, countOfMunicipalities, countPerMunicipality, milestone, share } from '../cells.ts';
import type { DemoIndicator } from '../types.ts';

export const GOAL_1_INDICATORS: readonly DemoIndicator[] = [
  {
    activity: '1.1/1',
    index: 0,
    definition: milestone(),
    outcomes: { '2024': { reached: '2024-03-18' }, '2025': { reached: '2025-02-10' } },
  },
  {
    activity: '1.1/1',
    index: 1,
    definition: countPerMunicipality('besök'),
    outcomes: { '2024': { places: [2, 1, 3, 2, 0, 1, 2, 9] }, '2025': { places: [3, 2, 3, null, 1, 1, null, 11] } },
  },
  {
    activity: '1.1/2',
    index: 0,
    definition: countOfMunicipalities(),
    outcomes: { '2024': 3, '2025': 6 },
  },
  {
    activity: '1.1/3',
    index: 0,
    definition: count('träffar', {
      target: 4,
      ...baseline(3, 2023, 'Länsstyrelsens årsredovisning av tillsynsstödet'),
    }),
    outcomes: { '2024': 4, '2025': 4 },
  },
  {
    activity: '1.1/3',
    index: 1,
    definition: countPerMunicipality('deltagare'),
    outcomes: { '2024': { places: [6, 4, 7, 5, 2, 3, 5, 19] }, '2025': { places: [7, 4, 6, 6, 3, 2, null, 22] } },
  },
  {
    activity: '1.1/4',
    index: 0,
    definition: countPerMunicipality('utbildningar'),
    outcomes: {
      '2024': { places: [1, null, 1, 1, 0, 0, 1, 4] },
      '2025': { places: [1, 0, null, 1, 'na', null, null, 3] },
    },
  },
  {
    activity: '1.1/4',
    index: 1,
    definition: count('personer', { target: 160, ...baseline(118, 2023, 'Kursarrangörernas deltagarlistor') }),
    outcomes: { '2024': 143, '2025': null },
  },
  {
    activity: '1.1/5',
    index: 0,
    definition: countPerMunicipality('kontrollköp'),
    outcomes: {
      '2024': { places: [12, 0, 18, 10, 0, 'na', 14, 46] },
      '2025': { places: [12, 0, 16, null, 8, null, 14, 52] },
    },
  },
  {
    activity: '1.1/5',
    index: 1,
    definition: share('kontrollköp', {
      target: 90,
      ...baseline(68, 2023, 'Länsstyrelsens sammanställning av kontrollköp'),
    }),
    outcomes: { '2024': [71, 100], '2025': null },
  },
  {
    activity: '1.2/6',
    index: 0,
    definition: countPerMunicipality('brott', { direction: 'none', smallNumberThreshold: 5 }),
    outcomes: {
      '2024': { places: [38, 14, 29, 22, 3, 9, 17, 212] },
      '2025': { places: [41, 11, 33, 19, 4, 12, 14, 238] },
    },
  },
  {
    activity: '1.2/7',
    index: 0,
    definition: milestone(),
    outcomes: { '2024': 'not_reached', '2025': { reached: '2025-04-23' } },
  },
  {
    activity: '1.2/7',
    index: 1,
    definition: count('möten', { target: 8 }),
    outcomes: { '2024': 5, '2025': 9 },
  },
  {
    activity: '1.2/8',
    index: 0,
    definition: milestone(),
    outcomes: { '2024': 'not_reached', '2025': null },
  },
  {
    activity: '1.2/9',
    index: 0,
    definition: milestone({ breakdown: 'municipality', combinePlaces: 'count_yes', unit: 'kommuner', target: 8 }),
    outcomes: {
      '2024': {
        places: [
          { reached: '2024-01-24' },
          'not_reached',
          { reached: '2024-05-22' },
          'not_reached',
          null,
          'not_reached',
          'not_reached',
          { reached: '2024-02-01' },
        ],
      },
      '2025': {
        places: [
          { reached: '2024-01-24' },
          'not_reached',
          { reached: '2024-05-22' },
          { reached: '2025-03-06' },
          { reached: '2025-09-18' },
          { reached: '2025-10-02' },
          null,
          { reached: '2024-02-01' },
        ],
      },
    },
  },
];
