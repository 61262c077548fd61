import { Injectable } from '@nestjs/common';
import type { PlanListItem } from '@samhandling/contracts';
import type { QueryDeepPartialEntity } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { updateVersioned } from '../../platform/database/versioned.ts';
import { PlanEntity } from '../entities/plan.entity.ts';
import { PLAN_JSON } from '../shared/resources.ts';
import { NEWEST_FIRST, roundRef } from '../shared/sql.ts';
import type { StoredPlan } from './plan.mapper.ts';

@Injectable()
export class PlansRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** In force first, then drafts, then closed; newest period first. */
  async findList(): Promise<PlanListItem[]> {
    return this.uow.manager.query<PlanListItem[]>(
      `SELECT p.id, p.slug, p.title, p.theme, p.first_year AS "firstYear", p.last_year AS "lastYear", p.state,
         (SELECT count(*)::int FROM goal g WHERE g.plan_id = p.id) AS goals,
         (SELECT count(*)::int FROM activity a WHERE a.plan_id = p.id) AS activities,
         (SELECT ${roundRef('r')} FROM follow_up_round r WHERE r.plan_id = p.id AND r.state <> 'planned' ORDER BY ${NEWEST_FIRST} LIMIT 1) AS "currentRound"
       FROM plan p ORDER BY array_position(ARRAY['adopted', 'draft', 'closed'], p.state), p.first_year DESC, p.title COLLATE "sv-x-icu", p.id`,
    );
  }

  async find(slug: string): Promise<StoredPlan | null> {
    const rows = await this.uow.manager.query<{ plan: StoredPlan }[]>(
      `SELECT ${PLAN_JSON} AS plan FROM plan p WHERE p.slug = $1`,
      [slug],
    );
    return rows[0]?.plan ?? null;
  }

  /** The same, and nobody changes the plan or its parts until this transaction ends. */
  async lock(slug: string): Promise<StoredPlan | null> {
    await this.uow.manager.query('SELECT 1 FROM plan WHERE slug = $1 FOR NO KEY UPDATE', [slug]);
    return this.find(slug);
  }

  async update(id: string, version: number, patch: QueryDeepPartialEntity<PlanEntity>): Promise<boolean> {
    return updateVersioned(this.uow.manager, PlanEntity, id, version, patch);
  }
}
