import type { Label } from './locale.ts';

/** One round in an indicator's series. The version is null where the indicator had no definition in force. */
export interface SeriesRound {
  /** As people see it: "2025". */
  readonly label: string;
  readonly definitionVersion: number | null;
}

export interface SeriesBreak {
  /** Place in the series of the first round measured in the new way: the line is broken before it. */
  readonly before: number;
  readonly from: SeriesRound;
  readonly to: SeriesRound;
  readonly words: Label;
}

/**
 * Where the definition changed between rounds, oldest first. Values on either side are not comparable: charts break
 * the line there and tables say so. Rounds without a definition are passed over, so that a gap is not taken for a change.
 */
export function seriesBreaks(rounds: readonly SeriesRound[]): SeriesBreak[] {
  const breaks: SeriesBreak[] = [];
  let last: SeriesRound | null = null;
  for (const [before, to] of rounds.entries()) {
    if (to.definitionVersion === null) continue;
    if (last !== null && last.definitionVersion !== to.definitionVersion) {
      breaks.push({ before, from: last, to, words: breakWords(last.label, to.label) });
    }
    last = to;
  }
  return breaks;
}

function breakWords(from: string, to: string): Label {
  return {
    sv: `Indikatorn mäts på ett nytt sätt från och med ${to}. Jämför inte med ${from} och tidigare.`,
    en: `The indicator is measured in a new way from ${to}. Do not compare with ${from} and earlier.`,
  };
}
