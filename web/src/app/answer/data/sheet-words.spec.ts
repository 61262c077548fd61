import type { FollowUpPage } from '@samhandling/contracts';
import { FOLLOW_UP_STATES, type FollowUpState } from '@samhandling/domain';
import fc from 'fast-check';
import { isHandedIn, lastDayOf, nextLeft, placeOf } from './sheet-words.ts';

const item = (state: FollowUpState): FollowUpPage => ({ followUp: { state } }) as FollowUpPage;
const items = fc.array(fc.constantFrom(...FOLLOW_UP_STATES).map(item), { maxLength: 8 });

describe('nextLeft', () => {
  it('looks onwards first, and then from the start', () => {
    const some = [item('draft'), item('submitted'), item('returned'), item('accepted')];
    expect(nextLeft(some, 0)).toBe(1);
    expect(nextLeft(some, 1)).toBe(3);
    expect(nextLeft(some, 3)).toBe(1);
  });

  it('always names an item that is left, and none only when none is', () => {
    fc.assert(
      fc.property(items, fc.nat(8), (all, from) => {
        const place = nextLeft(all, Math.min(from, all.length));
        if (place === null) expect(all.every(isHandedIn)).toBe(true);
        else expect(isHandedIn(all[place - 1] ?? item('accepted'))).toBe(false);
      }),
    );
  });
});

describe('placeOf', () => {
  it.each([
    ['1', 1],
    ['2', 2],
    ['3', null],
    ['0', null],
    ['-1', null],
    ['1.5', null],
    ['två', null],
    [undefined, null],
  ])('%s', (asked, place) => {
    expect(placeOf(asked, [item('draft'), item('draft')])).toBe(place);
  });
});

describe('lastDayOf', () => {
  it('is the day before the midnight something ends at, summer and winter', () => {
    expect(lastDayOf('2026-12-22T23:00:00.000Z')).toBe('2026-12-22');
    expect(lastDayOf('2026-06-30T22:00:00.000Z')).toBe('2026-06-30');
  });
});
