import fc from 'fast-check';
import { addDays, formatDay } from './date-text.ts';
import { dayWithin, parseDayNear } from './day-near.ts';

const today = '2026-03-12';

describe('parseDayNear', () => {
  it.each([
    ['i dag', '2026-03-12'],
    ['Igår', '2026-03-11'],
    ['i förrgår', '2026-03-10'],
    ['yesterday', '2026-03-11'],
    ['12/3', '2026-03-12'],
    ['13/3', '2025-03-13'],
    ['1 mars', '2026-03-01'],
    ['24 dec', '2025-12-24'],
    ['den 5 januari', '2026-01-05'],
    ['29/2', '2024-02-29'],
    ['2026-02-01', '2026-02-01'],
    ['1/2 2020', '2020-02-01'],
  ])('reads %s', (text, day) => {
    expect(parseDayNear(text, today)).toBe(day);
  });

  it.each(['', '31/4', '12', 'snart', '12/13', 'constructor', '12/3 26'])('does not guess at %s', (text) => {
    expect(parseDayNear(text, today)).toBeNull();
  });

  it('gives back the latest such day that has been', () => {
    const back = fc.integer({ min: 0, max: 364 });
    fc.assert(
      fc.property(back, (days) => {
        const day = addDays(today, -days);
        const withoutYear = formatDay(day, 'sv').replace(/ \d{4}$/, '');
        expect(parseDayNear(withoutYear, today)).toBe(day);
      }),
    );
  });

  it('refuses a today that is no day', () => {
    expect(() => parseDayNear('i dag', 'nu')).toThrow(RangeError);
  });
});

describe('dayWithin', () => {
  it.each([
    ['12/3', '2025-01-01', '2025-12-31', '2025-03-12'],
    ['den 12 mars', '2025-01-01', '2025-12-31', '2025-03-12'],
    ['24 dec', '2025-09-01', '2026-08-31', '2025-12-24'],
    ['12/3', '2025-09-01', '2026-08-31', '2026-03-12'],
    ['12/3', '2025-01-01', '2026-12-31', null],
    ['29/2', '2025-01-01', '2025-12-31', null],
    ['12/3', '2025-04-01', '2025-12-31', null],
    ['12/3 2025', '2025-01-01', '2025-12-31', null],
    ['snart', '2025-01-01', '2025-12-31', null],
  ])('%s from %s to %s', (text, from, to, day) => {
    expect(dayWithin(text, from, to)).toBe(day);
  });

  it('finds each day of a year by its words without the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (days) => {
        const day = addDays('2025-01-01', days);
        expect(dayWithin(formatDay(day, 'sv').replace(/ \d{4}$/, ''), '2025-01-01', '2025-12-31')).toBe(day);
      }),
    );
  });

  it('refuses a span that is no days', () => {
    expect(() => dayWithin('12/3', 'nu', '2025-12-31')).toThrow(RangeError);
  });
});
