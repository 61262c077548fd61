import type { FollowUpState } from './follow-up.ts';
import { isAllowed, type HeldRole } from './permissions.ts';
import { roundTakesAnswers, roundTakesCorrections, type RoundState } from './round.ts';

/** What decides who may write in a follow-up: always as stored, never as sent. */
export interface FollowUpToWrite {
  readonly roundState: RoundState;
  readonly state: FollowUpState;
  /** Responsible organisations of the activity. */
  readonly responsibleIds: readonly string[];
}

export interface FollowUpRights {
  readonly isPlanner: boolean;
  /** The person answers for this activity at all, whatever the round and the answer are doing. */
  readonly answersFor: boolean;
  /** And the round lets them answer now. */
  readonly mayAnswer: boolean;
  /** And the answer itself is open to writing. */
  readonly mayEdit: boolean;
}

/**
 * Who may write in a follow-up (product, section 8): a planner, while the round takes corrections and the answer is not
 * accepted; a reporter whose organisation is responsible for the activity, while the round takes answers and the answer is a
 * draft or has come back.
 */
export function followUpAccess(
  { roundState, state, responsibleIds }: FollowUpToWrite,
  roles: readonly HeldRole[],
): FollowUpRights {
  const isPlanner = isAllowed(roles, 'follow_up.answer_any');
  const isReporter = roles.some(
    (held) => held.role === 'reporter' && held.organisationId !== null && responsibleIds.includes(held.organisationId),
  );
  const mayAnswer = isPlanner ? roundTakesCorrections(roundState) : isReporter && roundTakesAnswers(roundState);
  const isOpen = isPlanner ? state !== 'accepted' : state === 'draft' || state === 'returned';
  return { isPlanner, answersFor: isPlanner || isReporter, mayAnswer, mayEdit: mayAnswer && isOpen };
}
