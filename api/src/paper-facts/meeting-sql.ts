import { instant } from '../platform/database/sql.ts';

/**
 * Parts of statements that several papers of a meeting share, with the meeting as `m`, its group as `g` and the plan as `p`.
 * Each is one JSON value in the form of `MeetingFacts` and its neighbours (libs/report-model).
 */
export const FROM_MEETING = `FROM meeting m JOIN work_group g ON g.id = m.group_id JOIN plan p ON p.id = g.plan_id`;

/** The day of the meeting, in Sweden. */
export const MEETING_DAY = `(m.starts_at AT TIME ZONE 'Europe/Stockholm')::date`;

const YEAR_OF_MEETING = `extract(year FROM m.starts_at AT TIME ZONE 'Europe/Stockholm')::int`;

export const COUNTY = `(SELECT jsonb_build_object('code', c.code, 'name', c.name) FROM county c WHERE c.id = current_county())`;

export const MEETING = `jsonb_build_object('group', jsonb_build_object('name', g.name, 'kind', g.kind),
  'plan', jsonb_build_object('title', p.title, 'words', p.words), 'title', m.title, 'year', ${YEAR_OF_MEETING},
  'number', (SELECT count(*) FROM meeting o WHERE o.group_id = m.group_id AND o.state <> 'cancelled' AND o.starts_at <= m.starts_at
    AND extract(year FROM o.starts_at AT TIME ZONE 'Europe/Stockholm') = ${YEAR_OF_MEETING}),
  'startsAt', ${instant('m.starts_at')}, 'endsAt', ${instant('m.ends_at')}, 'place', m.place, 'link', m.link, 'state', m.state)`;

export const REFERENCE = `ar.number || '/' || a.number`;

/** Who carries out a decision or an action point, in words: row `d`. */
export const WHO = `coalesce((SELECT n.name FROM person n WHERE n.id = d.person_id), '')`;
const ORGANISATION_OF = `(SELECT o.name FROM organisation o WHERE o.id = d.organisation_id)`;
/** "Jonas Ek, Region Älvmark" */
export const WHO_DECIDES = `concat_ws(', ', nullif(${WHO}, ''), ${ORGANISATION_OF})`;
export const WHO_DOES = `concat_ws(', ', coalesce(nullif(${WHO}, ''), nullif(d.assignee, '')), ${ORGANISATION_OF})`;

/** A decision in the form of `DecisionFacts`: row `d`. */
export const DECISION = `jsonb_build_object('number', d.number, 'year', d.year,
  'group', (SELECT dg.name FROM work_group dg WHERE dg.id = d.group_id), 'decidedOn', d.decided_on, 'text', d.text,
  'who', ${WHO_DECIDES}, 'due', d.due, 'state', d.state)`;

/** An action point in the form of `ActionPointFacts`: row `d`. */
export const ACTION_POINT = `jsonb_build_object('text', d.text, 'who', ${WHO_DOES}, 'due', d.due)`;

/** Name of member `gm`: the person's own where there is one, since people change names. */
export const MEMBER_NAME = `coalesce((SELECT n.name FROM person n WHERE n.id = gm.person_id), gm.name)`;

export const SUBSTITUTE_FOR = `(SELECT coalesce((SELECT n.name FROM person n WHERE n.id = s.person_id), s.name) FROM group_member s WHERE s.id = gm.substitute_for_id)`;

/** Those who belong to the group on the day of the meeting, chair and secretary first. */
export const MEMBERS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('name', ${MEMBER_NAME}, 'organisation', o.name, 'role', gm.role, 'substituteFor', ${SUBSTITUTE_FOR})
    ORDER BY array_position(ARRAY['chair', 'secretary', 'member', 'substitute', 'co_opted'], gm.role), o.name COLLATE "sv-x-icu", gm.name COLLATE "sv-x-icu", gm.id), '[]')
  FROM group_member gm JOIN organisation o ON o.id = gm.organisation_id
  WHERE gm.group_id = g.id AND gm.from_day <= ${MEETING_DAY} AND (gm.to_day IS NULL OR gm.to_day >= ${MEETING_DAY}))`;

/** What an item is about, in the form of `ItemFacts` without its state: row `i`, whose activity is `a` in area `ar`. */
export const ITEM = `'kind', i.kind, 'state', i.state, 'reference', coalesce(${REFERENCE}, ''),
  'title', CASE i.kind WHEN 'free' THEN i.title
    WHEN 'decision' THEN (SELECT '§ ' || x.number || '/' || x.year FROM decision x WHERE x.id = i.decision_id)
    WHEN 'lift' THEN (SELECT x.name FROM lift l JOIN work_group x ON x.id = l.from_group_id WHERE l.id = i.lift_id)
    WHEN 'answer' THEN (SELECT x.name FROM lift l JOIN work_group x ON x.id = l.to_group_id WHERE l.id = i.lift_id)
    ELSE '' END,
  'text', CASE i.kind WHEN 'activity' THEN a.text
    WHEN 'decision' THEN (SELECT x.text FROM decision x WHERE x.id = i.decision_id)
    WHEN 'action_point' THEN (SELECT x.text FROM action_point x WHERE x.id = i.action_point_id)
    WHEN 'lift' THEN (SELECT x.question FROM lift x WHERE x.id = i.lift_id)
    WHEN 'answer' THEN (SELECT x.question FROM lift x WHERE x.id = i.lift_id) ELSE '' END,
  'liftId', CASE WHEN i.kind IN ('lift', 'answer') THEN i.lift_id END`;
export const JOIN_ACTIVITY = `LEFT JOIN activity a ON a.id = i.activity_id LEFT JOIN area ar ON ar.id = a.area_id`;
