import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import type { ElementKind } from './structure.repository.ts';

/** Where the children of each kind hang. Goals hang in the plan itself. */
const PARENT: Readonly<Record<Exclude<ElementKind, 'indicator'>, string>> = {
  goal: 'plan_id',
  area: 'goal_id',
  activity: 'area_id',
};

/**
 * Places and printed numbers. Uniqueness of both is checked when the transaction ends, so elements may pass each other
 * on the way. Versions are left alone: a move changes no wording, and an editor of a neighbour shall not be refused.
 */
@Injectable()
export class OrderRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Says that places have changed; false when they had changed already since `version`. The plan is held by the caller. */
  async noteMoved(planId: string, version: number | null): Promise<boolean> {
    const [, moved] = await this.uow.manager.query<[object[], number]>(
      'UPDATE plan SET order_version = order_version + 1 WHERE id = $1 AND order_version = coalesce($2, order_version)',
      [planId, version],
    );
    return moved === 1;
  }

  async findSiblings(kind: ElementKind, parentId: string): Promise<string[]> {
    const sql =
      kind === 'indicator'
        ? 'SELECT indicator_id AS id FROM activity_indicator WHERE activity_id = $1 ORDER BY position'
        : `SELECT id FROM ${kind} WHERE ${PARENT[kind]} = $1 ORDER BY position`;
    const rows = await this.uow.manager.query<{ id: string }[]>(sql, [parentId]);
    return rows.map((row) => row.id);
  }

  /** The parents the element hangs in: one, but for an indicator that several activities share. */
  async findParents(kind: ElementKind, id: string): Promise<string[]> {
    const sql =
      kind === 'indicator'
        ? 'SELECT activity_id AS id FROM activity_indicator WHERE indicator_id = $1'
        : `SELECT ${PARENT[kind]} AS id FROM ${kind} WHERE id = $1`;
    const rows = await this.uow.manager.query<{ id: string }[]>(sql, [id]);
    return rows.map((row) => row.id);
  }

  async isInPlan(kind: ElementKind, id: string, planId: string): Promise<boolean> {
    const rows = await this.uow.manager.query<object[]>(`SELECT 1 FROM ${kind} WHERE id = $1 AND plan_id = $2`, [
      id,
      planId,
    ]);
    return rows.length > 0;
  }

  async place(kind: ElementKind, parentId: string, ids: readonly string[]): Promise<void> {
    const sql =
      kind === 'indicator'
        ? `UPDATE activity_indicator l SET position = n.place - 1 FROM unnest($2::uuid[]) WITH ORDINALITY AS n(id, place) WHERE l.activity_id = $1 AND l.indicator_id = n.id`
        : `UPDATE ${kind} e SET position = n.place - 1, ${PARENT[kind]} = $1 FROM unnest($2::uuid[]) WITH ORDINALITY AS n(id, place) WHERE e.id = n.id`;
    await this.uow.manager.query(sql, [parentId, ids]);
  }

  async moveIndicator(id: string, from: string, to: string): Promise<void> {
    await this.uow.manager.query(
      'UPDATE activity_indicator SET activity_id = $3 WHERE indicator_id = $1 AND activity_id = $2',
      [id, from, to],
    );
  }

  /** Activities know their goal through their area; after a move they are told again. */
  async followAreas(planId: string): Promise<void> {
    await this.uow.manager.query(
      'UPDATE activity a SET goal_id = r.goal_id FROM area r WHERE r.id = a.area_id AND a.plan_id = $1 AND a.goal_id <> r.goal_id',
      [planId],
    );
  }

  async findGoals(kind: 'area' | 'activity', id: string): Promise<string[]> {
    const rows = await this.uow.manager.query<{ goal_id: string }[]>(`SELECT goal_id FROM ${kind} WHERE id = $1`, [id]);
    return rows.map((row) => row.goal_id);
  }

  /** Numbers goals 1, 2, 3 … in reading order and answers those whose number changed. */
  async numberGoals(planId: string): Promise<string[]> {
    const [rows] = await this.uow.manager.query<[{ id: string }[], number]>(
      `UPDATE goal g SET number = n.number FROM (SELECT id, row_number() OVER (ORDER BY position)::int AS number FROM goal WHERE plan_id = $1) n
       WHERE g.id = n.id AND g.number <> n.number RETURNING g.id`,
      [planId],
    );
    return rows.map((row) => row.id);
  }

  /** Numbers the areas of these goals "2.1", "2.2" … */
  async numberAreas(goalIds: readonly string[]): Promise<void> {
    await this.uow.manager.query(
      `UPDATE area r SET number = n.number
       FROM (SELECT r.id, g.number || '.' || row_number() OVER (PARTITION BY r.goal_id ORDER BY r.position) AS number FROM area r JOIN goal g ON g.id = r.goal_id
         WHERE r.goal_id = ANY($1::uuid[])) n
       WHERE r.id = n.id AND r.number <> n.number`,
      [goalIds],
    );
  }

  /** Numbers the activities of these goals 1, 2, 3 … through all areas of the goal. */
  async numberActivities(goalIds: readonly string[]): Promise<void> {
    await this.uow.manager.query(
      `UPDATE activity a SET number = n.number
       FROM (SELECT a.id, row_number() OVER (PARTITION BY a.goal_id ORDER BY r.position, a.position)::int AS number FROM activity a JOIN area r ON r.id = a.area_id
         WHERE a.goal_id = ANY($1::uuid[])) n
       WHERE a.id = n.id AND a.number <> n.number`,
      [goalIds],
    );
  }
}
