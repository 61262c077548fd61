import fc from 'fast-check';
import { addDays, dayOf, formatTime } from './date-text.ts';
import {
  formatMeetingTime,
  formatTimeSpan,
  instantAt,
  itemTimes,
  minutesBetween,
  parseTime,
  weekdayName,
} from './meeting-time.ts';

const days = fc.integer({ min: 0, max: 365 * 30 }).map((count) => addDays('2020-01-01', count));
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

describe('a time of day as typed', () => {
  it.each([
    ['13', '13:00'],
    ['9.30', '09:30'],
    ['1315', '13:15'],
    ['kl. 8:05', '08:05'],
    [' 0 ', '00:00'],
  ])('reads %j as %s', (input, time) => expect(parseTime(input)).toBe(time));
  it.each(['', '24:00', '12:60', '12:5', 'ett', '12-30', '-1'])('does not guess at %j', (input) =>
    expect(parseTime(input)).toBeNull(),
  );
});

describe('an instant from a Swedish day and time', () => {
  it('knows summer and normal time', () => {
    expect(instantAt('2026-01-15', '13:00')).toBe('2026-01-15T12:00:00.000Z');
    expect(instantAt('2026-07-15', '13:00')).toBe('2026-07-15T11:00:00.000Z');
    expect(instantAt('2026-12-31', '23:30')).toBe('2026-12-31T22:30:00.000Z');
    expect(instantAt('2027-01-01', '00:30')).toBe('2026-12-31T23:30:00.000Z');
  });
  it('takes the first of an hour that comes twice, and steps over one that never comes', () => {
    expect(instantAt('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(instantAt('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(formatTime(instantAt('2026-03-29', '02:30'))).toBe('03:30');
  });
  it('refuses what is no day and no time', () => {
    expect(() => instantAt('2026-02-30', '13:00')).toThrow(RangeError);
    expect(() => instantAt('2026-02-03', '13.00')).toThrow(RangeError);
  });
  it('is read back as the same day and time, but for the hour the clock jumps over', () => {
    fc.assert(
      fc.property(days, times, (day, time) => {
        const instant = instantAt(day, time);
        expect(dayOf(instant)).toBe(day);
        if (formatTime(instant) !== time)
          expect([time.slice(0, 2), formatTime(instant).slice(0, 2)]).toEqual(['02', '03']);
      }),
    );
  });
});

describe('the clock of an agenda', () => {
  it('runs on over the night when summer time ends', () => {
    const times = itemTimes(instantAt('2026-10-25', '01:30'), [60, 60, 8]);
    expect(times.map(({ startsAt }) => formatTime(startsAt))).toEqual(['01:30', '02:30', '02:30']);
    expect(times.map(({ endsAt }) => formatTime(endsAt))).toEqual(['02:30', '02:30', '02:38']);
  });
  it('leaves no gap, begins with the meeting and ends after the sum', () => {
    const start = fc.integer({ min: 0, max: 2_000_000_000 }).map((at) => new Date(at * 1000).toISOString());
    fc.assert(
      fc.property(start, fc.array(fc.integer({ min: 1, max: 480 }), { maxLength: 200 }), (startsAt, minutes) => {
        const times = itemTimes(startsAt, minutes);
        expect(times).toHaveLength(minutes.length);
        times.forEach((time, at) => expect(time.startsAt).toBe(times[at - 1]?.endsAt ?? startsAt));
        const sum = minutes.reduce((total, length) => total + length, 0);
        expect(minutesBetween(startsAt, times.at(-1)?.endsAt ?? startsAt)).toBe(sum);
      }),
    );
  });
});

describe('the time of a meeting in words', () => {
  it('has weekday, day, time and week', () => {
    const [from, to] = [instantAt('2026-03-12', '13:00'), instantAt('2026-03-12', '15:00')];
    expect(formatMeetingTime(from, to, 'sv')).toBe('torsdag 12 mars 2026 kl. 13:00–15:00, vecka 11');
    expect(formatMeetingTime(from, to, 'en')).toBe('Thursday 12 March 2026, 13:00–15:00, week 11');
  });
  it('says the second day when it ends on another one', () => {
    expect(formatTimeSpan(instantAt('2026-12-31', '22:00'), instantAt('2027-01-01', '01:00'), 'sv')).toBe(
      '22:00–1 januari 2027 01:00',
    );
  });
  it('names every day of the week', () => {
    expect(weekdayName('2026-11-29', 'sv')).toBe('söndag');
    expect(weekdayName('2026-11-30', 'en')).toBe('Monday');
    expect(() => weekdayName('2026-13-01', 'sv')).toThrow(RangeError);
  });
});
