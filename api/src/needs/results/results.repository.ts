import { Injectable } from '@nestjs/common';
import type { NeedsResults } from '@samhandling/contracts';
import type { NeedsSheet } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { GOALS_OF_INVENTORY, NEED, QUESTIONS_OF_INVENTORY } from '../needs-sql.ts';

export interface StoredResults extends Pick<NeedsResults, 'inventory' | 'questions' | 'goals' | 'needs' | 'answered'> {
  readonly planId: string;
  /** The kind of each who was asked, as it may be told. */
  readonly asked: readonly (string | null)[];
  readonly sheets: readonly NeedsSheet[];
}

const NAMED = `(SELECT jsonb_agg(jsonb_build_object('kind', o.kind, 'from', v.name || ', ' || o.name, 'values', a.answers))
  FROM needs_named_answer a JOIN needs_invitation v ON v.id = a.invitation_id JOIN organisation o ON o.id = v.organisation_id WHERE a.inventory_id = i.id)`;
const ANONYMOUS = `(SELECT jsonb_agg(jsonb_build_object('kind', a.kind_group, 'from', NULL, 'values', a.answers))
  FROM needs_anonymous_answer a WHERE a.inventory_id = i.id)`;

@Injectable()
export class ResultsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(id: string): Promise<StoredResults | null> {
    const rows = await this.uow.manager.query<StoredResults[]>(
      `SELECT i.plan_id AS "planId", jsonb_build_object('id', i.id, 'version', i.version, 'state', i.state, 'isAnonymous', i.is_anonymous,
           'year', i.year, 'title', i.title) AS inventory,
         ${QUESTIONS_OF_INVENTORY} AS questions, ${GOALS_OF_INVENTORY} AS goals,
         (SELECT coalesce(jsonb_agg(CASE WHEN i.is_anonymous THEN v.kind_group ELSE o.kind END), '[]')
           FROM needs_invitation v JOIN organisation o ON o.id = v.organisation_id WHERE v.inventory_id = i.id) AS asked,
         (SELECT count(*)::int FROM needs_invitation v WHERE v.inventory_id = i.id AND v.has_answered) AS answered,
         coalesce(CASE WHEN i.is_anonymous THEN ${ANONYMOUS} ELSE ${NAMED} END, '[]') AS sheets,
         (SELECT coalesce(jsonb_agg(${NEED} ORDER BY n.state = 'declined', n.title COLLATE "sv-x-icu", n.id), '[]')
           FROM need n WHERE n.inventory_id = i.id) AS needs
       FROM needs_inventory i WHERE i.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }
}
