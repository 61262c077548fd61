import fc from 'fast-check';
import { addDays, daysBetween } from './date-text.ts';
import { freshnessNote, freshnessWords } from './freshness.ts';

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('2000-01-01', days));

describe('freshnessWords', () => {
  it('says today and yesterday as such', () => {
    expect(freshnessWords('2026-03-12', '2026-03-12', 'sv')).toBe('från i dag');
    expect(freshnessWords('2026-02-28', '2026-03-01', 'sv')).toBe('från i går');
    expect(freshnessWords('2026-03-12', '2026-03-12', 'en')).toBe('from today');
  });

  it('names the month within a year back, and the year beyond', () => {
    expect(freshnessNote('2026-03-12', '2026-11-21', 'sv')).toBe('Uppgift från mars');
    expect(freshnessWords('2025-12-31', '2026-11-21', 'sv')).toBe('från december');
    expect(freshnessWords('2025-11-30', '2026-11-21', 'sv')).toBe('från 2025');
    expect(freshnessWords('2024-03-01', '2026-11-21', 'en')).toBe('from 2024');
  });

  it('never names a month that could be taken for another year’s', () => {
    fc.assert(
      fc.property(day, day, (told, today) => {
        const words = freshnessWords(told, today, 'sv');
        if (daysBetween(told, today) > 366) expect(words).toBe(`från ${told.slice(0, 4)}`);
        if (daysBetween(told, today) < 0) expect(words).toBe('från i dag');
        expect(words).toMatch(/^från \S/);
      }),
    );
  });
});
