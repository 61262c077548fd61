import fc from 'fast-check';
import { addDays, angleOf, daysBetween, middleOf } from '@samhandling/domain';
import { draggedTo, movedBy, stepOf } from './wheel-mover.ts';

const day = fc.integer({ min: 0, max: 364 }).map((at) => addDays('2026-01-01', at));

describe('moving in the wheel', () => {
  it('by keys goes a day, a week or four weeks, and no key else', () => {
    expect(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'a'].map(stepOf)).toEqual([
      1,
      -1,
      7,
      -7,
      28,
      -28,
      null,
    ]);
  });

  it('stops at the ends of the year', () => {
    expect(movedBy('2026-12-28', 7, 2026)).toBe('2026-12-31');
    expect(movedBy('2026-01-03', -7, 2026)).toBe('2026-01-01');
    expect(movedBy('2028-02-28', 1, 2028)).toBe('2028-02-29');
  });

  it('by pointer follows it, day for day', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        if (Math.abs(daysBetween(from, to)) > 180) return;
        expect(draggedTo(from, middleOf(from), middleOf(to), 2026)).toBe(to);
      }),
    );
  });

  it('does not jump to the other end of the year when drawn past New Year', () => {
    expect(draggedTo('2026-12-28', angleOf('2026-12-28'), angleOf('2026-01-04'), 2026)).toBe('2026-12-31');
    expect(draggedTo('2026-01-04', angleOf('2026-01-04'), angleOf('2026-12-28'), 2026)).toBe('2026-01-01');
  });
});
