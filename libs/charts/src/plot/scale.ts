import { ScaleType, getScale } from '@swimlane/ngx-charts';

export interface LinearScale {
  (value: number): number;
  ticks(count?: number): number[];
  domain(): number[];
}

export interface PointScale {
  (name: string): number | undefined;
}

function isLinear(scale: unknown): scale is LinearScale {
  return typeof scale === 'function' && 'ticks' in scale && 'domain' in scale;
}

function isPoint(scale: unknown): scale is PointScale {
  return typeof scale === 'function' && 'step' in scale;
}

/**
 * From values to pixels. Begins at zero unless something is below it, so that lengths can be compared; an empty domain is
 * given some room.
 */
export function linearScale(values: readonly number[], range: readonly [number, number], round: boolean): LinearScale {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const scale = getScale([least, least === most ? least + 1 : most], [...range], ScaleType.Linear, round);
  if (!isLinear(scale)) throw new TypeError('ngx-charts gave no linear scale');
  return scale;
}

/** Evenly spread places for names. One name alone stands in the middle. */
export function pointScale(names: readonly string[], range: readonly [number, number]): (name: string) => number {
  // The types of getScale know numbers only; it turns whatever it gets into text for an ordinal scale.
  const places = new Map(names.map((name, index) => [name, String(index)]));
  const scale = getScale(
    names.map((_, index) => index),
    [...range],
    ScaleType.Ordinal,
    false,
  );
  if (!isPoint(scale)) throw new TypeError('ngx-charts gave no point scale');
  return (name) => scale(places.get(name) ?? '') ?? range[0];
}
