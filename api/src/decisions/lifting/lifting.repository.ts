import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { LIFT_FROM, liftJson } from '../shared.sql.ts';
import type { StoredLift } from '../stored.ts';

@Injectable()
export class LiftingRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(id: string, today: string): Promise<StoredLift | null> {
    const rows = await this.uow.manager.query<{ lift: StoredLift }[]>(
      `SELECT ${liftJson('$2')} AS lift FROM ${LIFT_FROM} WHERE l.id = $1`,
      [id, today],
    );
    return rows[0]?.lift ?? null;
  }

  /** The group's next meeting that is still to come, where the answer is to be told; null when none is planned. */
  async findNextMeeting(groupId: string): Promise<string | null> {
    const rows = await this.uow.manager.query<{ id: string }[]>(
      `SELECT id FROM meeting WHERE group_id = $1 AND state IN ('planned', 'called') AND ends_at > now() ORDER BY starts_at LIMIT 1`,
      [groupId],
    );
    return rows[0]?.id ?? null;
  }

  /** Last on the agenda. */
  async addAnswer(id: string, meetingId: string, liftId: string, reasons: readonly object[]): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO agenda_item (id, county_id, meeting_id, kind, position, lift_id, reasons)
       SELECT $1, current_county(), $2, 'answer', coalesce((SELECT max(i.position) FROM agenda_item i WHERE i.meeting_id = $2), 0) + 1, $3, $4`,
      [id, meetingId, liftId, JSON.stringify(reasons)],
    );
  }
}
