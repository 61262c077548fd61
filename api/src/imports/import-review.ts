import type {
  ImportActor,
  ImportDifference,
  ImportGoal,
  ImportIndicator,
  ImportReview,
  OrganisationRef,
} from '@samhandling/contracts';
import { activityReference, type Locale } from '@samhandling/domain';
import {
  diffPlans,
  matchActor,
  proposeIndicator,
  type ComparablePlan,
  type DiffLevel,
  type KnownOrganisation,
  type ParsedPlan,
  type PlanReading,
  type SourceLine,
} from '@samhandling/plan-text';
import { flagKey, type ImportDecisions, type StoredSettings } from './import-decisions.ts';

/** The whole review but for what only the stored row knows. Pure: the same text, organisations and decisions give the same review. */
export type ReviewContent = Pick<
  ImportReview,
  | 'lines'
  | 'source'
  | 'flags'
  | 'goals'
  | 'purposes'
  | 'overarchingGoals'
  | 'specificGoals'
  | 'actors'
  | 'indicators'
  | 'differences'
  | 'blockedBy'
>;

export interface ReviewInput {
  readonly reading: PlanReading;
  readonly organisations: readonly KnownOrganisation[];
  readonly decisions: ImportDecisions;
  readonly settings: StoredSettings;
  readonly comparedWith: ComparablePlan | null;
  readonly locale: Locale;
}

export function buildReview(input: ReviewInput): ReviewContent {
  const { plan, sourceLines, flags } = input.reading;
  const actors = buildActors(plan, input.organisations, input.decisions);
  const indicators = buildIndicators(plan, sourceLines, input.decisions, input.locale);
  const differences = input.comparedWith && compare(input.comparedWith, plan, actors);
  return {
    lines: plan.lines,
    source: sourceLines.map((line) => ({
      line: line.line,
      text: line.text,
      use: line.use,
      role: line.role,
      reference: referenceOf(plan, line),
    })),
    flags: flags.map((flag) => ({
      line: flag.line,
      code: flag.code,
      message: flag.message[input.locale],
      settled: input.decisions.settledFlags.includes(flagKey(flag.line, flag.code)),
    })),
    goals: plan.goals.map((goal) => toImportGoal(plan, goal, sourceLines)),
    purposes: plan.purposes,
    overarchingGoals: plan.overarchingGoals,
    specificGoals: plan.specificGoals,
    actors,
    indicators,
    differences,
    blockedBy: blockers(input, actors, differences),
  };
}

/** An exact name needs nobody's yes; a likeness and a new name do. */
function buildActors(
  plan: ParsedPlan,
  organisations: readonly KnownOrganisation[],
  decisions: ImportDecisions,
): ImportActor[] {
  const namedIn = new Map<string, string[]>();
  const mention = (name: string, reference: string): void => {
    const references = namedIn.get(name) ?? [];
    if (!references.includes(reference)) references.push(reference);
    namedIn.set(name, references);
  };
  const groups = new Set<string>();
  for (const { reference, activity } of activitiesOf(plan)) {
    for (const name of [...activity.responsible, ...activity.partners]) mention(name, reference);
    if (activity.responsibleGroup) {
      mention(activity.responsibleGroup, reference);
      groups.add(activity.responsibleGroup);
    }
  }
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  return [...namedIn].map(([name, activities]) => {
    const match = matchActor(name, organisations);
    const organisation = match.organisationId === null ? undefined : byId.get(match.organisationId);
    const by = match.by;
    const found = organisation && by ? { organisation: toRef(organisation), by } : null;
    const exact =
      found && found.by !== 'similar'
        ? ({ use: 'existing', organisationId: found.organisation.id, rememberAlias: false } as const)
        : null;
    return {
      name,
      activities,
      match: found,
      proposedKind: groups.has(name) ? 'group' : match.proposedKind,
      decision: decisions.actors[name] ?? exact,
    };
  });
}

function buildIndicators(
  plan: ParsedPlan,
  lines: readonly SourceLine[],
  decisions: ImportDecisions,
  locale: Locale,
): ImportIndicator[] {
  const followUpLines = firstFollowUpLines(lines);
  return activitiesOf(plan).flatMap(({ reference, activity, place }) =>
    activity.indicators.map((text, index) => {
      const key = `${reference}#${index}`;
      const { kind, unit, breakdown, cadencePerYear, target, reason } = proposeIndicator(text, activity.text);
      return {
        key,
        activity: reference,
        text,
        line: followUpLines.get(place) ?? activity.line,
        proposal: { kind, unit: unit ?? '', breakdown, cadencePerYear, target, reason: reason[locale] },
        decision: decisions.indicators[key] ?? null,
      };
    }),
  );
}

interface PlacedActivity {
  readonly reference: string;
  /** "goal.area.activity" by 0-based place, which is what source lines point with. */
  readonly place: string;
  readonly activity: ParsedPlan['goals'][number]['areas'][number]['activities'][number];
}

export function activitiesOf(plan: ParsedPlan): PlacedActivity[] {
  return plan.goals.flatMap((goal, g) =>
    goal.areas.flatMap((area, a) =>
      area.activities.map((activity, n) => ({
        reference: activityReference(area.number, activity.number),
        place: `${g}.${a}.${n}`,
        activity,
      })),
    ),
  );
}

function firstFollowUpLines(lines: readonly SourceLine[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { line, role, pointer } of lines) {
    if (role !== 'follow_up' || !pointer || pointer.activity === null) continue;
    const place = `${pointer.goal}.${pointer.area}.${pointer.activity}`;
    if (!found.has(place)) found.set(place, line);
  }
  return found;
}

function toImportGoal(plan: ParsedPlan, goal: ParsedPlan['goals'][number], lines: readonly SourceLine[]): ImportGoal {
  const g = plan.goals.indexOf(goal);
  const lineOf = (role: SourceLine['role'], area: number | null): number =>
    lines.find(
      (line) => line.role === role && line.pointer?.goal === g && (area === null || line.pointer.area === area),
    )?.line ?? 0;
  return {
    number: goal.number,
    code: goal.code,
    title: goal.title,
    line: lineOf('goal', null),
    tips: goal.tips,
    areas: goal.areas.map((area, a) => ({
      number: area.number,
      title: area.title,
      line: lineOf('area', a),
      activities: area.activities.map((activity) => ({
        ...activity,
        reference: activityReference(area.number, activity.number),
      })),
    })),
  };
}

function referenceOf(plan: ParsedPlan, { pointer }: SourceLine): string | null {
  if (!pointer) return null;
  const goal = plan.goals[pointer.goal];
  const area = pointer.area === null ? undefined : goal?.areas[pointer.area];
  const activity = pointer.activity === null ? undefined : area?.activities[pointer.activity];
  if (area && activity) return activityReference(area.number, activity.number);
  return area?.number ?? (goal ? String(goal.number) : null);
}

const WHAT: Readonly<Record<DiffLevel, ImportDifference['what']>> = {
  goal: 'goal',
  area: 'area',
  activity: 'activity',
  responsible: 'actor',
  responsible_group: 'actor',
  partner: 'actor',
  open_ended: 'actor',
  indicator: 'indicator',
  tip: 'tip',
  purpose: 'text',
  overarching_goal: 'text',
  specific_goal: 'text',
};

/** Names are compared as the organisations they mean, so that an alias in print is no difference. */
function compare(before: ComparablePlan, plan: ParsedPlan, actors: readonly ImportActor[]): ImportDifference[] {
  const meant = new Map(
    actors.map((actor) => [
      actor.name,
      actor.match && actor.match.by !== 'similar' ? actor.match.organisation.name : actor.name,
    ]),
  );
  const mean = (name: string): string => meant.get(name) ?? name;
  const after: ComparablePlan = {
    ...plan,
    goals: plan.goals.map((goal) => ({
      ...goal,
      areas: goal.areas.map((area) => ({
        ...area,
        activities: area.activities.map((activity) => ({
          ...activity,
          responsible: activity.responsible.map(mean),
          partners: activity.partners.map(mean),
          responsibleGroup: activity.responsibleGroup && mean(activity.responsibleGroup),
        })),
      })),
    })),
  };
  return diffPlans(before, after).map((difference) => ({
    kind: difference.kind,
    what: WHAT[difference.level],
    reference: difference.reference ?? difference.referenceBefore ?? '',
    before: difference.before ?? '',
    after: difference.after ?? '',
  }));
}

function blockers(
  { settings, locale, reading }: ReviewInput,
  actors: readonly ImportActor[],
  differences: readonly ImportDifference[] | null,
): string[] {
  const words: string[] = [];
  const say = (sv: string, en: string): void => void words.push(locale === 'sv' ? sv : en);
  if (settings.title.trim() === '') say('Planen behöver ett namn.', 'The plan needs a name.');
  if (settings.firstYear === null || settings.lastYear === null)
    say('Ange vilka år planen gäller.', 'State which years the plan is for.');
  else if (settings.lastYear < settings.firstYear)
    say('Planens sista år ligger före det första.', 'The last year of the plan is before the first.');
  const open = actors.filter((actor) => actor.decision === null).length;
  if (open > 0)
    say(
      open === 1 ? 'En aktör väntar på ditt svar.' : `${open} aktörer väntar på ditt svar.`,
      open === 1 ? 'One actor waits for your answer.' : `${open} actors wait for your answer.`,
    );
  for (const reference of repeatedReferences(reading.plan))
    say(
      `Numret ${reference} står på flera ställen. Rätta texten och klistra in den igen.`,
      `The number ${reference} stands in several places. Mend the text and paste it again.`,
    );
  if (reading.plan.lines.lost > 0)
    say('Några rader i texten har inte fått någon plats.', 'Some lines of the text have not been placed.');
  if (differences?.length === 0)
    say(
      'Texten är densamma som planen den jämförs med, så det finns inget att läsa in.',
      'The text is the same as the plan it is compared with, so there is nothing to import.',
    );
  return words;
}

/** Areas and activities are referred to by number, so a number may name only one of them. */
function repeatedReferences(plan: ParsedPlan): string[] {
  const all = [
    ...plan.goals.flatMap((goal) => goal.areas.map((area) => area.number)),
    ...activitiesOf(plan).map(({ reference }) => reference),
  ];
  return [...new Set(all.filter((reference, index) => all.indexOf(reference) !== index))];
}

function toRef({ id, name }: KnownOrganisation): OrganisationRef {
  return { id, name };
}
