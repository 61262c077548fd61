import {
  belongsOn,
  groupRef,
  meetingDay,
  meetingRef,
  memberEmail,
  memberName,
  wasHeld,
} from '../meetings/shared/refs.sql.ts';
import { day, organisation } from '../platform/database/sql.ts';

const YEAR_OF = (alias: string): string => `extract(year FROM ${alias}.starts_at AT TIME ZONE 'Europe/Stockholm')::int`;
const CAME = (alias: string): string => `${alias}.status IN ('present', 'remote')`;

const BELONGED = belongsOn('m', meetingDay('t'));

/** Of group `g`: the next meeting to come and the last that has been, as MeetingRef or null. `now` is a parameter. */
const nextMeeting = (now: string): string => `(SELECT ${meetingRef('t')} FROM meeting t
  WHERE t.group_id = g.id AND t.state IN ('planned', 'called') AND t.ends_at >= ${now} ORDER BY t.starts_at LIMIT 1)`;
const LAST_MEETING = `(SELECT ${meetingRef('t')} FROM meeting t WHERE t.group_id = g.id AND ${wasHeld('t')} ORDER BY t.starts_at DESC LIMIT 1)`;

/** GroupMember of row `m`, but for `isCurrent`. */
export const MEMBER = `json_build_object('id', m.id, 'version', m.version, 'groupId', m.group_id, 'name', ${memberName('m')}, 'email', ${memberEmail('m')}, 'personId', m.person_id,
  'organisation', ${organisation('m.organisation_id')}, 'role', m.role,
  'substituteFor', (SELECT json_build_object('id', s.id, 'name', ${memberName('s')})
    FROM group_member s WHERE s.id = m.substitute_for_id),
  'fromDay', ${day('m.from_day')}, 'toDay', ${day('m.to_day')},
  'attended', (SELECT count(*)::int FROM meeting_attendance x JOIN meeting t ON t.id = x.meeting_id
    WHERE x.member_id = m.id AND ${CAME('x')} AND ${wasHeld('t')} AND ${BELONGED}),
  'attendedOf', (SELECT count(*)::int FROM meeting t WHERE t.group_id = m.group_id AND ${wasHeld('t')} AND ${BELONGED}))`;

/** `$1` slug of the plan, `$2` now, `$3` today. */
export const GROUPS_OF_PLAN = `
  SELECT json_build_object('id', p.id, 'slug', p.slug, 'title', p.title) AS plan, (SELECT coalesce(json_agg(json_build_object(
      'id', g.id, 'name', g.name, 'kind', g.kind, 'closedOn', ${day('g.closed_on')},
      'result', CASE WHEN g.closed_on IS NULL THEN '' ELSE g.result END,
      'members', (SELECT count(*)::int FROM group_member m WHERE m.group_id = g.id AND ${belongsOn('m', '$3::date')}),
      'chair', (SELECT ${memberName('m')} FROM group_member m WHERE m.group_id = g.id AND m.role = 'chair' AND ${belongsOn('m', '$3::date')} ORDER BY m.from_day DESC LIMIT 1),
      'heldThisYear', (SELECT count(*)::int FROM meeting t WHERE t.group_id = g.id AND ${wasHeld('t')} AND ${YEAR_OF('t')} = extract(year FROM $3::date)),
      'target', g.meetings_per_year, 'next', ${nextMeeting('$2::timestamptz')}, 'last', ${LAST_MEETING},
      'openDecisions', (SELECT count(*)::int FROM decision d WHERE d.group_id = g.id AND d.state = 'open'),
      'openActionPoints', (SELECT count(*)::int FROM action_point a WHERE a.group_id = g.id AND a.state = 'open'))
    ORDER BY g.closed_on IS NOT NULL, g.position, g.name COLLATE "sv-x-icu", g.id), '[]') FROM work_group g WHERE g.plan_id = p.id) AS items
  FROM plan p WHERE p.slug = $1`;

const ACTIVITY = `json_build_object('id', a.id, 'reference', area.number || '/' || a.number, 'text', a.text)`;
const IN_READING_ORDER = 'goal.position, area.position, a.position';
const ACTIVITY_ROWS = 'activity a JOIN area ON area.id = a.area_id JOIN goal ON goal.id = a.goal_id';

/** Plan `next` comes after plan `own`, and groups can go on into it: also while it is a draft, but not once it is closed. */
export const followsPlan = (next: string, own: string): string =>
  `(${next}.id <> ${own}.id AND ${next}.state <> 'closed' AND (${next}.predecessor_id = ${own}.id OR ${next}.first_year > ${own}.first_year))`;

/** GroupInPlan of row `alias`. */
const inPlan = (
  alias: string,
): string => `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'kind', ${alias}.kind,
  'plan', (SELECT json_build_object('id', ip.id, 'slug', ip.slug, 'title', ip.title) FROM plan ip WHERE ip.id = ${alias}.plan_id))`;

/** `$1` the group, `$2` now. Everything stored that the page of one group shows. */
export const ONE_GROUP = `
  SELECT json_build_object('id', g.id, 'version', g.version, 'name', g.name, 'kind', g.kind,
    'plan', (SELECT json_build_object('id', p.id, 'slug', p.slug, 'title', p.title) FROM plan p WHERE p.id = g.plan_id),
    'purpose', g.purpose, 'meetingsPerYear', g.meetings_per_year, 'silentAfterDays', g.silent_after_days, 'minutesPerItem', g.minutes_per_item,
    'organisation', ${organisation('g.organisation_id')},
    'reportsTo', (SELECT ${groupRef('o')} FROM work_group o WHERE o.id = g.reports_to_id),
    'counting', json_build_object('kind', (SELECT json_build_object('id', k.id, 'name', k.name) FROM event_kind k WHERE k.id = g.event_kind_id),
      'activities', (SELECT coalesce(json_agg(${ACTIVITY} ORDER BY ${IN_READING_ORDER}), '[]')
        FROM group_activity x JOIN ${ACTIVITY_ROWS} ON a.id = x.activity_id WHERE x.group_id = g.id)),
    'closedOn', ${day('g.closed_on')}, 'result', g.result,
    'continuesFrom', (SELECT ${inPlan('o')} FROM work_group o WHERE o.id = g.continues_id),
    'continuesIn', (SELECT ${inPlan('o')} FROM work_group o WHERE o.continues_id = g.id),
    'mayContinueIn', (SELECT coalesce(json_agg(json_build_object('id', q.id, 'slug', q.slug, 'title', q.title) ORDER BY q.first_year, q.title COLLATE "sv-x-icu", q.id), '[]')
      FROM plan p JOIN plan q ON ${followsPlan('q', 'p')} WHERE p.id = g.plan_id AND NOT EXISTS (SELECT 1 FROM work_group o WHERE o.continues_id = g.id)),
    'members', (SELECT coalesce(json_agg(${MEMBER} ORDER BY m.name COLLATE "sv-x-icu", m.from_day, m.id), '[]') FROM group_member m WHERE m.group_id = g.id),
    'years', (SELECT coalesce(json_agg(json_build_object('year', y.year, 'planned', y.planned, 'held', y.held, 'cancelled', y.cancelled,
        'attendances', y.attendances) ORDER BY y.year DESC), '[]')
      FROM (SELECT ${YEAR_OF('t')} AS year, count(*) FILTER (WHERE t.state IN ('planned', 'called'))::int AS planned,
          count(*) FILTER (WHERE ${wasHeld('t')})::int AS held, count(*) FILTER (WHERE t.state = 'cancelled')::int AS cancelled,
          coalesce(sum((SELECT count(*) FROM meeting_attendance x WHERE x.meeting_id = t.id AND ${CAME('x')})) FILTER (WHERE ${wasHeld('t')}), 0)::int AS attendances
        FROM meeting t WHERE t.group_id = g.id GROUP BY 1) y),
    'meetings', (SELECT coalesce(json_agg(${meetingRef('t')} ORDER BY t.starts_at, t.id), '[]') FROM meeting t WHERE t.group_id = g.id),
    'toCancel', (SELECT count(*)::int FROM meeting t WHERE t.group_id = g.id AND t.state IN ('planned', 'called') AND t.starts_at > $2::timestamptz)
  ) AS found
  FROM work_group g WHERE g.id = $1`;

/** `$1` slug of the plan, `$2` today. */
export const CHOICES = `
  SELECT
    (SELECT coalesce(json_agg(${groupRef('g')} ORDER BY g.position, g.name COLLATE "sv-x-icu"), '[]')
      FROM work_group g WHERE g.closed_on IS NULL) AS groups,
    (SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'isGroup', o.kind = 'group') ORDER BY o.name COLLATE "sv-x-icu", o.id), '[]')
      FROM organisation o) AS organisations,
    (SELECT coalesce(json_agg(json_build_object('id', w.id, 'name', w.name, 'email', w.email, 'organisationId',
        (SELECT r.organisation_id FROM role_assignment r WHERE r.county_id = current_county() AND r.person_id = w.id AND r.organisation_id IS NOT NULL
          ORDER BY r.id LIMIT 1)) ORDER BY w.name COLLATE "sv-x-icu", w.id), '[]')
      FROM county_person c JOIN person w ON w.id = c.person_id
      WHERE c.county_id = current_county() AND c.left_at IS NULL AND w.is_active AND NOT w.is_operator) AS people,
    (SELECT coalesce(json_agg(json_build_object('id', k.id, 'name', k.name) ORDER BY k.position, k.name COLLATE "sv-x-icu"), '[]')
      FROM event_kind k WHERE k.is_active) AS "eventKinds",
    (SELECT coalesce(json_agg(json_build_object('id', goal.id, 'number', goal.number, 'code', goal.code, 'title', goal.title) ORDER BY goal.position, goal.id), '[]')
      FROM goal WHERE goal.plan_id = p.id) AS goals,
    (SELECT coalesce(json_agg(${ACTIVITY} ORDER BY ${IN_READING_ORDER}), '[]') FROM ${ACTIVITY_ROWS} WHERE a.plan_id = p.id) AS activities
  FROM plan p WHERE p.slug = $1`;
