import type { Meeting, TransitionOffer } from '@samhandling/contracts';
import type { MeetingTransitionName } from '@samhandling/domain';

/**
 * The one thing to do next with a meeting. `call` opens the calling, `walk` the walk-through, `end` ends the meeting, `write`
 * and `read` lead to the minutes; `none` where nothing is to be done.
 */
export type NextStep = 'fill' | 'call' | 'walk' | 'end' | 'write' | 'read' | 'none';

export function offerOf(
  meeting: Meeting,
  name: MeetingTransitionName,
): TransitionOffer<MeetingTransitionName> | undefined {
  return meeting.transitions.find((offer) => offer.name === name);
}

/** By state, and by the clock: a meeting is walked through from the day it is on, and ended once it has gone on for its time. */
export function nextStep(meeting: Meeting, now: string): NextStep {
  switch (meeting.state) {
    case 'planned':
    case 'called': {
      if (!meeting.mayWrite) return 'none';
      if (meeting.startsAt <= now) return meeting.endsAt <= now ? 'end' : 'walk';
      if (meeting.state === 'called') return 'walk';
      if (!meeting.mayManage) return 'none';
      return meeting.items.some(({ number }) => number !== null) ? 'call' : 'fill';
    }
    case 'held':
      return meeting.mayWrite && meeting.lockedReason === '' ? 'write' : 'read';
    case 'adjusted':
      return 'read';
    case 'cancelled':
      return 'none';
  }
}
