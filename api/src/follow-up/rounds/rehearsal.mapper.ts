import { pages, type Rehearsal, type RehearsalItem, type RoundOrganisation } from '@samhandling/contracts';
import {
  capitalised,
  rehearse,
  sortedSwedish,
  type FollowUpState,
  type Locale,
  type PlanWords,
  type RehearsalItem as Finding,
} from '@samhandling/domain';
import type { RoundActivity, RoundFigures } from './round-figures.repository.ts';

export interface RehearsalPlace {
  readonly planSlug: string;
  readonly roundLabel: string;
  readonly words: PlanWords;
  readonly locale: Locale;
}

/** How many things block adoption today. */
export function countBlocking(figures: RoundFigures): number {
  return rehearse(figures).blocking;
}

/** The dress rehearsal as the round's page shows it: each thing with what it stands at, its words and where to mend it. */
export function toRehearsal(figures: RoundFigures, place: RehearsalPlace): Rehearsal {
  const activities = new Map(figures.activities.map((activity) => [activity.id, activity]));
  const { groups, blocking, notBlocking } = rehearse(figures);
  return {
    blocking,
    warnings: notBlocking,
    groups: groups.map(({ organisation, items }) => ({
      organisation,
      items: items.map((item) => toItem(item, activities.get(item.activityId ?? ''), place)),
    })),
  };
}

export const EMPTY_REHEARSAL: Rehearsal = { blocking: 0, warnings: 0, groups: [] };

function toItem(finding: Finding, activity: RoundActivity | undefined, place: RehearsalPlace): RehearsalItem {
  const words = finding.words[place.locale];
  const heading =
    finding.goalId === null ? finding.reference : `${capitalised(place.words.goal.one)} ${finding.reference}`;
  return {
    blocking: finding.blocking,
    code: finding.code,
    words: `${heading} – ${words}`,
    link: activity ? linkTo(finding, activity, place) : pages.round(place.planSlug, place.roundLabel),
  };
}

function linkTo(finding: Finding, activity: RoundActivity, { planSlug, roundLabel }: RehearsalPlace): string {
  const page = pages.activity(planSlug, activity.areaNumber, activity.number);
  if (finding.code === 'indicator_is_proposal') return page;
  if (finding.code === 'participation_not_stated') return pages.participation(planSlug, roundLabel);
  return activity.followUpId === null ? page : pages.followUp(activity.followUpId);
}

/** How far each organisation has come with what it has been asked for, in Swedish order. */
export function toOrganisations(activities: readonly RoundActivity[]): RoundOrganisation[] {
  const byId = new Map<
    string,
    { organisation: RoundOrganisation['organisation']; answers: Record<FollowUpState, number> }
  >();
  for (const { organisation, followUpState } of activities) {
    if (organisation === null || followUpState === null) continue;
    const entry = byId.get(organisation.id) ?? {
      organisation,
      answers: { draft: 0, submitted: 0, returned: 0, accepted: 0 },
    };
    entry.answers[followUpState] += 1;
    byId.set(organisation.id, entry);
  }
  return sortedSwedish([...byId.values()], ({ organisation }) => organisation.name).map(
    ({ organisation, answers }) => ({
      organisation,
      answers,
      total: Object.values(answers).reduce((sum, count) => sum + count, 0),
    }),
  );
}
