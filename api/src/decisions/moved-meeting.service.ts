import { Injectable } from '@nestjs/common';
import { inSameSeries, type Day } from '@samhandling/domain';
import { Audit } from '../platform/audit/audit.ts';
import { MovedMeetingRepository, type FollowsMeeting } from './moved-meeting.repository.ts';
import { fault } from './refusals.ts';

/** The field of each that says the day, as the record keeps it. */
const FIELDS: Readonly<Record<FollowsMeeting, string>> = {
  decision: 'decidedOn',
  action_point: 'madeOn',
  lift: 'answeredOn',
};
const KINDS = ['decision', 'action_point', 'lift'] as const;

/** What was decided at a meeting was decided on the meeting's day, also when the day was wrong and is put right. */
@Injectable()
export class MovedMeetingService {
  constructor(
    private readonly moved: MovedMeetingRepository,
    private readonly audit: Audit,
  ) {}

  /** In the unit of work that moves the meeting, with the meeting held. Refused where the numbers would be of another year. */
  async follow(meetingId: string, from: Day, to: Day): Promise<void> {
    if (from === to) return;
    if (!inSameSeries(from, to) && (await this.moved.hasDecisions(meetingId))) {
      const year = from.slice(0, 4);
      throw fault('/startsAt', 'numbered', {
        sv: `Mötets beslut är numrerade i ${year} års serie, så dagen kan inte flyttas till ett annat år.`,
        en: `The decisions of the meeting are numbered in the series of ${year}, so the day cannot be moved to another year.`,
      });
    }
    for (const kind of KINDS) {
      const ids = await this.moved.move(kind, meetingId, from, to);
      const field = FIELDS[kind];
      await this.audit.record(
        ...ids.map((entityId) => ({
          action: 'update',
          entity: kind,
          entityId,
          before: { [field]: from },
          after: { [field]: to },
        })),
      );
    }
  }
}
