import { Injectable } from '@nestjs/common';
import type { Day } from '@samhandling/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export type FollowsMeeting = 'decision' | 'action_point' | 'lift';

/** What has the meeting's day for its own: the column of the day, and which rows follow. `$1` the meeting, `$2` the day it was. */
const FOLLOWS: Readonly<Record<FollowsMeeting, { readonly column: string; readonly rows: string }>> = {
  decision: { column: 'decided_on', rows: 'meeting_id = $1 AND decided_on = $2' },
  action_point: { column: 'made_on', rows: 'meeting_id = $1 AND made_on = $2' },
  lift: {
    column: 'answered_on',
    rows: `answered_on = $2 AND id IN (SELECT i.lift_id FROM agenda_item i WHERE i.meeting_id = $1 AND i.kind = 'lift')`,
  },
};

@Injectable()
export class MovedMeetingRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async hasDecisions(meetingId: string): Promise<boolean> {
    const rows = await this.uow.manager.query<object[]>('SELECT 1 FROM decision WHERE meeting_id = $1 LIMIT 1', [
      meetingId,
    ]);
    return rows.length > 0;
  }

  /** Ids of what got the new day. */
  async move(what: FollowsMeeting, meetingId: string, from: Day, to: Day): Promise<string[]> {
    const { column, rows } = FOLLOWS[what];
    const [moved] = await this.uow.manager.query<[{ id: string }[], number]>(
      `UPDATE ${what} SET ${column} = $3, version = version + 1 WHERE ${rows} RETURNING id`,
      [meetingId, from, to],
    );
    return moved.map(({ id }) => id);
  }
}
