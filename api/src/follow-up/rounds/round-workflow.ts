import type { Round } from '@samhandling/contracts';
import {
  isAllowed,
  ROUND_GUARD_REASONS,
  ROUND_STATE_LABELS,
  ROUND_TRANSITION_LABELS,
  ROUND_WORKFLOW,
  takeTransition,
  type GuardAnswers,
  type Locale,
  type RoundGuard,
  type RoundState,
  type RoundTransitionName,
} from '@samhandling/domain';
import { invalid, notAllowed, ProblemException, refused } from '../../platform/http/problem-exception.ts';
import type { RequestSession } from '../../platform/http/request-context.ts';
import { joinReasons, offerTransitions, type Workflow } from '../../platform/http/transitions.ts';
import type { StoredRound } from './rounds.repository.ts';

const WORKFLOW: Workflow<RoundState, RoundTransitionName, RoundGuard> = {
  table: ROUND_WORKFLOW,
  labels: ROUND_TRANSITION_LABELS,
  reasons: (guard) => [ROUND_GUARD_REASONS[guard]],
};

/** Things that block adoption, or null where nobody has counted because the round cannot be adopted from its state. */
export type Blocking = number | null;

function answersOf(
  round: StoredRound,
  blocking: Blocking,
  session: RequestSession,
  hasReason: boolean,
): GuardAnswers<RoundGuard> {
  return {
    is_planner: isAllowed(session.roles, 'round.manage'),
    plan_is_adopted: round.planState === 'adopted',
    no_other_round_open: !round.anotherOpen,
    nothing_blocks: blocking === 0,
    adoption_is_proposed: round.adoptionProposedBy !== null,
    adoption_is_not_proposed: round.adoptionProposedBy === null,
    // Before anybody has proposed there is no first person to be confused with; the guard above refuses then.
    is_second_person: round.adoptionProposedBy?.id !== session.personId,
    has_reason: hasReason,
  };
}

/**
 * The round with what this person may do to it. A reason can be given when the transition is taken, so its absence
 * does not stop the offer.
 */
export function toRound(stored: StoredRound, blocking: Blocking, session: RequestSession, locale: Locale): Round {
  const answers = answersOf(stored, blocking, session, true);
  return {
    id: stored.id,
    version: stored.version,
    label: stored.label,
    state: stored.state,
    versionNumber: stored.versionNumber,
    from: stored.from,
    to: stored.to,
    opens: stored.opens,
    due: stored.due,
    answers: stored.answers,
    total: Object.values(stored.answers).reduce((sum, count) => sum + count, 0),
    adoptionProposedBy: stored.adoptionProposedBy,
    adoptionProposedAt: stored.adoptionProposedAt,
    transitions: offerTransitions(WORKFLOW, stored.state, answers, ['is_planner'], locale),
    versions: stored.versions,
    recordsNumber: stored.recordsNumber,
  };
}

/** The state the transition leads to, or the problem that says in words why it is refused. */
export function takeRoundTransition(
  round: StoredRound,
  name: RoundTransitionName,
  blocking: Blocking,
  session: RequestSession,
  reason: string,
): RoundState {
  const result = takeTransition(ROUND_WORKFLOW, round.state, name, answersOf(round, blocking, session, reason !== ''));
  if (result.allowed) return result.to;
  if (result.reason === 'guard') throw refusedByGuards(result.failed);
  const [action, state] = [ROUND_TRANSITION_LABELS[name], ROUND_STATE_LABELS[round.state]];
  throw refused({
    sv: `”${action.sv}” går inte när omgången är ${state.sv.toLocaleLowerCase('sv')}.`,
    en: `“${action.en}” is not possible when the round is ${state.en.toLocaleLowerCase('en')}.`,
  });
}

function refusedByGuards(failed: readonly RoundGuard[]): ProblemException {
  if (failed.includes('is_planner')) return notAllowed('round.manage');
  if (failed.includes('has_reason')) {
    return invalid([{ pointer: '/reason', code: 'has_reason', reason: ROUND_GUARD_REASONS.has_reason }]);
  }
  return refused(joinReasons(failed.flatMap((guard) => WORKFLOW.reasons(guard))));
}
