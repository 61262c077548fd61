import { GOAL_JUDGEMENTS, JUDGEMENTS, type GoalJudgement, type Judgement } from '@samhandling/domain';

/** Codes travel as text in a comparison; these say which they are. */
export function isJudgement(code: string | null): code is Judgement {
  return (JUDGEMENTS as readonly (string | null)[]).includes(code);
}

export function isGoalJudgement(code: string | null): code is GoalJudgement {
  return (GOAL_JUDGEMENTS as readonly (string | null)[]).includes(code);
}
