import fc from 'fast-check';
import { addDays, dayOf, formatTime, isoWeek } from './date-text.ts';
import { weekdayOf } from './mail-digest.ts';
import { meetingsToPropose, proposeMeetings, type MeetingsWish } from './propose-meetings.ts';
import { easterSunday, holidayOn, swedishHolidays } from './swedish-holidays.ts';

const THURSDAY = 4;
const wish: MeetingsWish = {
  year: 2027,
  count: 10,
  rule: { kind: 'monthly', nth: 2 },
  weekday: THURSDAY,
  startTime: '13:00',
  endTime: '15:00',
  from: '2027-01-01',
  meetsInJuly: false,
  isSummerFree: false,
  taken: [],
};
const days = (change: Partial<MeetingsWish>): string[] =>
  proposeMeetings({ ...wish, ...change }).meetings.map(({ day }) => day);

describe('Swedish holidays', () => {
  it.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('Easter of %i is %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  it('knows the days of a year', () => {
    const red = swedishHolidays(2026).filter(({ kind }) => kind === 'red');
    expect(red.map(({ day }) => day)).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-24',
      '2026-06-06',
      '2026-06-20',
      '2026-10-31',
      '2026-12-25',
      '2026-12-26',
    ]);
    expect(holidayOn('2026-06-19')?.name.sv).toBe('midsommarafton');
    expect(holidayOn('2026-05-15')).toMatchObject({ kind: 'eve' });
    expect(holidayOn('2026-03-12')).toBeNull();
    // 1 May 2008 was Ascension Day too, and the day before it Walpurgis Night.
    expect(holidayOn('2008-05-01')?.kind).toBe('red');
  });
});

describe('meetingsToPropose', () => {
  it('follows the group’s own target for the year, less what is planned', () => {
    expect(meetingsToPropose(10, 0)).toBe(10);
    expect(meetingsToPropose(4, 3)).toBe(1);
    expect(meetingsToPropose(2, 2)).toBe(1);
    expect(meetingsToPropose(2, 5)).toBe(1);
    expect(meetingsToPropose(null, 0)).toBeNull();
  });
});

describe('proposeMeetings', () => {
  it('takes the second Thursday of each month, July free, and leaves the last one out where eleven are one too many', () => {
    const { meetings, leftOut, short } = proposeMeetings(wish);
    expect(meetings.map(({ day }) => day)).toEqual([
      '2027-01-14',
      '2027-02-11',
      '2027-03-11',
      '2027-04-08',
      '2027-05-13',
      '2027-06-10',
      '2027-08-12',
      '2027-09-09',
      '2027-10-14',
      '2027-11-11',
    ]);
    expect(leftOut.map(({ day, reason }) => [day, reason.sv])).toEqual([
      ['2027-07-08', 'Juli hålls fri.'],
      ['2027-12-09', 'Behövs inte för det antal möten du vill ha.'],
    ]);
    expect(short).toBe(0);
  });

  it('keeps the clock the same summer and winter', () => {
    const { meetings } = proposeMeetings(wish);
    expect(meetings[0]).toMatchObject({ startsAt: '2027-01-14T12:00:00.000Z', endsAt: '2027-01-14T14:00:00.000Z' });
    expect(meetings[5]).toMatchObject({ startsAt: '2027-06-10T11:00:00.000Z', endsAt: '2027-06-10T13:00:00.000Z' });
  });

  it('moves a week on from a holiday, and says why', () => {
    // The second Thursday of May 2026 is Ascension Day.
    const { meetings } = proposeMeetings({ ...wish, year: 2026, from: '2026-01-01' });
    expect(meetings.find(({ day }) => day.startsWith('2026-05'))).toMatchObject({
      day: '2026-05-21',
      insteadOf: '2026-05-14',
      note: {
        sv: 'I stället för 14 maj 2026, som är Kristi himmelsfärdsdag.',
        en: 'Instead of 14 May 2026, which is Ascension Day.',
      },
    });
  });

  it('keeps away from the days of the group above', () => {
    const taken = [{ day: '2027-05-13', by: { sv: 'dagen för samrådet', en: 'the day of the consultation' } }];
    expect(days({ taken })).toContain('2027-05-20');
    expect(days({ taken })).not.toContain('2027-05-13');
  });

  it('takes every third week from a day on, and keeps weeks 27 to 32 free', () => {
    const some = days({ rule: { kind: 'weekly', every: 3 }, count: 20, from: '2027-02-01', isSummerFree: true });
    expect(some[0]).toBe('2027-02-04');
    expect(some.some((day) => isoWeek(day).week >= 27 && isoWeek(day).week <= 32)).toBe(false);
  });

  it('says how many it has no day for', () => {
    expect(proposeMeetings({ ...wish, count: 12 }).short).toBe(1);
    expect(proposeMeetings({ ...wish, count: 12, meetsInJuly: true }).short).toBe(0);
  });

  it('takes the last such weekday of the month', () => {
    expect(days({ rule: { kind: 'monthly', nth: -1 } })).toContain('2027-09-30');
  });

  const anyWish: fc.Arbitrary<MeetingsWish> = fc
    .record({
      year: fc.integer({ min: 1990, max: 2150 }),
      count: fc.integer({ min: 1, max: 52 }),
      rule: fc.oneof(
        fc.record({ kind: fc.constant('monthly' as const), nth: fc.constantFrom(1, 2, 3, 4, -1 as const) }),
        fc.record({ kind: fc.constant('weekly' as const), every: fc.integer({ min: 1, max: 8 }) }),
      ),
      weekday: fc.integer({ min: 1, max: 5 }),
      hour: fc.integer({ min: 6, max: 20 }),
      start: fc.nat(364),
      meetsInJuly: fc.boolean(),
      isSummerFree: fc.boolean(),
      taken: fc.array(fc.nat(364), { maxLength: 5 }),
    })
    .map(({ hour, start, taken, ...rest }) => ({
      ...rest,
      rule: rest.rule as MeetingsWish['rule'],
      startTime: `${String(hour).padStart(2, '0')}:30`,
      endTime: `${String(hour + 2).padStart(2, '0')}:00`,
      from: addDays(`${rest.year}-01-01`, start),
      taken: taken.map((offset) => ({
        day: addDays(`${rest.year}-01-01`, offset),
        by: { sv: 'upptagen', en: 'taken' },
      })),
    }));

  it('is never on a weekend, a holiday, a taken day, in what is kept free, or twice on a day', () => {
    fc.assert(
      fc.property(anyWish, (any) => {
        const { meetings } = proposeMeetings(any);
        expect(new Set(meetings.map(({ day }) => day)).size).toBe(meetings.length);
        for (const { day } of meetings) {
          expect(weekdayOf(day)).toBe(any.weekday);
          expect(holidayOn(day)).toBeNull();
          expect(any.taken.map((other) => other.day)).not.toContain(day);
          expect(day >= any.from && day.startsWith(String(any.year))).toBe(true);
          if (!any.meetsInJuly) expect(day.slice(5, 7)).not.toBe('07');
          if (any.isSummerFree) expect(isoWeek(day).week < 27 || isoWeek(day).week > 32).toBe(true);
        }
      }),
    );
  });

  it('gives the number that is wanted, or says how many are lacking, at the same clock time on each day', () => {
    fc.assert(
      fc.property(anyWish, (any) => {
        const { meetings, short } = proposeMeetings(any);
        expect(meetings.length + short).toBe(any.count);
        for (const { day, startsAt, endsAt } of meetings) {
          expect([dayOf(startsAt), formatTime(startsAt)]).toEqual([day, any.startTime]);
          expect([dayOf(endsAt), formatTime(endsAt)]).toEqual([day, any.endTime]);
        }
      }),
    );
  });
});
