import { isAllowed, MEETING_GUARD_REASONS, MINUTES_STATE_LABELS, type Label } from '@samhandling/domain';
import { adjusted, ProblemException, refused } from '../../platform/http/problem-exception.ts';
import type { RequestSession } from '../../platform/http/request-context.ts';
import type { MeetingStanding } from './stored.ts';

export function mayManage(session: RequestSession): boolean {
  return isAllowed(session.roles, 'group.manage');
}

/** A planner, or somebody with an account who is in the group today. */
export function mayWrite(meeting: Pick<MeetingStanding, 'isMine'>, session: RequestSession): boolean {
  return (
    isAllowed(session.roles, 'meeting.write_any') || (meeting.isMine && isAllowed(session.roles, 'meeting.write_own'))
  );
}

const CANCELLED: Label = { sv: 'Mötet är inställt.', en: 'The meeting has been cancelled.' };
const ADJUSTED: Label = {
  sv: 'Protokollet är justerat, så mötet ändras inte.',
  en: 'The minutes are adjusted, so the meeting does not change.',
};

/** Why nothing can be written in the meeting by this person, or null. */
export function lockedReason(meeting: MeetingStanding, session: RequestSession): Label | null {
  if (meeting.state === 'adjusted') return ADJUSTED;
  if (meeting.state === 'cancelled') return CANCELLED;
  if (!mayWrite(meeting, session)) return MEETING_GUARD_REASONS.may_write;
  if (meeting.minutesState === 'adjusting') {
    const state = MINUTES_STATE_LABELS.adjusting;
    return {
      sv: `${state.sv}: ta tillbaka protokollet om något ska ändras.`,
      en: `${state.en}: take the minutes back to change anything.`,
    };
  }
  return null;
}

/** Refuses whoever may not write in the meeting now, saying why. */
export function demandWriting(meeting: MeetingStanding, session: RequestSession): void {
  const reason = lockedReason(meeting, session);
  if (reason === null) return;
  if (!mayWrite(meeting, session)) throw new ProblemException('not_allowed', MEETING_GUARD_REASONS.may_write);
  throw meeting.state === 'adjusted' ? adjusted() : refused(reason);
}
