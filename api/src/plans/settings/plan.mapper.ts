import type { Plan, TransitionOffer } from '@samhandling/contracts';
import {
  isAllowed,
  PLAN_GUARD_REASONS,
  PLAN_TRANSITION_LABELS,
  PLAN_WORKFLOW,
  takeTransition,
  type GuardAnswers,
  type PlanGuard,
  type PlanTransitionName,
} from '@samhandling/domain';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { lockOf } from '../shared/locks.ts';

/** The plan as stored, with what its workflow asks about it. */
export type StoredPlan = Omit<Plan, 'transitions' | 'mayEdit'> & {
  readonly facts: {
    readonly hasActivities: boolean;
    readonly everyActivityHasResponsible: boolean;
    readonly noRoundOpen: boolean;
  };
};

export function guardAnswers(
  { decisionReference }: Pick<StoredPlan, 'decisionReference'>,
  facts: StoredPlan['facts'],
): GuardAnswers<PlanGuard> {
  return {
    is_planner: isAllowed(currentSession().roles, 'plan.adopt'),
    has_decision: decisionReference.trim() !== '',
    has_activities: facts.hasActivities,
    every_activity_has_responsible: facts.everyActivityHasResponsible,
    no_round_open: facts.noRoundOpen,
  };
}

export function toPlan(stored: StoredPlan): Plan {
  const { facts, ...plan } = stored;
  return { ...plan, transitions: offersOf(plan, facts), mayEdit: lockOf(plan.state).mayEdit };
}

/** The steps from the state the plan is in, each allowed or refused with its reasons. */
function offersOf(plan: Omit<StoredPlan, 'facts'>, facts: StoredPlan['facts']): TransitionOffer<PlanTransitionName>[] {
  const { locale } = requestContext();
  return PLAN_WORKFLOW.filter((row) => row.from.includes(plan.state)).map(({ name }) => {
    const result = takeTransition(PLAN_WORKFLOW, plan.state, name, guardAnswers(plan, facts));
    const failed = !result.allowed && result.reason === 'guard' ? result.failed : [];
    return {
      name,
      label: PLAN_TRANSITION_LABELS[name][locale],
      allowed: result.allowed,
      reasons: failed.map((guard) => PLAN_GUARD_REASONS[guard][locale]),
    };
  });
}
