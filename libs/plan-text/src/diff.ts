import { activityReference } from '@samhandling/domain';
import { pairUp, type Pairing } from './pairing.ts';
import type { ParsedActivity, ParsedArea, ParsedGoal, ParsedPlan } from './types.ts';

export const DIFF_LEVELS = [
  'goal',
  'area',
  'activity',
  'responsible',
  'responsible_group',
  'partner',
  'open_ended',
  'indicator',
  'tip',
  'purpose',
  'overarching_goal',
  'specific_goal',
] as const;
export type DiffLevel = (typeof DIFF_LEVELS)[number];
export const DIFF_KINDS = ['added', 'removed', 'moved', 'reworded'] as const;
export type DiffKind = (typeof DIFF_KINDS)[number];

/**
 * One difference. A goal's reference is its code or number, an area's its number, an activity's "2.2/5"; actors and
 * indicators carry their activity's, tips their goal's, and texts about the whole plan none. `before` and `after` hold
 * the wordings; for `moved` they hold the text and the two references tell from where to where.
 */
export interface PlanDifference {
  kind: DiffKind;
  level: DiffLevel;
  /** Where it stands in the later plan, or stood in the earlier if it was removed. */
  reference: string | null;
  /** Where it stood in the earlier plan; null for what was added. */
  referenceBefore: string | null;
  before: string | null;
  after: string | null;
}

/** The parts of a proposal or of a stored plan that are compared. */
export type ComparablePlan = {
  readonly goals: readonly (Pick<ParsedGoal, 'number' | 'code' | 'title' | 'tips'> & {
    readonly areas: readonly (Pick<ParsedArea, 'number' | 'title'> & {
      readonly activities: readonly Omit<ParsedActivity, 'line'>[];
    })[];
  })[];
} & Partial<Pick<ParsedPlan, 'purposes' | 'overarchingGoals' | 'specificGoals'>>;

type Goal = ComparablePlan['goals'][number];
type Area = Goal['areas'][number];
type Activity = Area['activities'][number];

interface Referenced<T> {
  reference: string;
  text: string;
  item: T;
}

/**
 * What differs between two readings of a plan. Parts are matched by reference and wording together, so that a moved
 * activity is one move and a corrected wording one rewording. Equal plans give an empty list; line numbers, blank lines
 * and the order of actors never make a difference.
 */
export function diffPlans(before: ComparablePlan, after: ComparablePlan): PlanDifference[] {
  const goals = pairUp(goalsOf(before), goalsOf(after));
  const areas = pairUp(areasOf(before), areasOf(after));
  const activities = pairUp(activitiesOf(before), activitiesOf(after));
  const changes = [
    ...structural('goal', goals),
    ...goals.pairs.flatMap(([a, b]) => texts('tip', b.reference, a.item.tips, b.item.tips, a.reference)),
  ];
  for (const goal of goals.added) changes.push(...texts('tip', goal.reference, [], goal.item.tips, null));
  for (const goal of goals.removed) changes.push(...texts('tip', goal.reference, goal.item.tips, [], goal.reference));
  changes.push(...structural('area', areas), ...structural('activity', activities));
  for (const [a, b] of activities.pairs) changes.push(...activityParts(a.reference, b.reference, a.item, b.item));
  changes.push(...texts('purpose', null, before.purposes ?? [], after.purposes ?? [], null));
  changes.push(...texts('overarching_goal', null, before.overarchingGoals ?? [], after.overarchingGoals ?? [], null));
  changes.push(...texts('specific_goal', null, before.specificGoals ?? [], after.specificGoals ?? [], null));
  return changes;
}

function goalsOf(plan: ComparablePlan): Referenced<Goal>[] {
  return plan.goals.map((item) => ({ reference: item.code ?? `${item.number}`, text: item.title, item }));
}

function areasOf(plan: ComparablePlan): Referenced<Area>[] {
  return plan.goals.flatMap((goal) => goal.areas.map((item) => ({ reference: item.number, text: item.title, item })));
}

function activitiesOf(plan: ComparablePlan): Referenced<Activity>[] {
  return plan.goals.flatMap((goal) =>
    goal.areas.flatMap((area) =>
      area.activities.map((item) => ({
        reference: activityReference(area.number, item.number),
        text: item.text,
        item,
      })),
    ),
  );
}

/** An added or removed activity brings its actors and indicators with it: they are not listed one by one. */
function structural<T>(level: DiffLevel, pairing: Pairing<Referenced<T>>): PlanDifference[] {
  const changes: PlanDifference[] = [];
  for (const { reference, text } of pairing.removed)
    changes.push({ kind: 'removed', level, reference, referenceBefore: reference, before: text, after: null });
  for (const { reference, text } of pairing.added)
    changes.push({ kind: 'added', level, reference, referenceBefore: null, before: null, after: text });
  for (const [a, b] of pairing.pairs) {
    const both = { level, reference: b.reference, referenceBefore: a.reference, before: a.text, after: b.text };
    if (a.reference !== b.reference) changes.push({ kind: 'moved', ...both });
    if (a.text !== b.text) changes.push({ kind: 'reworded', ...both });
  }
  return changes;
}

function activityParts(from: string, to: string, before: Activity, after: Activity): PlanDifference[] {
  const changes = [
    ...names('responsible', from, to, before.responsible, after.responsible),
    ...names('partner', from, to, before.partners, after.partners),
  ];
  const groupBefore = before.responsibleGroup === null ? [] : [before.responsibleGroup];
  const groupAfter = after.responsibleGroup === null ? [] : [after.responsibleGroup];
  changes.push(...names('responsible_group', from, to, groupBefore, groupAfter));
  if (before.openEnded !== after.openEnded)
    changes.push({
      kind: after.openEnded ? 'added' : 'removed',
      level: 'open_ended',
      reference: to,
      referenceBefore: from,
      before: before.openEnded ? 'm.fl.' : null,
      after: after.openEnded ? 'm.fl.' : null,
    });
  changes.push(...texts('indicator', to, before.indicators, after.indicators, from));
  return changes;
}

function names(
  level: DiffLevel,
  from: string,
  to: string,
  before: readonly string[],
  after: readonly string[],
): PlanDifference[] {
  const old = new Set(before);
  const now = new Set(after);
  return [
    ...[...old]
      .filter((name) => !now.has(name))
      .map((name): PlanDifference => ({
        kind: 'removed',
        level,
        reference: to,
        referenceBefore: from,
        before: name,
        after: null,
      })),
    ...[...now]
      .filter((name) => !old.has(name))
      .map((name): PlanDifference => ({
        kind: 'added',
        level,
        reference: to,
        referenceBefore: from,
        before: null,
        after: name,
      })),
  ];
}

/** Texts in a list have no reference of their own: they are matched by wording, equal ones as many times as they occur. */
function texts(
  level: DiffLevel,
  reference: string | null,
  before: readonly string[],
  after: readonly string[],
  referenceBefore: string | null,
): PlanDifference[] {
  const list = (items: readonly string[]): Referenced<string>[] =>
    items.map((text) => ({ reference: '', text, item: text }));
  const { pairs, added, removed } = pairUp(list(before), list(after));
  return [
    ...removed.map(({ text }): PlanDifference => ({
      kind: 'removed',
      level,
      reference,
      referenceBefore,
      before: text,
      after: null,
    })),
    ...added.map(({ text }): PlanDifference => ({
      kind: 'added',
      level,
      reference,
      referenceBefore,
      before: null,
      after: text,
    })),
    ...pairs
      .filter(([a, b]) => a.text !== b.text)
      .map(([a, b]): PlanDifference => ({
        kind: 'reworded',
        level,
        reference,
        referenceBefore,
        before: a.text,
        after: b.text,
      })),
  ];
}
