import type { Recurrence } from '@samhandling/domain';
import type { Id, Versioned } from './common.ts';
import type { Plan, Activity, Indicator } from './plans.ts';

// Editing a draft plan. Every POST answers the created resource, every PATCH the changed one; DELETE answers 204.

export interface GoalInput {
  readonly title: string;
  readonly code?: string | null;
  readonly tips?: readonly string[];
}
export interface AreaInput {
  readonly goalId: Id;
  readonly title: string;
}
export interface ActivityInput {
  readonly areaId: Id;
  readonly text: string;
}
export interface UpdateActivityRequest {
  readonly text?: string;
  readonly recurrence?: Recurrence;
  readonly firstYear?: number | null;
  readonly lastYear?: number | null;
  readonly responsibleIds?: readonly Id[];
  readonly responsibleGroupId?: Id | null;
  readonly partnerIds?: readonly Id[];
  readonly openEnded?: boolean;
}
export interface IndicatorInput {
  readonly activityId: Id;
  readonly text: string;
}
export type UpdateIndicatorRequest = Partial<Omit<Indicator, 'id' | 'version' | 'definitionVersion'>>;

/** `POST /plans/:id/order`, with `orderVersion` as If-Match: puts one element in a new place; numbers are printed anew in reading order. */
export interface MoveRequest {
  readonly kind: 'goal' | 'area' | 'activity' | 'indicator';
  readonly id: Id;
  /** New parent (area's goal, activity's area, indicator's activity); the same as now when it only changes place. */
  readonly parentId: Id | null;
  /** 0-based place among the new siblings. */
  readonly index: number;
}

/** `GET /plans/:id/structure`: the whole draft plan for the editor, one query. */
export interface PlanStructure {
  readonly plan: Plan;
  /** Counts what moved and what was taken away: places are told by index, so they hold only in the order they were seen in. */
  readonly orderVersion: number;
  readonly goals: readonly StructureGoal[];
}
export interface StructureGoal extends Versioned {
  readonly number: number;
  readonly code: string | null;
  readonly title: string;
  readonly tips: readonly string[];
  readonly areas: readonly StructureArea[];
}
export interface StructureArea extends Versioned {
  readonly number: string;
  readonly title: string;
  readonly activities: readonly StructureActivity[];
}
export interface StructureActivity extends Activity {
  readonly indicators: readonly Indicator[];
}
