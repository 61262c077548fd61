import { Injectable } from '@nestjs/common';
import type { ActivityListItem, GoalPage, OverviewArea } from '@samhandling/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { ACTIVITY_ITEMS } from '../shared/activity-items.ts';
import type { PageHeadRow } from '../shared/page-head.ts';
import { COUNT_COLUMNS, countsOf, PLAN_AND_ROUND, pageHead } from '../shared/sql.ts';

export interface GoalPageRow extends PageHeadRow {
  readonly goal: Omit<GoalPage['goal'], 'counts'> | null;
  readonly areas: readonly (OverviewArea & { readonly activities: readonly ActivityListItem[] })[];
  readonly previous: GoalPage['previous'];
  readonly next: GoalPage['next'];
}

const neighbour = (column: string): string =>
  `(SELECT json_build_object('id', n.id, 'title', n.title) FROM goal n WHERE n.id = (SELECT ${column} FROM around WHERE id = $3))`;

const GOAL_PAGE = `
  WITH ${PLAN_AND_ROUND},
  around AS (
    SELECT id, lag(id) OVER (ORDER BY position) AS previous, lead(id) OVER (ORDER BY position) AS next FROM goal WHERE plan_id = (SELECT id FROM p)),
  wanted AS (
    SELECT a.id, (SELECT id FROM chosen) AS round_id, a.position AS place FROM activity a
    WHERE a.goal_id = $3 AND a.plan_id = (SELECT id FROM p)),
  ${ACTIVITY_ITEMS},
  judged AS (
    SELECT a.area_id, ${COUNT_COLUMNS}
    FROM wanted w JOIN activity a ON a.id = w.id LEFT JOIN follow_up f ON f.activity_id = a.id AND f.round_id = w.round_id
    GROUP BY a.area_id),
  listed AS (SELECT area_id, json_agg(body ORDER BY place) AS list FROM item GROUP BY area_id)
  SELECT ${pageHead('')},
    (SELECT json_build_object('id', g.id, 'number', g.number, 'code', g.code, 'title', g.title, 'tips', g.tips,
        'judgement', j.judgement, 'judgementText', coalesce(j.text, ''))
      FROM goal g LEFT JOIN goal_judgement j ON j.goal_id = g.id AND j.round_id = (SELECT id FROM chosen)
      WHERE g.id = $3 AND g.plan_id = (SELECT id FROM p)) AS goal,
    coalesce((
      SELECT json_agg(json_build_object('id', r.id, 'number', r.number, 'title', r.title, 'counts', ${countsOf('j')}, 'activities', coalesce(l.list, '[]')) ORDER BY r.position)
      FROM area r LEFT JOIN judged j ON j.area_id = r.id LEFT JOIN listed l ON l.area_id = r.id
      WHERE r.goal_id = $3 AND r.plan_id = (SELECT id FROM p)), '[]') AS areas,
    ${neighbour('previous')} AS previous,
    ${neighbour('next')} AS next`;

@Injectable()
export class GoalPageRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findPage(slug: string, round: string | undefined, goalId: string): Promise<GoalPageRow | undefined> {
    const rows = await this.uow.manager.query<GoalPageRow[]>(GOAL_PAGE, [slug, round ?? null, goalId]);
    return rows[0];
  }
}
