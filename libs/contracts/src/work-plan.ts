import type { ItemOutcome, WorkPlanState, WorkPlanSums, WorkPlanTransitionName } from '@samhandling/domain';
import type { Day, Id, OrganisationRef, TransitionOffer, Versioned } from './common.ts';
import type { GoalToAsk, Need } from './needs.ts';
import type { FrozenPaper } from './papers.ts';
import type { PlanRef } from './plans.ts';

/** `GET /plans/:slug/work-plans`: newest year first. */
export interface WorkPlanList {
  readonly plan: PlanRef;
  readonly items: readonly WorkPlanListItem[];
  /** The years of the plan that have none. */
  readonly freeYears: readonly number[];
  readonly mayManage: boolean;
}
export interface WorkPlanListItem extends Versioned {
  readonly year: number;
  readonly title: string;
  readonly state: WorkPlanState;
  readonly decidedOn: Day | null;
  readonly sums: WorkPlanSums;
}
/** `POST /plans/:slug/work-plans`. */
export interface CreateWorkPlanRequest {
  readonly year: number;
  readonly title?: string;
}

/** `GET /work-plans/:id`. `PATCH` (If-Match) while it is a draft. `DELETE` (If-Match) a draft. */
export interface WorkPlan extends Versioned {
  readonly plan: PlanRef;
  readonly year: number;
  readonly title: string;
  readonly intro: string;
  readonly state: WorkPlanState;
  readonly decision: { readonly id: Id; readonly number: string; readonly text: string } | null;
  readonly decisionReference: string;
  readonly decidedOn: Day | null;
  readonly closedOn: Day | null;
  readonly goals: readonly GoalToAsk[];
  readonly items: readonly WorkPlanItem[];
  readonly sums: WorkPlanSums;
  readonly transitions: readonly TransitionOffer<WorkPlanTransitionName>[];
  readonly paper: FrozenPaper | null;
  readonly mayManage: boolean;
  readonly lockedReason: string;
}
export interface UpdateWorkPlanRequest {
  readonly title?: string;
  readonly intro?: string;
}
export interface WorkPlanActivityRef {
  readonly id: Id;
  readonly reference: string;
  readonly text: string;
}
export interface WorkPlanItem extends Versioned {
  readonly title: string;
  readonly description: string;
  readonly goal: GoalToAsk | null;
  readonly activity: WorkPlanActivityRef | null;
  readonly need: { readonly id: Id; readonly title: string } | null;
  /** The year of the item it goes on from. */
  readonly continuedFrom: number | null;
  readonly organisations: readonly OrganisationRef[];
  readonly responsibleName: string;
  readonly fromDay: Day | null;
  readonly toDay: Day | null;
  readonly isByMonth: boolean;
  readonly amountKronor: number | null;
  readonly funding: string;
  readonly outcome: ItemOutcome | null;
  readonly outcomeText: string;
}
export interface WorkPlanItemInput {
  readonly title?: string;
  readonly description?: string;
  readonly goalId?: Id | null;
  readonly organisationIds?: readonly Id[];
  readonly responsibleName?: string;
  readonly fromDay?: Day | null;
  readonly toDay?: Day | null;
  readonly isByMonth?: boolean;
  readonly amountKronor?: number | null;
  readonly funding?: string;
}
/**
 * `POST /work-plans/:id/items`: an item of its own (title given), or from a need, an activity of the plan, or an item of
 * an earlier year; what is not said is taken from there. A need becomes chosen by it.
 */
export interface CreateWorkPlanItemRequest extends WorkPlanItemInput {
  readonly needId?: Id;
  readonly activityId?: Id;
  readonly cameFromId?: Id;
}
/** `PATCH /work-plan-items/:id` (If-Match). The outcome when the plan is decided, all else while it is a draft. */
export interface UpdateWorkPlanItemRequest extends WorkPlanItemInput {
  readonly outcome?: ItemOutcome | null;
  readonly outcomeText?: string;
}
/** `PUT /work-plans/:id/order` (If-Match of the plan): every item, in order. */
export interface PutWorkPlanOrderRequest {
  readonly itemIds: readonly Id[];
}
/** `POST /work-plans/:id/transitions` (If-Match). Deciding demands a decision or a reference, and a day. */
export interface WorkPlanTransitionRequest {
  readonly transition: WorkPlanTransitionName;
  readonly decisionId?: Id;
  readonly decisionReference?: string;
  readonly decidedOn?: Day;
}

/** `GET /work-plans/:id/material`: what the year can be built from. What is in the plan already is not there. */
export interface WorkPlanMaterial {
  readonly needs: readonly Need[];
  readonly declined: readonly Need[];
  /** Of the last decided plan before this one, what is not done; first here since it is oldest. */
  readonly unfinished: readonly (WorkPlanItem & { readonly year: number })[];
  /** Activities the plan says are done each year. */
  readonly yearly: readonly (WorkPlanActivityRef & { readonly goal: GoalToAsk })[];
  /** The other activities that run during the year. */
  readonly others: readonly (WorkPlanActivityRef & { readonly goal: GoalToAsk })[];
  readonly organisations: readonly OrganisationRef[];
  /** Decisions of the plan's groups that the plan can be decided by, newest first. */
  readonly decisions: readonly { readonly id: Id; readonly number: string; readonly text: string; readonly on: Day }[];
}
