import type {
  Breakdown,
  Direction,
  GoalJudgement,
  IndicatorKind,
  Judgement,
  JudgementCounts,
  Locale,
  PlaceCombination,
  PlanState,
  PlanWords,
  Recurrence,
} from '@samhandling/domain';
import type { Day, Id, Instant } from './common.ts';
import type { OutcomeDisplay } from './plans.ts';
import type { ReportFormat } from './reports.ts';

/** What anybody may read without an account. Holds no ids of people, no names of staff and nothing that is not adopted. */
export interface PublicCounty {
  /** "kronobergs-lan": the county in addresses. */
  readonly slug: string;
  readonly code: string;
  readonly name: string;
}

/** `GET /public/counties`: those that have published something. */
export interface PublicCountyItem extends PublicCounty {
  readonly plans: number;
}

/** `GET /public/counties/:county/plans` */
export interface PublicPlanList {
  readonly county: PublicCounty;
  readonly plans: readonly (PublicPlanRef & { readonly latestRound: string | null })[];
}

export interface PublicPlanRef {
  readonly slug: string;
  readonly title: string;
  readonly theme: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly state: Exclude<PlanState, 'draft'>;
  readonly publishedAt: Instant;
}

/** `GET /public/counties/:county/plans/:slug?round=` : the plan as adopted, and how it goes by a published round. */
export interface PublicPlanPage {
  readonly county: PublicCounty;
  readonly plan: PublicPlanRef & {
    readonly purposes: readonly string[];
    readonly overarchingGoals: readonly string[];
    readonly specificGoals: readonly string[];
    readonly recordsNumber: string;
    readonly decisionReference: string;
    readonly words: Readonly<Record<Locale, PlanWords>>;
  };
  readonly goals: readonly PublicGoal[];
  /** Newest first. */
  readonly rounds: readonly PublicRoundRef[];
  /** The asked round, else the newest; null when none is published. */
  readonly round: (PublicRoundRef & { readonly counts: JudgementCounts }) | null;
}

export interface PublicGoal {
  readonly number: number;
  readonly code: string | null;
  readonly title: string;
  /** Null: not judged, or no round is published. */
  readonly judgement: GoalJudgement | null;
  readonly judgementText: string;
  readonly lastJudgement: GoalJudgement | null;
  readonly counts: JudgementCounts;
  readonly areas: readonly {
    readonly number: string;
    readonly title: string;
    readonly activities: readonly PublicActivityItem[];
  }[];
}

export interface PublicActivityItem {
  /** "2.2/5" */
  readonly reference: string;
  readonly areaNumber: string;
  readonly number: number;
  readonly text: string;
  readonly responsible: readonly string[];
  readonly responsibleGroup: string | null;
  readonly partners: readonly string[];
  readonly openEnded: boolean;
  readonly judgement: Judgement | null;
  /** False: the round did not ask about it, or no round is published. */
  readonly followed: boolean;
}

export interface PublicRoundRef {
  readonly label: string;
  readonly from: Day;
  readonly to: Day;
  /** The adopted version that is shown. */
  readonly versionNumber: number;
  readonly adoptedAt: Instant;
  readonly publishedAt: Instant;
  /** SHA-256 of the adopted facts. */
  readonly sha256: string;
  readonly files: readonly { readonly format: ReportFormat; readonly size: number }[];
}

/** `GET /public/counties/:county/plans/:slug/activities/:area/:number` */
export interface PublicActivityPage {
  readonly county: PublicCounty;
  readonly plan: PublicPlanRef & { readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly goal: { readonly number: number; readonly code: string | null; readonly title: string };
  readonly area: { readonly number: string; readonly title: string };
  readonly activity: Omit<PublicActivityItem, 'judgement' | 'followed'> & {
    readonly recurrence: Recurrence;
    readonly firstYear: number | null;
    readonly lastYear: number | null;
    readonly indicators: readonly string[];
  };
  /** Its judgement and figures in each published round, newest first. */
  readonly rounds: readonly {
    readonly round: PublicRoundRef;
    readonly judgement: Judgement | null;
    readonly figures: readonly PublicFigure[];
  }[];
  readonly previous: { readonly reference: string } | null;
  readonly next: { readonly reference: string } | null;
}

/** `GET /public/counties/:county/plans/:slug/rounds/:label` : the figures as they were adopted. */
export interface PublicRound {
  readonly county: PublicCounty;
  readonly plan: PublicPlanRef & { readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly round: PublicRoundRef;
  readonly goals: readonly {
    readonly number: number;
    readonly judgement: GoalJudgement | null;
    readonly text: string;
    readonly lastJudgement: GoalJudgement | null;
  }[];
  readonly activities: readonly {
    readonly reference: string;
    readonly judgement: Judgement | null;
    readonly lastJudgement: Judgement | null;
  }[];
  readonly figures: readonly PublicFigure[];
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
}

/** An indicator as the adopted report shows it: small numbers are protected already when it is adopted. */
export interface PublicFigure {
  readonly indicatorId: Id;
  readonly text: string;
  readonly kind: IndicatorKind;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: Direction;
  readonly breakdown: Breakdown;
  readonly combinePlaces: PlaceCombination;
  /** False while unit and target are only a proposal. */
  readonly settled: boolean;
  readonly target: number | null;
  readonly baseline: { readonly value: number; readonly year: number; readonly source: string } | null;
  readonly smallNumberThreshold: number | null;
  /** Measured in another way than the round before. */
  readonly changedSinceLast: boolean;
  /** References of the activities it serves. */
  readonly activities: readonly string[];
  readonly now: OutcomeDisplay;
  readonly last: OutcomeDisplay | null;
  readonly sexes: readonly {
    readonly sex: 'women' | 'men';
    readonly now: OutcomeDisplay;
    readonly last: OutcomeDisplay | null;
  }[];
  readonly places: readonly {
    readonly code: string;
    readonly now: OutcomeDisplay;
    readonly last: OutcomeDisplay | null;
  }[];
}

/** `GET /public/counties/:county/plans/:slug/data/:set.:format` : open data, one row per activity or figure. */
export const OPEN_DATA_SETS = ['activities', 'figures'] as const;
export type OpenDataSet = (typeof OPEN_DATA_SETS)[number];
export const OPEN_DATA_FORMATS = ['csv', 'json'] as const;
export type OpenDataFormat = (typeof OPEN_DATA_FORMATS)[number];
