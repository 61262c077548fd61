import { Injectable } from '@nestjs/common';
import type { Id, YearMark } from '@samhandling/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';

/** As stored, with its activities by id. */
export interface MarkFields {
  readonly kind: YearMark['kind'];
  readonly title: string;
  readonly note: string;
  readonly from: string;
  readonly to: string;
  readonly activityIds: readonly Id[];
}

export interface StoredMark extends YearMark {
  readonly planId: Id;
}

@Injectable()
export class MarksRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findPlanId(slug: string): Promise<Id | null> {
    const rows = await this.uow.manager.query<{ id: Id }[]>('SELECT id FROM plan WHERE slug = $1', [slug]);
    return rows[0]?.id ?? null;
  }

  async find(id: Id): Promise<StoredMark | null> {
    const rows = await this.uow.manager.query<StoredMark[]>(
      `SELECT m.id, m.version, m.plan_id AS "planId", m.kind, m.title, m.note, to_char(m.from_day, 'YYYY-MM-DD') AS "from",
         to_char(m.to_day, 'YYYY-MM-DD') AS "to", ${activitiesOf('m.id')} AS activities FROM year_mark m WHERE m.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Of these, the ones that are no activities of the plan. */
  async findStrangers(planId: Id, activityIds: readonly Id[]): Promise<Id[]> {
    const rows = await this.uow.manager.query<{ id: Id }[]>(
      `SELECT wanted.id FROM unnest($2::uuid[]) AS wanted(id)
       WHERE NOT EXISTS (SELECT 1 FROM activity a WHERE a.id = wanted.id AND a.plan_id = $1)`,
      [planId, activityIds],
    );
    return rows.map(({ id }) => id);
  }

  async create(id: Id, planId: Id, fields: MarkFields): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO year_mark (id, county_id, plan_id, kind, title, note, from_day, to_day)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6, $7)`,
      [id, planId, fields.kind, fields.title, fields.note, fields.from, fields.to],
    );
    await this.addActivities(id, fields.activityIds);
  }

  /** False when the mark has another version by now. */
  async update(id: Id, version: number, fields: MarkFields): Promise<boolean> {
    const [, count] = await this.uow.manager.query<[object[], number]>(
      `UPDATE year_mark SET kind = $3, title = $4, note = $5, from_day = $6, to_day = $7, version = version + 1
       WHERE id = $1 AND version = $2`,
      [id, version, fields.kind, fields.title, fields.note, fields.from, fields.to],
    );
    if (count === 0) return false;
    await this.uow.manager.query('DELETE FROM year_mark_activity WHERE mark_id = $1', [id]);
    await this.addActivities(id, fields.activityIds);
    return true;
  }

  async delete(id: Id, version: number): Promise<boolean> {
    const [, count] = await this.uow.manager.query<[object[], number]>(
      'DELETE FROM year_mark WHERE id = $1 AND version = $2',
      [id, version],
    );
    return count === 1;
  }

  private async addActivities(id: Id, activityIds: readonly Id[]): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO year_mark_activity (mark_id, activity_id, county_id) SELECT $1, wanted.id, current_county() FROM unnest($2::uuid[]) AS wanted(id)`,
      [id, activityIds],
    );
  }
}

/** The activities a mark concerns, in the order of the plan. */
export function activitiesOf(markId: string): string {
  return `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'reference', area.number || '/' || a.number, 'text', a.text)
      ORDER BY g.position, area.position, a.position), '[]')
    FROM year_mark_activity concerns JOIN activity a ON a.id = concerns.activity_id JOIN area ON area.id = a.area_id
      JOIN goal g ON g.id = a.goal_id WHERE concerns.mark_id = ${markId})`;
}
