import { Injectable } from '@nestjs/common';
import type { PersonRef, ViewPage } from '@samhandling/contracts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { updateVersioned } from '../platform/database/versioned.ts';
import { SavedViewEntity } from './saved-view.entity.ts';

export interface StoredView {
  readonly id: string;
  readonly version: number;
  readonly page: ViewPage;
  readonly planSlug: string | null;
  readonly name: string;
  readonly query: string;
  readonly owner: PersonRef;
  readonly isShared: boolean;
  readonly isCountyDefault: boolean;
  readonly isMyDefault: boolean;
}

export type ViewFields = Pick<StoredView, 'name' | 'query' | 'isShared' | 'isCountyDefault'>;

const VIEW = `
  SELECT v.id, v.version, v.page, p.slug AS "planSlug", v.name, v.query, v.is_shared AS "isShared", v.is_county_default AS "isCountyDefault",
    json_build_object('id', w.id, 'name', w.name) AS owner,
    EXISTS (SELECT 1 FROM saved_view_default d WHERE d.view_id = v.id AND d.person_id = current_person()) AS "isMyDefault"
  FROM saved_view v JOIN person w ON w.id = v.owner_id LEFT JOIN plan p ON p.id = v.plan_id`;
const MINE_OR_SHARED = `(v.is_shared OR v.owner_id = current_person())`;

@Injectable()
export class ViewsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** One's own and the county's, by name. */
  findList(page: ViewPage, planSlug: string | null): Promise<StoredView[]> {
    return this.uow.manager.query<StoredView[]>(
      `${VIEW} WHERE v.page = $1 AND p.slug IS NOT DISTINCT FROM $2 AND ${MINE_OR_SHARED} ORDER BY v.name COLLATE "sv-x-icu", v.id`,
      [page, planSlug],
    );
  }

  /** Null when there is none, or when it is somebody else's own. */
  async find(id: string): Promise<StoredView | null> {
    const rows = await this.uow.manager.query<StoredView[]>(`${VIEW} WHERE v.id = $1 AND ${MINE_OR_SHARED}`, [id]);
    return rows[0] ?? null;
  }

  async findPlanId(slug: string): Promise<string | null> {
    const rows = await this.uow.manager.query<{ id: string }[]>('SELECT id FROM plan WHERE slug = $1', [slug]);
    return rows[0]?.id ?? null;
  }

  async create(page: ViewPage, planId: string | null, fields: ViewFields): Promise<string> {
    const id = newId();
    await this.uow.manager.query(
      `INSERT INTO saved_view (id, county_id, plan_id, page, name, query, owner_id, is_shared, is_county_default)
       VALUES ($1, current_county(), $2, $3, $4, $5, current_person(), $6, $7)`,
      [id, planId, page, fields.name, fields.query, fields.isShared, fields.isCountyDefault],
    );
    return id;
  }

  update(id: string, version: number, fields: ViewFields, at: Date): Promise<boolean> {
    return updateVersioned(this.uow.manager, SavedViewEntity, id, version, { ...fields, updatedAt: at });
  }

  async delete(id: string, version: number): Promise<boolean> {
    const rows = await this.uow.manager.query<[unknown[], number]>(
      'DELETE FROM saved_view WHERE id = $1 AND version = $2',
      [id, version],
    );
    return rows[1] === 1;
  }

  /** A list opens with one view for the county; naming another takes the place from the one before, which is answered. */
  async clearCountyDefault(page: ViewPage, planId: string | null, exceptId: string | null): Promise<readonly string[]> {
    const [rows] = await this.uow.manager.query<[{ id: string }[], number]>(
      `UPDATE saved_view SET is_county_default = false, version = version + 1
       WHERE page = $1 AND plan_id IS NOT DISTINCT FROM $2 AND is_county_default AND id IS DISTINCT FROM $3 RETURNING id`,
      [page, planId, exceptId],
    );
    return rows.map(({ id }) => id);
  }

  /** False, and nothing changed, where the list opens with another than `instead` by now. */
  async putMyDefault(
    page: ViewPage,
    planId: string | null,
    { viewId, instead }: { readonly viewId: string | null; readonly instead: string | null },
  ): Promise<boolean> {
    const list = [page, planId];
    // One's own two windows take turns, also where there is no row yet to hold.
    await this.uow.manager.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('saved_view_default ' || current_person()::text, 0))`,
    );
    const [now] = await this.uow.manager.query<{ id: string }[]>(
      'SELECT view_id AS id FROM saved_view_default WHERE person_id = current_person() AND page = $1 AND plan_id IS NOT DISTINCT FROM $2',
      list,
    );
    if ((now?.id ?? null) !== instead) return false;
    await this.uow.manager.query(
      'DELETE FROM saved_view_default WHERE person_id = current_person() AND page = $1 AND plan_id IS NOT DISTINCT FROM $2',
      list,
    );
    if (viewId === null) return true;
    await this.uow.manager.query(
      'INSERT INTO saved_view_default (county_id, person_id, view_id, page, plan_id) VALUES (current_county(), current_person(), $3, $1, $2)',
      [...list, viewId],
    );
    return true;
  }
}
