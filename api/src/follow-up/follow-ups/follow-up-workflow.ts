import type { FollowUp } from '@samhandling/contracts';
import {
  FOLLOW_UP_FIELD_REASONS,
  FOLLOW_UP_GUARD_REASONS,
  FOLLOW_UP_STATE_LABELS,
  FOLLOW_UP_TRANSITION_LABELS,
  FOLLOW_UP_WORKFLOW,
  missingFields,
  roundTakesAnswers,
  roundTakesCorrections,
  takeTransition,
  type FollowUpContent,
  type FollowUpGuard,
  type FollowUpState,
  type FollowUpTransitionName,
  type GuardAnswers,
  type Label,
  type Locale,
} from '@samhandling/domain';
import {
  invalid,
  notAllowed,
  ProblemException,
  refused,
  type FieldProblem,
} from '../../platform/http/problem-exception.ts';
import { joinReasons, offerTransitions } from '../../platform/http/transitions.ts';
import { lockedWords, type FollowUpAccess } from './follow-up-access.ts';
import type { StoredFollowUp } from './follow-ups.repository.ts';

function answersOf(stored: StoredFollowUp, access: FollowUpAccess, hasReason: boolean): GuardAnswers<FollowUpGuard> {
  return {
    may_answer: access.mayAnswer,
    is_planner: access.isPlanner,
    round_takes_answers: roundTakesAnswers(stored.round.state),
    round_takes_corrections: roundTakesCorrections(stored.round.state),
    is_complete: missingFields(stored).length === 0,
    has_reason: hasReason,
  };
}

/** In an adopted round nothing is offered; what the lock says is enough. Nor to somebody who does not answer here. */
export function offersFor(stored: StoredFollowUp, access: FollowUpAccess, locale: Locale): FollowUp['transitions'] {
  if (!access.answersFor || stored.round.state === 'adopted' || stored.round.state === 'planned') return [];
  const reasons = (guard: FollowUpGuard): readonly Label[] =>
    guard === 'is_complete'
      ? missingFields(stored).map((field) => FOLLOW_UP_FIELD_REASONS[field])
      : [FOLLOW_UP_GUARD_REASONS[guard]];
  const workflow = { table: FOLLOW_UP_WORKFLOW, labels: FOLLOW_UP_TRANSITION_LABELS, reasons };
  return offerTransitions(workflow, stored.state, answersOf(stored, access, true), ['is_planner'], locale);
}

/** The state the transition leads to, or the problem that says in words why it is refused. */
export function takeFollowUpTransition(
  stored: StoredFollowUp,
  name: FollowUpTransitionName,
  access: FollowUpAccess,
  reason: string,
): FollowUpState {
  const result = takeTransition(FOLLOW_UP_WORKFLOW, stored.state, name, answersOf(stored, access, reason !== ''));
  if (result.allowed) return result.to;
  if (stored.round.state === 'adopted') throw lockedProblem(stored, access);
  if (result.reason === 'guard') throw refusedByGuards(result.failed, stored, access);
  const [action, state] = [FOLLOW_UP_TRANSITION_LABELS[name], FOLLOW_UP_STATE_LABELS[stored.state]];
  throw refused({
    sv: `”${action.sv}” går inte när svaret har läget ${state.sv.toLocaleLowerCase('sv')}.`,
    en: `“${action.en}” is not possible when the answer is ${state.en.toLocaleLowerCase('en')}.`,
  });
}

/** Throws what refuses, in words, when one of the guards does not let this person through. */
export function checkGuards(stored: StoredFollowUp, guards: readonly FollowUpGuard[], access: FollowUpAccess): void {
  const answers = answersOf(stored, access, true);
  const failed = guards.filter((guard) => answers[guard] !== true);
  if (failed.length > 0) throw refusedByGuards(failed, stored, access);
}

function refusedByGuards(
  failed: readonly FollowUpGuard[],
  stored: StoredFollowUp,
  access: FollowUpAccess,
): ProblemException {
  if (failed.includes('is_planner')) return notAllowed('follow_up.review');
  if (failed.includes('may_answer')) return lockedProblem(stored, access);
  const round = failed.filter((guard) => guard === 'round_takes_answers' || guard === 'round_takes_corrections');
  if (round.length > 0) return refused(joinReasons(round.map((guard) => FOLLOW_UP_GUARD_REASONS[guard])));
  if (failed.includes('has_reason')) {
    return invalid([{ pointer: '/reason', code: 'has_reason', reason: FOLLOW_UP_GUARD_REASONS.has_reason }]);
  }
  return invalid(missingProblems(stored));
}

/** A pointer to each field the answer still needs. */
export function missingProblems(content: FollowUpContent): FieldProblem[] {
  return missingFields(content).map((field) => ({
    pointer: `/${field}`,
    code: 'missing',
    reason: FOLLOW_UP_FIELD_REASONS[field],
  }));
}

/** 403 to whom does not answer here at all, 409 to whom must wait or open something first. */
export function lockedProblem(stored: StoredFollowUp, access: FollowUpAccess): ProblemException {
  const words = lockedWords(stored, access) ?? FOLLOW_UP_GUARD_REASONS.may_answer;
  if (!access.answersFor) return new ProblemException('not_allowed', words);
  return new ProblemException(stored.round.state === 'adopted' ? 'locked' : 'rule', words);
}
