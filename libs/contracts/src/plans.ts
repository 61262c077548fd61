import type {
  Breakdown,
  Direction,
  FollowUpState,
  GoalJudgement,
  IndicatorKind,
  Judgement,
  JudgementCounts,
  Locale,
  PeriodCombination,
  PlaceCombination,
  PlanState,
  PlanTransitionName,
  PlanWords,
  Recurrence,
} from '@samhandling/domain';
import type { Day, Id, Instant, OrganisationRef, PersonRef, TransitionOffer, Versioned } from './common.ts';
import type { RoundRef } from './rounds.ts';

export interface PlanRef {
  readonly id: Id;
  readonly slug: string;
  readonly title: string;
}

/** `GET /plans` answers a list of these, newest period first. */
export interface PlanListItem extends PlanRef {
  readonly theme: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly state: PlanState;
  readonly goals: number;
  readonly activities: number;
  readonly currentRound: RoundRef | null;
}

/** Settings and texts of a plan. `GET/PATCH /plans/:id`. */
export interface Plan extends PlanRef, Versioned {
  readonly theme: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly state: PlanState;
  readonly purposes: readonly string[];
  readonly overarchingGoals: readonly string[];
  readonly specificGoals: readonly string[];
  readonly recordsNumber: string;
  readonly decisionReference: string;
  readonly words: Readonly<Record<Locale, PlanWords>>;
  readonly transitions: readonly TransitionOffer<PlanTransitionName>[];
  readonly mayEdit: boolean;
}

export interface CreatePlanRequest {
  readonly title: string;
  readonly theme: string;
  readonly firstYear: number;
  readonly lastYear: number;
}

export interface UpdatePlanRequest {
  readonly title?: string;
  readonly theme?: string;
  readonly firstYear?: number;
  readonly lastYear?: number;
  readonly purposes?: readonly string[];
  readonly overarchingGoals?: readonly string[];
  readonly specificGoals?: readonly string[];
  readonly recordsNumber?: string;
  readonly decisionReference?: string;
  readonly words?: Readonly<Record<Locale, PlanWords>>;
}

export interface PlanTransitionRequest {
  readonly transition: PlanTransitionName;
}

/** `GET /plans/:slug/overview?round=` : goals with their areas and how they stand. One query, cached by plan revision. */
export interface PlanOverview {
  readonly plan: PlanRef & {
    readonly theme: string;
    readonly firstYear: number;
    readonly lastYear: number;
    readonly state: PlanState;
    readonly words: Readonly<Record<Locale, PlanWords>>;
    readonly purposes: readonly string[];
    readonly overarchingGoals: readonly string[];
    readonly specificGoals: readonly string[];
    readonly recordsNumber: string;
    readonly decisionReference: string;
  };
  /** The round the figures are about: the asked one, else the newest that is not planned. */
  readonly round: RoundRef | null;
  readonly rounds: readonly RoundRef[];
  readonly goals: readonly OverviewGoal[];
  readonly counts: JudgementCounts;
  /** Follow-ups by content state in the round. */
  readonly answers: Readonly<Record<FollowUpState, number>>;
}

export interface OverviewGoal {
  readonly id: Id;
  readonly number: number;
  readonly code: string | null;
  readonly title: string;
  readonly judgement: GoalJudgement | null;
  readonly counts: JudgementCounts;
  readonly areas: readonly OverviewArea[];
}

export interface OverviewArea {
  readonly id: Id;
  readonly number: string;
  readonly title: string;
  readonly counts: JudgementCounts;
}

/** `GET /plans/:slug/goals/:goalId?round=` */
export interface GoalPage {
  readonly plan: PlanRef & { readonly state: PlanState; readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly round: RoundRef | null;
  readonly rounds: readonly RoundRef[];
  readonly goal: {
    readonly id: Id;
    readonly number: number;
    readonly code: string | null;
    readonly title: string;
    readonly tips: readonly string[];
    readonly judgement: GoalJudgement | null;
    readonly judgementText: string;
    readonly counts: JudgementCounts;
  };
  readonly areas: readonly (OverviewArea & { readonly activities: readonly ActivityListItem[] })[];
  /** Neighbours for previous/next, in reading order. */
  readonly previous: { readonly id: Id; readonly title: string } | null;
  readonly next: { readonly id: Id; readonly title: string } | null;
}

export interface ActivityListItem {
  readonly id: Id;
  /** "2.2/5" */
  readonly reference: string;
  readonly areaNumber: string;
  readonly number: number;
  readonly text: string;
  readonly goal: { readonly id: Id; readonly number: number; readonly code: string | null };
  readonly responsible: readonly OrganisationRef[];
  readonly responsibleGroup: OrganisationRef | null;
  readonly partners: readonly OrganisationRef[];
  readonly openEnded: boolean;
  readonly indicators: number;
  readonly outcomesReported: number;
  readonly outcomesExpected: number;
  readonly judgement: Judgement | null;
  readonly followUpState: FollowUpState | null;
  readonly followUpId: Id | null;
  /** For If-Match, where the list itself is edited; null where there is no follow-up. */
  readonly followUpVersion: number | null;
  readonly reporter: PersonRef | null;
  readonly nextStepDate: Day | null;
  readonly updatedAt: Instant | null;
}

/** `GET /plans/:slug/activities`. Every filter is a query parameter of the same name; lists repeat the parameter. */
export interface ActivityFilter {
  readonly round?: string;
  readonly responsible?: readonly Id[];
  readonly partner?: readonly Id[];
  readonly goal?: readonly Id[];
  /** `none` is "not judged". */
  readonly judgement?: readonly (Judgement | 'none')[];
  readonly followUpState?: readonly FollowUpState[];
  /** Full-text with Swedish stemming over text, indicators and follow-up texts; a reference ("2.2/5") finds that activity. */
  readonly q?: string;
  readonly sort?: 'reference' | 'updated' | 'judgement' | 'next_step';
  readonly page?: number;
  readonly pageSize?: number;
}

export interface ActivityList {
  readonly plan: PlanRef & { readonly state: PlanState; readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly round: RoundRef | null;
  readonly rounds: readonly RoundRef[];
  readonly items: readonly ActivityListItem[];
  /** The follow-ups among the items that whoever asks may write in now. A hint: each save is judged anew. */
  readonly editable: readonly Id[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  /** What each filter value would give with the other filters kept. */
  readonly facets: ActivityFacets;
}

export interface ActivityFacets {
  readonly responsible: readonly Facet[];
  readonly partner: readonly Facet[];
  readonly goal: readonly Facet[];
  readonly judgement: readonly Facet[];
  readonly followUpState: readonly Facet[];
}

export interface Facet {
  readonly value: string;
  /** Name of an organisation or title of a goal; empty for coded values, whose labels are in the glossary. */
  readonly label: string;
  readonly count: number;
}

/** `GET /plans/:slug/activities/:areaNumber/:number`. */
export interface ActivityPage {
  readonly plan: PlanRef & { readonly state: PlanState; readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly activity: Activity;
  readonly goal: { readonly id: Id; readonly number: number; readonly code: string | null; readonly title: string };
  readonly area: { readonly id: Id; readonly number: string; readonly title: string };
  /** One entry per round that has this activity, newest first. */
  readonly rounds: readonly ActivityRound[];
  readonly indicators: readonly IndicatorSeries[];
  readonly previous: { readonly reference: string; readonly text: string } | null;
  readonly next: { readonly reference: string; readonly text: string } | null;
}

export interface Activity extends Versioned {
  readonly areaId: Id;
  readonly reference: string;
  readonly number: number;
  readonly text: string;
  readonly recurrence: Recurrence;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly responsible: readonly OrganisationRef[];
  readonly responsibleGroup: OrganisationRef | null;
  readonly partners: readonly OrganisationRef[];
  readonly openEnded: boolean;
  readonly mayEdit: boolean;
  /** Why it cannot be edited; empty when it can. */
  readonly lockedReason: string;
}

export interface ActivityRound {
  readonly round: RoundRef;
  readonly followUpId: Id;
  readonly state: FollowUpState;
  readonly judgement: Judgement | null;
  readonly supportNeeded: string;
  readonly cancelReason: string;
  readonly cancelDecision: string;
  readonly done: string;
  readonly results: string;
  readonly obstacles: string;
  readonly nextStep: string;
  readonly nextStepDate: Day | null;
  readonly nothingNew: boolean;
  readonly reporter: PersonRef | null;
  readonly updatedAt: Instant;
  readonly updatedBy: PersonRef | null;
}

/** Definition of an indicator. `GET/PATCH /indicators/:id`. */
export interface Indicator extends Versioned {
  readonly text: string;
  readonly kind: IndicatorKind;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: Direction;
  readonly breakdown: Breakdown;
  readonly bySex: boolean;
  readonly combinePlaces: PlaceCombination;
  readonly combinePeriods: PeriodCombination;
  readonly target: number | null;
  /** Within this fraction of the target counts as near: 0.1 is a tenth. Null: the usual tenth. */
  readonly targetMargin: number | null;
  readonly baselineValue: number | null;
  readonly baselineYear: number | null;
  readonly baselineSource: string;
  readonly smallNumberThreshold: number | null;
  readonly definitionVersion: number;
  /** False while the kind, unit and target are only the importer's proposal. */
  readonly settled: boolean;
}

/** One indicator over the rounds, combined over municipalities as its definition says. */
export interface IndicatorSeries {
  readonly indicator: Indicator;
  readonly points: readonly SeriesPoint[];
}

export interface SeriesPoint {
  readonly round: RoundRef;
  readonly display: OutcomeDisplay;
  readonly target: number | null;
  /** The definition changed since the point before: draw a break. */
  readonly breaksBefore: boolean;
}

/** A figure as it may be shown: protection already applied, so no reader can undo it. */
export type OutcomeDisplay =
  | { readonly state: 'not_reported'; readonly of: number; readonly reported: 0 }
  | { readonly state: 'not_applicable'; readonly of: number; readonly reported: number }
  | { readonly state: 'protected'; readonly of: number; readonly reported: number }
  | {
      readonly state: 'value';
      /** Number for count, measure and share (share in per cent is value/denominator × 100, computed when shown). */
      readonly value: number | null;
      readonly denominator: number | null;
      readonly day: Day | null;
      readonly text: string;
      /** Municipalities (or 1 for the county) the figure is made of, and how many of them reported. */
      readonly of: number;
      readonly reported: number;
    };
