import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.ts';
import { MeetingsService } from '../meetings.service.ts';
import { TransitionsRepository } from '../transitions/transitions.repository.ts';
import { CallingService } from './calling.service.ts';

/** Cancels what a group has ahead of it, when the group is closed. */
@Injectable()
export class CancellingService {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly transitions: TransitionsRepository,
    private readonly calling: CallingService,
    private readonly clock: Clock,
  ) {}

  /** In the unit of work under way. Answers how many meetings that was. */
  async cancelAhead(groupId: string, reason: string): Promise<number> {
    const ids = await this.transitions.holdAhead(groupId, this.clock.now());
    for (const id of ids) await this.calling.cancel(await this.meetings.findStanding(id), reason);
    return ids.length;
  }
}
