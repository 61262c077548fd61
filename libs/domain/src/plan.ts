import type { Label } from './locale.ts';
import type { Transition } from './workflow.ts';

export const PLAN_STATES = ['draft', 'adopted', 'closed'] as const;
export type PlanState = (typeof PLAN_STATES)[number];
export const PLAN_STATE_LABELS: Readonly<Record<PlanState, Label>> = {
  draft: { sv: 'Utkast', en: 'Draft' },
  adopted: { sv: 'Antagen', en: 'Adopted' },
  closed: { sv: 'Avslutad', en: 'Closed' },
};

export type PlanTransitionName = 'adopt' | 'close';
export type PlanGuard =
  'is_planner' | 'has_decision' | 'has_activities' | 'every_activity_has_responsible' | 'no_round_open';

/** Adopted wording is immutable, so adoption demands a decision reference and that nobody is left without a responsible. */
export const PLAN_WORKFLOW: readonly Transition<PlanState, PlanTransitionName, PlanGuard>[] = [
  {
    name: 'adopt',
    from: ['draft'],
    to: 'adopted',
    guards: ['is_planner', 'has_decision', 'has_activities', 'every_activity_has_responsible'],
  },
  { name: 'close', from: ['adopted'], to: 'closed', guards: ['is_planner', 'no_round_open'] },
];
export const PLAN_TRANSITION_LABELS: Readonly<Record<PlanTransitionName, Label>> = {
  adopt: { sv: 'Anta planen', en: 'Adopt the plan' },
  close: { sv: 'Avsluta planen', en: 'Close the plan' },
};
export const PLAN_GUARD_REASONS: Readonly<Record<PlanGuard, Label>> = {
  is_planner: { sv: 'Bara en planerare i länet kan göra detta.', en: 'Only a planner of the county can do this.' },
  has_decision: { sv: 'Ange vilket beslut som antar planen.', en: 'State the decision that adopts the plan.' },
  has_activities: { sv: 'Planen har inga aktiviteter än.', en: 'The plan has no activities yet.' },
  every_activity_has_responsible: {
    sv: 'Minst en aktivitet saknar ansvarig.',
    en: 'At least one activity has no responsible organisation.',
  },
  no_round_open: {
    sv: 'En uppföljningsomgång är öppen. Fastställ den först.',
    en: 'A follow-up round is open. Adopt it first.',
  },
};

export const RECURRENCES = ['once', 'yearly'] as const;
export type Recurrence = (typeof RECURRENCES)[number];
export const RECURRENCE_LABELS: Readonly<Record<Recurrence, Label>> = {
  once: { sv: 'En gång', en: 'Once' },
  yearly: { sv: 'Varje år', en: 'Every year' },
};

export const ORGANISATION_KINDS = [
  'county_board',
  'region',
  'police',
  'municipality',
  'civil_society',
  'business',
  'university',
  'group',
  'collective',
  'other',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];
export const ORGANISATION_KIND_LABELS: Readonly<Record<OrganisationKind, Label>> = {
  county_board: { sv: 'Länsstyrelse', en: 'County administrative board' },
  region: { sv: 'Region', en: 'Region' },
  police: { sv: 'Polis', en: 'Police' },
  municipality: { sv: 'Kommun', en: 'Municipality' },
  civil_society: { sv: 'Civilsamhälle', en: 'Civil society' },
  business: { sv: 'Näringsliv', en: 'Business' },
  university: { sv: 'Universitet eller högskola', en: 'University' },
  group: { sv: 'Grupp', en: 'Group' },
  collective: { sv: 'Flera tillsammans', en: 'Collective' },
  other: { sv: 'Annan', en: 'Other' },
};

/** The reference people see: numbers restart in every goal, so an activity is named by its area too ("2.2/5"). */
export function activityReference(areaNumber: string, activityNumber: number): string {
  return `${areaNumber}/${activityNumber}`;
}
