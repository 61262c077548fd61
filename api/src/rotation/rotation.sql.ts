import { actors, day, instant, lastUpOn } from '../platform/database/sql.ts';

const REF = (alias: string): string => `'id', ${alias}.id, 'startsAt', ${instant(`${alias}.starts_at`)},
  'endsAt', ${instant(`${alias}.ends_at`)}, 'title', ${alias}.title, 'state', ${alias}.state`;
const GROUP_REF = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'kind', ${alias}.kind)`;

/** What is still on the agenda of meeting `m`. */
const ON_AGENDA = `i.meeting_id = m.id AND i.state IN ('waiting', 'treated', 'nothing_new')`;

const ENTRIES = `(SELECT coalesce(json_agg(json_build_object('activityId', coalesce(r.activity_id, i.activity_id),
    'isPinned', coalesce(r.is_pinned, false), 'isPlanned', r.activity_id IS NOT NULL, 'itemState', i.state)), '[]')
  FROM (SELECT x.activity_id, x.is_pinned FROM rotation_item x WHERE x.meeting_id = m.id) r
  FULL JOIN (SELECT x.activity_id, x.state FROM agenda_item x WHERE x.meeting_id = m.id AND x.kind = 'activity') i
    ON i.activity_id = r.activity_id)`;

const MEETINGS = `(SELECT coalesce(json_agg(json_build_object(${REF('m')}, 'version', m.version, 'isOfYear', m.starts_at >= b.first,
    'minutesForOther', (SELECT coalesce(sum(coalesce(i.minutes, g.minutes_per_item)), 0)::int FROM agenda_item i
      WHERE ${ON_AGENDA} AND i.kind <> 'activity'), 'entries', ${ENTRIES}) ORDER BY m.starts_at, m.id), '[]')
  FROM mine m)`;

const MILESTONES = `(SELECT coalesce(json_agg(json_build_object(${REF('m')}, 'group', ${GROUP_REF('above')}, 'isOfYear', m.starts_at >= b.first)
    ORDER BY m.starts_at, m.id), '[]')
  FROM milestone m JOIN work_group above ON above.id = m.group_id)`;

const ACTIVITIES = `(SELECT coalesce(json_agg(json_build_object('id', a.id, 'reference', area.number || '/' || a.number, 'text', a.text,
    'goal', json_build_object('id', goal.id, 'number', goal.number, 'code', goal.code),
    'area', json_build_object('id', area.id, 'number', area.number, 'title', area.title),
    'responsible', ${actors('a.id', 'responsible')}, 'firstYear', a.first_year, 'lastYear', a.last_year,
    'judgement', f.judgement, 'nextStepDate', ${day('f.next_step_date')}, 'lastUpOn', ${lastUpOn('g.id', 'a.id')},
    'hasFigures', EXISTS (SELECT 1 FROM activity_indicator x WHERE x.activity_id = a.id),
    'parking', (SELECT json_build_object('id', k.id, 'version', k.version, 'reason', k.reason, 'until', ${day('k.until_day')})
      FROM activity_parking k WHERE k.group_id = g.id AND k.activity_id = a.id))
    ORDER BY goal.position, area.position, a.position), '[]')
  FROM activity a JOIN area ON area.id = a.area_id JOIN goal ON goal.id = a.goal_id
  LEFT JOIN follow_up f ON f.round_id = latest.id AND f.activity_id = a.id
  WHERE a.plan_id = g.plan_id)`;

const ROUNDS = `(SELECT coalesce(json_agg(json_build_object('label', r.label, 'opens', ${day('r.opens')}, 'due', ${day('r.due')}) ORDER BY r.due, r.id), '[]')
  FROM follow_up_round r WHERE r.plan_id = g.plan_id)`;

const MARKS = `(SELECT coalesce(json_agg(json_build_object('title', y.title, 'on', ${day('y.from_day')},
    'activityIds', (SELECT coalesce(json_agg(x.activity_id), '[]') FROM year_mark_activity x WHERE x.mark_id = y.id)) ORDER BY y.from_day, y.id), '[]')
  FROM year_mark y WHERE y.plan_id = g.plan_id AND y.kind = 'data_date' AND extract(year FROM y.from_day) = $2::int)`;

/**
 * Everything the planning of a year is made of. `$1` the group, `$2` the year. Before the year: the last meeting of the group
 * above, and the group's own since then, whose activities have been up already.
 */
export const ROTATION = `
  WITH b AS (SELECT make_timestamptz($2::int, 1, 1, 0, 0, 0, 'Europe/Stockholm') AS first,
      make_timestamptz($2::int + 1, 1, 1, 0, 0, 0, 'Europe/Stockholm') AS after),
  g AS (SELECT * FROM work_group WHERE id = $1),
  above AS (SELECT m.* FROM meeting m JOIN g ON g.reports_to_id = m.group_id WHERE m.state <> 'cancelled'),
  milestone AS (SELECT m.* FROM above m, b WHERE m.starts_at < b.after
    AND m.starts_at >= coalesce((SELECT max(p.starts_at) FROM above p WHERE p.starts_at < b.first), b.first)),
  mine AS (SELECT m.* FROM meeting m JOIN g ON g.id = m.group_id, b WHERE m.state <> 'cancelled' AND m.starts_at < b.after
    AND m.starts_at >= least(b.first, coalesce((SELECT min(starts_at) FROM milestone), b.first)))
  SELECT json_build_object('group', ${GROUP_REF('g')}, 'plan', json_build_object('id', p.id, 'slug', p.slug, 'title', p.title),
    'closedOn', ${day('g.closed_on')}, 'roundId', latest.id, 'meetingsPerYear', g.meetings_per_year, 'minutesPerItem', g.minutes_per_item, 'silentAfterDays', g.silent_after_days,
    'meetings', ${MEETINGS}, 'milestones', ${MILESTONES}, 'activities', ${ACTIVITIES}, 'rounds', ${ROUNDS}, 'marks', ${MARKS}) AS found
  FROM g JOIN plan p ON p.id = g.plan_id CROSS JOIN b
  LEFT JOIN LATERAL (SELECT r.id FROM follow_up_round r WHERE r.plan_id = g.plan_id AND r.state <> 'planned'
    ORDER BY r.from_day DESC, r.label DESC LIMIT 1) latest ON true`;
