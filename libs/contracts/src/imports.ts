import type { Breakdown, IndicatorKind, OrganisationKind } from '@samhandling/domain';
import type { Id, Instant, OrganisationRef, PersonRef, Versioned } from './common.ts';

/** `POST /imports` as JSON {text} or multipart with one file; answers the review. */
export interface CreateImportRequest {
  readonly text: string;
  /** Compare with this plan; none makes a new plan. */
  readonly planId?: Id;
}

export interface ImportListItem {
  readonly id: Id;
  readonly sourceName: string;
  readonly state: ImportState;
  readonly createdAt: Instant;
  readonly createdBy: PersonRef;
  readonly planId: Id | null;
  readonly planSlug: string | null;
}

export const IMPORT_STATES = ['review', 'imported', 'discarded'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export type LineUse = 'used' | 'ignored' | 'flagged';

export interface ImportSourceLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  readonly use: LineUse;
  /** What the line was read as ("goal", "activity", "responsible", "tips", "navigation" …); names from libs/plan-text. */
  readonly role: string;
  /** Reference of the goal ("1"), area ("1.1") or activity ("1.1/3") the line belongs to. */
  readonly reference: string | null;
}

export interface ImportFlag {
  readonly line: number;
  readonly code: string;
  readonly message: string;
  /** A person has looked and is content. */
  readonly settled: boolean;
}

/** How an actor name in the text is understood. `decision` null: nobody has said yes yet. */
export interface ImportActor {
  readonly name: string;
  /** References of activities that name it. */
  readonly activities: readonly string[];
  readonly match: { readonly organisation: OrganisationRef; readonly by: 'name' | 'alias' | 'similar' } | null;
  readonly proposedKind: OrganisationKind;
  readonly decision: ImportActorDecision | null;
}
export type ImportActorDecision =
  | { readonly use: 'existing'; readonly organisationId: Id; readonly rememberAlias: boolean }
  | { readonly use: 'new'; readonly name: string; readonly kind: OrganisationKind };

export interface ImportIndicator {
  /** "1.1/3#0": activity reference and 0-based place. */
  readonly key: string;
  readonly activity: string;
  readonly text: string;
  readonly line: number;
  readonly proposal: ImportIndicatorSettings & { readonly reason: string };
  readonly decision: ImportIndicatorDecision | null;
}
export interface ImportIndicatorSettings {
  readonly kind: IndicatorKind;
  readonly unit: string;
  readonly breakdown: Breakdown;
  readonly cadencePerYear: number | null;
  readonly target: number | null;
}
/** Accepted or changed settings, or refused: the sentence stays as a text indicator without proposal. */
export type ImportIndicatorDecision =
  ({ readonly answer: 'accepted' | 'changed' } & ImportIndicatorSettings) | { readonly answer: 'refused' };

export interface ImportGoal {
  readonly number: number;
  readonly code: string | null;
  readonly title: string;
  readonly line: number;
  readonly areas: readonly {
    readonly number: string;
    readonly title: string;
    readonly line: number;
    readonly activities: readonly ImportActivity[];
  }[];
  readonly tips: readonly string[];
}
export interface ImportActivity {
  readonly reference: string;
  readonly number: number;
  readonly text: string;
  readonly line: number;
  readonly responsible: readonly string[];
  readonly responsibleGroup: string | null;
  readonly partners: readonly string[];
  readonly openEnded: boolean;
  readonly indicators: readonly string[];
}

export interface ImportDifference {
  readonly kind: 'added' | 'removed' | 'reworded' | 'moved' | 'changed';
  readonly what: 'goal' | 'area' | 'activity' | 'indicator' | 'actor' | 'tip' | 'text';
  readonly reference: string;
  readonly before: string;
  readonly after: string;
}

/** `GET /imports/:id` */
export interface ImportReview extends Versioned {
  readonly state: ImportState;
  readonly sourceName: string;
  readonly createdAt: Instant;
  readonly createdBy: PersonRef;
  readonly settings: ImportPlanSettings;
  readonly lines: {
    readonly total: number;
    readonly used: number;
    readonly ignored: number;
    readonly flagged: number;
    readonly lost: number;
  };
  readonly source: readonly ImportSourceLine[];
  readonly flags: readonly ImportFlag[];
  readonly goals: readonly ImportGoal[];
  readonly purposes: readonly string[];
  readonly overarchingGoals: readonly string[];
  readonly specificGoals: readonly string[];
  readonly actors: readonly ImportActor[];
  readonly indicators: readonly ImportIndicator[];
  /** Against the plan it is compared with; empty list = the same text, null = a new plan. */
  readonly differences: readonly ImportDifference[] | null;
  readonly comparedWith: { readonly id: Id; readonly slug: string; readonly title: string } | null;
  /** What stands in the way of importing, in words; empty = may be imported. */
  readonly blockedBy: readonly string[];
  readonly planSlug: string | null;
}

export interface ImportPlanSettings {
  readonly title: string;
  readonly theme: string;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** `PATCH /imports/:id` : decisions so far; saved as they are made. Keys not named are left alone. */
export interface UpdateImportRequest {
  readonly settings?: Partial<ImportPlanSettings>;
  readonly actors?: readonly { readonly name: string; readonly decision: ImportActorDecision | null }[];
  readonly indicators?: readonly { readonly key: string; readonly decision: ImportIndicatorDecision | null }[];
  readonly settledFlags?: readonly { readonly line: number; readonly code: string; readonly settled: boolean }[];
}

/** `POST /imports/:id/complete` → the new plan. One transaction. */
export interface CompleteImportAnswer {
  readonly planId: Id;
  readonly slug: string;
}
