import { Injectable } from '@nestjs/common';
import type { ActionPoint, Decision, Lift } from '@samhandling/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { MeetingPartsRepository } from './meeting-parts.repository.ts';
import { ReaderService } from './reader.service.ts';
import { toActionPoint, toDecision, toLift } from './stored.ts';

/** Decisions and action points newest and most pressing first, lifts in the order they were raised. */
export interface MeetingParts {
  readonly decisions: readonly Decision[];
  readonly actionPoints: readonly ActionPoint[];
  readonly lifts: readonly Lift[];
}

/** For the walk-through and the minutes of a meeting. */
@Injectable()
export class MeetingPartsService {
  constructor(
    private readonly parts: MeetingPartsRepository,
    private readonly uow: UnitOfWork,
    private readonly reader: ReaderService,
  ) {}

  /**
   * Everything made at the meeting, what is open of its activities from any group, the last decision of each activity before
   * it, and the questions on its agenda. One statement.
   */
  find(meetingId: string, activityIds: readonly string[]): Promise<MeetingParts> {
    return this.uow.read(async () => {
      const reader = this.reader.get();
      const { decisions, actionPoints, lifts } = await this.parts.find(meetingId, activityIds, reader.today);
      return {
        decisions: decisions.map((row) => toDecision(row, reader)),
        actionPoints: actionPoints.map((row) => toActionPoint(row, reader)),
        lifts: lifts.map((row) => toLift(row, reader)),
      };
    });
  }
}
