import { Injectable } from '@nestjs/common';
import type { Judgement } from '@samhandling/domain';
import type { BriefFacts } from '@samhandling/report-model';
import { day, dayIn } from '../platform/database/sql.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { ACTION_POINT, COUNTY, DECISION, FROM_MEETING, MEETING, REFERENCE } from './meeting-sql.ts';

export type StoredBrief = Pick<
  BriefFacts,
  'county' | 'meeting' | 'since' | 'nextOn' | 'answers' | 'events' | 'steps' | 'decisions' | 'actionPoints'
> & {
  readonly round: { readonly id: string; readonly label: string; readonly due: string } | null;
  /** In the plan's reading order. */
  readonly activities: readonly {
    readonly id: string;
    readonly reference: string;
    readonly text: string;
    readonly judgement: Judgement | null;
  }[];
  /** Indicators that somebody has entered a value of since. */
  readonly entered: readonly string[];
};

const SINCE = `(SELECT max(b.starts_at) FROM meeting b WHERE b.group_id = g.id AND b.state IN ('held', 'adjusted') AND b.starts_at < m.starts_at)`;
const NEXT = `(SELECT min(b.starts_at) FROM meeting b WHERE b.group_id = g.id AND b.state <> 'cancelled' AND b.starts_at > m.starts_at)`;
const RESPONSIBLE = `coalesce((SELECT string_agg(o.name, ', ' ORDER BY x.position) FROM activity_actor x JOIN organisation o ON o.id = x.organisation_id
  WHERE x.activity_id = a.id AND x.role = 'responsible'), '')`;

/** Facts of the brief but attention and figures, which others know: one statement. */
@Injectable()
export class BriefRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(meetingId: string): Promise<StoredBrief | null> {
    const rows = await this.uow.manager.query<{ facts: StoredBrief }[]>(
      `SELECT jsonb_build_object('county', ${COUNTY}, 'meeting', ${MEETING}, 'since', ${dayIn('s.since')}, 'nextOn', ${dayIn('s.next')},
         'round', CASE WHEN r.id IS NULL THEN NULL ELSE jsonb_build_object('id', r.id, 'label', r.label, 'due', ${day('r.due')}) END,
         'activities', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'reference', ${REFERENCE}, 'text', a.text, 'judgement', f.judgement)
             ORDER BY gl.position, ar.position, a.position), '[]')
           FROM activity a JOIN area ar ON ar.id = a.area_id JOIN goal gl ON gl.id = a.goal_id
           LEFT JOIN follow_up f ON f.activity_id = a.id AND f.round_id = r.id WHERE a.plan_id = g.plan_id),
         'answers', (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', ${REFERENCE}, 'text', a.text, 'judgement', f.judgement,
             'nothingNew', f.nothing_new, 'who', coalesce((SELECT n.name FROM person n WHERE n.id = coalesce(f.on_behalf_of_id, f.submitted_by)), ''),
             'on', ${dayIn('f.submitted_at')}) ORDER BY gl.position, ar.position, a.position), '[]')
           FROM follow_up f JOIN activity a ON a.id = f.activity_id JOIN area ar ON ar.id = a.area_id JOIN goal gl ON gl.id = a.goal_id
           WHERE f.round_id = r.id AND f.state IN ('submitted', 'accepted') AND f.submitted_at IS NOT NULL AND f.submitted_at >= coalesce(s.since, '-infinity')),
         'events', (SELECT jsonb_build_object('count', coalesce(sum(k.n), 0)::int, 'kinds', coalesce(jsonb_agg(jsonb_build_object('name', k.name, 'count', k.n)
             ORDER BY k.n DESC, k.name COLLATE "sv-x-icu"), '[]'))
           FROM (SELECT ek.name, count(*)::int AS n FROM logged_event e JOIN event_kind ek ON ek.id = e.kind_id
             WHERE e.deleted_at IS NULL AND e.created_at >= coalesce(s.since, '-infinity')
               AND EXISTS (SELECT 1 FROM event_activity ea WHERE ea.event_id = e.id AND ea.plan_id = g.plan_id) GROUP BY ek.name) k),
         'steps', (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', ${REFERENCE}, 'text', f.next_step, 'on', ${day('f.next_step_date')},
             'who', ${RESPONSIBLE}) ORDER BY f.next_step_date, gl.position, ar.position, a.position), '[]')
           FROM follow_up f JOIN activity a ON a.id = f.activity_id JOIN area ar ON ar.id = a.area_id JOIN goal gl ON gl.id = a.goal_id
           WHERE f.round_id = r.id AND f.next_step_date IS NOT NULL AND f.judgement IS DISTINCT FROM 'completed' AND f.judgement IS DISTINCT FROM 'cancelled'
             AND f.next_step_date >= coalesce(s.since, m.starts_at)::date AND (s.next IS NULL OR f.next_step_date <= s.next::date)),
         'entered', (SELECT coalesce(jsonb_agg(DISTINCT o.indicator_id), '[]') FROM outcome o
           WHERE o.round_id = r.id AND o.reported_at >= coalesce(s.since, '-infinity')),
         'decisions', (SELECT coalesce(jsonb_agg(${DECISION} ORDER BY d.due NULLS LAST, d.year, d.number), '[]') FROM decision d
           WHERE d.group_id = g.id AND d.state = 'open'),
         'actionPoints', (SELECT coalesce(jsonb_agg(${ACTION_POINT} ORDER BY d.due NULLS LAST, d.id), '[]') FROM action_point d
           WHERE d.group_id = g.id AND d.state = 'open')) AS facts
       ${FROM_MEETING} CROSS JOIN LATERAL (SELECT ${SINCE} AS since, ${NEXT} AS next) s
       LEFT JOIN LATERAL (SELECT * FROM follow_up_round x WHERE x.plan_id = g.plan_id AND x.state <> 'planned'
         ORDER BY x.from_day DESC, x.id DESC LIMIT 1) r ON true
       WHERE m.id = $1`,
      [meetingId],
    );
    return rows[0]?.facts ?? null;
  }
}
