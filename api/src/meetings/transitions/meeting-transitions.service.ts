import { Injectable } from '@nestjs/common';
import type { Meeting, MeetingTransitionRequest } from '@samhandling/contracts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { stale } from '../../platform/http/problem-exception.ts';
import { currentSession } from '../../platform/http/request-context.ts';
import { PenService } from '../../walk-through/pen/pen.service.ts';
import { CallingService } from '../calling/calling.service.ts';
import { MeetingsService } from '../meetings.service.ts';
import type { MeetingStanding } from '../shared/stored.ts';
import { MeetingEventService } from './meeting-event.service.ts';
import { takeMeetingTransition } from './meeting-workflow.ts';
import { TransitionsRepository } from './transitions.repository.ts';

/** Moves a meeting. Each transition first takes the meeting's row, so that two at once come one after the other. */
@Injectable()
export class MeetingTransitionsService {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly transitions: TransitionsRepository,
    private readonly calling: CallingService,
    private readonly event: MeetingEventService,
    private readonly pen: PenService,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  transition(id: string, version: number, request: MeetingTransitionRequest): Promise<Meeting> {
    return this.uow.run(async () => {
      const meeting = await this.meetings.hold(id);
      if (meeting.version !== version) throw stale(await this.meetings.get(id));
      const reason = request.reason?.trim() ?? '';
      takeMeetingTransition(meeting, request.transition, currentSession(), this.clock.now(), reason);
      if (!(await this.take(meeting, request, reason))) throw stale(await this.meetings.get(id));
      return this.meetings.get(id);
    });
  }

  private async take(
    meeting: MeetingStanding,
    { transition, message }: MeetingTransitionRequest,
    reason: string,
  ): Promise<boolean> {
    switch (transition) {
      case 'call':
      case 'call_again':
        return this.calling.call(meeting, message?.trim() ?? '');
      case 'cancel':
        return this.calling.cancel(meeting, reason);
      case 'hold':
        return this.hold(meeting);
      case 'reopen':
        return this.reopen(meeting);
    }
  }

  private async hold(meeting: MeetingStanding): Promise<boolean> {
    await this.pen.write(meeting.id);
    if (!(await this.transitions.setHeld(meeting.id, meeting.version, this.clock.now()))) return false;
    await this.event.keepInStep(meeting.id);
    await this.recordMove(meeting, 'hold', 'held');
    return true;
  }

  private async reopen(meeting: MeetingStanding): Promise<boolean> {
    await this.pen.write(meeting.id);
    if (!(await this.transitions.setReopened(meeting.id, meeting.version))) return false;
    await this.event.keepInStep(meeting.id);
    await this.recordMove(meeting, 'reopen', meeting.calledAt === null ? 'planned' : 'called');
    return true;
  }

  private async recordMove(meeting: MeetingStanding, action: string, state: MeetingStanding['state']): Promise<void> {
    await this.audit.record({
      action,
      entity: 'meeting',
      entityId: meeting.id,
      before: { state: meeting.state },
      after: { state },
    });
  }
}
