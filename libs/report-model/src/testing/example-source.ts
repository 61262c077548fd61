import type { OutcomeDisplay } from '@samhandling/contracts';
import {
  DEFAULT_WORDS,
  EMPTY_LABELS,
  GOAL_JUDGEMENT_LABELS,
  JUDGEMENT_LABELS,
  NOT_JUDGED_LABEL,
  type GoalJudgement,
  type Judgement,
} from '@samhandling/domain';
import {
  REPORT_SOURCE_FORM,
  type ReportActivity,
  type ReportFollowUp,
  type ReportGoal,
  type ReportIndicator,
  type ReportSource,
} from '../source.ts';

export const value = (
  number: number,
  more: { readonly denominator?: number; readonly of?: number; readonly reported?: number } = {},
): OutcomeDisplay => ({
  state: 'value',
  value: number,
  denominator: more.denominator ?? null,
  day: null,
  text: '',
  of: more.of ?? 1,
  reported: more.reported ?? 1,
});
export const NOT_REPORTED: OutcomeDisplay = { state: 'not_reported', of: 1, reported: 0 };
export const NOT_APPLICABLE: OutcomeDisplay = { state: 'not_applicable', of: 0, reported: 0 };
export const PROTECTED: OutcomeDisplay = { state: 'protected', of: 1, reported: 1 };

export function followUp(judgement: Judgement | null, more: Partial<ReportFollowUp> = {}): ReportFollowUp {
  return {
    state: 'accepted',
    judgement,
    nothingNew: false,
    done: '',
    results: '',
    obstacles: '',
    nextStep: '',
    nextStepDate: null,
    supportNeeded: '',
    cancelReason: '',
    cancelDecision: '',
    ...more,
  };
}

export function activity(
  reference: string,
  judgement: Judgement | null,
  more: Partial<ReportActivity> = {},
): ReportActivity {
  return {
    id: reference,
    reference,
    text: `Ordna samtal ${reference}.`,
    responsible: ['Länsstyrelsen'],
    responsibleGroup: null,
    partners: [],
    openEnded: false,
    followUp: followUp(judgement),
    last: null,
    ...more,
  };
}

export function indicator(
  reference: string,
  now: OutcomeDisplay,
  more: Partial<ReportIndicator> = {},
): ReportIndicator {
  return {
    id: reference,
    text: `Antal samtal ${reference}.`,
    kind: 'count',
    unit: 'samtal',
    decimals: 0,
    direction: 'up',
    breakdown: 'none',
    combinePlaces: 'sum',
    settled: true,
    target: null,
    baseline: null,
    smallNumberThreshold: null,
    changedSinceLast: false,
    activities: [reference],
    now,
    last: null,
    sexes: [],
    places: [],
    ...more,
  };
}

export function goal(
  number: number,
  judgement: GoalJudgement | null,
  activities: readonly ReportActivity[],
): ReportGoal {
  return {
    id: `goal-${number}`,
    number,
    code: null,
    title: `Mål ${number} i planen`,
    judgement,
    text: 'Arbetet går framåt.',
    last: null,
    areas: [{ id: `${number}.1`, number: `${number}.1`, title: 'Samtal', activities }],
  };
}

export function source(
  goals: readonly ReportGoal[],
  indicators: readonly ReportIndicator[] = [],
  more: Partial<ReportSource> = {},
): ReportSource {
  return {
    form: REPORT_SOURCE_FORM,
    county: { code: '99', name: 'Älvmarks län' },
    plan: {
      id: 'plan',
      slug: 'plan',
      title: 'Plan för samtal',
      theme: 'Samtal',
      firstYear: 2024,
      lastYear: 2027,
      recordsNumber: '12-2024',
      decisionReference: 'Beslut 4',
      overarchingGoals: [],
      words: DEFAULT_WORDS,
    },
    terms: {
      judgement: JUDGEMENT_LABELS,
      goalJudgement: GOAL_JUDGEMENT_LABELS,
      notJudged: NOT_JUDGED_LABEL,
      empty: EMPTY_LABELS,
    },
    round: { id: 'round', label: '2025', from: '2025-01-01', to: '2025-12-31', due: '2026-01-31', state: 'open' },
    standing: { kind: 'draft', versionNumber: 1, madeAt: '2026-01-15T09:30:00.000Z' },
    reopenings: [],
    lastRound: null,
    municipalities: [
      { code: '9901', name: 'Ekesund' },
      { code: '9902', name: 'Granåsen' },
    ],
    goals,
    indicators,
    valueSources: [],
    ...more,
  };
}
