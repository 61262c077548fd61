import fc from 'fast-check';
import { DIRECTIONS, INDICATOR_KINDS, PLACE_COMBINATIONS } from './indicator.ts';
import { comparableFigure, figureStatus, nearBand, type TargetDefinition, type TargetFigure } from './target-figure.ts';
import { compareToTarget } from './target.ts';

const counted: TargetDefinition = { kind: 'count', direction: 'up', combinePlaces: 'sum', targetMargin: null };
const value = (number: number, more: Partial<Extract<TargetFigure, { state: 'value' }>> = {}): TargetFigure => ({
  state: 'value',
  value: number,
  denominator: null,
  of: 1,
  reported: 1,
  ...more,
});
const definitions = fc.record({
  kind: fc.constantFrom(...INDICATOR_KINDS),
  direction: fc.constantFrom(...DIRECTIONS),
  combinePlaces: fc.constantFrom(...PLACE_COMBINATIONS),
  targetMargin: fc.option(fc.integer({ min: 0, max: 100 }).map((per) => per / 100)),
});

describe('figureStatus', () => {
  it('says reached, near and missed by the direction of good', () => {
    expect(figureStatus(value(10), 10, counted)).toBe('reached');
    expect(figureStatus(value(9), 10, counted)).toBe('near');
    expect(figureStatus(value(8), 10, counted)).toBe('missed');
    expect(figureStatus(value(11), 10, { ...counted, direction: 'down' })).toBe('near');
    expect(figureStatus(value(14, { denominator: 20 }), 75, { ...counted, kind: 'share' })).toBe('near');
  });

  it('lets a sum that is not whole be reached, and never missed before all have answered', () => {
    expect(figureStatus(value(12, { of: 8, reported: 5 }), 10, counted)).toBe('reached');
    expect(figureStatus(value(2, { of: 8, reported: 5 }), 10, counted)).toBe('unknown');
    expect(figureStatus(value(12, { of: 8, reported: 5 }), 10, { ...counted, combinePlaces: 'mean' })).toBe('unknown');
  });

  it('claims nothing of what is not known', () => {
    fc.assert(
      fc.property(
        definitions,
        fc.constantFrom('not_reported', 'not_applicable', 'protected'),
        fc.integer(),
        (definition, state, target) => {
          expect(figureStatus({ state, of: 1, reported: 1 }, target, definition)).toBe('unknown');
          expect(figureStatus(value(target), null, definition)).toBe('unknown');
        },
      ),
    );
  });

  it('compares no share without its whole, no text and no milestone of one place', () => {
    expect(comparableFigure(value(14), 'share')).toBeNull();
    expect(comparableFigure(value(0, { denominator: 0 }), 'share')).toBeNull();
    expect(comparableFigure(value(1), 'milestone')).toBeNull();
    expect(comparableFigure(value(6, { of: 8, reported: 8 }), 'milestone')).toBe(6);
    expect(comparableFigure(value(1), 'text')).toBeNull();
    expect(comparableFigure(value(0), 'count')).toBe(0);
  });
});

it('draws near where near is said', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1000, max: 1000 }),
      fc.integer({ min: -1000, max: 1000 }),
      fc.constantFrom(...DIRECTIONS),
      fc.constantFrom(null, 0, 0.25, 0.5),
      (number, target, direction, margin) => {
        const band = nearBand(target, direction, margin);
        const { status } = compareToTarget(number, target, direction, margin ?? undefined);
        // The edges themselves are left out: a tenth of a number is not exact in binary.
        if (status === 'near') expect(band).not.toBeNull();
        if (band === null) return;
        const [least, most] = band;
        if (number > least + 0.001 && number < most - 0.001) expect(status).toBe('near');
        if (number < least - 0.001 || number > most + 0.001) expect(status).not.toBe('near');
      },
    ),
  );
});
