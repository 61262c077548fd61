import type { Label } from './locale.ts';

/** How an activity stands, judged by a person (lägesbedömning). Never computed. */
export const JUDGEMENTS = ['not_started', 'on_track', 'needs_support', 'completed', 'cancelled'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

export const JUDGEMENT_LABELS: Readonly<Record<Judgement, Label>> = {
  not_started: { sv: 'Ej påbörjad', en: 'Not started' },
  on_track: { sv: 'Pågår enligt plan', en: 'On track' },
  needs_support: { sv: 'Behöver stöd', en: 'Needs support' },
  completed: { sv: 'Genomförd', en: 'Completed' },
  cancelled: { sv: 'Utgår', en: 'Cancelled' },
};

/** Shown, always grey, when nobody has judged. Not a judgement, so not in the list. */
export const NOT_JUDGED_LABEL: Label = { sv: 'Inte bedömd', en: 'Not judged' };

/** How a goal stands in a round, judged by a person. */
export const GOAL_JUDGEMENTS = ['secured', 'within_reach', 'needs_support', 'at_risk'] as const;
export type GoalJudgement = (typeof GOAL_JUDGEMENTS)[number];

export const GOAL_JUDGEMENT_LABELS: Readonly<Record<GoalJudgement, Label>> = {
  secured: { sv: 'Säkrat', en: 'Secured' },
  within_reach: { sv: 'Inom räckhåll', en: 'Within reach' },
  needs_support: { sv: 'Behöver stöd', en: 'Needs support' },
  at_risk: { sv: 'Äventyras', en: 'At risk' },
};

/** Activities counted by judgement. `notJudged` counts those nobody has judged; `total` is the sum of all. */
export type JudgementCounts = Readonly<Record<Judgement, number>> & {
  readonly notJudged: number;
  readonly total: number;
};

export function countJudgements(judgements: readonly (Judgement | null)[]): JudgementCounts {
  const counts: Record<Judgement, number> = {
    not_started: 0,
    on_track: 0,
    needs_support: 0,
    completed: 0,
    cancelled: 0,
  };
  let notJudged = 0;
  for (const judgement of judgements) {
    if (judgement === null) notJudged += 1;
    else counts[judgement] += 1;
  }
  return { ...counts, notJudged, total: judgements.length };
}
