import { Injectable } from '@nestjs/common';
import type { WorkPlan, WorkPlanItem, WorkPlanMaterial } from '@samhandling/contracts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { ACTIVITY, DECISION_NUMBER, GOAL, ITEM, ITEMS, PLAN } from './work-plan-sql.ts';

export type StoredWorkPlan = Omit<WorkPlan, 'sums' | 'transitions' | 'paper' | 'mayManage' | 'lockedReason'>;
export interface StoredList {
  readonly plan: WorkPlan['plan'];
  readonly firstYear: number;
  readonly lastYear: number;
  readonly items: readonly (Pick<StoredWorkPlan, 'id' | 'version' | 'year' | 'title' | 'state' | 'decidedOn'> & {
    readonly items: readonly WorkPlanItem[];
  })[];
}
export type StoredMaterial = Omit<WorkPlanMaterial, 'needs' | 'declined'>;
export interface DecisionWish {
  readonly decisionId: string | null;
  readonly reference: string;
  readonly on: string;
}

@Injectable()
export class WorkPlansRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findList(slug: string): Promise<StoredList | null> {
    const rows = await this.uow.manager.query<StoredList[]>(
      `SELECT ${PLAN} AS plan, p.first_year AS "firstYear", p.last_year AS "lastYear",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'version', w.version, 'year', w.year, 'title', w.title, 'state', w.state,
             'decidedOn', w.decided_on, 'items', ${ITEMS}) ORDER BY w.year DESC), '[]')
           FROM work_plan w WHERE w.plan_id = p.id) AS items
       FROM plan p WHERE p.slug = $1`,
      [slug],
    );
    return rows[0] ?? null;
  }

  async find(id: string): Promise<StoredWorkPlan | null> {
    const rows = await this.uow.manager.query<StoredWorkPlan[]>(
      `SELECT w.id, w.version, ${PLAN} AS plan, w.year, w.title, w.intro, w.state,
         (SELECT jsonb_build_object('id', d.id, 'number', ${DECISION_NUMBER}, 'text', d.text)
           FROM decision d JOIN work_group dg ON dg.id = d.group_id WHERE d.id = w.decision_id) AS decision,
         w.decision_reference AS "decisionReference", w.decided_on::text AS "decidedOn", w.closed_on::text AS "closedOn",
         (SELECT coalesce(jsonb_agg(${GOAL} ORDER BY g.position), '[]') FROM goal g WHERE g.plan_id = w.plan_id) AS goals,
         ${ITEMS} AS items
       FROM work_plan w JOIN plan p ON p.id = w.plan_id WHERE w.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Held until the commit, so that what is decided is what was read. */
  async hold(id: string): Promise<void> {
    await this.uow.manager.query('SELECT 1 FROM work_plan WHERE id = $1 FOR UPDATE', [id]);
  }

  async isTaken(planId: string, year: number): Promise<boolean> {
    const rows = await this.uow.manager.query<unknown[]>('SELECT 1 FROM work_plan WHERE plan_id = $1 AND year = $2', [
      planId,
      year,
    ]);
    return rows.length > 0;
  }

  async create(planId: string, year: number, title: string): Promise<string> {
    const id = newId();
    await this.uow.manager.query(
      'INSERT INTO work_plan (id, county_id, plan_id, year, title) VALUES ($1, current_county(), $2, $3, $4)',
      [id, planId, year, title],
    );
    return id;
  }

  async update(id: string, version: number, title: string, intro: string): Promise<boolean> {
    return this.changed(
      'UPDATE work_plan SET title = $3, intro = $4, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id',
      [id, version, title, intro],
    );
  }

  /** An item was changed, so whoever decides must have seen it. */
  async touch(id: string): Promise<void> {
    await this.uow.manager.query('UPDATE work_plan SET version = version + 1 WHERE id = $1', [id]);
  }

  /** The decision it is to be decided by, while it is a draft still: the paper is made from the row. */
  async prepareDecision(id: string, { decisionId, reference, on }: DecisionWish): Promise<void> {
    await this.uow.manager.query(
      'UPDATE work_plan SET decision_id = $2, decision_reference = $3, decided_on = $4 WHERE id = $1',
      [id, decisionId, reference, on],
    );
  }

  async decide(id: string, version: number): Promise<boolean> {
    return this.changed(
      `UPDATE work_plan SET state = 'decided', version = version + 1 WHERE id = $1 AND version = $2 RETURNING id`,
      [id, version],
    );
  }

  async close(id: string, version: number, on: string): Promise<boolean> {
    return this.changed(
      `UPDATE work_plan SET state = 'closed', closed_on = $3, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id`,
      [id, version, on],
    );
  }

  async delete(id: string, version: number): Promise<boolean> {
    return this.changed('DELETE FROM work_plan WHERE id = $1 AND version = $2 RETURNING id', [id, version]);
  }

  /** What the year can be built from, without the needs. */
  async findMaterial(id: string): Promise<StoredMaterial | null> {
    const activities = (which: string): string =>
      `(SELECT coalesce(jsonb_agg(jsonb_build_object(${ACTIVITY}, 'goal', ${GOAL}) ORDER BY g.position, ar.position, a.position), '[]')
       FROM activity a JOIN area ar ON ar.id = a.area_id JOIN goal g ON g.id = a.goal_id
       WHERE a.plan_id = w.plan_id AND (a.first_year IS NULL OR a.first_year <= w.year)
         AND (a.last_year IS NULL OR a.last_year >= w.year) AND ${which}
         AND NOT EXISTS (SELECT 1 FROM work_plan_item x WHERE x.work_plan_id = w.id AND x.activity_id = a.id))`;
    const rows = await this.uow.manager.query<StoredMaterial[]>(
      `SELECT (SELECT coalesce(jsonb_agg(${ITEM} || jsonb_build_object('year', e.year) ORDER BY x.position, x.id), '[]')
           FROM work_plan_item x JOIN work_plan e ON e.id = x.work_plan_id
           WHERE e.id = (SELECT l.id FROM work_plan l WHERE l.plan_id = w.plan_id AND l.year < w.year AND l.state <> 'draft' ORDER BY l.year DESC LIMIT 1)
             AND x.outcome IS DISTINCT FROM 'done'
             AND NOT EXISTS (SELECT 1 FROM work_plan_item n WHERE n.work_plan_id = w.id AND n.came_from_id = x.id)) AS unfinished,
         ${activities(`a.recurrence = 'yearly'`)} AS yearly, ${activities(`a.recurrence <> 'yearly'`)} AS others,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) ORDER BY o.name COLLATE "sv-x-icu", o.id), '[]') FROM organisation o) AS organisations,
         (SELECT coalesce(jsonb_agg(z.decision ORDER BY z.on_day DESC, z.id DESC), '[]') FROM (
           SELECT d.id, d.decided_on AS on_day, jsonb_build_object('id', d.id, 'number', ${DECISION_NUMBER}, 'text', d.text, 'on', d.decided_on) AS decision
           FROM decision d JOIN work_group dg ON dg.id = d.group_id WHERE dg.plan_id = w.plan_id ORDER BY d.decided_on DESC, d.id DESC LIMIT 100) z) AS decisions
       FROM work_plan w WHERE w.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  async findDecision(id: string, planId: string): Promise<{ readonly on: string } | null> {
    const rows = await this.uow.manager.query<{ on: string }[]>(
      `SELECT d.decided_on::text AS "on" FROM decision d JOIN work_group g ON g.id = d.group_id WHERE d.id = $1 AND g.plan_id = $2`,
      [id, planId],
    );
    return rows[0] ?? null;
  }

  private async changed(statement: string, values: readonly unknown[]): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[unknown[], number]>(statement, [...values]);
    return rows.length === 1;
  }
}
