/** One round in a sparkline; null where there is nothing that may be drawn. */
export interface SparkPoint {
  readonly value: number | null;
  /** The round is not adopted. */
  readonly preliminary: boolean;
  /** The definition changed before it: no line across. */
  readonly breaksBefore: boolean;
}

export interface SparkLayout {
  readonly lines: readonly {
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
    readonly preliminary: boolean;
  }[];
  readonly dots: readonly { readonly x: number; readonly y: number; readonly preliminary: boolean }[];
  /** Height of the dashed target; null without one. */
  readonly target: number | null;
}

export const SPARK_WIDTH = 120;
export const SPARK_HEIGHT = 32;
const EDGE = 4;

/**
 * Where a sparkline's parts stand, oldest round to the left. The scale begins at zero (or below, if a value is) so that small
 * changes do not look large. As in the chart, no line is drawn across a gap or a new definition.
 */
export function sparkLayout(points: readonly SparkPoint[], target: number | null): SparkLayout {
  const values = [...points.map(({ value }) => value), target].filter((value) => value !== null);
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const y = (value: number): number =>
    most === least
      ? SPARK_HEIGHT - EDGE
      : SPARK_HEIGHT - EDGE - ((value - least) / (most - least)) * (SPARK_HEIGHT - 2 * EDGE);
  const step = points.length < 2 ? 0 : (SPARK_WIDTH - 2 * EDGE) / (points.length - 1);
  const x = (index: number): number => (points.length < 2 ? SPARK_WIDTH / 2 : EDGE + index * step);
  const lines = points.flatMap((point, index) => {
    const before = points[index - 1];
    if (!before || before.value === null || point.value === null || point.breaksBefore) return [];
    return [
      {
        x1: x(index - 1),
        y1: y(before.value),
        x2: x(index),
        y2: y(point.value),
        preliminary: point.preliminary || before.preliminary,
      },
    ];
  });
  const dots = points.flatMap(({ value, preliminary }, index) =>
    value === null ? [] : [{ x: x(index), y: y(value), preliminary }],
  );
  return { lines, dots, target: target === null ? null : y(target) };
}
