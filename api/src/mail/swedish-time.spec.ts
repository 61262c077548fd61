import fc from 'fast-check';
import { instantOf, nextMail, wallTime } from './swedish-time.ts';

const hours = { isOn: true, sendAt: '07:30', weekdays: [1, 2, 3, 4, 5] };
const long = new Date('2026-01-01T12:00:00Z');

describe('Swedish time', () => {
  it('goes to an instant and back, in winter and summer', () => {
    expect(instantOf({ day: '2026-01-15', time: '07:30' }).toISOString()).toBe('2026-01-15T06:30:00.000Z');
    expect(instantOf({ day: '2026-07-15', time: '07:30' }).toISOString()).toBe('2026-07-15T05:30:00.000Z');
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (date) => {
          const wall = wallTime(date);
          expect(wallTime(instantOf(wall))).toEqual(wall);
        },
      ),
    );
  });

  it('has no half past two the night the clock goes forward, so that is an hour later', () => {
    expect(wallTime(instantOf({ day: '2026-03-29', time: '02:30' }))).toEqual({ day: '2026-03-29', time: '03:30' });
  });
});

describe('nextMail', () => {
  const at = (now: string, isDone = false) => nextMail(hours, new Date(now), long, isDone)?.toISOString();

  it('is the next of the days chosen, at the hour as it is then', () => {
    expect(at('2026-03-04T05:00:00Z')).toBe('2026-03-04T06:30:00.000Z');
    expect(at('2026-03-06T08:00:00Z', true)).toBe('2026-03-09T06:30:00.000Z');
    expect(at('2026-03-27T08:00:00Z', true)).toBe('2026-03-30T05:30:00.000Z');
  });

  it('is now when the hour has come and nothing has left', () => {
    expect(at('2026-03-04T08:00:00Z')).toBe('2026-03-04T08:00:00.000Z');
  });

  it('is never when mail is off', () => {
    expect(nextMail({ ...hours, isOn: false }, long, long, false)).toBeNull();
  });
});
