import { Injectable } from '@nestjs/common';
import type { ItemOutcome, WorkPlanState } from '@samhandling/domain';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

/** What is written of an item. */
export interface ItemFields {
  readonly title: string;
  readonly description: string;
  readonly goalId: string | null;
  readonly organisationIds: readonly string[];
  readonly responsibleName: string;
  readonly fromDay: string | null;
  readonly toDay: string | null;
  readonly isByMonth: boolean;
  readonly amountKronor: number | null;
  readonly funding: string;
}
export interface ItemOrigin {
  readonly activityId: string | null;
  readonly needId: string | null;
  readonly cameFromId: string | null;
}
export interface StoredItem extends ItemFields, ItemOrigin {
  readonly id: string;
  readonly version: number;
  readonly workPlanId: string;
  readonly planId: string;
  readonly state: WorkPlanState;
  readonly outcome: ItemOutcome | null;
  readonly outcomeText: string;
}

const FIELDS = `x.title, x.description, x.goal_id AS "goalId", x.activity_id AS "activityId", x.need_id AS "needId", x.came_from_id AS "cameFromId",
  (SELECT coalesce(jsonb_agg(y.organisation_id ORDER BY y.organisation_id), '[]') FROM work_plan_item_organisation y WHERE y.item_id = x.id) AS "organisationIds",
  x.responsible_name AS "responsibleName", x.from_day::text AS "fromDay", x.to_day::text AS "toDay", x.is_by_month AS "isByMonth",
  x.amount_kronor::float8 AS "amountKronor", x.funding, x.outcome, x.outcome_text AS "outcomeText"`;

@Injectable()
export class WorkPlanItemsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(id: string): Promise<StoredItem | null> {
    const rows = await this.uow.manager.query<StoredItem[]>(
      `SELECT x.id, x.version, x.work_plan_id AS "workPlanId", w.plan_id AS "planId", w.state, ${FIELDS}
       FROM work_plan_item x JOIN work_plan w ON w.id = x.work_plan_id WHERE x.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** An activity of the plan as an item begins from it: its wording, its goal, and who answers for it. */
  async findActivity(
    id: string,
    planId: string,
  ): Promise<{ readonly text: string; readonly goalId: string; readonly organisationIds: readonly string[] } | null> {
    const rows = await this.uow.manager.query<{ text: string; goalId: string; organisationIds: readonly string[] }[]>(
      `SELECT a.text, a.goal_id AS "goalId",
         (SELECT coalesce(jsonb_agg(c.organisation_id), '[]') FROM activity_actor c WHERE c.activity_id = a.id AND c.role = 'responsible') AS "organisationIds"
       FROM activity a WHERE a.id = $1 AND a.plan_id = $2`,
      [id, planId],
    );
    return rows[0] ?? null;
  }

  /** Which of the goal and the organisations are not there to be named. */
  async findUnknown(
    planId: string,
    goalId: string | null,
    organisationIds: readonly string[],
  ): Promise<{ readonly goal: boolean; readonly organisations: boolean }> {
    const rows = await this.uow.manager.query<{ goal: boolean; organisations: boolean }[]>(
      `SELECT $2::uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM goal g WHERE g.id = $2 AND g.plan_id = $1) AS goal,
         EXISTS (SELECT 1 FROM unnest($3::uuid[]) t(id) WHERE NOT EXISTS (SELECT 1 FROM organisation o WHERE o.id = t.id)) AS organisations`,
      [planId, goalId, organisationIds],
    );
    return rows[0] ?? { goal: true, organisations: true };
  }

  async create(
    workPlanId: string,
    fields: ItemFields,
    { activityId, needId, cameFromId }: ItemOrigin,
  ): Promise<string> {
    const id = newId();
    await this.uow.manager.query(
      `INSERT INTO work_plan_item (id, county_id, work_plan_id, activity_id, goal_id, need_id, came_from_id, position, title, description,
         responsible_name, from_day, to_day, is_by_month, amount_kronor, funding)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6, (SELECT coalesce(max(position), 0) + 1 FROM work_plan_item WHERE work_plan_id = $2),
         $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        id,
        workPlanId,
        activityId,
        fields.goalId,
        needId,
        cameFromId,
        fields.title,
        fields.description,
        fields.responsibleName,
        fields.fromDay,
        fields.toDay,
        fields.isByMonth,
        fields.amountKronor,
        fields.funding,
      ],
    );
    await this.putOrganisations(id, fields.organisationIds);
    return id;
  }

  async update(id: string, version: number, fields: ItemFields): Promise<boolean> {
    const done = await this.changed(
      `UPDATE work_plan_item SET goal_id = $3, title = $4, description = $5, responsible_name = $6, from_day = $7, to_day = $8,
         is_by_month = $9, amount_kronor = $10, funding = $11, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id`,
      [
        id,
        version,
        fields.goalId,
        fields.title,
        fields.description,
        fields.responsibleName,
        fields.fromDay,
        fields.toDay,
        fields.isByMonth,
        fields.amountKronor,
        fields.funding,
      ],
    );
    if (done) await this.putOrganisations(id, fields.organisationIds);
    return done;
  }

  async putOutcome(id: string, version: number, outcome: ItemOutcome | null, text: string): Promise<boolean> {
    return this.changed(
      'UPDATE work_plan_item SET outcome = $3, outcome_text = $4, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id',
      [id, version, outcome, text],
    );
  }

  async delete(id: string, version: number): Promise<boolean> {
    return this.changed('DELETE FROM work_plan_item WHERE id = $1 AND version = $2 RETURNING id', [id, version]);
  }

  /** Places only: an item that is moved has not been edited. */
  async putOrder(workPlanId: string, itemIds: readonly string[]): Promise<void> {
    await this.uow.manager.query(
      `UPDATE work_plan_item x SET position = t.place FROM unnest($2::uuid[]) WITH ORDINALITY t(id, place)
       WHERE x.id = t.id AND x.work_plan_id = $1`,
      [workPlanId, itemIds],
    );
  }

  private async putOrganisations(id: string, organisationIds: readonly string[]): Promise<void> {
    await this.uow.manager.query('DELETE FROM work_plan_item_organisation WHERE item_id = $1', [id]);
    await this.uow.manager.query(
      `INSERT INTO work_plan_item_organisation (item_id, organisation_id, county_id) SELECT $1, t, current_county() FROM unnest($2::uuid[]) t`,
      [id, [...new Set(organisationIds)]],
    );
  }

  private async changed(statement: string, values: readonly unknown[]): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[unknown[], number]>(statement, [...values]);
    return rows.length === 1;
  }
}
