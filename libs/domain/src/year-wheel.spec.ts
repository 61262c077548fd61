import fc from 'fast-check';
import { addDays, daysBetween, formatTime, dayOf, isoWeek } from './date-text.ts';
import {
  angleOf,
  arcOf,
  arcsMeet,
  clipToYear,
  dayAt,
  daysInYear,
  firstDayOf,
  lastDayOf,
  layInLanes,
  middleOf,
  monthArcs,
  ringOf,
  sameTimeOn,
  spread,
  WHEEL_RINGS,
  weekArcs,
  YEAR_ENTRY_KINDS,
} from './year-wheel.ts';

const years = fc.integer({ min: 1990, max: 2198 });
const dayIn = fc
  .tuple(years, fc.integer({ min: 0, max: 365 }))
  .map(([year, at]) => addDays(firstDayOf(year), Math.min(at, daysInYear(year) - 1)));

describe('day and angle', () => {
  it.each([
    ['2026-01-01', 0],
    ['2024-07-01', (182 * 360) / 366],
    ['2026-07-02', (182 * 360) / 365],
    ['2026-12-31', 360 - 360 / 365],
    ['2024-12-31', 360 - 360 / 366],
  ])('%s stands at %f degrees', (day, angle) => expect(angleOf(day)).toBeCloseTo(angle, 9));

  it('an angle finds its day again, from its beginning to its end', () => {
    fc.assert(
      fc.property(dayIn, fc.double({ min: 0, max: 0.999, noNaN: true }), (day, part) => {
        const year = Number(day.slice(0, 4));
        expect(dayAt(angleOf(day) + (part * 360) / daysInYear(year), year)).toBe(day);
        expect(dayAt(middleOf(day) + 360, year)).toBe(day);
        expect(dayAt(middleOf(day) - 720, year)).toBe(day);
      }),
    );
  });

  it('the last day is beside the first, and never in another year', () => {
    fc.assert(
      fc.property(years, fc.double({ min: -10_000, max: 10_000, noNaN: true }), (year, angle) => {
        expect(dayAt(-0.0001, year)).toBe(lastDayOf(year));
        expect(dayAt(360, year)).toBe(firstDayOf(year));
        expect(dayAt(angle, year).slice(0, 4)).toBe(String(year));
      }),
    );
  });

  it('knows leap years, also of the centuries', () => {
    expect([2024, 2026, 2000, 2100].map(daysInYear)).toEqual([366, 365, 366, 365]);
  });
});

describe('what lies in the year', () => {
  it('is cut at its ends', () => {
    expect(clipToYear('2025-12-20', '2026-01-10', 2026)).toEqual({ from: '2026-01-01', to: '2026-01-10' });
    expect(clipToYear('2026-12-20', '2027-01-10', 2026)).toEqual({ from: '2026-12-20', to: '2026-12-31' });
    expect(clipToYear('2025-01-01', '2027-12-31', 2026)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(clipToYear('2025-12-31', '2025-12-31', 2026)).toBeNull();
    expect(clipToYear('2027-01-01', '2027-01-01', 2026)).toBeNull();
  });

  it('an arc is as long as its days', () => {
    fc.assert(
      fc.property(dayIn, fc.integer({ min: 0, max: 365 }), (from, more) => {
        const year = Number(from.slice(0, 4));
        const to = [addDays(from, more), lastDayOf(year)].sort()[0] ?? from;
        const { start, end } = arcOf(from, to);
        expect(end - start).toBeCloseTo(((daysBetween(from, to) + 1) * 360) / daysInYear(year), 6);
        expect(end).toBeLessThanOrEqual(360);
      }),
    );
  });

  it.each([
    ['months', (year: number) => monthArcs(year)],
    ['weeks', (year: number) => weekArcs(year)],
  ])('%s cover the year without a gap', (_, arcs) => {
    fc.assert(
      fc.property(years, (year) => {
        const all = arcs(year);
        expect(all[0]?.start).toBe(0);
        expect(all.at(-1)?.end).toBe(360);
        all.slice(1).forEach((arc, index) => expect(arc.start).toBeCloseTo(all[index]?.end ?? -1, 9));
      }),
    );
  });

  it('weeks at the turn of the year belong to the year they are counted in', () => {
    expect(weekArcs(2027)[0]).toMatchObject({ week: 53, weekYear: 2026, start: 0 });
    expect(weekArcs(2024).at(-1)).toMatchObject({ week: 1, weekYear: 2025, end: 360 });
    expect(weekArcs(2026)[0]).toMatchObject({ week: 1, weekYear: 2026 });
    for (const arc of weekArcs(2026)) expect(isoWeek(dayAt(arc.start, 2026)).week).toBe(arc.week);
  });

  it('every kind has a ring', () => {
    for (const kind of YEAR_ENTRY_KINDS) expect(WHEEL_RINGS).toContain(ringOf(kind));
  });
});

describe('lanes', () => {
  const arcs = fc.array(
    fc
      .tuple(fc.double({ min: 0, max: 359, noNaN: true }), fc.double({ min: 0.1, max: 200, noNaN: true }))
      .map(([start, length]) => ({ start, end: Math.min(360, start + length) })),
    { maxLength: 40 },
  );

  it('never lay two over each other, over the turn of the year too, and lose none', () => {
    fc.assert(
      fc.property(arcs, fc.double({ min: 0, max: 5, noNaN: true }), (entries, room) => {
        const laid = layInLanes(entries, room);
        expect(laid.map(({ start, end }) => ({ start, end }))).toEqual(entries);
        laid.forEach((one, index) =>
          laid.slice(index + 1).forEach((other) => {
            if (one.lane === other.lane) expect(arcsMeet(one, other, room)).toBe(false);
          }),
        );
      }),
      {
        examples: [
          [
            [
              { start: 0, end: 0.1 },
              { start: 344.1721066969402, end: 360 },
            ],
            5e-324,
          ],
        ],
      },
    );
  });

  it('are as few as it takes where nothing meets', () => {
    expect(
      layInLanes([arcOf('2026-03-01', '2026-03-01'), arcOf('2026-09-01', '2026-09-01')], 1).map(({ lane }) => lane),
    ).toEqual([0, 0]);
  });

  it('keep 31 December and 1 January apart', () => {
    const laid = layInLanes([arcOf('2026-01-01', '2026-01-01'), arcOf('2026-12-31', '2026-12-31')], 1);
    expect(laid.map(({ lane }) => lane)).toEqual([0, 1]);
  });
});

describe('labels', () => {
  it('stand apart, in order, within the column, and move no more than they must', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 650, noNaN: true }), { maxLength: 30 }), (places) => {
        const wanted = [...places].sort((a, b) => a - b);
        const laid = spread(wanted, 20, 0, 600);
        if (wanted.length > 31) return;
        expect(laid).toHaveLength(wanted.length);
        (laid ?? []).forEach((place, index, all) => {
          expect(place).toBeGreaterThanOrEqual(-1e-9);
          expect(place).toBeLessThanOrEqual(600 + 1e-9);
          if (index > 0) expect(place - (all[index - 1] ?? 0)).toBeGreaterThanOrEqual(20 - 1e-9);
        });
      }),
    );
    expect(spread([100, 200, 300], 20, 0, 600)).toEqual([100, 200, 300]);
    expect(spread([100, 100], 20, 0, 600)).toEqual([100, 120]);
    expect(spread([600, 600], 20, 0, 600)).toEqual([580, 600]);
  });

  it('are not laid where they do not fit', () => {
    expect(spread([1, 2, 3, 4], 20, 0, 50)).toBeNull();
    expect(spread([], 20, 0, 0)).toEqual([]);
  });
});

describe('sameTimeOn', () => {
  it('keeps the clock over the change to summer time', () => {
    // 09:00 in winter is 08:00 UTC, in summer 07:00.
    expect(sameTimeOn('2026-03-27T08:00:00.000Z', '2026-03-30')).toBe('2026-03-30T07:00:00.000Z');
    expect(sameTimeOn('2026-10-23T07:00:00.000Z', '2026-10-26')).toBe('2026-10-26T08:00:00.000Z');
    expect(sameTimeOn('2026-12-31T08:00:00.000Z', '2027-01-01')).toBe('2027-01-01T08:00:00.000Z');
  });

  it('keeps day and clock whatever day it is moved to', () => {
    fc.assert(
      fc.property(dayIn, fc.integer({ min: 5 * 60, max: 23 * 60 }), (day, minutes) => {
        const instant = new Date(Date.parse('2026-01-15T00:00:00.000Z') + minutes * 60_000 - 3_600_000).toISOString();
        const moved = sameTimeOn(instant, day);
        expect([dayOf(moved), formatTime(moved)]).toEqual([day, formatTime(instant)]);
      }),
    );
  });
});
