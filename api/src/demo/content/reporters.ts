import type { DemoReporter } from './types.ts';

type Entry = readonly [activity: string, year2024: string | null, year2025?: string | null];

/** Who answers; one person both years unless a second is named. */
const entries: readonly Entry[] = [
  ...['1.1/1', '1.1/2', '1.1/3', '1.1/5', '1.2/8'].map((activity): Entry => [activity, 'anna']),
  ['1.1/4', 'emma'],
  ...['1.2/6', '1.2/7', '1.2/9'].map((activity): Entry => [activity, 'sara']),
  ['2.1/1', 'anna'],
  ['2.1/2', 'peter'],
  ['2.1/3', 'anna', 'peter'],
  ['2.1/4', 'peter'],
  ['2.2/5', 'sara'],
  ['2.2/6', 'emma'],
  ['2.2/7', 'peter'],
  ['2.2/8', null, 'oskar'],
  ['3.1/1', 'peter'],
  ['3.1/2', 'anna'],
  ['3.1/3', 'anna'],
  ['3.1/4', 'anna'],
  ['3.1/5', 'emma'],
  ['3.1/6', 'peter'],
  ['3.2/7', 'anna'],
  ['3.2/8', 'anna', null],
  ['3.2/9', 'peter'],
  ...['4.1/1', '4.1/2', '4.1/4', '4.2/6'].map((activity): Entry => [activity, 'peter']),
  ['4.2/5', 'emma'],
  ['4.2/7', 'anna'],
  ['4.1/3', 'peter', 'lena'],
  ['4.2/8', 'peter', 'lena'],
  ['5.2/7', 'peter', 'lena'],
  ['5.1/1', 'sara'],
  ['5.1/2', 'sara'],
  ['5.1/3', 'emma'],
  ['5.1/4', 'anna', 'sara'],
  ...['5.2/5', '5.2/6'].map((activity): Entry => [activity, 'peter']),
  ['6.1/1', 'maria'],
  ['6.1/2', 'anna', 'peter'],
  ['6.1/3', 'maria'],
  ['6.1/4', 'anna'],
  ['6.1/5', 'anna'],
  ...['6.2/6', '6.2/7', '6.2/8'].map((activity): Entry => [activity, 'anna']),
  ['6.2/9', 'peter'],
];

export const DEMO_REPORTERS: readonly DemoReporter[] = entries.map(([activity, first, second = first]) => ({
  activity,
  person: { '2024': first, '2025': second },
}));
