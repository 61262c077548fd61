import fc from 'fast-check';
import { addDays } from '@samhandling/domain';
import { addMonths, dayByKey, monthWeeks } from './month.ts';

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1990-01-01', days));

describe('monthWeeks', () => {
  it('begins with Monday and numbers the weeks', () => {
    const weeks = monthWeeks('2026-01-15');
    expect(weeks.map(({ week }) => week)).toEqual([1, 2, 3, 4, 5]);
    expect(weeks[0]?.days[0]).toEqual({ day: '2025-12-29', inMonth: false });
    expect(weeks[4]?.days[5]).toEqual({ day: '2026-01-31', inMonth: true });
  });

  it('needs no more than four weeks for a February that begins on a Monday', () => {
    expect(monthWeeks('2027-02-10')).toHaveLength(4);
  });

  it('holds each day of the month once, in order', () => {
    fc.assert(
      fc.property(day, (any) => {
        const days = monthWeeks(any).flatMap((week) => week.days);
        const inMonth = days.filter((each) => each.inMonth).map((each) => each.day);
        expect(inMonth).toContain(any);
        expect(inMonth[0]).toBe(`${any.slice(0, 7)}-01`);
        expect(new Set(inMonth).size).toBe(inMonth.length);
        expect(addDays(inMonth.at(-1) ?? '', 1).slice(8)).toBe('01');
        expect(days.length % 7).toBe(0);
      }),
    );
  });
});

describe('moving between days', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-05', 1, '2027-01-05'],
    ['2024-01-30', 1, '2024-02-29'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it.each([
    ['ArrowLeft', '2026-03-11'],
    ['ArrowDown', '2026-03-19'],
    ['Home', '2026-03-09'],
    ['End', '2026-03-15'],
    ['PageUp', '2026-02-12'],
    ['Enter', null],
  ])('%s', (key, to) => {
    expect(dayByKey('2026-03-12', key)).toBe(to);
  });

  it('keeps Home and End within the week', () => {
    fc.assert(
      fc.property(day, (any) => {
        const [home, end] = [dayByKey(any, 'Home') ?? '', dayByKey(any, 'End') ?? ''];
        expect(addDays(home, 6)).toBe(end);
        expect(home <= any && any <= end).toBe(true);
      }),
    );
  });
});
