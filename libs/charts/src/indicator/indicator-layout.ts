import { linearScale, pointScale } from '../plot/scale.ts';
import { LINE, flowLegend, textWidth, wrapText } from '../plot/text-fit.ts';
import type { IndicatorPoint } from './indicator-points.ts';

export interface IndicatorLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** Top of the lines that say that the definition changed. */
  readonly breakTop: number;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly rounds: readonly { readonly x: number; readonly label: string; readonly notes: readonly string[] }[];
  readonly lines: readonly { readonly path: string; readonly preliminary: boolean }[];
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly label: readonly string[];
    readonly labelY: number;
    readonly preliminary: boolean;
    readonly isBaseline: boolean;
  }[];
  /** Where near the target is, behind everything. */
  readonly bands: readonly {
    readonly x: number;
    readonly width: number;
    readonly y: number;
    readonly height: number;
  }[];
  readonly targets: readonly { readonly x1: number; readonly x2: number; readonly y: number; readonly text: string }[];
  readonly breaks: readonly { readonly x: number; readonly lines: readonly string[] }[];
  readonly legend: readonly {
    readonly look: LegendLook;
    readonly word: string;
    readonly x: number;
    readonly y: number;
  }[];
}

export type LegendLook = 'confirmed' | 'preliminary' | 'baseline' | 'target' | 'near';

export interface IndicatorWords {
  readonly tick: (value: number) => string;
  readonly target: (value: number) => string;
  readonly legend: Readonly<Record<LegendLook, string>>;
  readonly newDefinition: string;
}

const PLOT_HEIGHT = 200;
/** Room over the highest value for its figure, in two lines when it has a denominator. */
const HEAD = 48;
/** Room over that for the words of a new definition. */
const BREAK_HEAD = 40;
export const LEGEND_MARK = 34;

/**
 * Where everything stands. A line is drawn between neighbouring rounds only when both have a figure and the definition is
 * the same: nothing is drawn across a round that was not reported, not applicable or protected,
 * nor from the baseline, which comes from elsewhere.
 */
export function layoutIndicator(
  points: readonly IndicatorPoint[],
  width: number,
  words: IndicatorWords,
): IndicatorLayout {
  const values = points
    .flatMap((point) => [point.value, point.target, ...(point.near ?? [])])
    .filter((value) => value !== null);
  const looks = legendOf(points);
  const goals = new Set(points.flatMap((point) => (point.target === null ? [] : [point.target])));
  const [onlyGoal] = goals;
  // One target stands in the legend; several stand at their lines, where there is little room, without unit.
  const wordOf = (look: LegendLook): string =>
    look === 'target' && goals.size === 1 && onlyGoal !== undefined ? words.target(onlyGoal) : words.legend[look];
  const flow = flowLegend(
    looks.map((look) => wordOf(look)),
    width,
    LEGEND_MARK,
  );
  const top = flow.height + HEAD + (points.some((point) => point.breaksBefore) ? BREAK_HEAD : 0);
  const bottom = top + PLOT_HEIGHT;
  const yScale = linearScale(values, [bottom, top], true);
  const [, most = 0] = yScale.domain();
  const ticks = yScale
    .ticks(4)
    .filter((tick) => Number.isInteger(tick) || most < 4)
    .map((tick) => ({ y: yScale(tick), text: words.tick(tick) }));
  const left = Math.ceil(Math.max(0, ...ticks.map((tick) => textWidth(tick.text)))) + 12;
  const right = width - 2;
  const step = (right - left) / Math.max(1, points.length);
  const xScale = pointScale(
    points.map((point) => point.id),
    [left + step / 2, right - step / 2],
  );
  const at = points.map((point) => ({
    point,
    x: xScale(point.id),
    y: point.value === null ? null : yScale(point.value),
  }));

  const lines = at.slice(1).flatMap(({ point, x, y }, index) => {
    const before = at[index];
    if (!before || before.y === null || y === null || point.breaksBefore || before.point.isBaseline) return [];
    return [
      {
        path: `M${r(before.x)},${r(before.y)}L${r(x)},${r(y)}`,
        preliminary: point.preliminary || before.point.preliminary,
      },
    ];
  });
  const drawn = at.flatMap(({ point, x, y }) => {
    if (y === null) return [];
    const labelY = y - 12 - (point.label.length - 1) * (LINE - 2);
    return [{ x, y, label: point.label, labelY, preliminary: point.preliminary, isBaseline: point.isBaseline }];
  });
  const rounds = at.map(({ point, x }) => ({
    x,
    label: point.round,
    notes: point.notes.flatMap((note) => wrapText(note, step - 6)),
  }));
  const breaks = at
    .slice(1)
    .flatMap(({ point, x }, index) =>
      point.breaksBefore
        ? [{ x: (x + (at[index]?.x ?? x)) / 2, lines: wrapText(words.newDefinition, Math.max(60, step - 8)) }]
        : [],
    );
  const height = bottom + 24 + Math.max(0, ...rounds.map((round) => round.notes.length)) * (LINE - 2) + 4;
  const legend = looks.map((look, index) => ({
    look,
    word: wordOf(look),
    x: flow.places[index]?.x ?? 0,
    y: flow.places[index]?.y ?? 0,
  }));
  const runs = targetRuns(at, step);
  const bands = runs.flatMap(({ near, x1, x2 }) => {
    if (near === null) return [];
    const [low, high] = [yScale(near[0]), yScale(near[1])];
    return [{ x: x1, width: x2 - x1, y: high, height: low - high }];
  });
  const targets = runs.map(({ target, x1, x2 }) => ({
    x1,
    x2,
    y: yScale(target),
    text: goals.size === 1 ? '' : words.tick(target),
  }));
  return {
    width,
    height,
    left,
    right,
    bottom,
    breakTop: top - HEAD,
    ticks,
    rounds,
    lines,
    points: drawn,
    bands,
    targets,
    breaks,
    legend,
  };
}

function r(value: number): string {
  return value.toFixed(1);
}

/** Only what the drawing holds is explained. */
function legendOf(points: readonly IndicatorPoint[]): LegendLook[] {
  const looks: LegendLook[] = [];
  const drawn = points.filter((point) => point.value !== null && !point.isBaseline);
  if (points.some((point) => point.isBaseline)) looks.push('baseline');
  if (drawn.some((point) => !point.preliminary)) looks.push('confirmed');
  if (drawn.some((point) => point.preliminary)) looks.push('preliminary');
  if (points.some((point) => point.target !== null)) looks.push('target');
  if (points.some((point) => point.near !== null)) looks.push('near');
  return looks;
}

interface TargetRun {
  readonly target: number;
  readonly near: readonly [number, number] | null;
  readonly x1: number;
  readonly x2: number;
}

/** Neighbouring rounds with the same target share one line. */
function targetRuns(at: readonly { readonly point: IndicatorPoint; readonly x: number }[], step: number): TargetRun[] {
  const runs: (Omit<TargetRun, 'x2'> & { x2: number; end: number })[] = [];
  for (const [index, { point, x }] of at.entries()) {
    const last = runs.at(-1);
    if (point.target === null) continue;
    if (last && last.end === index - 1 && last.target === point.target && !point.breaksBefore) {
      [last.x2, last.end] = [x + step / 2, index];
    } else {
      runs.push({ target: point.target, near: point.near, x1: x - step / 2, x2: x + step / 2, end: index });
    }
  }
  return runs.map(({ target, near, x1, x2 }) => ({ target, near, x1, x2 }));
}
