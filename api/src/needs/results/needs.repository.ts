import { Injectable } from '@nestjs/common';
import type { Need } from '@samhandling/contracts';
import type { NeedState } from '@samhandling/domain';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { NEED } from '../needs-sql.ts';

export interface NeedFields {
  readonly title: string;
  readonly description: string;
  readonly goalId: string | null;
  readonly textIds: readonly string[];
}

export type StoredNeed = Need & { readonly planId: string };

@Injectable()
export class NeedsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(id: string): Promise<StoredNeed | null> {
    const rows = await this.uow.manager.query<{ need: Need; planId: string }[]>(
      `SELECT ${NEED} AS need, n.plan_id AS "planId" FROM need n WHERE n.id = $1`,
      [id],
    );
    const [row] = rows;
    return row ? { ...row.need, planId: row.planId } : null;
  }

  /** The needs of a plan and year, in the plan's order of goals. */
  async findOfYear(planId: string, year: number): Promise<readonly Need[]> {
    const rows = await this.uow.manager.query<{ need: Need }[]>(
      `SELECT ${NEED} AS need FROM need n LEFT JOIN goal go ON go.id = n.goal_id
       WHERE n.plan_id = $1 AND n.year = $2 ORDER BY go.position NULLS LAST, n.title COLLATE "sv-x-icu", n.id`,
      [planId, year],
    );
    return rows.map(({ need }) => need);
  }

  async hasGoal(planId: string, goalId: string): Promise<boolean> {
    const rows = await this.uow.manager.query<unknown[]>('SELECT 1 FROM goal WHERE id = $1 AND plan_id = $2', [
      goalId,
      planId,
    ]);
    return rows.length === 1;
  }

  async create(inventoryId: string, planId: string, year: number, fields: NeedFields): Promise<string> {
    const id = newId();
    await this.uow.manager.query(
      `INSERT INTO need (id, county_id, plan_id, inventory_id, year, goal_id, title, description)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6, $7)`,
      [id, planId, inventoryId, year, fields.goalId, fields.title, fields.description],
    );
    await this.putSources(id, fields.textIds);
    return id;
  }

  async update(id: string, version: number, fields: NeedFields): Promise<boolean> {
    const done = await this.changed(
      'UPDATE need SET goal_id = $3, title = $4, description = $5, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id',
      [id, version, fields.goalId, fields.title, fields.description],
    );
    if (done) await this.putSources(id, fields.textIds);
    return done;
  }

  async move(id: string, version: number, state: NeedState, reason: string): Promise<boolean> {
    return this.changed(
      'UPDATE need SET state = $3, decline_reason = $4, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id',
      [id, version, state, reason],
    );
  }

  async delete(id: string, version: number): Promise<boolean> {
    return this.changed('DELETE FROM need WHERE id = $1 AND version = $2 RETURNING id', [id, version]);
  }

  private async putSources(id: string, textIds: readonly string[]): Promise<void> {
    await this.uow.manager.query('DELETE FROM need_source WHERE need_id = $1', [id]);
    await this.uow.manager.query(
      'INSERT INTO need_source (need_id, text_id, county_id) SELECT $1, t, current_county() FROM unnest($2::uuid[]) t',
      [id, [...new Set(textIds)]],
    );
  }

  private async changed(statement: string, values: readonly unknown[]): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[unknown[], number]>(statement, [...values]);
    return rows.length === 1;
  }
}
