import type { TransitionOffer } from '@samhandling/contracts';
import {
  MEETING_GUARD_REASONS,
  MEETING_STATE_LABELS,
  MEETING_TRANSITION_LABELS,
  MEETING_WORKFLOW,
  takeTransition,
  type GuardAnswers,
  type Locale,
  type MeetingGuard,
  type MeetingState,
  type MeetingTransitionName,
} from '@samhandling/domain';
import { adjusted, invalid, notAllowed, ProblemException, refused } from '../../platform/http/problem-exception.ts';
import type { RequestSession } from '../../platform/http/request-context.ts';
import { joinReasons, offerTransitions, type Workflow } from '../../platform/http/transitions.ts';
import { mayManage, mayWrite } from '../shared/meeting-rights.ts';
import type { MeetingStanding } from '../shared/stored.ts';

const WORKFLOW: Workflow<MeetingState, MeetingTransitionName, MeetingGuard> = {
  table: MEETING_WORKFLOW,
  labels: MEETING_TRANSITION_LABELS,
  reasons: (guard) => [MEETING_GUARD_REASONS[guard]],
};

function answersOf(
  meeting: MeetingStanding,
  session: RequestSession,
  now: Date,
  hasReason: boolean,
): GuardAnswers<MeetingGuard> {
  const hasBegun = Date.parse(meeting.startsAt) <= now.getTime();
  return {
    may_manage: mayManage(session),
    may_write: mayWrite(meeting, session),
    group_is_open: meeting.groupClosedOn === null,
    has_members: meeting.membersThatDay > 0,
    has_items: meeting.itemsLeft > 0,
    is_in_the_future: !hasBegun,
    has_begun: hasBegun,
    somebody_attended: meeting.cameCount > 0,
    has_reason: hasReason,
    minutes_are_draft: meeting.minutesState === null || meeting.minutesState === 'draft',
    // The last adjuster's yes takes it, with the minutes in hand; nobody else is offered it.
    all_have_adjusted: false,
  };
}

/** What this person may take now. A reason can be given when it is taken, so its absence does not stop the offer. */
export function offerMeetingTransitions(
  meeting: MeetingStanding,
  session: RequestSession,
  locale: Locale,
  now: Date,
): TransitionOffer<MeetingTransitionName>[] {
  const hidden: MeetingGuard[] = ['may_manage', 'may_write', 'all_have_adjusted'];
  return offerTransitions(WORKFLOW, meeting.state, answersOf(meeting, session, now, true), hidden, locale);
}

/** The state the transition leads to, or the problem that says in words why it is refused. */
export function takeMeetingTransition(
  meeting: MeetingStanding,
  name: Exclude<MeetingTransitionName, 'adjust'>,
  session: RequestSession,
  now: Date,
  reason: string,
): MeetingState {
  const result = takeTransition(MEETING_WORKFLOW, meeting.state, name, answersOf(meeting, session, now, reason !== ''));
  if (result.allowed) return result.to;
  if (result.reason === 'guard') throw refusedByGuards(result.failed);
  if (meeting.state === 'adjusted') throw adjusted();
  const [action, state] = [MEETING_TRANSITION_LABELS[name], MEETING_STATE_LABELS[meeting.state]];
  throw refused({
    sv: `”${action.sv}” går inte när mötet är ${state.sv.toLocaleLowerCase('sv')}.`,
    en: `“${action.en}” is not possible when the meeting is ${state.en.toLocaleLowerCase('en')}.`,
  });
}

function refusedByGuards(failed: readonly MeetingGuard[]): ProblemException {
  if (failed.includes('may_manage')) return notAllowed('group.manage');
  if (failed.includes('may_write')) return new ProblemException('not_allowed', MEETING_GUARD_REASONS.may_write);
  if (failed.includes('has_reason'))
    return invalid([{ pointer: '/reason', code: 'has_reason', reason: MEETING_GUARD_REASONS.has_reason }]);
  return refused(joinReasons(failed.map((guard) => MEETING_GUARD_REASONS[guard])));
}
