import { Injectable } from '@nestjs/common';
import type { Activity, ActivityPage, ActivityRound, Indicator, RoundRef } from '@samhandling/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import type { StoredFigure } from '../shared/figures.ts';
import type { PlanOfPage } from '../shared/page-head.ts';
import { ACTIVITY_JSON, INDICATOR_JSON } from '../shared/resources.ts';
import { instant, ref, roundRef } from '../shared/sql.ts';

export interface StoredPoint {
  readonly round: RoundRef;
  readonly target: number | null;
  readonly figures: readonly StoredFigure[];
  /** Municipalities the indicator does not ask in the round. */
  readonly leftOut: readonly string[];
}

export interface ActivityPageRow {
  readonly plan: PlanOfPage | null;
  readonly activity: Omit<Activity, 'mayEdit' | 'lockedReason'> | null;
  readonly goal: ActivityPage['goal'];
  readonly area: ActivityPage['area'];
  readonly rounds: readonly ActivityRound[];
  readonly indicators: readonly { readonly indicator: Indicator; readonly points: readonly StoredPoint[] }[];
  /** Codes of the county's municipalities. */
  readonly places: readonly string[];
  readonly previous: ActivityPage['previous'];
  readonly next: ActivityPage['next'];
}

const neighbour = (step: number): string => `(
  SELECT json_build_object('reference', r.number || '/' || a.number, 'text', a.text)
  FROM ordered n JOIN activity a ON a.id = n.id JOIN area r ON r.id = a.area_id
  WHERE n.place = (SELECT o.place + (${step}) FROM ordered o JOIN found f ON f.id = o.id))`;

const ACTIVITY_PAGE = `
  WITH p AS (SELECT * FROM plan WHERE slug = $1),
  found AS (
    SELECT a.* FROM activity a JOIN area r ON r.id = a.area_id
    WHERE r.plan_id = (SELECT id FROM p) AND r.number = $2 AND a.number = $3),
  ordered AS (
    SELECT a.id, row_number() OVER (ORDER BY g.position, r.position, a.position) AS place
    FROM activity a JOIN area r ON r.id = a.area_id JOIN goal g ON g.id = a.goal_id
    WHERE a.plan_id = (SELECT id FROM p)),
  begun AS (SELECT * FROM follow_up_round WHERE plan_id = (SELECT id FROM p) AND state <> 'planned'),
  asked AS (
    SELECT i.*, l.position FROM found a JOIN activity_indicator l ON l.activity_id = a.id JOIN indicator i ON i.id = l.indicator_id),
  figure AS (
    SELECT o.indicator_id, o.round_id, json_agg(json_build_object('place', o.municipality_code, 'sex', o.sex, 'state', o.state, 'value', o.value,
      'denominator', o.denominator, 'day', o.day, 'text', o.text, 'definitionVersion', o.definition_version)) AS list
    FROM outcome o WHERE o.indicator_id IN (SELECT id FROM asked) AND o.round_id IN (SELECT id FROM begun) GROUP BY o.indicator_id, o.round_id),
  left_out AS MATERIALIZED (
    SELECT n.id AS round_id, v.indicator_id, json_agg(v.municipality_code) AS list
    FROM begun n CROSS JOIN LATERAL (
      SELECT l.indicator_id, l.municipality_code FROM place_left_out l
      WHERE l.round_id = n.id AND l.indicator_id IN (SELECT id FROM asked WHERE breakdown = 'municipality') OFFSET 0) v
    GROUP BY n.id, v.indicator_id),
  point AS (
    SELECT i.id, json_agg(json_build_object('round', ${roundRef('r')}, 'target', coalesce(t.value, i.target), 'figures', coalesce(f.list, '[]'), 'leftOut', coalesce(x.list, '[]'))
      ORDER BY r.from_day, r.label) AS list
    FROM asked i CROSS JOIN begun r
    LEFT JOIN figure f ON f.indicator_id = i.id AND f.round_id = r.id
    LEFT JOIN left_out x ON x.indicator_id = i.id AND x.round_id = r.id
    LEFT JOIN indicator_target t ON t.indicator_id = i.id AND t.round_id = r.id AND t.municipality_code IS NULL
    GROUP BY i.id)
  SELECT (SELECT json_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'state', p.state, 'words', p.words) FROM p) AS plan,
    (SELECT ${ACTIVITY_JSON} FROM found a JOIN area r ON r.id = a.area_id) AS activity,
    (SELECT json_build_object('id', g.id, 'number', g.number, 'code', g.code, 'title', g.title) FROM found a JOIN goal g ON g.id = a.goal_id) AS goal,
    (SELECT json_build_object('id', r.id, 'number', r.number, 'title', r.title) FROM found a JOIN area r ON r.id = a.area_id) AS area,
    coalesce((
      SELECT json_agg(json_build_object('round', ${roundRef('r')}, 'followUpId', f.id, 'state', f.state, 'judgement', f.judgement,
        'supportNeeded', f.support_needed, 'cancelReason', f.cancel_reason, 'cancelDecision', f.cancel_decision, 'done', f.done, 'results', f.results,
        'obstacles', f.obstacles, 'nextStep', f.next_step, 'nextStepDate', f.next_step_date, 'nothingNew', f.nothing_new,
        'reporter', ${ref('reporter')}, 'updatedAt', ${instant('f.updated_at')}, 'updatedBy', ${ref('editor')}) ORDER BY r.from_day DESC, r.label DESC)
      FROM follow_up f JOIN begun r ON r.id = f.round_id
      LEFT JOIN person reporter ON reporter.id = f.reporter_id LEFT JOIN person editor ON editor.id = f.updated_by
      WHERE f.activity_id = (SELECT id FROM found)), '[]') AS rounds,
    coalesce((SELECT json_agg(json_build_object('indicator', ${INDICATOR_JSON}, 'points', coalesce(n.list, '[]')) ORDER BY i.position)
      FROM asked i LEFT JOIN point n ON n.id = i.id), '[]') AS indicators,
    coalesce((SELECT json_agg(code ORDER BY name COLLATE "sv-x-icu", code) FROM municipality WHERE county_id = current_county()), '[]') AS places,
    ${neighbour(-1)} AS previous,
    ${neighbour(1)} AS next`;

@Injectable()
export class ActivityPageRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findPage(slug: string, area: string, number: number): Promise<ActivityPageRow | undefined> {
    const rows = await this.uow.manager.query<ActivityPageRow[]>(ACTIVITY_PAGE, [slug, area, number]);
    return rows[0];
  }
}
