import { baseline, count, countOfMunicipalities, countPerMunicipality, inWords, measure, milestone } from '../cells.ts';
import type { DemoIndicator } from '../types.ts';

export const GOAL_4_INDICATORS: readonly DemoIndicator[] = [
  {
    activity: '4.1/1',
    index: 0,
    definition: milestone(),
    outcomes: { '2024': { reached: '2024-12-05' }, '2025': { reached: '2024-12-05' } },
  },
  {
    activity: '4.1/1',
    index: 1,
    definition: countPerMunicipality('möten'),
    outcomes: { '2024': { places: [3, 2, 4, 2, 0, 2, 3, 6] }, '2025': { places: [4, 2, 4, null, 0, 2, null, 6] } },
  },
  {
    activity: '4.1/2',
    index: 0,
    definition: countPerMunicipality('planer', {
      target: 150,
      smallNumberThreshold: 5,
      ...baseline(88, 2023, 'Regionens och kommunernas journalsystem'),
    }),
    outcomes: { '2024': { places: [11, 3, 14, 6, 0, 2, 8, 57] }, '2025': { places: [9, 4, 16, 7, 1, 0, 10, 63] } },
  },
  {
    activity: '4.1/3',
    index: 0,
    definition: count('brukarrevisioner', { target: 3 }),
    outcomes: { '2024': 2, '2025': 3 },
  },
  {
    activity: '4.1/3',
    index: 1,
    definition: inWords(),
    outcomes: {
      '2024': {
        text: 'Mottagningen i Älvhamn har kvällsöppet en dag i veckan och skickar påminnelse dagen före besök. Mottagningen i Hällvik har gjort om väntrummet så att det går att vänta avskilt.',
      },
      '2025': null,
    },
  },
  {
    activity: '4.1/4',
    index: 0,
    definition: measure('dagar', 1, {
      direction: 'down',
      target: 14,
      ...baseline(23.4, 2023, 'Regionens väntetidsuppföljning'),
    }),
    outcomes: { '2024': 19.5, '2025': { value: 16.8, note: 'Avser januari–oktober.' } },
  },
  {
    activity: '4.2/5',
    index: 0,
    definition: countOfMunicipalities({ target: 5 }),
    outcomes: { '2024': 2, '2025': 3 },
  },
  {
    activity: '4.2/6',
    index: 0,
    definition: count('personer', { bySex: true, smallNumberThreshold: 5, combinePeriods: 'latest' }),
    outcomes: { '2024': { women: 41, men: 118 }, '2025': { women: 52, men: 131 } },
  },
  {
    activity: '4.2/6',
    index: 1,
    definition: count('orter', {
      combinePeriods: 'latest',
      target: 3,
      ...baseline(1, 2023, 'Regionens verksamhetsberättelse'),
    }),
    outcomes: { '2024': 1, '2025': 2 },
  },
  {
    activity: '4.2/7',
    index: 0,
    definition: count('utbildningar', { target: 4 }),
    outcomes: { '2024': 3, '2025': null },
  },
  {
    activity: '4.2/7',
    index: 1,
    definition: measure('deltagare per tillfälle', 1, { settled: false, direction: 'none' }),
    outcomes: { '2024': 27.3, '2025': null },
  },
  {
    activity: '4.2/8',
    index: 0,
    definition: countOfMunicipalities(),
    outcomes: { '2024': 4, '2025': 5 },
  },
  {
    activity: '4.2/8',
    index: 1,
    definition: milestone(),
    outcomes: { '2024': 'not_reached', '2025': null },
  },
];
