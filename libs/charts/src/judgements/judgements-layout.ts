import { JUDGEMENTS, type Judgement, type JudgementCounts } from '@samhandling/domain';
import { linearScale } from '../plot/scale.ts';
import { LINE, flowLegend, textWidth, wrapText } from '../plot/text-fit.ts';

/** One bar: a goal, an area or a whole plan, and how its activities stand. */
export interface JudgementsBar {
  readonly name: string;
  readonly counts: JudgementCounts;
}

export type JudgementKey = Judgement | 'not_judged';

/** From most done to unknown, so that bars under each other can be compared from the left. */
export const JUDGEMENT_ORDER: readonly JudgementKey[] = [
  'completed',
  'on_track',
  'needs_support',
  'not_started',
  'cancelled',
  'not_judged',
];

/** How many activities of the bar have the judgement. */
export function countIn(counts: JudgementCounts, key: JudgementKey): number {
  return key === 'not_judged' ? counts.notJudged : counts[key];
}

/** Judgements that some bar has, in order: the legend names no others. */
export function keysIn(bars: readonly JudgementsBar[]): JudgementKey[] {
  return JUDGEMENT_ORDER.filter((key) => bars.some((bar) => countIn(bar.counts, key) > 0));
}

/** Whether every activity is in exactly one part: a guard for those who build counts by hand. */
export function addsUp(counts: JudgementCounts): boolean {
  return JUDGEMENTS.reduce((sum, key) => sum + counts[key], counts.notJudged) === counts.total;
}

export interface JudgementsPart {
  readonly key: JudgementKey;
  readonly x: number;
  readonly width: number;
  readonly count: number;
  /** False where the figure would not fit; it stands in the table. */
  readonly labelled: boolean;
}

export interface JudgementsRow {
  readonly name: readonly string[];
  readonly total: string;
  /** Baseline of the first line of the name. */
  readonly textY: number;
  readonly barY: number;
  readonly parts: readonly JudgementsPart[];
}

export interface JudgementsLayout {
  readonly width: number;
  readonly height: number;
  readonly barHeight: number;
  readonly rows: readonly JudgementsRow[];
  readonly legend: readonly {
    readonly key: JudgementKey;
    readonly word: string;
    readonly x: number;
    readonly y: number;
  }[];
}

const BAR = 26;
const AFTER_BAR = 18;
export const SWATCH = 18;
/** Between parts, so that two alike can be told apart without colour. */
const GAP = 3;

/**
 * The name stands above its bar and may take several lines: names of goals are sentences, and a column for them would leave
 * a phone no room for bars. All bars share one scale, so that length is number of activities.
 */
export function layoutJudgements(
  bars: readonly JudgementsBar[],
  width: number,
  say: { readonly judgement: (key: JudgementKey) => string; readonly total: (count: number) => string },
): JudgementsLayout {
  const keys = keysIn(bars);
  const flow = flowLegend(keys.map(say.judgement), width, SWATCH);
  const legend = keys.map((key, index) => ({
    key,
    word: say.judgement(key),
    x: flow.places[index]?.x ?? 0,
    y: flow.places[index]?.y ?? 0,
  }));
  const scale = linearScale(
    bars.map((bar) => bar.counts.total),
    [0, width - 2],
    false,
  );
  let y = flow.height + 4;
  const rows = bars.map((bar): JudgementsRow => {
    const total = say.total(bar.counts.total);
    const name = wrapText(bar.name, width - textWidth(total) - 24);
    const barY = y + name.length * LINE + 4;
    let before = 0;
    const parts = keys.flatMap((key): JudgementsPart[] => {
      const count = countIn(bar.counts, key);
      if (count === 0) return [];
      const x = 1 + scale(before);
      before += count;
      const room = Math.max(2, scale(before) + 1 - x - GAP);
      return [{ key, x, width: room, count, labelled: room >= textWidth(String(count)) + 6 }];
    });
    const row = { name, total, textY: y + 15, barY, parts };
    y = barY + BAR + AFTER_BAR;
    return row;
  });
  return { width, height: y - AFTER_BAR + 2, barHeight: BAR, rows, legend };
}
