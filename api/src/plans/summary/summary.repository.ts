import { Injectable } from '@nestjs/common';
import type { YearSummary } from '@samhandling/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { expectedCells, leftOut, MUNICIPALITIES, reportedCells } from '../shared/activity-items.ts';
import type { PageHeadRow } from '../shared/page-head.ts';
import { COUNT_COLUMNS, countsOf, PLAN_AND_ROUND, pageHead } from '../shared/sql.ts';

export interface SummaryRow extends PageHeadRow, Pick<YearSummary, 'goals' | 'municipalities'> {}

/**
 * An indicator counts once in each goal it serves, however many of the goal's activities share it, and once per
 * municipality. It is expected while any of its activities is followed up and not cancelled.
 */
const SUMMARY = `
  WITH ${PLAN_AND_ROUND}, ${MUNICIPALITIES},
  followed AS (
    SELECT a.id, a.goal_id, f.judgement, f.state, f.id AS follow_up_id
    FROM activity a LEFT JOIN follow_up f ON f.activity_id = a.id AND f.round_id = (SELECT id FROM chosen)
    WHERE a.plan_id = (SELECT id FROM p)),
  judged AS (SELECT f.goal_id, ${COUNT_COLUMNS} FROM followed f GROUP BY f.goal_id),
  serving AS (
    SELECT l.indicator_id, f.goal_id, bool_or(f.follow_up_id IS NOT NULL AND f.judgement IS DISTINCT FROM 'cancelled') AS expects
    FROM followed f JOIN activity_indicator l ON l.activity_id = f.id GROUP BY l.indicator_id, f.goal_id),
  cell AS (
    SELECT o.indicator_id, o.municipality_code, o.state
    FROM outcome o JOIN indicator i ON i.id = o.indicator_id
    WHERE o.round_id = (SELECT id FROM chosen) AND o.sex = 'total' AND (o.municipality_code IS NOT NULL) = (i.breakdown = 'municipality')),
  counted AS (
    SELECT indicator_id, count(*) FILTER (WHERE state = 'value') AS given, count(*) FILTER (WHERE state = 'not_applicable') AS void FROM cell GROUP BY indicator_id),
  ${leftOut('SELECT id FROM chosen')},
  goal_cells AS (
    SELECT s.goal_id, sum(${expectedCells('s.expects')}) AS expected, sum(${reportedCells('s.expects')}) AS reported
    FROM serving s JOIN indicator i ON i.id = s.indicator_id LEFT JOIN counted c ON c.indicator_id = i.id
    LEFT JOIN left_out x ON x.indicator_id = i.id GROUP BY s.goal_id),
  per_place AS (
    SELECT DISTINCT s.indicator_id FROM serving s JOIN indicator i ON i.id = s.indicator_id WHERE i.breakdown = 'municipality' AND s.expects),
  place_cells AS (
    SELECT c.municipality_code, count(*) FILTER (WHERE c.state = 'value') AS reported, count(*) FILTER (WHERE c.state = 'not_applicable') AS void
    FROM cell c JOIN per_place s ON s.indicator_id = c.indicator_id GROUP BY c.municipality_code),
  place_left_out_cells AS (
    SELECT l.municipality_code, count(*) AS many FROM left_out_place l JOIN per_place s ON s.indicator_id = l.indicator_id GROUP BY l.municipality_code)
  SELECT ${pageHead('')},
    coalesce((
      SELECT json_agg(json_build_object('id', g.id, 'number', g.number, 'code', g.code, 'title', g.title, 'judgement', v.judgement, 'counts', ${countsOf('j')},
        'outcomesExpected', coalesce(n.expected, 0), 'outcomesReported', coalesce(n.reported, 0)) ORDER BY g.position)
      FROM goal g
      LEFT JOIN judged j ON j.goal_id = g.id
      LEFT JOIN goal_cells n ON n.goal_id = g.id
      LEFT JOIN goal_judgement v ON v.goal_id = g.id AND v.round_id = (SELECT id FROM chosen)
      WHERE g.plan_id = (SELECT id FROM p)), '[]') AS goals,
    coalesce((
      SELECT json_agg(json_build_object('code', m.code, 'name', m.name,
        'outcomesExpected', (SELECT count(*) FROM per_place) - coalesce(n.void, 0) - coalesce(x.many, 0),
        'outcomesReported', coalesce(n.reported, 0), 'notApplicable', coalesce(n.void, 0)) ORDER BY m.name COLLATE "sv-x-icu", m.code)
      FROM municipality m LEFT JOIN place_cells n ON n.municipality_code = m.code
      LEFT JOIN place_left_out_cells x ON x.municipality_code = m.code WHERE m.county_id = current_county()), '[]') AS municipalities`;

@Injectable()
export class SummaryRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findSummary(slug: string, round: string | undefined): Promise<SummaryRow | undefined> {
    const rows = await this.uow.manager.query<SummaryRow[]>(SUMMARY, [slug, round ?? null]);
    return rows[0];
  }
}
