import { Injectable } from '@nestjs/common';
import { formatMeetingTime } from '@samhandling/domain';
import { KeptEventsService } from '../../events/registering/kept-events.service.ts';
import { TransitionsRepository, type HeldMeeting } from './transitions.repository.ts';

/**
 * A held meeting is an event (ADR 19): "antal genomförda träffar" counts itself. The event follows the meeting, from the
 * moment it is held over every correction of who was there, and goes when the meeting is opened again.
 */
@Injectable()
export class MeetingEventService {
  constructor(
    private readonly meetings: TransitionsRepository,
    private readonly events: KeptEventsService,
  ) {}

  /** In the unit of work under way, with the meeting held. Where the group counts nothing there is no event. */
  async keepInStep(meetingId: string): Promise<void> {
    const meeting = await this.meetings.findHeld(meetingId);
    if (!meeting.isHeld || meeting.kindId === null || meeting.activityIds.length === 0) {
      if (meeting.eventId !== null) await this.events.remove(meetingId);
      return;
    }
    await this.meetings.setEvent(meetingId, await this.events.put(toEvent(meetingId, meeting.kindId, meeting)));
  }
}

function toEvent(meetingId: string, kindId: string, meeting: HeldMeeting) {
  const { day, activityIds, organisationIds, came } = meeting;
  return {
    registrationKey: meetingId,
    kindId,
    day,
    title: meeting.title === '' ? meeting.groupName : `${meeting.groupName}: ${meeting.title}`,
    activityIds,
    organisationIds,
    participants: came,
    note: `Mötet i ${meeting.groupName} ${formatMeetingTime(meeting.startsAt, meeting.endsAt, 'sv')}.`,
  };
}
