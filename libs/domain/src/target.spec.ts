import fc from 'fast-check';
import { DIRECTIONS } from './indicator.ts';
import { compareToTarget, isFalling } from './target.ts';

describe('compareToTarget', () => {
  it.each([
    [10, 10, 'up', 'reached', 0],
    [12, 10, 'up', 'reached', 2],
    [9, 10, 'up', 'near', -1],
    [8, 10, 'up', 'missed', -2],
    [10, 10, 'down', 'reached', 0],
    [11, 10, 'down', 'near', -1],
    [12, 10, 'down', 'missed', -2],
    [0, 0, 'down', 'reached', 0],
    [1, 0, 'down', 'missed', -1],
  ] as const)('%d against %d, good is %s: %s', (value, target, direction, status, distance) => {
    expect(compareToTarget(value, target, direction)).toEqual({ status, distance });
  });

  it('claims nothing of what is not known', () => {
    const unknown = { status: 'unknown', distance: null };
    expect(compareToTarget(null, 10, 'up')).toEqual(unknown);
    expect(compareToTarget(10, null, 'up')).toEqual(unknown);
    expect(compareToTarget(10, 10, 'none')).toEqual(unknown);
    expect(compareToTarget(99, 10, 'up', 0.1, 'part')).toEqual(unknown);
  });

  it('trusts a part of a sum only where the rest cannot change the answer', () => {
    expect(compareToTarget(12, 10, 'up', 0.1, 'part_of_sum').status).toBe('reached');
    expect(compareToTarget(8, 10, 'up', 0.1, 'part_of_sum').status).toBe('unknown');
    expect(compareToTarget(8, 10, 'down', 0.1, 'part_of_sum').status).toBe('unknown');
    expect(compareToTarget(20, 10, 'down', 0.1, 'part_of_sum').status).toBe('missed');
  });

  const maybe = fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: null });

  it('is reached exactly when the distance is on the good side', () => {
    fc.assert(
      fc.property(maybe, maybe, fc.constantFrom(...DIRECTIONS), (value, target, direction) => {
        const { status, distance } = compareToTarget(value, target, direction);
        expect(status === 'unknown').toBe(distance === null);
        if (distance !== null) expect(status === 'reached').toBe(distance >= 0);
        if (value === null || target === null) expect(status).toBe('unknown');
      }),
    );
  });

  it('never claims of a part what the whole would take back', () => {
    const nat = fc.nat(50);
    fc.assert(
      fc.property(nat, nat, nat, fc.constantFrom('up', 'down'), (part, rest, target, direction) => {
        const early = compareToTarget(part, target, direction, 0, 'part_of_sum').status;
        if (early !== 'unknown') expect(compareToTarget(part + rest, target, direction, 0).status).toBe(early);
      }),
    );
  });
});

describe('isFalling', () => {
  it('follows the direction of good', () => {
    expect(isFalling(9, 12, 'up')).toBe(true);
    expect(isFalling(12, 9, 'up')).toBe(false);
    expect(isFalling(12, 9, 'down')).toBe(true);
    expect(isFalling(12, 9, 'none')).toBe(false);
    expect(isFalling(9, 9, 'up')).toBe(false);
    expect(isFalling(null, 9, 'up')).toBe(false);
    expect(isFalling(0, null, 'up')).toBe(false);
  });
});
