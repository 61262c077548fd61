import { baseline, count, countOfMunicipalities, inWords, milestone, share } from '../cells.ts';
import type { DemoIndicator } from '../types.ts';

export const GOAL_6_INDICATORS: readonly DemoIndicator[] = [
  {
    activity: '6.1/1',
    index: 0,
    definition: milestone(),
    outcomes: { '2024': { reached: '2024-04-11' }, '2025': null },
  },
  {
    activity: '6.1/2',
    index: 0,
    definition: count('möten', { target: 10, ...baseline(7, 2023, 'Beredningsgruppens mötesanteckningar') }),
    outcomes: { '2024': 9, '2025': 10 },
  },
  {
    activity: '6.1/3',
    index: 0,
    definition: count('möten', { target: 2 }),
    outcomes: { '2024': 2, '2025': 2 },
  },
  {
    activity: '6.1/3',
    index: 1,
    definition: countOfMunicipalities(),
    outcomes: { '2024': 5, '2025': 6 },
  },
  {
    activity: '6.1/4',
    index: 0,
    definition: count('arbetsgrupper', { direction: 'none' }),
    outcomes: { '2024': 2, '2025': 1 },
  },
  {
    activity: '6.1/4',
    index: 1,
    definition: inWords(),
    outcomes: {
      '2024': {
        text: 'Gruppen om vitt snus lämnade fyra förslag till Samrådsgruppen i november. Gruppen om gemensamma föräldramöten tog fram ett manus som sex kommuner använder.',
      },
      '2025': null,
    },
  },
  {
    activity: '6.1/5',
    index: 0,
    definition: milestone(),
    outcomes: { '2024': 'not_reached', '2025': null },
  },
  {
    activity: '6.1/5',
    index: 1,
    definition: count('uppdateringar', { settled: false }),
    outcomes: { '2024': 'na', '2025': null },
  },
  {
    activity: '6.2/6',
    index: 0,
    definition: countOfMunicipalities(),
    outcomes: { '2024': 8, '2025': null },
  },
  {
    activity: '6.2/7',
    index: 0,
    definition: milestone({ breakdown: 'municipality', combinePlaces: 'count_yes', unit: 'kommuner', target: 8 }),
    outcomes: {
      '2024': {
        places: [
          { reached: '2024-06-17' },
          'not_reached',
          { reached: '2024-09-30' },
          'not_reached',
          'not_reached',
          'not_reached',
          { reached: '2024-11-25' },
          { reached: '2024-05-27' },
        ],
      },
      '2025': {
        places: [
          { reached: '2024-06-17' },
          'not_reached',
          { reached: '2024-09-30' },
          { reached: '2025-06-16' },
          'not_reached',
          { reached: '2025-11-24' },
          { reached: '2024-11-25' },
          { reached: '2024-05-27' },
        ],
      },
    },
  },
  {
    activity: '6.2/7',
    index: 1,
    definition: share('lokala planer', { target: 100 }),
    outcomes: { '2024': [2, 4], '2025': [4, 6] },
  },
  {
    activity: '6.2/8',
    index: 0,
    definition: milestone(),
    outcomes: { '2024': { reached: '2024-10-18' }, '2025': null },
  },
  {
    activity: '6.2/8',
    index: 1,
    definition: milestone(),
    outcomes: { '2024': { reached: '2024-12-05' }, '2025': null },
  },
  {
    activity: '6.2/9',
    index: 0,
    definition: count('deltagare', { target: 200 }),
    outcomes: { '2024': 186, '2025': null },
  },
  {
    activity: '6.2/9',
    index: 1,
    definition: countOfMunicipalities(),
    outcomes: { '2024': 7, '2025': null },
  },
  {
    activity: '6.2/9',
    index: 2,
    definition: inWords({ settled: false }),
    outcomes: { '2024': null, '2025': null },
  },
];
