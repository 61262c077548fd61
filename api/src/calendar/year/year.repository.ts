import { Injectable } from '@nestjs/common';
import type { Day, GroupRef, Id, Instant, YearMark, YearWheel } from '@samhandling/contracts';
import type { MeetingState, RoundState } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { activitiesOf } from '../marks/marks.repository.ts';

export interface StoredYear {
  readonly county: { readonly code: string; readonly name: string };
  readonly plan: YearWheel['plan'];
  readonly meetings: readonly YearMeeting[];
  readonly rounds: readonly YearRound[];
  readonly marks: readonly YearMark[];
  readonly steps: readonly YearStep[];
  readonly dues: readonly YearDue[];
}
export interface YearMeeting {
  readonly id: Id;
  readonly version: number;
  readonly title: string;
  readonly place: string;
  readonly state: MeetingState;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly from: Day;
  readonly to: Day;
  readonly group: GroupRef;
  readonly groupIsClosed: boolean;
}
export interface YearRound {
  readonly id: Id;
  readonly version: number;
  readonly label: string;
  readonly state: RoundState;
  readonly to: Day;
  readonly opens: Day;
  readonly due: Day;
  /** Of the version in force; null until there is one. */
  readonly adoptedOn: Day | null;
}
/** Of a work plan that has been decided: a draft is nobody's year yet. */
export interface YearStep {
  readonly id: Id;
  readonly workPlanId: Id;
  readonly workPlan: string;
  readonly version: number;
  readonly title: string;
  readonly from: Day;
  readonly to: Day;
  readonly activities: YearMark['activities'];
}
/** What one group has open for one day. */
export interface YearDue {
  readonly day: Day;
  readonly group: GroupRef;
  readonly decisions: number;
  readonly actionPoints: number;
}

const DAY = (column: string): string => `to_char(${column}, 'YYYY-MM-DD')`;
const STOCKHOLM_DAY = (column: string): string => `to_char(${column} AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD')`;
const INSTANT = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const GROUP = `jsonb_build_object('id', g.id, 'name', g.name, 'kind', g.kind)`;
const rows = (what: string, from: string): string => `(SELECT coalesce(jsonb_agg(${what}), '[]') FROM ${from})`;

/** The year from its first to its last day, as days and as the instants they begin and end at in Sweden. */
const YEAR = `wanted AS (SELECT make_date($2, 1, 1) AS first, make_date($2, 12, 31) AS last,
  make_date($2, 1, 1)::timestamp AT TIME ZONE 'Europe/Stockholm' AS begins,
  make_date($2 + 1, 1, 1)::timestamp AT TIME ZONE 'Europe/Stockholm' AS ends)`;

@Injectable()
export class YearRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Everything of the plan with a day in the year: one statement, however much it is. */
  async find(slug: string, year: number): Promise<StoredYear | null> {
    const found = await this.uow.manager.query<StoredYear[]>(
      `WITH p AS (SELECT * FROM plan WHERE slug = $1), ${YEAR}
       SELECT (SELECT jsonb_build_object('code', c.code, 'name', c.name) FROM county c WHERE c.id = p.county_id) AS county,
         jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'words', p.words) AS plan,
         ${rows(
           `jsonb_build_object('id', m.id, 'version', m.version, 'title', m.title, 'place', m.place, 'state', m.state,
              'startsAt', ${INSTANT('m.starts_at')}, 'endsAt', ${INSTANT('m.ends_at')}, 'from', ${STOCKHOLM_DAY('m.starts_at')},
              'to', ${STOCKHOLM_DAY(`(m.ends_at - interval '1 second')`)}, 'group', ${GROUP}, 'groupIsClosed', g.closed_on IS NOT NULL)`,
           `meeting m JOIN work_group g ON g.id = m.group_id WHERE g.plan_id = p.id AND m.starts_at < wanted.ends AND m.ends_at > wanted.begins`,
         )} AS meetings,
         ${rows(
           `jsonb_build_object('id', r.id, 'version', r.version, 'label', r.label, 'state', r.state, 'to', ${DAY('r.to_day')},
              'opens', ${DAY('r.opens')}, 'due', ${DAY('r.due')}, 'adoptedOn', CASE WHEN r.state = 'adopted' THEN
                (SELECT ${STOCKHOLM_DAY('max(v.adopted_at)')} FROM frozen_report v WHERE v.round_id = r.id) END)`,
           `follow_up_round r WHERE r.plan_id = p.id`,
         )} AS rounds,
         ${rows(
           `jsonb_build_object('id', m.id, 'version', m.version, 'kind', m.kind, 'title', m.title, 'note', m.note,
              'from', ${DAY('m.from_day')}, 'to', ${DAY('m.to_day')}, 'activities', ${activitiesOf('m.id')})`,
           `year_mark m WHERE m.plan_id = p.id AND m.from_day <= wanted.last AND m.to_day >= wanted.first`,
         )} AS marks,
         ${rows(
           `jsonb_build_object('id', s.id, 'workPlanId', w.id, 'workPlan', w.title, 'version', s.version, 'title', s.title,
              'from', ${DAY('s.from_day')}, 'to', ${DAY('coalesce(s.to_day, s.from_day)')}, 'activities', CASE WHEN a.id IS NULL THEN '[]'::jsonb
                ELSE jsonb_build_array(jsonb_build_object('id', a.id, 'reference', area.number || '/' || a.number, 'text', a.text)) END)`,
           `work_plan_item s JOIN work_plan w ON w.id = s.work_plan_id LEFT JOIN activity a ON a.id = s.activity_id
              LEFT JOIN area ON area.id = a.area_id
            WHERE w.plan_id = p.id AND w.state <> 'draft' AND s.from_day <= wanted.last AND coalesce(s.to_day, s.from_day) >= wanted.first`,
         )} AS steps,
         ${rows(
           `jsonb_build_object('day', ${DAY('d.due')}, 'group', ${GROUP}, 'decisions', d.decisions, 'actionPoints', d.action_points)`,
           `(SELECT open.group_id, open.due, count(*) FILTER (WHERE open.is_decision) AS decisions,
               count(*) FILTER (WHERE NOT open.is_decision) AS action_points
             FROM (SELECT group_id, due, true AS is_decision FROM decision WHERE state = 'open'
               UNION ALL SELECT group_id, due, false FROM action_point WHERE state = 'open') open
             WHERE open.due BETWEEN wanted.first AND wanted.last GROUP BY open.group_id, open.due) d
           JOIN work_group g ON g.id = d.group_id WHERE g.plan_id = p.id`,
         )} AS dues
       FROM p, wanted`,
      [slug, year],
    );
    return found[0] ?? null;
  }
}
