import type { PlanStructure, StructureActivity, StructureArea, StructureGoal } from '@samhandling/contracts';
import type { PlanState } from '@samhandling/domain';
import { toPlan, type StoredPlan } from '../settings/plan.mapper.ts';
import { lockOf } from '../shared/locks.ts';
import type { StoredActivity, StoredArea, StoredGoal } from './structure.repository.ts';

export function toActivity(activity: StoredActivity, state: PlanState): StructureActivity {
  return { ...activity, ...lockOf(state) };
}

export function toArea(area: StoredArea, state: PlanState): StructureArea {
  return { ...area, activities: area.activities.map((activity) => toActivity(activity, state)) };
}

export function toGoal(goal: StoredGoal, state: PlanState): StructureGoal {
  return { ...goal, areas: goal.areas.map((area) => toArea(area, state)) };
}

export function toStructure({
  plan,
  orderVersion,
  goals,
}: {
  readonly plan: StoredPlan;
  readonly orderVersion: number;
  readonly goals: readonly StoredGoal[];
}): PlanStructure {
  return { plan: toPlan(plan), orderVersion, goals: goals.map((goal) => toGoal(goal, plan.state)) };
}
