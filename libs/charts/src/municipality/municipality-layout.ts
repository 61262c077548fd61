import { compareSwedish } from '@samhandling/domain';
import { linearScale } from '../plot/scale.ts';
import { LINE, flowLegend, textWidth, wrapText } from '../plot/text-fit.ts';

/** A figure that may be drawn, or the words for why it may not. */
export interface MunicipalityFigure {
  /** Null for what is not a number: not reported, not applicable, protected. Zero is a number. */
  readonly value: number | null;
  readonly text: string;
}

export interface MunicipalityRow {
  readonly name: string;
  readonly now: MunicipalityFigure;
  /** The same place in the round before; null when there is nothing to compare with. */
  readonly last: MunicipalityFigure | null;
}

export const MUNICIPALITY_SORTS = ['name', 'value'] as const;
export type MunicipalitySort = (typeof MUNICIPALITY_SORTS)[number];

/** By name in Swedish order, or highest first; places without a number come last, in Swedish order. */
export function sortMunicipalities(rows: readonly MunicipalityRow[], by: MunicipalitySort): MunicipalityRow[] {
  return [...rows].sort((a, b) => {
    const [left, right] = [a.now.value, b.now.value];
    if (by === 'value' && left !== right) {
      if (left === null) return 1;
      if (right === null) return -1;
      return right - left;
    }
    return compareSwedish(a.name, b.name);
  });
}

export interface MunicipalityWords {
  readonly now: string;
  readonly last: string;
  readonly target: string;
}

interface Bar {
  readonly x: number;
  readonly width: number;
  readonly value: number;
}

export interface MunicipalityLayout {
  readonly width: number;
  readonly height: number;
  readonly zero: number;
  readonly top: number;
  readonly bottom: number;
  readonly barHeight: number;
  readonly lastHeight: number;
  readonly rows: readonly {
    readonly key: string;
    readonly name: readonly string[];
    readonly nameY: number;
    readonly y: number;
    readonly now: Bar | null;
    readonly textX: number;
    readonly text: string;
    readonly last: Bar | null;
  }[];
  readonly target: { readonly x: number; readonly text: string; readonly anchor: 'start' | 'end' } | null;
  readonly legend: readonly {
    readonly look: 'now' | 'last';
    readonly word: string;
    readonly x: number;
    readonly y: number;
  }[];
}

const BAR = 20;
const LAST = 8;
const AFTER = 12;
export const MARK = 22;

/** One row for each place: its name, its bar with the figure at the end, and under it the round before, thinner. */
export function layoutMunicipalities(
  rows: readonly MunicipalityRow[],
  width: number,
  target: number | null,
  words: MunicipalityWords,
): MunicipalityLayout {
  const hasLast = rows.some((row) => row.last !== null && row.last.value !== null);
  const looks = hasLast ? (['now', 'last'] as const) : [];
  const flow = flowLegend(
    looks.map((look) => words[look]),
    width,
    MARK,
  );
  const top = flow.height + (target === null ? 4 : LINE + 8);
  const names = Math.min(width * 0.4, Math.max(...rows.map((row) => textWidth(row.name)))) + 10;
  const figures =
    Math.min(
      width * 0.35,
      Math.max(...rows.filter((row) => row.now.value !== null).map((row) => textWidth(row.now.text)), 0),
    ) + 12;
  const values = rows.flatMap((row) => [row.now.value, row.last?.value ?? null]).filter((value) => value !== null);
  const scale = linearScale(
    target === null ? values : [...values, target],
    [names, Math.max(names + 40, width - figures)],
    false,
  );
  const zero = scale(0);
  const bar = (value: number | null | undefined): Bar | null =>
    value === null || value === undefined
      ? null
      : { x: Math.min(zero, scale(value)), width: Math.abs(scale(value) - zero), value };

  let y = top;
  const placed = rows.map((row) => {
    const name = wrapText(row.name, names - 10);
    const now = bar(row.now.value);
    const last = hasLast ? bar(row.last?.value) : null;
    const one = {
      key: row.name,
      name,
      nameY: y + 15,
      y,
      now,
      textX: now === null ? zero + 6 : now.x + now.width + 6,
      text: row.now.text,
      last,
    };
    y += Math.max(BAR + (hasLast ? LAST + 2 : 0), name.length * LINE) + AFTER;
    return one;
  });
  const targetX = target === null ? 0 : scale(target);
  return {
    width,
    height: y,
    zero,
    top,
    bottom: y - AFTER,
    barHeight: BAR,
    lastHeight: LAST,
    rows: placed,
    target:
      target === null
        ? null
        : { x: targetX, text: words.target, anchor: targetX + textWidth(words.target) > width ? 'end' : 'start' },
    legend: looks.map((look, index) => ({
      look,
      word: words[look],
      x: flow.places[index]?.x ?? 0,
      y: flow.places[index]?.y ?? 0,
    })),
  };
}
