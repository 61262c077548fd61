import type { GoalJudgementItem } from '@samhandling/contracts';
import { isAllowed, roundTakesCorrections } from '@samhandling/domain';
import type { RequestSession } from '../../platform/http/request-context.ts';
import type { StoredGoalJudgement } from '../rounds/round-figures.repository.ts';

export function mayJudgeGoal(stored: StoredGoalJudgement, session: RequestSession): boolean {
  return isAllowed(session.roles, 'goal_judgement.edit') && roundTakesCorrections(stored.roundState);
}

export function toGoalJudgement(stored: StoredGoalJudgement, session: RequestSession): GoalJudgementItem {
  const { id, version, goal, judgement, text, previous, counts, updatedAt, updatedBy } = stored;
  return {
    id,
    version,
    goal,
    judgement,
    text,
    previous,
    counts,
    updatedAt,
    updatedBy,
    mayEdit: mayJudgeGoal(stored, session),
  };
}
