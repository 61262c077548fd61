import { instant } from '../platform/database/sql.ts';

/** Pieces of SQL that several statements of this folder share. */

/** The day a meeting is on, in Sweden. */
export const meetingDay = (alias: string): string => `(${alias}.starts_at AT TIME ZONE 'Europe/Stockholm')::date`;

const named = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'name', ${alias}.name) END`;

export const groupRef = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'kind', ${alias}.kind)`;

export const meetingRef = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'startsAt', ${instant(`${alias}.starts_at`)},
    'endsAt', ${instant(`${alias}.ends_at`)}, 'title', ${alias}.title, 'state', ${alias}.state) END`;

const ACTIVITY = `CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'reference', ar.number || '/' || a.number, 'text', a.text) END`;

/** Whoever asks is in the group on the day given. */
export const isMember = (group: string, today: string): string =>
  `EXISTS (SELECT 1 FROM group_member gm WHERE gm.group_id = ${group} AND gm.person_id = current_person()
    AND gm.from_day <= ${today}::date AND (gm.to_day IS NULL OR gm.to_day >= ${today}::date))`;

const FACTS = (alias: string, today: string): string =>
  `'isMember', ${isMember(`${alias}.group_id`, today)}, 'municipalityCode', o.municipality_code`;

/** `d` with what belongs to it. */
export const DECISION_FROM = `decision d JOIN work_group g ON g.id = d.group_id JOIN plan p ON p.id = g.plan_id
  LEFT JOIN meeting m ON m.id = d.meeting_id LEFT JOIN activity a ON a.id = d.activity_id LEFT JOIN area ar ON ar.id = a.area_id
  LEFT JOIN goal go ON go.id = d.goal_id LEFT JOIN organisation o ON o.id = d.organisation_id
  LEFT JOIN person who ON who.id = d.person_id LEFT JOIN person did ON did.id = d.done_by
  LEFT JOIN lift l ON l.id = d.answers_lift_id LEFT JOIN work_group lg ON lg.id = l.from_group_id`;

export const decisionJson = (today: string): string =>
  `json_build_object('id', d.id, 'version', d.version, 'number', d.number, 'year', d.year, 'planSlug', p.slug, 'group', ${groupRef('g')},
    'meeting', ${meetingRef('m')}, 'agendaItemId', d.agenda_item_id, 'activity', ${ACTIVITY},
    'goal', CASE WHEN go.id IS NOT NULL THEN json_build_object('id', go.id, 'number', go.number, 'code', go.code, 'title', go.title) END,
    'decidedOn', d.decided_on, 'way', d.way, 'text', d.text, 'organisation', ${named('o')}, 'person', ${named('who')}, 'due', d.due, 'state', d.state,
    'doneText', d.done_text, 'doneOn', d.done_on, 'doneBy', ${named('did')}, 'recordsNumber', d.records_number,
    'answersLift', CASE WHEN l.id IS NOT NULL THEN json_build_object('id', l.id, 'question', l.question, 'fromGroup', ${groupRef('lg')}) END,
    ${FACTS('d', today)})`;

/** `x` with what belongs to it. */
export const ACTION_POINT_FROM = `action_point x JOIN work_group g ON g.id = x.group_id JOIN plan p ON p.id = g.plan_id
  LEFT JOIN meeting m ON m.id = x.meeting_id LEFT JOIN activity a ON a.id = x.activity_id LEFT JOIN area ar ON ar.id = a.area_id
  LEFT JOIN organisation o ON o.id = x.organisation_id LEFT JOIN person who ON who.id = x.person_id
  LEFT JOIN person did ON did.id = x.done_by LEFT JOIN decision of ON of.id = x.decision_id`;

export const actionPointJson = (today: string): string =>
  `json_build_object('id', x.id, 'version', x.version, 'planSlug', p.slug, 'group', ${groupRef('g')}, 'meeting', ${meetingRef('m')},
    'agendaItemId', x.agenda_item_id,
    'decision', CASE WHEN of.id IS NOT NULL THEN json_build_object('id', of.id, 'reference', '§ ' || of.number || '/' || of.year) END,
    'activity', ${ACTIVITY}, 'text', x.text, 'organisation', ${named('o')}, 'person', ${named('who')},
    'assignee', coalesce(who.name, nullif(x.assignee, ''), o.name, ''), 'madeOn', x.made_on, 'due', x.due, 'state', x.state,
    'doneText', x.done_text, 'doneOn', x.done_on, 'doneBy', ${named('did')}, ${FACTS('x', today)})`;

/** `l` with what belongs to it. */
export const LIFT_FROM = `lift l JOIN work_group f ON f.id = l.from_group_id JOIN plan p ON p.id = f.plan_id
  JOIN work_group t ON t.id = l.to_group_id JOIN meeting m ON m.id = l.meeting_id JOIN person r ON r.id = l.raised_by
  LEFT JOIN activity a ON a.id = l.activity_id LEFT JOIN area ar ON ar.id = a.area_id
  LEFT JOIN LATERAL (SELECT x.id, x.number, x.year, x.text FROM decision x WHERE x.answers_lift_id = l.id ORDER BY x.decided_on, x.id LIMIT 1) ans ON true`;

export const liftJson = (today: string): string =>
  `json_build_object('id', l.id, 'version', l.version, 'planSlug', p.slug, 'fromGroup', ${groupRef('f')}, 'toGroup', ${groupRef('t')},
    'meeting', ${meetingRef('m')}, 'agendaItemId', l.agenda_item_id, 'activity', ${ACTIVITY}, 'question', l.question, 'proposal', l.proposal, 'state', l.state,
    'raisedBy', ${named('r')}, 'answer', l.answer, 'answeredOn', l.answered_on,
    'decision', CASE WHEN ans.id IS NOT NULL THEN json_build_object('id', ans.id, 'reference', '§ ' || ans.number || '/' || ans.year, 'text', ans.text) END,
    'asks', ${isMember('l.from_group_id', today)}, 'answers', ${isMember('l.to_group_id', today)})`;
