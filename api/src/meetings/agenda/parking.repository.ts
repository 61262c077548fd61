import { Injectable } from '@nestjs/common';
import type { Day } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';

/** Activities that a group need not have up for a while. */
@Injectable()
export class ParkingRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** A parking that is there already gets the new reason and day. */
  async put(
    id: string,
    groupId: string,
    activityId: string,
    reason: string,
    until: Day | null,
    today: Day,
  ): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO activity_parking AS k (id, county_id, group_id, activity_id, reason, until_day, parked_on, parked_by)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6, current_person())
       ON CONFLICT ON CONSTRAINT activity_parking_unique DO UPDATE SET reason = excluded.reason, until_day = excluded.until_day,
         parked_on = excluded.parked_on, parked_by = excluded.parked_by, version = k.version + 1`,
      [id, groupId, activityId, reason, until, today],
    );
  }

  /** Null when nobody had parked it. */
  async delete(groupId: string, activityId: string): Promise<{ readonly reason: string } | null> {
    const [rows] = await this.uow.manager.query<[{ reason: string }[], number]>(
      'DELETE FROM activity_parking WHERE group_id = $1 AND activity_id = $2 RETURNING reason',
      [groupId, activityId],
    );
    return rows[0] ?? null;
  }
}
