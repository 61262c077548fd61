import { Injectable } from '@nestjs/common';
import type { GoalJudgementItem } from '@samhandling/contracts';
import { differsFromEvents, type RehearsalActivity, type RehearsalGoal } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { instant, person } from '../../platform/database/sql.ts';
import { activeIn, askedOrganisation, lastAdoptedBefore, roundRef } from '../shared/sql.ts';

/** An activity of the round with what the dress rehearsal asks, and where to mend it. */
export type RoundActivity = RehearsalActivity & {
  readonly followUpId: string | null;
  readonly areaNumber: string;
  readonly number: number;
};

export interface RoundFigures {
  readonly activities: readonly RoundActivity[];
  readonly goals: readonly RehearsalGoal[];
}

/** As read: what the events give is still beside the stored values, not judged. */
interface StoredFigures extends Omit<RoundFigures, 'activities'> {
  readonly activities: readonly StoredActivity[];
}
type StoredActivity = Omit<RoundActivity, 'indicators'> & {
  readonly indicators: readonly (Omit<RoundActivity['indicators'][number], 'differs'> & {
    readonly counted: readonly {
      readonly computed: number;
      readonly stored: { readonly source: string; readonly value: number | null; readonly keptAgainst: number | null };
    }[];
  })[];
};

export type StoredGoalJudgement = Omit<GoalJudgementItem, 'mayEdit'> & {
  readonly roundId: string;
  readonly roundState: 'planned' | 'open' | 'in_review' | 'adopted';
};

/** Per indicator: places where the question applies, and those of them with a value. A place counts once: by its total. */
const INDICATORS = `
  SELECT jsonb_agg(jsonb_build_object('id', i.id, 'text', i.text, 'isProposal', NOT i.settled,
      'cellsOf', greatest(CASE WHEN i.breakdown = 'municipality' THEN places.n ELSE 1 END - cells.without - coalesce(out.many, 0), 0),
      'cellsReported', cells.reported, 'counted', coalesce(counted.list, '[]')) ORDER BY ai.position) AS list
  FROM activity_indicator ai JOIN indicator i ON i.id = ai.indicator_id
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE o.state = 'value')::int AS reported, count(*) FILTER (WHERE o.state = 'not_applicable')::int AS without
    FROM outcome o WHERE o.round_id = r.id AND o.indicator_id = i.id AND o.sex = 'total'
      AND (o.municipality_code IS NOT NULL) = (i.breakdown = 'municipality')) cells
  LEFT JOIN left_out out ON out.indicator_id = i.id
  LEFT JOIN counted ON counted.indicator_id = i.id
  WHERE ai.activity_id = a.id`;

/** Municipalities not asked, and silent: they declined, or are no members. The view is asked once, for this round. */
const LEFT_OUT = `
  left_out AS MATERIALIZED (
    SELECT l.indicator_id, count(*)::int AS many FROM place_left_out l
    WHERE l.round_id = $1 AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.round_id = l.round_id AND o.indicator_id = l.indicator_id
      AND o.municipality_code = l.municipality_code AND o.sex = 'total')
    GROUP BY l.indicator_id)`;

/** What the events give, each with the stored value it stands beside: whether they differ is for the domain to say. */
const COUNTED = `
  counted AS MATERIALIZED (
    SELECT c.indicator_id, jsonb_agg(jsonb_build_object('computed', c.value,
      'stored', jsonb_build_object('source', o.source, 'value', o.value, 'keptAgainst', o.kept_against))) AS list
    FROM computed_outcome c JOIN outcome o ON o.round_id = c.round_id AND o.indicator_id = c.indicator_id AND o.sex = 'total'
      AND o.municipality_code IS NOT DISTINCT FROM c.municipality_code
    WHERE c.round_id = $1
    GROUP BY c.indicator_id)`;

/** Per activity: members of its collectives at the round's end, and those with their participation stated. */
const MEMBERS = `
  members AS MATERIALIZED (
    SELECT aa.activity_id, count(DISTINCT om.member_id)::int AS many, count(DISTINCT pa.organisation_id)::int AS stated
    FROM follow_up_round r JOIN activity_actor aa ON aa.plan_id = r.plan_id
    JOIN organisation c ON c.id = aa.organisation_id AND c.kind = 'collective'
    JOIN organisation_member om ON om.collective_id = c.id
      AND coalesce(om.from_day, '-infinity') <= r.to_day AND coalesce(om.to_day, 'infinity') >= r.to_day
    LEFT JOIN participation pa ON pa.round_id = r.id AND pa.activity_id = aa.activity_id AND pa.organisation_id = om.member_id
    WHERE r.id = $1 GROUP BY aa.activity_id)`;

const GOAL_JUDGEMENTS = `
  SELECT gj.id, gj.version, gj.round_id AS "roundId", r.state AS "roundState", gj.judgement, gj.text,
    jsonb_build_object('id', g.id, 'number', g.number, 'code', g.code, 'title', g.title) AS goal,
    ${instant('gj.updated_at')} AS "updatedAt", ${person('gj.updated_by')} AS "updatedBy",
    (SELECT jsonb_build_object('round', ${roundRef('before')}, 'judgement', was.judgement, 'text', was.text)
      FROM goal_judgement was JOIN follow_up_round before ON before.id = was.round_id
      WHERE was.goal_id = gj.goal_id AND was.round_id = ${lastAdoptedBefore('r')}) AS previous,
    (SELECT jsonb_build_object('not_started', count(*) FILTER (WHERE f.judgement = 'not_started'), 'on_track', count(*) FILTER (WHERE f.judgement = 'on_track'),
        'needs_support', count(*) FILTER (WHERE f.judgement = 'needs_support'), 'completed', count(*) FILTER (WHERE f.judgement = 'completed'),
        'cancelled', count(*) FILTER (WHERE f.judgement = 'cancelled'), 'notJudged', count(*) FILTER (WHERE f.judgement IS NULL), 'total', count(*))
      FROM follow_up f JOIN activity a ON a.id = f.activity_id WHERE f.round_id = gj.round_id AND a.goal_id = gj.goal_id) AS counts
  FROM goal_judgement gj JOIN goal g ON g.id = gj.goal_id JOIN follow_up_round r ON r.id = gj.round_id`;

@Injectable()
export class RoundFiguresRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Everything the dress rehearsal asks about, in one statement. */
  async findFigures(roundId: string): Promise<RoundFigures> {
    const [row] = await this.uow.manager.query<StoredFigures[]>(
      `WITH ${LEFT_OUT}, ${COUNTED}, ${MEMBERS}
       SELECT
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'followUpId', f.id, 'areaNumber', area.number, 'number', a.number,
            'reference', area.number || '/' || a.number, 'judgement', f.judgement, 'followUpState', f.state,
            'organisation', ${askedOrganisation('a.id', 'f.reporter_id')}, 'hasNextStep', coalesce(f.next_step, '') <> '',
            'members', jsonb_build_object('of', coalesce(members.many, 0), 'stated', coalesce(members.stated, 0)),
            'indicators', coalesce(indicators.list, '[]')) ORDER BY g.position, area.position, a.position), '[]')
          FROM activity a JOIN area ON area.id = a.area_id JOIN goal g ON g.id = a.goal_id
          LEFT JOIN follow_up f ON f.round_id = r.id AND f.activity_id = a.id
          CROSS JOIN (SELECT count(*)::int AS n FROM municipality m WHERE m.county_id = current_county()) places
          LEFT JOIN LATERAL (${INDICATORS}) indicators ON true
          LEFT JOIN members ON members.activity_id = a.id
          WHERE a.plan_id = r.plan_id AND (f.id IS NOT NULL OR ${activeIn('a', 'r')})) AS activities,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'code', coalesce(g.code, g.number::text), 'title', g.title,
            'isJudged', EXISTS (SELECT 1 FROM goal_judgement gj WHERE gj.round_id = r.id AND gj.goal_id = g.id AND gj.judgement IS NOT NULL))
            ORDER BY g.position), '[]')
          FROM goal g WHERE g.plan_id = r.plan_id) AS goals
       FROM follow_up_round r WHERE r.id = $1`,
      [roundId],
    );
    return row ? { ...row, activities: row.activities.map(toActivity) } : { activities: [], goals: [] };
  }

  async findGoalJudgements(roundId: string): Promise<StoredGoalJudgement[]> {
    return this.uow.manager.query<StoredGoalJudgement[]>(
      `${GOAL_JUDGEMENTS} WHERE gj.round_id = $1 ORDER BY g.position`,
      [roundId],
    );
  }

  async findGoalJudgement(id: string): Promise<StoredGoalJudgement | null> {
    const rows = await this.uow.manager.query<StoredGoalJudgement[]>(`${GOAL_JUDGEMENTS} WHERE gj.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** Keeps the round from moving on while a row of it is written; many writers may hold it at once. */
  async holdRound(goalJudgementId: string): Promise<void> {
    await this.uow.manager.query(
      `SELECT 1 FROM follow_up_round r WHERE r.id = (SELECT gj.round_id FROM goal_judgement gj WHERE gj.id = $1) FOR SHARE`,
      [goalJudgementId],
    );
  }
}

function toActivity(activity: StoredActivity): RoundActivity {
  return {
    ...activity,
    indicators: activity.indicators.map(({ counted, ...indicator }) => ({
      ...indicator,
      differs: counted.filter(({ computed, stored }) => differsFromEvents(stored, computed)).length,
    })),
  };
}
