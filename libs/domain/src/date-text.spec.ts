import fc from 'fast-check';
import {
  addDays,
  dayOf,
  daysBetween,
  formatDay,
  formatDayRange,
  formatInstant,
  formatTime,
  formatWeek,
  isDay,
  isoWeek,
  parseDay,
} from './date-text.ts';
import { LOCALES } from './locale.ts';

const day = fc
  .date({ min: new Date('1901-01-01T00:00:00Z'), max: new Date('2198-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
  it.each(['2026-03-12', '2024-02-29', '1900-01-01', '2199-12-31'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-3-12',
    '0206-03-12',
    '12 mars 2026',
    '',
    '2026-03-12T00:00:00Z',
  ])('%j is not', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it.each([
    ['2026-03-12', '2026-03-12'],
    [' 2026-3-2 ', '2026-03-02'],
    ['20260312', '2026-03-12'],
    ['12 mars 2026', '2026-03-12'],
    ['den 1 maj 2026', '2026-05-01'],
    ['12 mar. 2026', '2026-03-12'],
    ['12 okt 2026', '2026-10-12'],
    ['12 October 2026', '2026-10-12'],
    ['12/3 2026', '2026-03-12'],
  ])('reads %j', (text, expected) => {
    expect(parseDay(text)).toBe(expected);
  });

  it.each([
    '31 april 2026',
    '12 m 2026',
    '12/3/2026',
    '3.12.2026',
    '12 mars',
    '26-03-12',
    'i går',
    '',
    '12 marsch 2026',
  ])('does not guess at %j', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('writes days out', () => {
    expect(formatDay('2026-03-12', 'sv')).toBe('12 mars 2026');
    expect(formatDay('2026-03-01', 'en')).toBe('1 March 2026');
    expect(() => formatDay('2026-02-30', 'sv')).toThrow(RangeError);
    expect(formatDayRange('2025-01-01', '2025-12-31', 'sv')).toBe('1 januari–31 december 2025');
    expect(formatDayRange('2026-03-12', '2026-03-14', 'en')).toBe('12–14 March 2026');
    expect(formatDayRange('2025-12-30', '2026-01-02', 'sv')).toBe('30 december 2025 – 2 januari 2026');
    expect(formatDayRange('2026-03-12', '2026-03-12', 'sv')).toBe('12 mars 2026');
  });

  it('reads back what it writes, in both languages', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...LOCALES), (given, locale) => {
        expect(parseDay(formatDay(given, locale))).toBe(given);
        expect(parseDay(given)).toBe(given);
      }),
    );
  });

  it('counts days forth and back', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    fc.assert(
      fc.property(day, fc.integer({ min: -300, max: 300 }), (given, days) => {
        expect(daysBetween(given, addDays(given, days))).toBe(days);
      }),
    );
  });
});

describe('weeks', () => {
  it.each([
    ['2026-03-12', 2026, 11],
    ['2024-12-30', 2025, 1],
    ['2027-01-03', 2026, 53],
    ['2021-01-03', 2020, 53],
    ['2026-01-01', 2026, 1],
  ])('%s is in ISO week %d-%d', (given, year, week) => {
    expect(isoWeek(given)).toEqual({ year, week });
  });

  it('writes weeks', () => {
    expect(formatWeek('2026-03-12', 'sv')).toBe('vecka 11');
    expect(formatWeek('2024-12-30', 'en', true)).toBe('week 1 2025');
  });

  it('keeps Monday to Sunday together and goes on by one, or to week 1', () => {
    fc.assert(
      fc.property(day, (given) => {
        const monday = addDays(given, -((new Date(`${given}T00:00:00Z`).getUTCDay() + 6) % 7));
        const here = isoWeek(given);
        for (let offset = 0; offset < 7; offset += 1) expect(isoWeek(addDays(monday, offset))).toEqual(here);
        const next = isoWeek(addDays(monday, 7));
        expect([here.week + 1, 1]).toContain(next.week);
        if (next.week === 1) expect(next.year).toBe(here.year + 1);
        expect(here.week).toBeLessThanOrEqual(53);
      }),
    );
  });
});

describe('instants', () => {
  it('become Swedish days, summer and winter', () => {
    expect(dayOf('2026-06-30T22:30:00Z')).toBe('2026-07-01');
    expect(dayOf('2026-12-31T22:59:59Z')).toBe('2026-12-31');
    expect(dayOf(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01');
    expect(() => dayOf('i morgon')).toThrow(RangeError);
  });

  it('are written in Swedish time', () => {
    expect(formatInstant('2026-03-12T13:05:00Z', 'sv')).toBe('12 mars 2026 kl. 14:05');
    expect(formatInstant('2026-06-30T22:00:00Z', 'en')).toBe('1 July 2026, 00:00');
    expect(formatTime('2026-07-01T12:00:00Z')).toBe('14:00');
    expect(() => formatTime('x')).toThrow(RangeError);
  });
});
