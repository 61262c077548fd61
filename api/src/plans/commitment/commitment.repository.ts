import { Injectable } from '@nestjs/common';
import type { ActivityListItem, CommitmentPlan, OrganisationRef } from '@samhandling/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { ACTIVITY_ITEMS } from '../shared/activity-items.ts';
import { NEWEST_FIRST, roundRef } from '../shared/sql.ts';

export type CommitmentRole = 'responsible' | 'through_collective' | 'partner';

export interface CommitmentRow extends Pick<CommitmentPlan, 'plan' | 'round'> {
  readonly items: readonly {
    readonly role: CommitmentRole;
    readonly actor: OrganisationRef;
    readonly item: ActivityListItem;
  }[];
}

/**
 * $1 organisation, $2 round, $3 today. An activity stands once per plan: as responsible before through a collective
 * before as partner. A group the organisations act through answers for what it is named in.
 */
const COMMITMENT = `
  WITH collective AS (
    SELECT m.collective_id AS id FROM organisation_member m
    WHERE m.member_id = $1 AND (m.from_day IS NULL OR m.from_day <= $3::date) AND (m.to_day IS NULL OR m.to_day >= $3::date)),
  touched AS (
    SELECT x.activity_id AS id, x.organisation_id, CASE WHEN x.role = 'partner' THEN 3 WHEN x.organisation_id = $1 THEN 1 ELSE 2 END AS rank
    FROM activity_actor x WHERE x.organisation_id = $1 OR x.organisation_id IN (SELECT id FROM collective)
    UNION ALL
    SELECT a.id, a.responsible_group_id, 1 FROM activity a WHERE a.responsible_group_id = $1),
  mine AS (SELECT DISTINCT ON (id) id, organisation_id, rank FROM touched ORDER BY id, rank, organisation_id = $1 DESC, organisation_id),
  plans AS (SELECT * FROM plan WHERE id IN (SELECT a.plan_id FROM mine m JOIN activity a ON a.id = m.id)),
  chosen AS (
    SELECT DISTINCT ON (plan_id) * FROM follow_up_round
    WHERE plan_id IN (SELECT id FROM plans) AND CASE WHEN $2::text IS NULL THEN state <> 'planned' ELSE label = $2 END
    ORDER BY plan_id, ${NEWEST_FIRST}),
  wanted AS (
    SELECT m.id, c.id AS round_id, row_number() OVER (ORDER BY g.position, r.position, a.position) AS place
    FROM mine m JOIN activity a ON a.id = m.id JOIN area r ON r.id = a.area_id JOIN goal g ON g.id = a.goal_id LEFT JOIN chosen c ON c.plan_id = a.plan_id),
  ${ACTIVITY_ITEMS},
  listed AS (
    SELECT a.plan_id, json_agg(json_build_object('role', CASE m.rank WHEN 1 THEN 'responsible' WHEN 2 THEN 'through_collective' ELSE 'partner' END,
      'actor', json_build_object('id', o.id, 'name', o.name), 'item', item.body) ORDER BY item.place) AS list
    FROM item JOIN mine m ON m.id = item.id JOIN activity a ON a.id = item.id JOIN organisation o ON o.id = m.organisation_id GROUP BY a.plan_id)
  SELECT json_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'state', p.state, 'words', p.words) AS plan,
    CASE WHEN c.id IS NOT NULL THEN ${roundRef('c')} END AS round, l.list AS items
  FROM plans p JOIN listed l ON l.plan_id = p.id LEFT JOIN chosen c ON c.plan_id = p.id
  ORDER BY array_position(ARRAY['adopted', 'draft', 'closed'], p.state), p.first_year DESC, p.title COLLATE "sv-x-icu", p.id`;

@Injectable()
export class CommitmentRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findPlans(organisationId: string, round: string | undefined, today: string): Promise<CommitmentRow[]> {
    return this.uow.manager.query<CommitmentRow[]>(COMMITMENT, [organisationId, round ?? null, today]);
  }
}
