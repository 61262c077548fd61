import { day, dayIn } from '../../platform/database/sql.ts';
import { activityOnAgenda, JUDGEMENT, lastUpOn } from '../shared/meeting.sql.ts';
import { assignee, decisionReference, meetingDay, wasHeld } from '../shared/refs.sql.ts';

/** A subject waits on the agenda of this meeting, or of another that is to come. `x` is an item, `o` its meeting. */
const ON_AN_AGENDA = `o.group_id = t.group_id AND (o.id = t.id OR (o.state IN ('planned', 'called') AND x.state = 'waiting'))
  AND NOT (o.id = t.id AND x.state = 'removed')`;

const undertaking = (alias: string, name: string): string =>
  `json_build_object('id', ${alias}.id, 'name', ${name}, 'dueOn', ${day(`${alias}.due`)})`;

/**
 * The day an item of the group about this subject was put off, when nobody has had it up, or has it on an agenda, since.
 * `same` says which items are about the subject; `x` is the item that was put off, `later` one after it.
 */
const postponedOn = (
  same: string,
): string => `(SELECT ${dayIn('o.starts_at')} FROM agenda_item x JOIN meeting o ON o.id = x.meeting_id
  WHERE o.group_id = t.group_id AND x.state = 'postponed' AND o.id <> t.id AND ${same.replaceAll('ITEM', 'x')}
    AND NOT EXISTS (SELECT 1 FROM agenda_item later JOIN meeting lm ON lm.id = later.meeting_id
      WHERE lm.group_id = t.group_id AND later.id <> x.id AND later.added_at >= x.added_at AND lm.state <> 'cancelled' AND later.state <> 'removed'
        AND ${same.replaceAll('ITEM', 'later')})
  ORDER BY o.starts_at DESC LIMIT 1)`;

const ACTIVITIES = `(SELECT coalesce(json_agg(json_build_object('id', a.id, 'areaId', a.area_id,
    'isActive', coalesce(a.first_year, 0) <= extract(year FROM ${meetingDay('t')}) AND coalesce(a.last_year, 9999) >= extract(year FROM ${meetingDay('t')}),
    'judgement', ${JUDGEMENT}, 'lastUpOn', ${lastUpOn('t.group_id', 't.starts_at')},
    'parked', (SELECT json_build_object('until', ${day('k.until_day')}) FROM activity_parking k WHERE k.group_id = t.group_id AND k.activity_id = a.id),
    'nextStepOn', (SELECT ${day('f.next_step_date')} FROM follow_up f JOIN follow_up_round r ON r.id = f.round_id
      WHERE f.activity_id = a.id ORDER BY r.from_day DESC, r.id DESC LIMIT 1),
    'isInRotation', EXISTS (SELECT 1 FROM rotation_item w WHERE w.meeting_id = t.id AND w.activity_id = a.id),
    'postponedOn', ${postponedOn(`ITEM.kind = 'activity' AND ITEM.activity_id = a.id`)},
    'decisions', (SELECT coalesce(json_agg(${undertaking('d', decisionReference('d'))} ORDER BY d.due NULLS LAST, d.year, d.number), '[]')
      FROM decision d WHERE d.activity_id = a.id AND d.group_id = t.group_id AND d.state = 'open'),
    'actionPoints', (SELECT coalesce(json_agg(${undertaking('p', assignee('p'))} ORDER BY p.due NULLS LAST, p.id), '[]')
      FROM action_point p WHERE p.activity_id = a.id AND p.group_id = t.group_id AND p.state = 'open'))
    ORDER BY goal.position, area.position, a.position), '[]')
  FROM activity a JOIN area ON area.id = a.area_id JOIN goal ON goal.id = a.goal_id
  WHERE a.plan_id = g.plan_id AND NOT EXISTS (SELECT 1 FROM agenda_item x JOIN meeting o ON o.id = x.meeting_id
    WHERE x.kind = 'activity' AND x.activity_id = a.id AND ${ON_AN_AGENDA}))`;

const notOnAnAgenda = (kind: string, column: string, id: string): string =>
  `NOT EXISTS (SELECT 1 FROM agenda_item x JOIN meeting o ON o.id = x.meeting_id WHERE x.kind = '${kind}' AND x.${column} = ${id} AND ${ON_AN_AGENDA})`;

/** What is open and about no activity, by itself. */
const OPEN = `SELECT json_build_object('kind', 'decision', 'id', d.id, 'undertaking', ${undertaking('d', decisionReference('d'))},
    'postponedOn', ${postponedOn(`ITEM.kind = 'decision' AND ITEM.decision_id = d.id`)}, 'title', ${decisionReference('d')} || ' ' || d.text) AS other, 3 AS place, d.due
  FROM decision d WHERE d.group_id = t.group_id AND d.state = 'open' AND d.activity_id IS NULL AND ${notOnAnAgenda('decision', 'decision_id', 'd.id')}
  UNION ALL
  SELECT json_build_object('kind', 'action_point', 'id', p.id, 'undertaking', ${undertaking('p', assignee('p'))},
    'postponedOn', ${postponedOn(`ITEM.kind = 'action_point' AND ITEM.action_point_id = p.id`)}, 'title', p.text), 4, p.due
  FROM action_point p WHERE p.group_id = t.group_id AND p.state = 'open' AND p.activity_id IS NULL
    AND ${notOnAnAgenda('action_point', 'action_point_id', 'p.id')}`;

/** Questions that wait for this group, and answers this group has not heard. */
const LIFTS = `SELECT json_build_object('kind', 'lift', 'id', l.id, 'group', (SELECT o.name FROM work_group o WHERE o.id = l.from_group_id),
    'on', ${dayIn('l.raised_at')}, 'postponedOn', ${postponedOn(`ITEM.kind = 'lift' AND ITEM.lift_id = l.id`)}, 'title', l.question), 1, l.raised_at::date
  FROM lift l WHERE l.to_group_id = t.group_id AND l.state = 'waiting' AND ${notOnAnAgenda('lift', 'lift_id', 'l.id')}
  UNION ALL
  SELECT json_build_object('kind', 'answer', 'id', l.id, 'group', (SELECT o.name FROM work_group o WHERE o.id = l.to_group_id),
    'on', ${day('l.answered_on')}, 'postponedOn', ${postponedOn(`ITEM.kind = 'answer' AND ITEM.lift_id = l.id`)}, 'title', l.question), 2, l.answered_on
  FROM lift l WHERE l.from_group_id = t.group_id AND l.state = 'answered' AND ${notOnAnAgenda('answer', 'lift_id', 'l.id')}
    AND NOT EXISTS (SELECT 1 FROM agenda_item x JOIN meeting o ON o.id = x.meeting_id
      WHERE x.kind = 'answer' AND x.lift_id = l.id AND o.group_id = t.group_id AND ${wasHeld('o')} AND x.state IN ('treated', 'nothing_new'))`;

/** Items with a title of their own that were put off and are on no agenda since. */
const FREE = `SELECT json_build_object('kind', 'free', 'id', y.id, 'postponedOn', ${dayIn('ym.starts_at')}, 'title', y.title), 5, ym.starts_at::date
  FROM agenda_item y JOIN meeting ym ON ym.id = y.meeting_id
  WHERE ym.group_id = t.group_id AND ym.id <> t.id AND y.kind = 'free' AND y.state = 'postponed'
    AND NOT EXISTS (SELECT 1 FROM agenda_item later JOIN meeting lm ON lm.id = later.meeting_id
      WHERE lm.group_id = t.group_id AND later.kind = 'free' AND later.title = y.title AND later.id <> y.id AND later.added_at >= y.added_at
        AND lm.state <> 'cancelled' AND later.state <> 'removed')`;

/** `$1` the meeting. What an agenda can be proposed from, but for what the round says. */
export const PROPOSAL_FACTS = `
  SELECT json_build_object('day', to_char(${meetingDay('t')}, 'YYYY-MM-DD'),
    'lastMeetingOn', (SELECT ${dayIn('max(o.starts_at)')} FROM meeting o WHERE o.group_id = t.group_id AND ${wasHeld('o')} AND o.starts_at < t.starts_at),
    'roundId', (SELECT r.id FROM follow_up_round r WHERE r.plan_id = g.plan_id AND r.state <> 'planned' ORDER BY r.from_day DESC, r.id DESC LIMIT 1),
    'minutesTaken', (SELECT coalesce(sum(coalesce(i.minutes, g.minutes_per_item)), 0)::int FROM agenda_item i
      WHERE i.meeting_id = t.id AND i.state NOT IN ('removed', 'postponed', 'parked')),
    'activities', ${ACTIVITIES},
    'others', (SELECT coalesce(json_agg(n.other ORDER BY n.place, n.due NULLS LAST), '[]')
      FROM (${OPEN} UNION ALL ${LIFTS} UNION ALL ${FREE}) n)) AS facts
  FROM meeting t JOIN work_group g ON g.id = t.group_id WHERE t.id = $1`;

/** `$1` the meeting, `$2` activities: as an agenda shows them. */
export const ACTIVITIES_SHOWN = `
  SELECT ${activityOnAgenda('t.group_id', 't.starts_at')} AS activity FROM meeting t
  JOIN activity a ON a.id = ANY($2::uuid[]) JOIN area ON area.id = a.area_id JOIN goal ON goal.id = a.goal_id WHERE t.id = $1`;

/** `$1` the meeting, `$2` activities, `$3` decisions, `$4` action points, `$5` lifts: which of them can be on its agenda. */
export const KNOWN_SUBJECTS = `
  SELECT ARRAY(SELECT a.id FROM activity a WHERE a.plan_id = g.plan_id AND a.id = ANY($2::uuid[])) AS "activityIds",
    ARRAY(SELECT d.id FROM decision d WHERE d.group_id = g.id AND d.id = ANY($3::uuid[])) AS "decisionIds",
    ARRAY(SELECT p.id FROM action_point p WHERE p.group_id = g.id AND p.id = ANY($4::uuid[])) AS "actionPointIds",
    ARRAY(SELECT l.id FROM lift l WHERE l.to_group_id = g.id AND l.id = ANY($5::uuid[])) AS "liftIds",
    ARRAY(SELECT l.id FROM lift l WHERE l.from_group_id = g.id AND l.state = 'answered' AND l.id = ANY($5::uuid[])) AS "answeredIds"
  FROM meeting t JOIN work_group g ON g.id = t.group_id WHERE t.id = $1`;
