import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { OverviewArea, OverviewGoal, PlanOverview } from '@samhandling/contracts';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import type { PageHeadRow } from '../shared/page-head.ts';
import { answersOf, COUNT_COLUMNS, countsOf, PLAN_AND_ROUND, pageHead } from '../shared/sql.ts';

export interface OverviewRow extends PageHeadRow<PlanOverview['plan']> {
  readonly answers: PlanOverview['answers'];
  readonly goals: readonly (Omit<OverviewGoal, 'counts' | 'areas'> & { readonly areas: readonly OverviewArea[] })[];
}

export interface PlanRevision {
  readonly planId: string;
  readonly revision: string;
}

const OVERVIEW = `
  WITH ${PLAN_AND_ROUND},
  judged AS (
    SELECT a.area_id, ${COUNT_COLUMNS}
    FROM activity a LEFT JOIN follow_up f ON f.activity_id = a.id AND f.round_id = (SELECT id FROM chosen)
    WHERE a.plan_id = (SELECT id FROM p) GROUP BY a.area_id),
  areas AS (
    SELECT r.goal_id, json_agg(json_build_object('id', r.id, 'number', r.number, 'title', r.title, 'counts', ${countsOf('j')}) ORDER BY r.position) AS list
    FROM area r LEFT JOIN judged j ON j.area_id = r.id
    WHERE r.plan_id = (SELECT id FROM p) GROUP BY r.goal_id)
  SELECT ${pageHead(`, 'theme', p.theme, 'firstYear', p.first_year, 'lastYear', p.last_year, 'purposes', p.purposes, 'overarchingGoals', p.overarching_goals,
      'specificGoals', p.specific_goals, 'recordsNumber', p.records_number, 'decisionReference', p.decision_reference`)},
    (SELECT ${answersOf('j')} FROM judged j) AS answers,
    coalesce((
      SELECT json_agg(json_build_object('id', g.id, 'number', g.number, 'code', g.code, 'title', g.title, 'judgement', j.judgement,
        'areas', coalesce(s.list, '[]')) ORDER BY g.position)
      FROM goal g
      LEFT JOIN areas s ON s.goal_id = g.id
      LEFT JOIN goal_judgement j ON j.goal_id = g.id AND j.round_id = (SELECT id FROM chosen)
      WHERE g.plan_id = (SELECT id FROM p)), '[]') AS goals`;

@Injectable()
export class OverviewRepository {
  constructor(
    private readonly uow: UnitOfWork,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  /**
   * Which edition of the plan is in force: moved by triggers with whatever the overview shows. One round trip outside the
   * unit of work, whose BEGIN and COMMIT would cost more than the question.
   */
  async findRevision(countyId: string, slug: string): Promise<PlanRevision | null> {
    const rows = await this.source.query<PlanRevision[]>(
      'SELECT plan_id AS "planId", revision FROM plan_edition($1, $2)',
      [countyId, slug],
    );
    return rows[0] ?? null;
  }

  async findOverview(slug: string, round: string | undefined): Promise<OverviewRow | undefined> {
    const rows = await this.uow.manager.query<OverviewRow[]>(OVERVIEW, [slug, round ?? null]);
    return rows[0];
  }
}
