import type {
  PublicActivityItem,
  PublicActivityPage,
  PublicCounty,
  PublicFigure,
  PublicPlanPage,
  PublicPlanRef,
  PublicRound,
  PublicRoundRef,
} from '@samhandling/contracts';
import { activityReference, countJudgements, slugOf } from '@samhandling/domain';
import type {
  ActivityOfRound,
  GoalOfRound,
  StoredActivity,
  StoredCounty,
  StoredPlan,
  StoredRound,
} from './public.repository.ts';

export function toCounty({ code, name }: StoredCounty): PublicCounty {
  return { slug: slugOf(name), code, name };
}

export function toPlanRef(plan: StoredPlan['plan']): PublicPlanRef {
  const { slug, title, theme, firstYear, lastYear, state, publishedAt } = plan;
  return { slug, title, theme, firstYear, lastYear, state, publishedAt };
}

export function toRoundRef(round: StoredRound): PublicRoundRef {
  const { label, from, to, versionNumber, adoptedAt, publishedAt, sha256, files } = round;
  return { label, from, to, versionNumber, adoptedAt, publishedAt, sha256, files };
}

/** The plan as adopted, with each goal's and activity's judgement as the round's report froze it. */
export function toPlanPage(
  county: PublicCounty,
  { plan, goals, rounds }: StoredPlan,
  round: StoredRound | null,
  judged: readonly GoalOfRound[],
  stood: readonly ActivityOfRound[],
): PublicPlanPage {
  const goalOf = new Map(judged.map((goal) => [goal.number, goal]));
  const standingOf = new Map(stood.map((activity) => [activity.reference, activity]));
  const judgements = (items: readonly PublicActivityItem[]): PublicActivityItem['judgement'][] =>
    items.filter(({ followed }) => followed).map(({ judgement }) => judgement);
  const shown = goals.map(({ number, code, title, areas }) => {
    const judgedGoal = goalOf.get(number);
    const told = areas.map((area) => ({
      number: area.number,
      title: area.title,
      activities: area.activities.map((activity) => {
        const item = toItem(area.number, activity);
        const standing = standingOf.get(item.reference);
        return { ...item, judgement: standing?.judgement ?? null, followed: standing?.followed ?? false };
      }),
    }));
    return {
      number,
      code,
      title,
      judgement: judgedGoal?.judgement ?? null,
      judgementText: judgedGoal?.text ?? '',
      lastJudgement: judgedGoal?.lastJudgement ?? null,
      counts: countJudgements(judgements(told.flatMap(({ activities }) => activities))),
      areas: told,
    };
  });
  const all = shown.flatMap(({ areas }) => areas.flatMap(({ activities }) => activities));
  return {
    county,
    plan: {
      ...toPlanRef(plan),
      purposes: plan.purposes,
      overarchingGoals: plan.overarchingGoals,
      specificGoals: plan.specificGoals,
      recordsNumber: plan.recordsNumber,
      decisionReference: plan.decisionReference,
      words: plan.words,
    },
    goals: shown,
    rounds: rounds.map(toRoundRef),
    round: round && { ...toRoundRef(round), counts: countJudgements(judgements(all)) },
  };
}

/** Null when the plan has no such activity. */
export function toActivityPage(
  county: PublicCounty,
  { plan, goals, rounds }: StoredPlan,
  reference: string,
  stood: readonly (ActivityOfRound & { readonly roundId: string })[],
  figures: readonly (PublicFigure & { readonly roundId: string })[],
): PublicActivityPage | null {
  const all = goals.flatMap((goal) =>
    goal.areas.flatMap((area) => area.activities.map((activity) => ({ goal, area, activity }))),
  );
  const place = all.findIndex(({ area, activity }) => activityReference(area.number, activity.number) === reference);
  const found = all[place];
  if (!found) return null;
  const { goal, area, activity } = found;
  const beside = (step: number): { reference: string } | null => {
    const other = all[place + step];
    return other ? { reference: activityReference(other.area.number, other.activity.number) } : null;
  };
  return {
    county,
    plan: { ...toPlanRef(plan), words: plan.words },
    goal: { number: goal.number, code: goal.code, title: goal.title },
    area: { number: area.number, title: area.title },
    activity: {
      ...toItem(area.number, activity),
      recurrence: activity.recurrence,
      firstYear: activity.firstYear,
      lastYear: activity.lastYear,
      indicators: activity.indicators,
    },
    rounds: rounds.flatMap((round) => {
      const standing = stood.find(({ roundId }) => roundId === round.id);
      if (!standing?.followed) return [];
      return [
        {
          round: toRoundRef(round),
          judgement: standing.judgement,
          figures: figures.filter(({ roundId }) => roundId === round.id).map(toFigure),
        },
      ];
    }),
    previous: beside(-1),
    next: beside(1),
  };
}

export function toRound(
  county: PublicCounty,
  plan: StoredPlan['plan'],
  round: StoredRound,
  judged: readonly GoalOfRound[],
  stood: readonly ActivityOfRound[],
  figures: readonly PublicFigure[],
): PublicRound {
  return {
    county,
    plan: { ...toPlanRef(plan), words: plan.words },
    round: toRoundRef(round),
    goals: judged.map(({ number, judgement, text, lastJudgement }) => ({ number, judgement, text, lastJudgement })),
    activities: stood
      .filter(({ followed }) => followed)
      .map(({ reference, judgement, lastJudgement }) => ({ reference, judgement, lastJudgement })),
    figures: figures.map(toFigure),
    municipalities: round.municipalities.map(({ code, name }) => ({ code, name })),
  };
}

function toItem(
  areaNumber: string,
  { number, text, responsible, responsibleGroup, partners, openEnded }: StoredActivity,
): Omit<PublicActivityItem, 'judgement' | 'followed'> {
  const reference = activityReference(areaNumber, number);
  return { reference, areaNumber, number, text, responsible, responsibleGroup, partners, openEnded };
}

/** Field by field: what the frozen facts hold beside these stays where it is. */
function toFigure(figure: PublicFigure): PublicFigure {
  return {
    indicatorId: figure.indicatorId,
    text: figure.text,
    kind: figure.kind,
    unit: figure.unit,
    decimals: figure.decimals,
    direction: figure.direction,
    breakdown: figure.breakdown,
    combinePlaces: figure.combinePlaces,
    settled: figure.settled,
    target: figure.target,
    baseline: figure.baseline,
    smallNumberThreshold: figure.smallNumberThreshold,
    changedSinceLast: figure.changedSinceLast,
    activities: figure.activities,
    now: figure.now,
    last: figure.last,
    sexes: figure.sexes,
    places: figure.places,
  };
}
