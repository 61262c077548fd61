import fc from 'fast-check';
import { SPARK_HEIGHT, SPARK_WIDTH, sparkLayout } from './spark-layout.ts';

const point = fc.record({
  value: fc.option(fc.integer({ min: -50, max: 500 }), { nil: null }),
  preliminary: fc.boolean(),
  breaksBefore: fc.boolean(),
});

describe('sparkLayout', () => {
  it('draws each value inside the frame, and a line only between comparable neighbours', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 12 }), fc.option(fc.nat(500), { nil: null }), (points, target) => {
        const layout = sparkLayout(points, target);
        expect(layout.dots).toHaveLength(points.filter(({ value }) => value !== null).length);
        expect(layout.lines).toHaveLength(
          points.filter(
            (each, index) =>
              index > 0 && each.value !== null && points[index - 1]?.value !== null && !each.breaksBefore,
          ).length,
        );
        for (const { x, y } of layout.dots) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(SPARK_WIDTH);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(SPARK_HEIGHT);
        }
      }),
    );
  });

  it('stands higher for more, and dots what may change', () => {
    const calm = { preliminary: false, breaksBefore: false };
    const layout = sparkLayout(
      [
        { ...calm, value: 2 },
        { ...calm, value: 8, preliminary: true },
      ],
      5,
    );
    const [low, high] = layout.dots;
    expect(high?.y ?? 0).toBeLessThan(low?.y ?? 0);
    expect(layout.target).toBeGreaterThan(high?.y ?? 0);
    expect(layout.target).toBeLessThan(low?.y ?? 0);
    expect(layout.lines.map(({ preliminary }) => preliminary)).toEqual([true]);
  });
});
