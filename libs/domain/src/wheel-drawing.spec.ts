import fc from 'fast-check';
import { addDays } from './date-text.ts';
import { angleAt, drawWheel, layLabels, pointAt, WHEEL, type WheelEntry } from './wheel-drawing.ts';
import { dayAt, daysInYear, firstDayOf, YEAR_ENTRY_KINDS } from './year-wheel.ts';

const entry = fc
  .record({
    kind: fc.constantFrom(...YEAR_ENTRY_KINDS),
    at: fc.integer({ min: -30, max: 390 }),
    long: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200 })),
  })
  .map(({ kind, at, long }) => ({ kind, from: addDays('2026-01-01', at), to: addDays('2026-01-01', at + long) }));
const entries = fc
  .array(entry, { maxLength: 60 })
  .map((all): WheelEntry[] => all.map((one, index) => ({ ...one, key: String(index) })));

describe('the drawing of a year', () => {
  it('draws every entry of the year once, inside its ring, and no dot over another', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const { marks, rings } = drawWheel(all, 2026);
        const inYear = all.filter(({ from, to }) => from <= '2026-12-31' && to >= '2026-01-01');
        expect(marks.map(({ key }) => key)).toEqual(inYear.map(({ key }) => key));
        marks.forEach((mark, index) => {
          const ring = rings.find((one) => one.ring === mark.ring);
          expect(mark.distance - mark.radius).toBeGreaterThanOrEqual((ring?.inner ?? 0) - 0.1);
          expect(mark.distance + mark.radius).toBeLessThanOrEqual((ring?.outer ?? 0) + 0.1);
          for (const other of marks.slice(index + 1))
            expect(Math.hypot(mark.x - other.x, mark.y - other.y)).toBeGreaterThanOrEqual(
              mark.radius + other.radius - 0.1,
            );
        });
      }),
      { numRuns: 60 },
    );
  });

  it('has four rings from hub to rim, twelve months and every week, also with nothing in it', () => {
    const { rings, months, weeks, marks } = drawWheel([], 2026);
    expect(marks).toEqual([]);
    expect([rings[0]?.inner, rings.at(-1)?.outer]).toEqual([WHEEL.hub, WHEEL.rim]);
    rings.slice(1).forEach((ring, index) => expect(ring.inner).toBe(rings[index]?.outer));
    expect(months.filter(({ startsQuarter }) => startsQuarter).map(({ month }) => month)).toEqual([1, 4, 7, 10]);
    expect(weeks).toHaveLength(53);
  });

  it('a place in the wheel and its angle say the same', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 359.9, noNaN: true }),
        fc.integer({ min: 100, max: 400 }),
        (angle, distance) => {
          const off = Math.abs(angleAt(pointAt(angle, distance)) - angle);
          expect(Math.min(off, 360 - off)).toBeLessThan(0.02);
        },
      ),
    );
    expect([pointAt(0, 100), pointAt(90, 100), pointAt(180, 100)]).toEqual([
      { x: 0, y: -100 },
      { x: 100, y: 0 },
      { x: 0, y: 100 },
    ]);
  });

  it('what is let go over a dot is let go on its day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: daysInYear(2028) - 1 }), (at) => {
        const day = addDays(firstDayOf(2028), at);
        const [mark] = drawWheel([{ key: 'a', kind: 'meeting', from: day, to: day }], 2028).marks;
        expect(dayAt(angleAt(mark ?? { x: 0, y: 0 }), 2028)).toBe(day);
      }),
    );
  });

  it('draws a line along what lasts, cut at the end of the year, and none for a day', () => {
    const { marks } = drawWheel(
      [
        { key: 'day', kind: 'data_date', from: '2026-03-12', to: '2026-03-12' },
        { key: 'over', kind: 'report_phase', from: '2025-11-01', to: '2027-02-01' },
      ],
      2026,
    );
    expect(marks.map(({ path }) => path === '')).toEqual([true, false]);
    expect(marks[1]?.angle).toBeLessThan(1);
    expect(marks[1]?.path).toContain(' 0 1 1 ');
  });
});

describe('labels beside the wheel', () => {
  const size = { height: 20, reach: 400, distance: 380 };

  it('are one per mark, on the side it is on, and never over each other', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const { marks } = drawWheel(all, 2026);
        const labels = layLabels(marks, size);
        if (labels === null) {
          expect(marks.length).toBeGreaterThan(40);
          return;
        }
        expect(labels.map(({ key }) => key).sort()).toEqual(marks.map(({ key }) => key).sort());
        for (const side of ['left', 'right'] as const) {
          const places = labels
            .filter((label) => label.side === side)
            .map(({ at }) => at.y)
            .sort((a, b) => a - b);
          places.slice(1).forEach((y, index) => expect(y - (places[index] ?? 0)).toBeGreaterThanOrEqual(19.9));
          for (const y of places) expect(Math.abs(y)).toBeLessThanOrEqual(400.1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
