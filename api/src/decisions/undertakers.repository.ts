import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export interface KnownGroup {
  readonly id: string;
  readonly name: string;
  readonly planId: string;
  readonly reportsToId: string | null;
  readonly isClosed: boolean;
  readonly isMember: boolean;
}

/** An agenda item with the meeting and the group it stands in. */
export interface KnownItem {
  readonly id: string;
  readonly meetingId: string;
  readonly meetingDay: string;
  readonly activityId: string | null;
  readonly goalId: string | null;
  readonly liftId: string | null;
  readonly group: KnownGroup;
}

const GROUP = (today: string): string => `json_build_object('id', g.id, 'name', g.name, 'planId', g.plan_id,
  'reportsToId', g.reports_to_id, 'isClosed', g.closed_on IS NOT NULL AND g.closed_on <= ${today}::date,
  'isMember', EXISTS (SELECT 1 FROM group_member gm WHERE gm.group_id = g.id AND gm.person_id = current_person()
    AND gm.from_day <= ${today}::date AND (gm.to_day IS NULL OR gm.to_day >= ${today}::date)))`;

/** What a decision, an action point and a lift hang on, and who can be asked to carry them out. */
@Injectable()
export class UndertakersRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findItem(id: string, today: string): Promise<KnownItem | null> {
    const rows = await this.uow.manager.query<KnownItem[]>(
      `SELECT i.id, i.meeting_id AS "meetingId", to_char(m.starts_at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD') AS "meetingDay",
         coalesce(i.activity_id, d.activity_id, x.activity_id, l.activity_id) AS "activityId",
         coalesce(a.goal_id, d.goal_id, l.goal_id) AS "goalId", i.lift_id AS "liftId", ${GROUP('$2')} AS "group"
       FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id JOIN work_group g ON g.id = m.group_id
       LEFT JOIN decision d ON d.id = i.decision_id LEFT JOIN action_point x ON x.id = i.action_point_id LEFT JOIN lift l ON l.id = i.lift_id
       LEFT JOIN activity a ON a.id = coalesce(i.activity_id, d.activity_id, x.activity_id, l.activity_id) WHERE i.id = $1`,
      [id, today],
    );
    return rows[0] ?? null;
  }

  async findGroup(id: string, today: string): Promise<KnownGroup | null> {
    const rows = await this.uow.manager.query<{ group: KnownGroup }[]>(
      `SELECT ${GROUP('$2')} AS "group" FROM work_group g WHERE g.id = $1`,
      [id, today],
    );
    return rows[0]?.group ?? null;
  }

  /** Held until the commit. Before its meetings, as everywhere, so that nobody waits for each other. */
  async holdGroup(id: string): Promise<void> {
    await this.uow.manager.query('SELECT 1 FROM work_group WHERE id = $1 FOR NO KEY UPDATE', [id]);
  }

  /** Somebody who works in the county now, and is let in. */
  async isHere(personId: string): Promise<boolean> {
    return this.exists(
      `SELECT 1 FROM county_person c JOIN person p ON p.id = c.person_id
       WHERE c.county_id = current_county() AND c.person_id = $1 AND c.left_at IS NULL AND p.is_active`,
      [personId],
    );
  }

  async hasOrganisation(id: string): Promise<boolean> {
    return this.exists('SELECT 1 FROM organisation WHERE id = $1', [id]);
  }

  /** An activity, or a goal, of the plan the group works on. */
  async isInPlan(table: 'activity' | 'goal', id: string, planId: string): Promise<boolean> {
    return this.exists(`SELECT 1 FROM ${table} WHERE id = $1 AND plan_id = $2`, [id, planId]);
  }

  async isDecisionOf(id: string, groupId: string): Promise<boolean> {
    return this.exists('SELECT 1 FROM decision WHERE id = $1 AND group_id = $2', [id, groupId]);
  }

  private async exists(sql: string, values: unknown[]): Promise<boolean> {
    return (await this.uow.manager.query<object[]>(sql, values)).length > 0;
  }
}
