import { actors, day, dayIn, instant, organisation, wasUpIn } from '../../platform/database/sql.ts';
import {
  assignee,
  belongsOn,
  decisionReference,
  expectedOn,
  groupRef,
  isReportedTo,
  meetingDay,
  meetingRef,
  memberName,
} from './refs.sql.ts';

/** The judgement of activity `a` in the newest round that has one. */
export const JUDGEMENT = `(SELECT f.judgement FROM follow_up f JOIN follow_up_round r ON r.id = f.round_id
  WHERE f.activity_id = a.id AND f.judgement IS NOT NULL ORDER BY r.from_day DESC, r.id DESC LIMIT 1)`;

/** The day group `group` last had activity `a` up in a held meeting that began before `before`. */
export const lastUpOn = (
  group: string,
  before: string,
): string => `(SELECT ${dayIn('max(o.starts_at)')} FROM agenda_item x JOIN meeting o ON o.id = x.meeting_id
  WHERE x.activity_id = a.id AND ${wasUpIn('x', 'o')} AND o.group_id = ${group} AND o.starts_at < ${before})`;

/** ActivityOnAgenda of activity row `a`. */
export const activityOnAgenda = (group: string, before: string): string =>
  `json_build_object('id', a.id, 'reference', area.number || '/' || a.number, 'text', a.text,
    'goal', json_build_object('id', goal.id, 'number', goal.number, 'code', goal.code), 'responsible', ${actors('a.id', 'responsible')},
    'judgement', ${JUDGEMENT}, 'lastUpOn', ${lastUpOn(group, before)})`;

/** AgendaItem of row `i` in meeting `t` of group `g` as stored: numbers, reasons in words and minutes are worked out. */
export const ITEM = `json_build_object('id', i.id, 'version', i.version, 'kind', i.kind, 'position', i.position, 'storedTitle', i.title,
  'activity', (SELECT ${activityOnAgenda('t.group_id', 't.starts_at')} FROM activity a JOIN area ON area.id = a.area_id JOIN goal ON goal.id = a.goal_id
    WHERE a.id = i.activity_id),
  'decision', (SELECT json_build_object('id', d.id, 'reference', ${decisionReference('d')}, 'text', d.text) FROM decision d WHERE d.id = i.decision_id),
  'actionPoint', (SELECT json_build_object('id', p.id, 'text', p.text, 'assignee', ${assignee('p')}) FROM action_point p WHERE p.id = i.action_point_id),
  'lift', (SELECT json_build_object('id', l.id, 'question', l.question, 'fromGroup', (SELECT ${groupRef('o')} FROM work_group o WHERE o.id = l.from_group_id))
    FROM lift l WHERE l.id = i.lift_id),
  'storedReasons', i.reasons, 'storedMinutes', i.minutes, 'origin', i.origin, 'state', i.state, 'stateReason', i.state_reason,
  'postponedTo', (SELECT ${meetingRef('o')} FROM meeting o WHERE o.id = i.postponed_to_id), 'note', i.note, 'secondsUsed', i.seconds_used,
  'addedAt', ${instant('i.added_at')}, 'stateAt', ${instant('i.state_at')})`;

/** Whether the reader is in group `g` today; `today` is a parameter. */
export const isMine = (today: string): string =>
  `EXISTS (SELECT 1 FROM group_member m WHERE m.group_id = g.id AND m.person_id = current_person() AND ${belongsOn('m', `${today}::date`)})`;

const ATTENDANCE = `(SELECT coalesce(json_agg(json_build_object('id', x.id, 'version', coalesce(x.version, 0), 'memberId', m.id,
    'name', CASE WHEN m.id IS NULL THEN x.name ELSE ${memberName('m')} END,
    'organisation', ${organisation('coalesce(x.organisation_id, m.organisation_id)')}, 'role', m.role,
    'substituteFor', (SELECT ${memberName('s')} FROM group_member s WHERE s.id = m.substitute_for_id), 'status', x.status,
    'isOutside', m.id IS NOT NULL AND NOT (${expectedOn('m', meetingDay('t'))}))
    ORDER BY m.id IS NULL, CASE m.role WHEN 'chair' THEN 0 WHEN 'secretary' THEN 1 WHEN 'substitute' THEN 3 ELSE 2 END,
      coalesce(${memberName('m')}, x.name) COLLATE "sv-x-icu", x.id), '[]')
  FROM (SELECT * FROM group_member m WHERE m.group_id = t.group_id) m
  FULL JOIN (SELECT * FROM meeting_attendance x WHERE x.meeting_id = t.id) x ON x.member_id = m.id
  WHERE x.id IS NOT NULL OR (${expectedOn('m', meetingDay('t'))}))`;

/** How the letters of the latest calling went. */
const LETTERS = `(SELECT json_build_object('sent', count(*) FILTER (WHERE x.state = 'sent')::int,
    'waiting', count(*) FILTER (WHERE x.state IN ('waiting', 'sending', 'retrying'))::int,
    'lost', coalesce(json_agg(json_build_object('name', ${memberName('m')}, 'state', x.state, 'reason', x.reason) ORDER BY m.name COLLATE "sv-x-icu")
      FILTER (WHERE x.state IN ('failed', 'unknown')), '[]'))
  FROM meeting_letter x JOIN group_member m ON m.id = x.member_id WHERE x.meeting_id = t.id AND x.kind = 'call' AND x.sequence = t.invitation_sequence)`;

const WITHOUT_ADDRESS = `(SELECT coalesce(json_agg(${memberName('m')} ORDER BY m.name COLLATE "sv-x-icu"), '[]') FROM group_member m
  WHERE m.group_id = t.group_id AND m.email = '' AND m.person_id IS NULL AND ${expectedOn('m', meetingDay('t'))})`;

/** What rights and workflow look at, of meeting `t` in group `g`. `$2` is today. */
const STANDING = `'id', t.id, 'version', t.version, 'startsAt', ${instant('t.starts_at')}, 'endsAt', ${instant('t.ends_at')}, 'title', t.title,
  'state', t.state, 'place', t.place, 'link', t.link, 'cancelReason', t.cancel_reason, 'heldAt', ${instant('t.held_at')},
  'calledAt', ${instant('t.called_at')}, 'calledAs', t.called_as, 'sequence', t.invitation_sequence, 'eventId', t.event_id, 'planId', g.plan_id,
  'group', json_build_object('id', g.id, 'name', g.name, 'kind', g.kind, 'silentAfterDays', g.silent_after_days, 'minutesPerItem', g.minutes_per_item),
  'groupClosedOn', ${day('g.closed_on')}, 'isMine', ${isMine('$2')},
  'minutesState', (SELECT n.state FROM minutes n WHERE n.meeting_id = t.id),
  'membersThatDay', (SELECT count(*)::int FROM group_member m WHERE m.group_id = t.group_id AND ${expectedOn('m', meetingDay('t'))}),
  'itemsLeft', (SELECT count(*)::int FROM agenda_item i WHERE i.meeting_id = t.id AND i.state NOT IN ('removed', 'postponed', 'parked')),
  'cameCount', (SELECT count(*)::int FROM meeting_attendance x WHERE x.meeting_id = t.id AND x.status IN ('present', 'remote'))`;

/** `$1` the meeting, `$2` today: what rights and workflow look at. */
export const MEETING_STANDING = `SELECT json_build_object(${STANDING}) AS found FROM meeting t JOIN work_group g ON g.id = t.group_id WHERE t.id = $1`;

/** `$1` the meeting, `$2` today. Everything stored that the page of one meeting shows. */
export const ONE_MEETING = `
  SELECT json_build_object(${STANDING},
    'plan', (SELECT json_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'words', p.words) FROM plan p WHERE p.id = g.plan_id),
    'calledBy', (SELECT w.name FROM person w WHERE w.id = t.called_by), 'letters', ${LETTERS}, 'withoutAddress', ${WITHOUT_ADDRESS},
    'items', (SELECT coalesce(json_agg(${ITEM} ORDER BY i.position, i.added_at, i.id), '[]') FROM agenda_item i WHERE i.meeting_id = t.id),
    'attendance', ${ATTENDANCE},
    'previous', (SELECT ${meetingRef('o')} FROM meeting o WHERE o.group_id = t.group_id AND o.starts_at < t.starts_at AND o.state <> 'cancelled'
      ORDER BY o.starts_at DESC LIMIT 1),
    'next', (SELECT ${meetingRef('o')} FROM meeting o WHERE o.group_id = t.group_id AND o.starts_at > t.starts_at AND o.state <> 'cancelled'
      ORDER BY o.starts_at LIMIT 1),
    'later', (SELECT coalesce(json_agg(${meetingRef('o')} ORDER BY o.starts_at), '[]') FROM meeting o
      WHERE o.group_id = t.group_id AND o.starts_at > t.starts_at AND o.state IN ('planned', 'called')),
    'digest', CASE WHEN ${isReportedTo('g')} THEN json_build_object('id', (SELECT d.id FROM digest d WHERE d.meeting_id = t.id)) END
  ) AS found
  FROM meeting t JOIN work_group g ON g.id = t.group_id WHERE t.id = $1`;

/** `$1` the meeting: who is expected and what is stated of whom. */
export const ATTENDANCE_OF_MEETING = `SELECT ${ATTENDANCE} AS rows FROM meeting t WHERE t.id = $1`;

/** `$1` the item, `$2` today: one item, with the meeting as rights look at it, and how many stand before it on the agenda. */
export const ONE_ITEM = `SELECT json_build_object('item', ${ITEM}, 'meeting', json_build_object(${STANDING}),
    'before', (SELECT count(*)::int FROM agenda_item b WHERE b.meeting_id = i.meeting_id AND (b.position, b.added_at, b.id) < (i.position, i.added_at, i.id)
      AND (b.state IN ('waiting', 'treated', 'nothing_new') OR (b.state IN ('postponed', 'parked') AND b.state_at >= t.starts_at)))) AS found
  FROM agenda_item i JOIN meeting t ON t.id = i.meeting_id JOIN work_group g ON g.id = t.group_id WHERE i.id = $1`;
