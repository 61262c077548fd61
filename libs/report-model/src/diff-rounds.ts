import type { DiffActivity, DiffFigure, RoundDiff } from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import { contextOf, type ReportContext } from './context.ts';
import { figureText, targetText } from './figure-text.ts';
import type { ReportEarlier, ReportIndicator, ReportSource } from './source.ts';

/** What can be compared of a round: the facts of a report, or what a later report keeps of it. */
export type ComparableRound = Pick<ReportEarlier, 'goals' | 'indicators'>;

/** What changed between two rounds, in words of the reader's language; judgements are codes. Without names of plan and rounds. */
export type RoundChanges = Omit<RoundDiff, 'plan' | 'from' | 'to' | 'rounds'>;

/**
 * What a later report keeps of an adopted round to tell what has changed since: wordings, judgements, targets and figures
 * as they were frozen, protected as they were.
 */
export function earlierOf(source: ReportSource): ReportEarlier {
  return {
    label: source.round.label,
    versionNumber: source.standing.versionNumber,
    goals: source.goals.map(({ id, number, code, title, judgement, areas }) => ({
      id,
      number,
      code,
      title,
      judgement,
      activities: areas.flatMap(({ activities }) =>
        activities.map((activity) => ({
          id: activity.id,
          reference: activity.reference,
          text: activity.text,
          judgement: activity.followUp?.judgement ?? null,
        })),
      ),
    })),
    indicators: source.indicators.map((indicator) => ({ ...indicator, last: null, sexes: [], places: [] })),
  };
}

/**
 * What was added, what disappeared, and what reads, stands or counts differently. Things are the same when they have the
 * same id, so a new number alone is no change. Figures are compared as they are shown: a protected one tells nothing, and
 * stays protected. What the later round does not say yet is no change: it is counted as awaited. Two equal rounds give
 * nothing but the denominators.
 */
export function diffRounds(
  before: ComparableRound,
  after: ComparableRound,
  terms: ReportSource,
  locale: Locale,
): RoundChanges {
  const context = contextOf(terms, locale, null);
  const was = new Map(activitiesIn(before).map((activity) => [activity.id, activity]));
  const is = new Map(activitiesIn(after).map((activity) => [activity.id, activity]));
  const kept = [...is.values()].flatMap((now) => {
    const then = was.get(now.id);
    return then ? [{ then, now }] : [];
  });
  const goalsBefore = new Map(before.goals.map((goal) => [goal.id, goal]));
  const goals = after.goals.map((goal) => ({ goal, then: goalsBefore.get(goal.id) }));
  return {
    added: [...is.values()].filter(({ id }) => !was.has(id)).map(named),
    removed: [...was.values()].filter(({ id }) => !is.has(id)).map(named),
    reworded: kept.flatMap(({ then, now }) =>
      then.text === now.text ? [] : [{ ...named(now), before: then.text, after: now.text }],
    ),
    judgements: kept.flatMap(({ then, now }) =>
      now.judgement === null || then.judgement === now.judgement
        ? []
        : [{ ...named(now), before: then.judgement, after: now.judgement }],
    ),
    goalJudgements: goals.flatMap(({ then, goal: { number, code, title, judgement } }) => {
      if (!then || judgement === null || then.judgement === judgement) return [];
      return [{ code: code ?? String(number), title, before: then.judgement, after: judgement }];
    }),
    targets: figures(context, before, after, (indicator) => targetText(context, indicator)),
    outcomes: figures(
      context,
      before,
      after,
      (indicator) => figureText(context, indicator, indicator.now, true),
      isAwaited,
    ),
    awaited: {
      judgements: [...is.values()].filter(({ judgement }) => judgement === null).length,
      ofJudgements: is.size,
      goals: after.goals.filter(({ judgement }) => judgement === null).length,
      ofGoals: after.goals.length,
      outcomes: after.indicators.filter(isAwaited).length,
      ofOutcomes: after.indicators.length,
    },
    of: new Set([...was.keys(), ...is.keys()]).size,
  };
}

/** True when nothing has changed; something may still be awaited. */
export function isUnchanged({ of: _of, awaited: _awaited, ...lists }: RoundChanges): boolean {
  return Object.values(lists).every((list) => list.length === 0);
}

function activitiesIn(round: ComparableRound): ReportEarlier['goals'][number]['activities'][number][] {
  return round.goals.flatMap(({ activities }) => activities);
}

function named({ reference, text }: DiffActivity): DiffActivity {
  return { reference, text };
}

function isAwaited({ now }: ReportIndicator): boolean {
  return now.state === 'not_reported';
}

function figures(
  { label }: ReportContext,
  before: ComparableRound,
  after: ComparableRound,
  words: (indicator: ReportIndicator) => string,
  isPassedOver: (indicator: ReportIndicator) => boolean = () => false,
): DiffFigure[] {
  const was = new Map(before.indicators.map((indicator) => [indicator.id, indicator]));
  const now = new Map(after.indicators.map((indicator) => [indicator.id, indicator]));
  return [...new Set([...now.keys(), ...was.keys()])].flatMap((id) => {
    const [then, here] = [was.get(id), now.get(id)];
    const either = here ?? then;
    if (!either || (here && isPassedOver(here))) return [];
    const [old, text] = [then ? words(then) : label('nothing'), here ? words(here) : label('nothing')];
    if (old === text) return [];
    const breaks = then !== undefined && here !== undefined && isMeasuredOtherwise(then, here);
    return [{ indicator: either.text, references: either.activities, before: old, after: text, breaks }];
  });
}

/**
 * The definition changed in between, so the figures say different things. Reports that do not know the version of the
 * definition, being older, are compared by what it says.
 */
function isMeasuredOtherwise(then: ReportIndicator, here: ReportIndicator): boolean {
  if (then.definitionVersion !== undefined && here.definitionVersion !== undefined) {
    return then.definitionVersion !== here.definitionVersion;
  }
  return (
    here.changedSinceLast ||
    then.kind !== here.kind ||
    then.unit !== here.unit ||
    then.breakdown !== here.breakdown ||
    then.combinePlaces !== here.combinePlaces
  );
}
