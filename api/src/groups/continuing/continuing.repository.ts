import { Injectable } from '@nestjs/common';
import type { PlanRef } from '@samhandling/contracts';
import type { Day, MemberRole } from '@samhandling/domain';
import { newId } from '../../platform/database/ids.ts';
import { day } from '../../platform/database/sql.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { followsPlan } from '../group.sql.ts';

/** A plan, and whether it follows the one of the group. */
export type PlanToContinueIn = PlanRef & { readonly follows: boolean };

/** As the record keeps a member that is added. */
export interface CopiedMember {
  readonly id: string;
  readonly name: string;
  readonly role: MemberRole;
  readonly fromDay: Day;
}

@Injectable()
export class ContinuingRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findPlan(planId: string, groupId: string): Promise<PlanToContinueIn | null> {
    const rows = await this.uow.manager.query<PlanToContinueIn[]>(
      `SELECT q.id, q.slug, q.title, ${followsPlan('q', 'p')} AS follows
       FROM plan q, work_group g JOIN plan p ON p.id = g.plan_id WHERE q.id = $1 AND g.id = $2`,
      [planId, groupId],
    );
    return rows[0] ?? null;
  }

  /** The group as it is, in another plan. Where the group above has gone on there too, questions go to it. */
  async copyGroup(id: string, groupId: string, planId: string): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO work_group (id, county_id, plan_id, continues_id, name, kind, purpose, meetings_per_year, silent_after_days, minutes_per_item,
         organisation_id, event_kind_id, reports_to_id, position)
       SELECT $1, g.county_id, $3, g.id, g.name, g.kind, g.purpose, g.meetings_per_year, g.silent_after_days, g.minutes_per_item,
         g.organisation_id, g.event_kind_id,
         coalesce((SELECT a.id FROM work_group a WHERE a.continues_id = g.reports_to_id AND a.plan_id = $3), g.reports_to_id), g.position
       FROM work_group g WHERE g.id = $2`,
      [id, groupId, planId],
    );
  }

  /**
   * Those who are in the group on the day, and those who are to come, from then on; substitutes for the same. Who has left the
   * county does not go on.
   */
  async copyMembers(id: string, groupId: string, today: Day): Promise<CopiedMember[]> {
    const going = await this.uow.manager.query<{ id: string }[]>(
      `SELECT m.id FROM group_member m WHERE m.group_id = $1 AND (m.to_day IS NULL OR m.to_day >= $2::date)
         AND (m.person_id IS NULL OR EXISTS (SELECT 1 FROM county_person c
           WHERE c.county_id = m.county_id AND c.person_id = m.person_id AND c.left_at IS NULL))
       ORDER BY m.id`,
      [groupId, today],
    );
    const pairs = going.map((member) => ({ was: member.id, is: newId() }));
    return this.uow.manager.query<CopiedMember[]>(
      `WITH pair AS (SELECT * FROM jsonb_to_recordset($3) AS x(was uuid, "is" uuid))
       INSERT INTO group_member (id, county_id, group_id, person_id, name, email, organisation_id, role, substitute_for_id, from_day, to_day)
       SELECT pair."is", m.county_id, $1, m.person_id, m.name, m.email, m.organisation_id, m.role, seat."is",
         greatest(m.from_day, $2::date), m.to_day
       FROM pair JOIN group_member m ON m.id = pair.was LEFT JOIN pair seat ON seat.was = m.substitute_for_id
       RETURNING id, name, role, ${day('from_day')} AS "fromDay"`,
      [id, today, JSON.stringify(pairs)],
    );
  }

  /** Groups that went on before this one lift their questions to where it is now. Their ids. */
  async followAbove(id: string, groupId: string, planId: string): Promise<string[]> {
    const [rows] = await this.uow.manager.query<[{ id: string }[], number]>(
      `UPDATE work_group SET reports_to_id = $1, version = version + 1 WHERE reports_to_id = $2 AND plan_id = $3 RETURNING id`,
      [id, groupId, planId],
    );
    return rows.map((row) => row.id);
  }
}
