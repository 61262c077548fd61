import type { OutcomeDisplay } from '@samhandling/contracts';
import {
  DEFAULT_WORDS,
  EMPTY_LABELS,
  GOAL_JUDGEMENT_LABELS,
  JUDGEMENT_LABELS,
  NOT_JUDGED_LABEL,
} from '@samhandling/domain';
import { parsePlan, type ParsedActivity } from '@samhandling/plan-text';
import {
  REPORT_SOURCE_FORM,
  type ReportActivity,
  type ReportFollowUp,
  type ReportIndicator,
  type ReportSource,
  type ReportStanding,
} from '@samhandling/report-model';
import { readFileSync } from 'node:fs';
import {
  DEMO_COUNTY,
  DEMO_FOLLOW_UPS,
  DEMO_GOAL_JUDGEMENTS,
  DEMO_INDICATORS,
  DEMO_OUTCOMES,
  DEMO_PLAN,
  DEMO_ROUNDS,
  type DemoIndicator,
  type DemoRoundLabel,
} from '../../api/src/demo/content/index.ts';
import { visibleFigures } from '../../api/src/outcomes/visible-figures.ts';

const PLAN_TEXT = new URL(`../../api/src/demo/content/${DEMO_PLAN.textFile}`, import.meta.url);
const MUNICIPALITIES = DEMO_COUNTY.municipalities;

/** The demo county's report for its second round, straight from the demo's content: about 50 activities and no database. */
export function demoReportSource(
  standing: ReportStanding = { kind: 'draft', versionNumber: 1, madeAt: '2026-01-15T09:30:00Z' },
): ReportSource {
  const plan = parsePlan(readFileSync(PLAN_TEXT, 'utf8'));
  const [last, now] = DEMO_ROUNDS;
  return {
    form: REPORT_SOURCE_FORM,
    county: { code: DEMO_COUNTY.code, name: DEMO_COUNTY.name },
    plan: {
      id: 'plan',
      slug: DEMO_PLAN.slug,
      title: DEMO_PLAN.title,
      theme: DEMO_PLAN.theme,
      firstYear: DEMO_PLAN.firstYear,
      lastYear: DEMO_PLAN.lastYear,
      recordsNumber: DEMO_PLAN.recordsNumber,
      decisionReference: DEMO_PLAN.decisionReference,
      overarchingGoals: plan.overarchingGoals,
      words: DEFAULT_WORDS,
    },
    terms: {
      judgement: JUDGEMENT_LABELS,
      goalJudgement: GOAL_JUDGEMENT_LABELS,
      notJudged: NOT_JUDGED_LABEL,
      empty: EMPTY_LABELS,
    },
    round: { id: 'round', label: now.label, from: now.from, to: now.to, due: now.due, state: now.state },
    standing,
    reopenings: [],
    lastRound: { label: last.label, from: last.from, to: last.to },
    municipalities: MUNICIPALITIES.map(({ code, name }) => ({ code, name })),
    goals: plan.goals.map((goal) => {
      const judged = (label: DemoRoundLabel) =>
        DEMO_GOAL_JUDGEMENTS.find((one) => one.round === label && one.goal === goal.number);
      return {
        id: `goal-${goal.number}`,
        number: goal.number,
        code: goal.code,
        title: goal.title,
        judgement: judged(now.label)?.judgement ?? null,
        text: judged(now.label)?.text ?? '',
        last: { judgement: judged(last.label)?.judgement ?? null, text: judged(last.label)?.text ?? '' },
        areas: goal.areas.map((area) => ({
          id: area.number,
          number: area.number,
          title: area.title,
          activities: area.activities.map((activity) => activityOf(area.number, activity)),
        })),
      };
    }),
    indicators: plan.goals.flatMap((goal) =>
      goal.areas.flatMap((area) =>
        area.activities.flatMap((activity) => indicatorsOf(`${area.number}/${activity.number}`, activity)),
      ),
    ),
    valueSources: [{ source: 'typed', values: DEMO_OUTCOMES.filter(({ round }) => round === now.label).length }],
  };
}

function activityOf(area: string, activity: ParsedActivity): ReportActivity {
  const reference = `${area}/${activity.number}`;
  return {
    id: reference,
    reference,
    text: activity.text,
    responsible: activity.responsible,
    responsibleGroup: activity.responsibleGroup,
    partners: activity.partners,
    openEnded: activity.openEnded,
    followUp: followUpOf(reference, '2025'),
    last: followUpOf(reference, '2024'),
  };
}

function followUpOf(reference: string, round: DemoRoundLabel): ReportFollowUp {
  const found = DEMO_FOLLOW_UPS.find((one) => one.activity === reference && one.round === round);
  return {
    state: found?.state ?? 'draft',
    judgement: found?.judgement ?? null,
    nothingNew: found?.nothingNew ?? false,
    done: found?.done ?? '',
    results: found?.results ?? '',
    obstacles: found?.obstacles ?? '',
    nextStep: found?.nextStep ?? '',
    nextStepDate: found?.nextStepDate ?? null,
    supportNeeded: found?.supportNeeded ?? '',
    cancelReason: found?.cancelReason ?? '',
    cancelDecision: found?.cancelDecision ?? '',
  };
}

function indicatorsOf(reference: string, activity: ParsedActivity): ReportIndicator[] {
  return activity.indicators.flatMap((text, index) => {
    const demo = DEMO_INDICATORS.find((one) => one.activity === reference && one.index === index);
    return demo ? [indicatorOf(text, demo)] : [];
  });
}

function indicatorOf(text: string, { activity, index, definition }: DemoIndicator): ReportIndicator {
  const places = definition.breakdown === 'municipality' ? MUNICIPALITIES.map(({ code }) => code) : [null];
  const figures = (round: DemoRoundLabel) =>
    visibleFigures(
      definition,
      places,
      DEMO_OUTCOMES.filter((one) => one.round === round && one.activity === activity && one.index === index),
    );
  const [now, last] = [figures('2025'), figures('2024')];
  const both = (
    place: string | null,
    sex: 'total' | 'women' | 'men',
  ): { now: OutcomeDisplay; last: OutcomeDisplay } => ({ now: now.cell(place, sex), last: last.cell(place, sex) });
  return {
    id: `${activity}#${index}`,
    text,
    kind: definition.kind,
    unit: definition.unit,
    decimals: definition.decimals,
    direction: definition.direction,
    breakdown: definition.breakdown,
    combinePlaces: definition.combinePlaces,
    settled: definition.settled,
    target: definition.target,
    baseline: definition.baseline,
    smallNumberThreshold: definition.smallNumberThreshold,
    changedSinceLast: false,
    activities: [activity],
    now: now.combined,
    last: last.combined,
    sexes:
      definition.bySex && definition.breakdown === 'none'
        ? (['women', 'men'] as const).map((sex) => ({ sex, ...both(null, sex) }))
        : [],
    places:
      definition.breakdown === 'municipality'
        ? MUNICIPALITIES.map(({ code }) => ({ code, ...both(code, 'total') }))
        : [],
  };
}
