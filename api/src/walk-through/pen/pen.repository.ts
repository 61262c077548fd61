import { Injectable } from '@nestjs/common';
import type { Writer } from '@samhandling/contracts';
import type { MeetingState } from '@samhandling/domain';
import { instant } from '../../platform/database/sql.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';

/** Who has the pen now, by the clock of the database: several processes and a lease want one clock. */
export const WRITER = `CASE WHEN m.writer_until > clock_timestamp() THEN (
  SELECT json_build_object('id', w.id, 'name', w.name, 'isMe', w.id = current_person(),
    'until', ${instant('m.writer_until')}) FROM person w WHERE w.id = m.writer_id) END`;
const IS_FREE = `(writer_id IS NULL OR writer_id = current_person() OR writer_until <= clock_timestamp())`;

export interface PenState {
  readonly state: MeetingState;
  readonly writer: Writer | null;
}

@Injectable()
export class PenRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(meetingId: string): Promise<PenState | null> {
    const rows = await this.uow.manager.query<PenState[]>(
      `SELECT m.state, ${WRITER} AS writer FROM meeting m WHERE m.id = $1`,
      [meetingId],
    );
    return rows[0] ?? null;
  }

  /** False when it is somebody else's, or the meeting is closed. Holds the meeting until the commit. */
  noteWriting(meetingId: string): Promise<boolean> {
    return this.moved(
      `UPDATE meeting SET live_number = live_number + 1 WHERE id = $1 AND state NOT IN ('adjusted', 'cancelled') AND ${IS_FREE} RETURNING id`,
      [meetingId],
    );
  }

  /** A lease of 60 seconds. */
  take(meetingId: string, force: boolean): Promise<boolean> {
    return this.moved(
      `UPDATE meeting SET writer_id = current_person(), writer_until = clock_timestamp() + interval '60 seconds',
         live_number = live_number + CASE WHEN writer_id IS DISTINCT FROM current_person() OR writer_until <= clock_timestamp() THEN 1 ELSE 0 END
       WHERE id = $1 AND state IN ('planned', 'called', 'held') AND ($2::boolean OR ${IS_FREE}) RETURNING id`,
      [meetingId, force],
    );
  }

  giveBack(meetingId: string): Promise<boolean> {
    return this.moved(
      `UPDATE meeting SET writer_id = NULL, writer_until = NULL, live_number = live_number + 1
       WHERE id = $1 AND state <> 'adjusted' AND writer_id = current_person() RETURNING id`,
      [meetingId],
    );
  }

  /** The meetings that are being walked through and show what was changed, and the one it was made in. In one order, so that two never wait for each other. */
  async noteElsewhere(meetingId: string | null, activityId: string | null): Promise<void> {
    await this.uow.manager.query(
      `UPDATE meeting SET live_number = live_number + 1 WHERE id IN (
         SELECT m.id FROM meeting m WHERE m.state IN ('planned', 'called', 'held') AND (m.id = $1 OR (m.writer_until > clock_timestamp()
           AND EXISTS (SELECT 1 FROM agenda_item i WHERE i.meeting_id = m.id AND i.activity_id = $2)))
         ORDER BY m.id FOR NO KEY UPDATE)`,
      [meetingId, activityId],
    );
  }

  private async moved(sql: string, values: unknown[]): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[object[], number]>(sql, values);
    return rows.length === 1;
  }
}
