import type { FrozenPaper, Minutes, MinutesAdjuster, MinutesTransitionName } from '@samhandling/contracts';
import {
  attended,
  hasAdjusted,
  mayWriteInGroup,
  MINUTES_GUARD_REASONS,
  MINUTES_STEP_LABELS,
  MINUTES_WORKFLOW,
  missingInMinutes,
  isAllowed,
  type GuardAnswers,
  type Locale,
  type MinutesGuard,
} from '@samhandling/domain';
import type { RequestSession } from '../platform/http/request-context.ts';
import { offerTransitions } from '../platform/http/transitions.ts';
import { isOnItsWay } from '../platform/mail/letter-state.ts';
import type { StoredAdjuster, StoredMinutes } from './minutes.repository.ts';

export function mayWrite(stored: StoredMinutes, session: RequestSession): boolean {
  return mayWriteInGroup(session.roles, stored.isMine);
}

/** The person named, signed in. */
export function isAdjuster(adjuster: StoredAdjuster, session: RequestSession): boolean {
  return adjuster.personId !== null && adjuster.personId === session.personId;
}

/** The person named, or a planner who has been told. */
export function mayAdjust(adjuster: StoredAdjuster, session: RequestSession): boolean {
  return isAdjuster(adjuster, session) || isAllowed(session.roles, 'meeting.write_any');
}

export function guardsOf(stored: StoredMinutes, session: RequestSession): GuardAnswers<MinutesGuard> {
  const { meeting, attendance, untreated, adjusters, version } = stored;
  return {
    may_write: mayWrite(stored, session),
    meeting_is_held: meeting.state === 'held',
    somebody_attended: attendance.some(({ status }) => status !== null && attended(status)),
    all_are_treated: untreated.length === 0,
    has_adjusters: adjusters.length > 0,
    all_have_adjusted: adjusters.length > 0 && adjusters.every((one) => hasAdjusted(one, version)),
  };
}

/** What is missing, in words. */
export function missingOf(stored: StoredMinutes): ReturnType<typeof missingInMinutes> {
  if (stored.state !== 'draft') return [];
  return missingInMinutes({
    meetingState: stored.meeting.state,
    attended: stored.attendance.filter(({ status }) => status !== null && attended(status)).length,
    untreated: stored.untreated,
    adjusters: stored.adjusters.length,
  });
}

const LOCKED = {
  frozen: { sv: 'Protokollet är justerat och ändras inte.', en: 'The minutes are adjusted and do not change.' },
  adjusting: {
    sv: 'Protokollet är skickat för justering. Ta tillbaka det om något ska ändras.',
    en: 'The minutes have been sent to be adjusted. Take them back to change anything.',
  },
  cancelled: { sv: 'Mötet är inställt.', en: 'The meeting has been cancelled.' },
} as const;

/** Why nothing can be written in the minutes by this person; null when it can. */
export function lockOf(stored: StoredMinutes, session: RequestSession) {
  if (stored.state !== 'draft') return LOCKED[stored.state];
  if (stored.meeting.state === 'cancelled') return LOCKED.cancelled;
  return mayWrite(stored, session) ? null : MINUTES_GUARD_REASONS.may_write;
}

/** Out, not adjusted by them, and no letter on its way: the queue says by itself how that ends. */
export function mayMail(adjuster: StoredAdjuster, stored: StoredMinutes, session: RequestSession): boolean {
  const state = adjuster.letter?.state ?? 'dropped';
  const isAsked = stored.state === 'adjusting' && !hasAdjusted(adjuster, stored.version);
  return isAsked && adjuster.hasAddress && !isOnItsWay(state) && mayWrite(stored, session);
}

/** One that was dropped was never sent, and nobody needs to hear of it. */
function letterOf({ letter }: StoredAdjuster): MinutesAdjuster['letter'] {
  return letter && letter.state !== 'dropped' ? { state: letter.state, reason: letter.reason } : null;
}

export function toMinutes(
  stored: StoredMinutes,
  paper: FrozenPaper | null,
  session: RequestSession,
  locale: Locale,
): Minutes {
  const lock = lockOf(stored, session);
  return {
    id: stored.meeting.id,
    version: stored.version,
    meeting: stored.meeting,
    group: stored.group,
    opening: stored.opening,
    closing: stored.closing,
    recordsNumber: stored.recordsNumber,
    state: stored.state,
    adjusters: stored.adjusters.map((one) => {
      const stands = hasAdjusted(one, stored.version);
      return {
        id: one.id,
        version: one.version,
        name: one.name,
        memberId: one.memberId,
        adjustedAt: stands ? one.adjustedAt : null,
        channel: stands ? one.channel : null,
        recordedBy: stands ? one.recordedBy : null,
        hasAdjustedEarlier: !stands && one.adjustedAt !== null,
        mayAdjust: stored.state === 'adjusting' && !stands && mayAdjust(one, session),
        isMe: isAdjuster(one, session),
        letter: stored.state === 'draft' || !mayWrite(stored, session) ? null : letterOf(one),
        mayMail: mayMail(one, stored, session),
      };
    }),
    attendance: stored.attendance,
    missing: missingOf(stored).map((words) => words[locale]),
    transitions: offerTransitions<typeof stored.state, MinutesTransitionName | 'freeze', MinutesGuard>(
      {
        table: MINUTES_WORKFLOW,
        labels: MINUTES_STEP_LABELS,
        reasons: (guard) => [MINUTES_GUARD_REASONS[guard]],
      },
      stored.state,
      guardsOf(stored, session),
      ['may_write'],
      locale,
    ).flatMap(({ name, ...offer }) => (name === 'freeze' ? [] : [{ ...offer, name }])),
    paper,
    mayEdit: lock === null,
    lockedReason: lock?.[locale] ?? '',
  };
}
