import { dayInMonth } from './year-words.ts';

describe('the day of an entry, under its month', () => {
  it.each([
    ['2026-06-12', '2026-06-12', '12', '12'],
    ['2026-06-12', '2026-06-14', '12–14', '12–14'],
    ['2026-02-01', '2026-06-30', '1 februari–30 juni', '1 February–30 June'],
    ['2025-12-28', '2026-01-03', '28 december 2025 – 3 januari 2026', '28 December 2025 – 3 January 2026'],
  ])('%s to %s', (from, to, sv, en) => {
    const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
    expect([plain(dayInMonth({ from, to }, 'sv')), plain(dayInMonth({ from, to }, 'en'))]).toEqual([sv, en]);
  });

  it('keeps a day and its month on one line', () => {
    expect(dayInMonth({ from: '2026-02-01', to: '2026-12-31' }, 'sv')).toBe('1\u00a0februari–31\u00a0december');
  });
});
