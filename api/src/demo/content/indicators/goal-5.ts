import { baseline, count, countOfMunicipalities, countPerMunicipality, inWords, milestone, share } from '../cells.ts';
import type { DemoIndicator } from '../types.ts';

export const GOAL_5_INDICATORS: readonly DemoIndicator[] = [
  {
    activity: '5.1/1',
    index: 0,
    definition: countPerMunicipality('kontakter', { smallNumberThreshold: 5 }),
    outcomes: {
      '2024': { places: [6, 0, 9, 4, 0, 'na', 5, 38] },
      '2025': { places: [8, 2, 7, null, 0, 'na', null, 40] },
    },
  },
  {
    activity: '5.1/1',
    index: 1,
    definition: count('personer', { smallNumberThreshold: 5 }),
    outcomes: { '2024': 21, '2025': null },
  },
  {
    activity: '5.1/2',
    index: 0,
    definition: count('kontroller', { target: 12, ...baseline(9, 2023, 'Polisens insatskalender') }),
    outcomes: { '2024': 14, '2025': null },
  },
  {
    activity: '5.1/3',
    index: 0,
    definition: countOfMunicipalities({ target: 4 }),
    outcomes: { '2024': 3, '2025': 4 },
  },
  {
    activity: '5.1/3',
    index: 1,
    definition: countPerMunicipality('brott', {
      direction: 'down',
      smallNumberThreshold: 5,
      ...baseline(171, 2023, 'Anmälda brott, polisens statistik'),
    }),
    outcomes: { '2024': { places: [18, 4, 15, 11, 0, 2, 9, 96] }, '2025': { places: [15, 6, 12, 9, 0, 1, 11, 88] } },
  },
  {
    activity: '5.1/4',
    index: 0,
    definition: count('föreläsningar'),
    outcomes: { '2024': 5, '2025': 3 },
  },
  {
    activity: '5.1/4',
    index: 1,
    definition: count('deltagare', { settled: false }),
    outcomes: { '2024': 214, '2025': null },
  },
  {
    activity: '5.2/5',
    index: 0,
    definition: milestone(),
    outcomes: { '2024': 'not_reached', '2025': { reached: '2025-05-14' } },
  },
  {
    activity: '5.2/5',
    index: 1,
    definition: count('varningar', { direction: 'none' }),
    outcomes: { '2024': 0, '2025': 4 },
  },
  {
    activity: '5.2/6',
    index: 0,
    definition: count('personer', { target: 75, ...baseline(22, 2023, 'Regionens utbildningsregister') }),
    outcomes: { '2024': 58, '2025': 87 },
  },
  {
    activity: '5.2/7',
    index: 0,
    definition: inWords(),
    outcomes: {
      '2024': {
        text: 'Alla barnmorskemottagningar arbetar efter samma rutin. Uppföljningen visar att samtalet om nikotin behöver komma tidigare, gärna redan vid första telefonkontakten.',
      },
      '2025': null,
    },
  },
  {
    activity: '5.2/7',
    index: 1,
    definition: share('inskrivna', { target: 98, ...baseline(94, 2023, 'Mödrahälsovårdens kvalitetsregister') }),
    outcomes: { '2024': [1643, 1710], '2025': null },
  },
];
