import { Injectable } from '@nestjs/common';
import type { Day, GoalJudgement, Judgement, HalfYearPromise } from '@samhandling/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { actors, day, dayIn } from '../platform/database/sql.ts';

export interface StoredGoalFacts {
  /** Null for what belongs to no goal: a decision about the work itself. It stands first. */
  readonly goal: {
    readonly id: string;
    readonly number: number;
    readonly code: string | null;
    readonly title: string;
  } | null;
  readonly judgement: GoalJudgement | null;
  readonly activities: readonly StoredActivityFacts[];
  readonly promises: readonly HalfYearPromise[];
  readonly lifts: readonly {
    readonly id: string;
    readonly reference: string | null;
    readonly question: string;
    readonly proposal: string;
  }[];
  readonly events: { readonly count: number; readonly participants: number | null };
}
export interface StoredActivityFacts {
  readonly reference: string;
  readonly text: string;
  readonly responsible: readonly { readonly id: string; readonly name: string }[];
  /** Of its answers, newest round first. */
  readonly answers: readonly {
    readonly judgement: Judgement | null;
    readonly supportNeeded: string;
    readonly cancelReason: string;
    readonly results: string;
    /** What the judgement was before the first change of it in the period; missing when it was not changed. */
    readonly changedFrom?: Judgement | null;
  }[];
  readonly parkedBecause: string;
  readonly postponed: number;
}

/** Whose words a promise is: the person, the name without account, the organisation. */
const WHO = (alias: string, assignee = `''`): string => `coalesce(nullif(concat_ws(', ',
  coalesce((SELECT p.name FROM person p WHERE p.id = ${alias}.person_id), nullif(${assignee}, '')),
  (SELECT o.name FROM organisation o WHERE o.id = ${alias}.organisation_id)), ''), '')`;
/** Made, due or closed in the period, or still open at its end. */
const IN_PERIOD = (alias: string, made: string): string => `(${made} <= $3 AND (${alias}.state = 'open'
  OR ${made} >= $2 OR ${alias}.due BETWEEN $2 AND $3 OR ${alias}.done_on BETWEEN $2 AND $3))`;
const REFERENCE = `(SELECT area.number || '/' || a.number FROM activity a JOIN area ON area.id = a.area_id WHERE a.id = x.activity_id)`;
const GOAL_OF = `(SELECT area.goal_id FROM activity a JOIN area ON area.id = a.area_id WHERE a.id = x.activity_id)`;

/** The group the digest is for, and those that report to it. */
const GROUPS = `groups AS (SELECT id FROM work_group WHERE id = $1 OR reports_to_id = $1)`;

@Injectable()
export class DigestFactsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Every goal of the plan with what happened from one day to another, in the plan's order: one statement, whatever the plan's size. */
  async findGoals(planId: string, groupId: string, from: Day, to: Day): Promise<StoredGoalFacts[]> {
    return this.uow.manager.query<StoredGoalFacts[]>(
      `WITH ${GROUPS},
       promise AS (
         SELECT coalesce(x.goal_id, ${GOAL_OF}) AS goal_id, x.decided_on AS made, jsonb_build_object('kind', 'decision', 'number', x.number, 'year', x.year,
           'state', x.state, 'reference', ${REFERENCE}, 'text', x.text, 'who', ${WHO('x')}, 'due', ${day('x.due')}, 'doneText', x.done_text) AS told
         FROM decision x JOIN groups ON groups.id = x.group_id WHERE ${IN_PERIOD('x', 'x.decided_on')}
         UNION ALL
         SELECT ${GOAL_OF}, x.made_on, jsonb_build_object('kind', 'action_point', 'state', x.state, 'reference', ${REFERENCE}, 'text', x.text,
           'who', ${WHO('x', 'x.assignee')}, 'due', ${day('x.due')}, 'doneText', x.done_text)
         FROM action_point x JOIN groups ON groups.id = x.group_id WHERE ${IN_PERIOD('x', 'x.made_on')}),
       question AS (
         SELECT coalesce(x.goal_id, ${GOAL_OF}) AS goal_id, x.raised_at, jsonb_build_object('id', x.id, 'reference', ${REFERENCE}, 'question', x.question, 'proposal', x.proposal) AS told
         FROM lift x WHERE x.to_group_id = $1 AND x.state = 'waiting'),
       changed AS (
         SELECT DISTINCT ON (e.entity_id) e.entity_id, e.changes->'judgement'->'old' AS old FROM audit_event e
         JOIN follow_up f ON f.id = e.entity_id AND f.plan_id = $4
         WHERE e.entity = 'follow_up' AND e.changes ? 'judgement' AND ${dayIn('e.at')}::date BETWEEN $2 AND $3
         ORDER BY e.entity_id, e.at, e.id),
       answer AS (
         SELECT f.activity_id, jsonb_agg(jsonb_build_object('judgement', f.judgement, 'supportNeeded', f.support_needed, 'cancelReason', f.cancel_reason,
             'results', f.results) || CASE WHEN c.entity_id IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('changedFrom', c.old) END
           ORDER BY r.from_day DESC) AS told
         FROM follow_up f JOIN follow_up_round r ON r.id = f.round_id LEFT JOIN changed c ON c.entity_id = f.id
         WHERE f.plan_id = $4 AND r.state <> 'planned' GROUP BY f.activity_id),
       parked AS (
         SELECT x.activity_id, string_agg(x.reason, ' ' ORDER BY x.parked_on) AS why FROM activity_parking x JOIN groups ON groups.id = x.group_id
         WHERE x.until_day IS NULL OR x.until_day >= $3 GROUP BY x.activity_id),
       put_off AS (
         SELECT x.activity_id, count(*)::int AS times FROM agenda_item x JOIN meeting m ON m.id = x.meeting_id JOIN groups ON groups.id = m.group_id
         WHERE x.state = 'postponed' AND ${dayIn('m.starts_at')}::date BETWEEN $2 AND $3 GROUP BY x.activity_id),
       happened AS (
         SELECT x.goal_id, count(*)::int AS count, sum(x.participants)::int AS participants FROM (
           SELECT DISTINCT area.goal_id, e.id, e.participants FROM logged_event e JOIN event_activity ea ON ea.event_id = e.id AND ea.plan_id = $4
           JOIN activity a ON a.id = ea.activity_id JOIN area ON area.id = a.area_id
           WHERE e.deleted_at IS NULL AND e.day BETWEEN $2 AND $3) x GROUP BY x.goal_id),
       activity_told AS (
         SELECT area.goal_id, jsonb_agg(jsonb_build_object('reference', area.number || '/' || a.number, 'text', a.text, 'responsible', ${actors('a.id', 'responsible')},
           'answers', coalesce(answer.told, '[]'), 'parkedBecause', coalesce(parked.why, ''), 'postponed', coalesce(put_off.times, 0))
           ORDER BY area.position, a.position) AS told
         FROM activity a JOIN area ON area.id = a.area_id LEFT JOIN answer ON answer.activity_id = a.id LEFT JOIN parked ON parked.activity_id = a.id
         LEFT JOIN put_off ON put_off.activity_id = a.id WHERE a.plan_id = $4 GROUP BY area.goal_id),
       judged AS (
         SELECT DISTINCT ON (j.goal_id) j.goal_id, j.judgement FROM goal_judgement j JOIN follow_up_round r ON r.id = j.round_id
         WHERE j.plan_id = $4 AND j.judgement IS NOT NULL ORDER BY j.goal_id, r.from_day DESC)
       SELECT NULL::jsonb AS goal, NULL::text AS judgement, '[]'::jsonb AS activities,
         coalesce((SELECT jsonb_agg(p.told ORDER BY p.made, p.told->>'text') FROM promise p WHERE p.goal_id IS NULL), '[]') AS promises,
         coalesce((SELECT jsonb_agg(q.told ORDER BY q.raised_at) FROM question q WHERE q.goal_id IS NULL), '[]') AS lifts,
         '{"count": 0, "participants": null}'::jsonb AS events
       UNION ALL
       SELECT * FROM (SELECT jsonb_build_object('id', g.id, 'number', g.number, 'code', g.code, 'title', g.title) AS goal, judged.judgement,
         coalesce(activity_told.told, '[]') AS activities,
         coalesce((SELECT jsonb_agg(p.told ORDER BY p.made, p.told->>'text') FROM promise p WHERE p.goal_id = g.id), '[]') AS promises,
         coalesce((SELECT jsonb_agg(q.told ORDER BY q.raised_at) FROM question q WHERE q.goal_id = g.id), '[]') AS lifts,
         jsonb_build_object('count', coalesce(happened.count, 0), 'participants', happened.participants) AS events
       FROM goal g LEFT JOIN judged ON judged.goal_id = g.id LEFT JOIN activity_told ON activity_told.goal_id = g.id LEFT JOIN happened ON happened.goal_id = g.id
       WHERE g.plan_id = $4 ORDER BY g.position, g.number, g.id) of_goals`,
      [groupId, from, to, planId],
    );
  }
}
