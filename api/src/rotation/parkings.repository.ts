import { Injectable } from '@nestjs/common';
import type { Day } from '@samhandling/domain';
import { day } from '../platform/database/sql.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export interface StoredParking {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  readonly until: Day | null;
}
export interface ParkingPlace {
  readonly closedOn: Day | null;
  /** The activity is of the group's plan. */
  readonly isInPlan: boolean;
  readonly parking: StoredParking | null;
}

@Injectable()
export class ParkingsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Until the commit. A statement of its own: one that also read would not see what whoever held the group before has done. */
  async hold(groupId: string): Promise<void> {
    await this.uow.manager.query('SELECT 1 FROM work_group WHERE id = $1 FOR UPDATE', [groupId]);
  }

  /** The group with what it has parked of the activity; null without the group. */
  async find(groupId: string, activityId: string): Promise<ParkingPlace | null> {
    const rows = await this.uow.manager.query<ParkingPlace[]>(
      `SELECT ${day('g.closed_on')} AS "closedOn",
         EXISTS (SELECT 1 FROM activity a WHERE a.id = $2 AND a.plan_id = g.plan_id) AS "isInPlan",
         (SELECT json_build_object('id', k.id, 'version', k.version, 'reason', k.reason, 'until', ${day('k.until_day')})
           FROM activity_parking k WHERE k.group_id = g.id AND k.activity_id = $2) AS parking
       FROM work_group g WHERE g.id = $1`,
      [groupId, activityId],
    );
    return rows[0] ?? null;
  }

  async create(id: string, groupId: string, activityId: string, today: Day, parking: ParkingFields): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO activity_parking (id, county_id, group_id, activity_id, reason, until_day, parked_on, parked_by)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6, current_person())`,
      [id, groupId, activityId, parking.reason, parking.until, today],
    );
  }

  async update(id: string, today: Day, { reason, until }: ParkingFields): Promise<void> {
    await this.uow.manager.query(
      `UPDATE activity_parking SET reason = $2, until_day = $3, parked_on = least(parked_on, $4), version = version + 1 WHERE id = $1`,
      [id, reason, until, today],
    );
  }

  async delete(id: string): Promise<void> {
    await this.uow.manager.query('DELETE FROM activity_parking WHERE id = $1', [id]);
  }
}

export type ParkingFields = Pick<StoredParking, 'reason' | 'until'>;
