import { Injectable } from '@nestjs/common';
import type { NeedsInventory, NeedsInventoryList, NeedsQuestionInput } from '@samhandling/contracts';
import type { NeedsState } from '@samhandling/domain';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { ANSWERED_OF_INVENTORY, GOALS_OF_INVENTORY, IN_GROUP, instant, QUESTIONS_OF_INVENTORY } from '../needs-sql.ts';

export type StoredInventory = Omit<NeedsInventory, 'transitions' | 'mayManage'>;
export type InventoryFields = Pick<StoredInventory, 'title' | 'intro' | 'isAnonymous' | 'due'>;

export interface NewInventory extends InventoryFields {
  readonly planId: string;
  readonly groupId: string;
  readonly year: number;
}

/** What a new inventory in a plan starts from. */
export interface InventoryStart {
  readonly planId: string;
  readonly group: { readonly id: string; readonly isOpen: boolean } | null;
  readonly isTaken: boolean;
  readonly last: readonly Omit<NeedsQuestionInput, 'id'>[] | null;
}

const GROUP = `(SELECT jsonb_build_object('id', wg.id, 'name', wg.name, 'kind', wg.kind) FROM work_group wg WHERE wg.id = i.group_id)`;
const PLAN = `jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title)`;
const ASKED = `(SELECT count(*)::int FROM needs_invitation v WHERE v.inventory_id = i.id)`;

@Injectable()
export class InventoriesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findList(slug: string, today: string): Promise<Omit<NeedsInventoryList, 'mayManage'> | null> {
    const rows = await this.uow.manager.query<Omit<NeedsInventoryList, 'mayManage'>[]>(
      `SELECT ${PLAN} AS plan,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'version', i.version, 'year', i.year, 'title', i.title, 'group', ${GROUP},
             'state', i.state, 'due', i.due, 'isAnonymous', i.is_anonymous, 'invited', ${ASKED}, 'answered', ${ANSWERED_OF_INVENTORY},
             'needs', (SELECT count(*)::int FROM need n WHERE n.inventory_id = i.id)) ORDER BY i.year DESC, i.title COLLATE "sv-x-icu", i.id), '[]')
           FROM needs_inventory i WHERE i.plan_id = p.id) AS items,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'kind', g.kind,
             'members', (SELECT count(*)::int FROM group_member m WHERE m.group_id = g.id AND ${IN_GROUP('$2')}))
             ORDER BY (g.kind = 'consultation') DESC, g.position, g.name COLLATE "sv-x-icu"), '[]')
           FROM work_group g WHERE g.plan_id = p.id AND g.closed_on IS NULL) AS groups
       FROM plan p WHERE p.slug = $1`,
      [slug, today],
    );
    return rows[0] ?? null;
  }

  async find(id: string, today: string): Promise<StoredInventory | null> {
    const rows = await this.uow.manager.query<StoredInventory[]>(
      `SELECT i.id, i.version, ${PLAN} AS plan, ${GROUP} AS "group", i.year, i.title, i.intro, i.is_anonymous AS "isAnonymous", i.due::text AS due, i.state,
         ${instant('i.opened_at')} AS "openedAt", ${instant('i.closed_at')} AS "closedAt",
         ${QUESTIONS_OF_INVENTORY} AS questions, ${GOALS_OF_INVENTORY} AS goals, ${ANSWERED_OF_INVENTORY} AS answered,
         CASE WHEN i.state = 'draft' THEN (SELECT count(*)::int FROM group_member m WHERE m.group_id = i.group_id AND ${IN_GROUP('$2')})
           ELSE ${ASKED} END AS members
       FROM needs_inventory i JOIN plan p ON p.id = i.plan_id WHERE i.id = $1`,
      [id, today],
    );
    return rows[0] ?? null;
  }

  /** Null when there is no such plan. */
  async findStart(slug: string, groupId: string, year: number): Promise<InventoryStart | null> {
    const rows = await this.uow.manager.query<InventoryStart[]>(
      `SELECT p.id AS "planId",
         (SELECT jsonb_build_object('id', g.id, 'isOpen', g.closed_on IS NULL) FROM work_group g WHERE g.id = $2 AND g.plan_id = p.id) AS "group",
         EXISTS (SELECT 1 FROM needs_inventory i WHERE i.group_id = $2 AND i.year = $3) AS "isTaken",
         (SELECT ${QUESTIONS_OF_INVENTORY} FROM needs_inventory i WHERE i.plan_id = p.id
           ORDER BY (i.group_id = $2) DESC, i.year DESC LIMIT 1) AS last
       FROM plan p WHERE p.slug = $1`,
      [slug, groupId, year],
    );
    return rows[0] ?? null;
  }

  async create({ planId, groupId, year, title, intro, isAnonymous, due }: NewInventory): Promise<string> {
    const id = newId();
    await this.uow.manager.query(
      `INSERT INTO needs_inventory (id, county_id, plan_id, group_id, year, title, intro, is_anonymous, due)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6, $7, $8)`,
      [id, planId, groupId, year, title, intro, isAnonymous, due],
    );
    return id;
  }

  /** False when it has another version by now. */
  async update(id: string, version: number, { title, intro, isAnonymous, due }: InventoryFields): Promise<boolean> {
    return this.changed(
      `UPDATE needs_inventory SET title = $3, intro = $4, is_anonymous = $5, due = $6, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id`,
      [id, version, title, intro, isAnonymous, due],
    );
  }

  async move(id: string, version: number, to: NeedsState, now: Date): Promise<boolean> {
    const stamp = to === 'open' ? 'opened_at' : 'closed_at';
    return this.changed(
      `UPDATE needs_inventory SET state = $3, ${stamp} = $4, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id`,
      [id, version, to, now],
    );
  }

  async touch(id: string, version: number): Promise<boolean> {
    return this.changed(
      `UPDATE needs_inventory SET version = version + 1 WHERE id = $1 AND version = $2 RETURNING id`,
      [id, version],
    );
  }

  async delete(id: string, version: number): Promise<boolean> {
    return this.changed(`DELETE FROM needs_inventory WHERE id = $1 AND version = $2 RETURNING id`, [id, version]);
  }

  /** The questions as they are to be, in order. One that was there keeps its id. */
  async replaceQuestions(
    inventoryId: string,
    known: readonly string[],
    questions: readonly NeedsQuestionInput[],
  ): Promise<void> {
    await this.uow.manager.query('DELETE FROM needs_question WHERE inventory_id = $1', [inventoryId]);
    const rows = questions.map(({ id, ...question }, at) => ({
      ...question,
      id: id !== undefined && known.includes(id) ? id : newId(),
      position: at + 1,
    }));
    await this.uow.manager.query(
      `INSERT INTO needs_question (id, county_id, inventory_id, position, kind, is_per_goal, text, hint, options, low_label, high_label)
       SELECT q.id, current_county(), $1, q.position, q.kind, q."isPerGoal", q.text, q.hint, q.options, q."lowLabel", q."highLabel"
       FROM jsonb_to_recordset($2) AS q(id uuid, position int, kind text, "isPerGoal" boolean, text text, hint text, options text[], "lowLabel" text, "highLabel" text)`,
      [inventoryId, JSON.stringify(rows)],
    );
  }

  private async changed(statement: string, values: readonly unknown[]): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[unknown[], number]>(statement, [...values]);
    return rows.length === 1;
  }
}
