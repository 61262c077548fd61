import { day, dayIn, instant, person, wasUpIn } from '../../platform/database/sql.ts';
import { activeIn, askedOrganisation, roundRef } from '../shared/sql.ts';

const PLAN = `jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'words', p.words)`;
const ANSWERED = `f.state IN ('submitted', 'accepted')`;
const FIGURE = `'municipalityCode', o.municipality_code, 'sex', o.sex, 'state', o.state, 'value', o.value, 'denominator', o.denominator,
  'day', o.day, 'text', o.text`;

/** `$1` all, `$2` organisations, `$3` municipalities, `$4` one follow-up, `$5` one round, whatever its state, `$6` today. */
const SCOPE = `
  round AS (
    SELECT r.* FROM follow_up_round r
    WHERE CASE WHEN $5::uuid IS NOT NULL THEN r.id = $5 WHEN $4::uuid IS NULL THEN r.state <> 'adopted'
      ELSE r.id = (SELECT f.round_id FROM follow_up f WHERE f.id = $4) END
  ), live AS (
    SELECT r.id, r.plan_id, (SELECT b.id FROM follow_up_round b WHERE b.plan_id = r.plan_id AND b.from_day < r.from_day AND b.state <> 'planned'
      ORDER BY b.from_day DESC, b.label DESC LIMIT 1) AS previous_id
    FROM round r WHERE r.state IN ('open', 'in_review') OR $4 IS NOT NULL OR $5 IS NOT NULL
  ), waiting AS (
    SELECT f.* FROM live r JOIN follow_up f ON f.round_id = r.id
    WHERE CASE WHEN $4 IS NOT NULL THEN f.id = $4 ELSE $1::boolean OR f.reporter_id = current_person()
      OR EXISTS (SELECT 1 FROM activity_actor actor WHERE actor.activity_id = f.activity_id AND actor.role = 'responsible'
        AND actor.organisation_id = ANY($2::uuid[])) END
  ), partner AS (
    SELECT pa.round_id, pa.activity_id, count(*)::int AS asked,
      coalesce(json_agg(o.name ORDER BY o.name COLLATE "sv-x-icu") FILTER (WHERE pa.state = 'invited'), '[]') AS invited
    FROM participation pa JOIN organisation o ON o.id = pa.organisation_id
    WHERE pa.round_id IN (SELECT id FROM live) GROUP BY 1, 2
  )`;

/**
 * The figures of the activities that wait, and those that events give another value in the person's municipalities.
 * Outcomes are looked up round by round, which OFFSET holds the planner to: how many rounds are live it cannot know, and
 * it would read the outcomes of every county and year instead.
 */
const FIGURES = `
  computed AS (
    SELECT c.round_id, c.indicator_id, json_agg(json_build_object('code', c.municipality_code, 'value', c.value)) AS list,
      coalesce(bool_or(c.municipality_code = ANY($3::text[])), false) AS is_mine
    FROM computed_outcome c WHERE c.round_id IN (SELECT id FROM live) GROUP BY 1, 2
  ), served AS (
    SELECT l.id AS round_id, l.previous_id, ai.indicator_id, json_agg(ai.activity_id) AS activity_ids
    FROM live l JOIN activity_indicator ai ON ai.plan_id = l.plan_id
    LEFT JOIN waiting w ON w.round_id = l.id AND w.activity_id = ai.activity_id
    LEFT JOIN computed c ON c.round_id = l.id AND c.indicator_id = ai.indicator_id
    GROUP BY l.id, l.previous_id, ai.indicator_id HAVING count(w.id) > 0 OR bool_or(c.is_mine)
  ), now AS (
    SELECT o.round_id, o.indicator_id, json_agg(json_build_object(${FIGURE}, 'source', o.source, 'keptAgainst', o.kept_against)) AS list
    FROM live l CROSS JOIN LATERAL (SELECT * FROM outcome o WHERE o.round_id = l.id OFFSET 0) o GROUP BY 1, 2
  ), earlier AS (
    SELECT o.round_id, o.indicator_id, json_agg(json_build_object(${FIGURE})) AS list
    FROM (SELECT DISTINCT previous_id FROM live) l CROSS JOIN LATERAL (SELECT * FROM outcome o WHERE o.round_id = l.previous_id OFFSET 0) o GROUP BY 1, 2
  ), target AS (
    SELECT t.round_id, t.indicator_id, min(t.value) FILTER (WHERE t.municipality_code IS NULL) AS county,
      json_agg(json_build_object('code', t.municipality_code, 'value', t.value)) FILTER (WHERE t.municipality_code IS NOT NULL) AS list
    FROM indicator_target t WHERE t.round_id IN (SELECT id FROM live) GROUP BY 1, 2
  ), left_out AS MATERIALIZED (
    SELECT l.round_id, l.indicator_id, json_agg(l.municipality_code) AS list
    FROM place_left_out l WHERE l.round_id IN (SELECT id FROM live) GROUP BY 1, 2
  )`;

/**
 * What meetings say of the activities that wait, of all at once. It is said of today: a follow-up of an adopted round stays as
 * it was, but meetings are planned by what is known now (`$5`).
 */
const IS_NOW = `(r.state <> 'adopted' OR $5 IS NOT NULL)`;
const MEETINGS = `
  held AS MATERIALIZED (
    SELECT m.id, m.state, g.plan_id, ${dayIn('m.starts_at')} AS day FROM meeting m JOIN work_group g ON g.id = m.group_id
    WHERE m.state IN ('held', 'adjusted') AND g.plan_id IN (SELECT l.plan_id FROM live l)
  ), began AS (
    SELECT plan_id, min(day) AS day FROM held GROUP BY 1
  ), up AS (
    SELECT i.activity_id, max(held.day) AS day FROM held JOIN agenda_item i ON i.meeting_id = held.id
    WHERE ${wasUpIn('i', 'held')} GROUP BY 1
  ), decided AS (
    SELECT d.activity_id, json_agg(json_build_object('id', d.id, 'number', d.number, 'year', d.year, 'dueOn', ${day('d.due')})
      ORDER BY d.due NULLS LAST, d.year, d.number, d.id) AS list
    FROM decision d WHERE d.state = 'open' AND d.activity_id IN (SELECT w.activity_id FROM waiting w) GROUP BY 1
  ), parked AS (
    SELECT DISTINCT k.activity_id FROM activity_parking k WHERE k.until_day IS NULL OR k.until_day >= $6::date
  )`;

const ROUNDS = `
  SELECT coalesce(json_agg(json_build_object('id', r.id, 'plan', ${PLAN}, 'round', ${roundRef('r')}, 'opens', ${day('r.opens')}, 'due', ${day('r.due')},
      'mayOpen', p.state = 'adopted' AND NOT EXISTS (SELECT 1 FROM follow_up_round other WHERE other.plan_id = r.plan_id
        AND other.state IN ('open', 'in_review')),
      'answered', of_round.answered, 'total', of_round.total, 'withoutReporter', of_round.without_reporter,
      'states', CASE WHEN $1 AND r.state = 'in_review' THEN (SELECT coalesce(json_agg(f.state), '[]') FROM activity a
        LEFT JOIN follow_up f ON f.round_id = r.id AND f.activity_id = a.id
        WHERE a.plan_id = r.plan_id AND (f.id IS NOT NULL OR ${activeIn('a', 'r')})) ELSE '[]' END,
      'goalsJudged', CASE WHEN $1 AND r.state = 'in_review' THEN (SELECT coalesce(json_agg(EXISTS (SELECT 1 FROM goal_judgement gj
        WHERE gj.round_id = r.id AND gj.goal_id = g.id AND gj.judgement IS NOT NULL)), '[]') FROM goal g WHERE g.plan_id = r.plan_id) ELSE '[]' END,
      'proposedBy', ${person('r.adoption_proposed_by')}, 'proposedOn', ${dayIn('r.adoption_proposed_at')})
    ORDER BY r.due, p.title COLLATE "sv-x-icu", r.id), '[]')
  FROM round r JOIN plan p ON p.id = r.plan_id
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE ${ANSWERED})::int AS answered, count(*)::int AS total,
      count(*) FILTER (WHERE f.reporter_id IS NULL AND NOT ${ANSWERED})::int AS without_reporter
    FROM follow_up f WHERE $1 AND f.round_id = r.id) of_round`;

const GOALS = `
  SELECT coalesce(json_agg(json_build_object('id', gj.id, 'title', g.title, 'reference', coalesce(g.code, g.number::text), 'roundId', l.id,
      'answered', of_goal.answered, 'total', of_goal.total) ORDER BY r.due, p.title COLLATE "sv-x-icu", r.id, g.position), '[]')
  FROM live l JOIN round r ON r.id = l.id JOIN plan p ON p.id = l.plan_id JOIN goal_judgement gj ON gj.round_id = l.id JOIN goal g ON g.id = gj.goal_id
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE ${ANSWERED})::int AS answered, count(*)::int AS total
    FROM follow_up f JOIN activity a ON a.id = f.activity_id WHERE f.round_id = l.id AND a.goal_id = g.id) of_goal
  WHERE $1 AND $4 IS NULL AND gj.judgement IS NULL`;

const FOLLOW_UPS = `
  SELECT coalesce(json_agg(json_build_object('id', f.id, 'activityId', f.activity_id, 'title', a.text,
      'reference', area.number || '/' || a.number, 'roundId', f.round_id, 'version', f.version, 'state', f.state, 'judgement', f.judgement,
      'lastJudgement', was.judgement, 'isWritten', f.done <> '' OR f.results <> '' OR f.obstacles <> '' OR f.next_step <> '',
      'reporter', ${person('f.reporter_id')}, 'asked', ${askedOrganisation('f.activity_id', 'f.reporter_id')},
      'responsibleIds', (SELECT coalesce(json_agg(actor.organisation_id), '[]') FROM activity_actor actor
        WHERE actor.activity_id = f.activity_id AND actor.role = 'responsible'),
      'respondedIds', (SELECT coalesce(json_agg(said.organisation_id), '[]') FROM follow_up_response said WHERE said.follow_up_id = f.id),
      'invited', coalesce(partner.invited, '[]'), 'partners', coalesce(partner.asked, 0), 'openDecisions', CASE WHEN ${IS_NOW} THEN coalesce(decided.list, '[]') ELSE '[]' END,
      'discussed', CASE WHEN ${IS_NOW} AND began.day IS NOT NULL THEN json_build_object('lastOn', up.day, 'meetingsSince', began.day,
        'activeFrom', a.first_year || '-01-01', 'activeTo', a.last_year || '-12-31', 'isParked', parked.activity_id IS NOT NULL) END,
      'lastAnswerOn', CASE WHEN f.updated_by IS NOT NULL THEN ${dayIn('f.updated_at')} END,
      'returnedOn', CASE WHEN f.state = 'returned' THEN (SELECT ${dayIn('max(e.at)')} FROM audit_event e
        WHERE e.entity_id = f.id AND e.action = 'return') END,
      'updatedAt', ${instant('f.updated_at')})
    ORDER BY r.due, p.title COLLATE "sv-x-icu", r.id, g.position, area.position, a.position), '[]')
  FROM waiting f JOIN round r ON r.id = f.round_id JOIN plan p ON p.id = r.plan_id
  JOIN activity a ON a.id = f.activity_id JOIN area ON area.id = a.area_id JOIN goal g ON g.id = a.goal_id
  LEFT JOIN partner ON partner.round_id = f.round_id AND partner.activity_id = f.activity_id
  LEFT JOIN began ON began.plan_id = f.plan_id LEFT JOIN up ON up.activity_id = f.activity_id
  LEFT JOIN decided ON decided.activity_id = f.activity_id LEFT JOIN parked ON parked.activity_id = f.activity_id
  LEFT JOIN live l ON l.id = f.round_id
  LEFT JOIN follow_up was ON was.round_id = l.previous_id AND was.activity_id = f.activity_id`;

const FIGURE_ROWS = `
  SELECT coalesce(json_agg(json_build_object('roundId', s.round_id, 'indicatorId', i.id, 'activityIds', s.activity_ids,
      'responsibleIds', (SELECT coalesce(json_agg(DISTINCT aa.organisation_id), '[]') FROM activity_indicator x
        JOIN activity_actor aa ON aa.activity_id = x.activity_id AND aa.role = 'responsible' WHERE x.indicator_id = i.id),
      'definition', json_build_object('text', i.text, 'kind', i.kind, 'unit', i.unit, 'decimals', i.decimals, 'direction', i.direction,
        'breakdown', i.breakdown, 'bySex', i.by_sex, 'combinePlaces', i.combine_places, 'smallNumberThreshold', i.small_number_threshold,
        'targetMargin', i.target_margin, 'settled', i.settled),
      'target', coalesce(t.county, i.target), 'previousTarget', coalesce((SELECT b.value FROM indicator_target b
        WHERE b.round_id = s.previous_id AND b.indicator_id = i.id AND b.municipality_code IS NULL), i.target), 'targets', coalesce(t.list, '[]'), 'outcomes', coalesce(now.list, '[]'),
      'previous', coalesce(earlier.list, '[]'), 'computed', coalesce(c.list, '[]'), 'leftOut', coalesce(lo.list, '[]'),
      'overlap', coalesce(v.value, 0), 'previousOverlap', coalesce(pv.value, 0)) ORDER BY i.id), '[]')
  FROM served s JOIN indicator i ON i.id = s.indicator_id
  LEFT JOIN now ON now.round_id = s.round_id AND now.indicator_id = i.id
  LEFT JOIN earlier ON earlier.round_id = s.previous_id AND earlier.indicator_id = i.id
  LEFT JOIN computed c ON c.round_id = s.round_id AND c.indicator_id = i.id
  LEFT JOIN target t ON t.round_id = s.round_id AND t.indicator_id = i.id
  LEFT JOIN left_out lo ON lo.round_id = s.round_id AND lo.indicator_id = i.id
  LEFT JOIN outcome_overlap v ON v.round_id = s.round_id AND v.indicator_id = i.id
  LEFT JOIN outcome_overlap pv ON pv.round_id = s.previous_id AND pv.indicator_id = i.id`;

/** `Waiting` as JSON, in one statement: SCOPE says what the parameters are. */
export const WAITING = `WITH ${SCOPE}, ${FIGURES}, ${MEETINGS}
  SELECT json_build_object(
    'municipalities', (SELECT coalesce(json_agg(json_build_object('code', m.code, 'name', m.name) ORDER BY m.name COLLATE "sv-x-icu"), '[]')
      FROM municipality m WHERE m.county_id = current_county()),
    'rounds', (${ROUNDS}), 'goals', (${GOALS}), 'followUps', (${FOLLOW_UPS}), 'figures', (${FIGURE_ROWS})) AS waiting`;
