/**
 * The reference: one statement per answer, written by hand, that makes the whole JSON in the database. No sign-in, no
 * row-level security, no validation. It answers the same as the API, which the bench checks before it measures.
 */
const PLAN_AND_ROUND = `
  p AS (SELECT * FROM plan WHERE county_id = $1 AND slug = $2),
  r AS (SELECT * FROM follow_up_round WHERE plan_id = (SELECT id FROM p) AND state <> 'planned' ORDER BY from_day DESC, label DESC LIMIT 1)`;

const ROUND = `(SELECT json_build_object('id', id, 'label', label, 'state', state, 'versionNumber', version_number) FROM r)`;
const ROUNDS = `(SELECT json_agg(json_build_object('id', id, 'label', label, 'state', state, 'versionNumber', version_number) ORDER BY from_day DESC) FROM follow_up_round WHERE plan_id = (SELECT id FROM p))`;

const COUNTS = `json_build_object('not_started', count(*) FILTER (WHERE judgement = 'not_started'), 'on_track', count(*) FILTER (WHERE judgement = 'on_track'),
  'needs_support', count(*) FILTER (WHERE judgement = 'needs_support'), 'completed', count(*) FILTER (WHERE judgement = 'completed'),
  'cancelled', count(*) FILTER (WHERE judgement = 'cancelled'), 'notJudged', count(*) FILTER (WHERE judgement IS NULL), 'total', count(*))`;

const JUDGED = `judged AS (
  SELECT a.id, a.goal_id, a.area_id, f.judgement, f.state FROM activity a LEFT JOIN follow_up f ON f.activity_id = a.id AND f.round_id = (SELECT id FROM r)
  WHERE a.plan_id = (SELECT id FROM p))`;

/** $1 county, $2 slug */
export const OVERVIEW = `WITH ${PLAN_AND_ROUND}, ${JUDGED},
  of_area AS (SELECT area_id, ${COUNTS} AS counts FROM judged GROUP BY area_id),
  of_goal AS (SELECT goal_id, ${COUNTS} AS counts FROM judged GROUP BY goal_id),
  areas AS (SELECT a.goal_id, json_agg(json_build_object('id', a.id, 'number', a.number, 'title', a.title, 'counts', c.counts) ORDER BY a.position) AS list
    FROM area a JOIN of_area c ON c.area_id = a.id WHERE a.plan_id = (SELECT id FROM p) GROUP BY a.goal_id)
  SELECT json_build_object(
    'plan', (SELECT json_build_object('id', id, 'slug', slug, 'title', title, 'theme', theme, 'firstYear', first_year, 'lastYear', last_year, 'state', state, 'words', words,
      'purposes', purposes, 'overarchingGoals', overarching_goals, 'specificGoals', specific_goals, 'recordsNumber', records_number, 'decisionReference', decision_reference) FROM p),
    'round', ${ROUND}, 'rounds', ${ROUNDS},
    'goals', (SELECT json_agg(json_build_object('id', g.id, 'number', g.number, 'code', g.code, 'title', g.title, 'judgement', j.judgement, 'counts', c.counts, 'areas', s.list) ORDER BY g.position)
      FROM goal g JOIN of_goal c ON c.goal_id = g.id JOIN areas s ON s.goal_id = g.id LEFT JOIN goal_judgement j ON j.goal_id = g.id AND j.round_id = (SELECT id FROM r)
      WHERE g.plan_id = (SELECT id FROM p)),
    'counts', (SELECT ${COUNTS} FROM judged),
    'answers', (SELECT json_build_object('draft', count(*) FILTER (WHERE state = 'draft'), 'submitted', count(*) FILTER (WHERE state = 'submitted'),
      'returned', count(*) FILTER (WHERE state = 'returned'), 'accepted', count(*) FILTER (WHERE state = 'accepted')) FROM judged))::text AS body`;

const MANY = `(SELECT count(*) FROM municipality WHERE county_id = $1)`;
const EXPECTED = `CASE WHEN i.breakdown = 'municipality' THEN ${MANY} ELSE 1 END`;
const given = (state: string): string =>
  `(SELECT count(*) FROM outcome o WHERE o.round_id = (SELECT id FROM r) AND o.indicator_id = i.id AND o.sex = 'total' AND o.state = '${state}')`;

/** What each value of one filter would give, with the other filter kept: on judgement ($3) or on goal ($4). */
const BY_JUDGEMENT = `coalesce(judgement, 'none') = ANY($3)`;
const BY_GOAL = `(cardinality($4::uuid[]) = 0 OR goal_id = ANY($4))`;
const facetOfActors = (
  role: string,
): string => `(SELECT coalesce(json_agg(json_build_object('value', o.id, 'label', o.name, 'count', n.count) ORDER BY o.name COLLATE "sv-x-icu"), '[]')
  FROM (SELECT x.organisation_id, count(*) FILTER (WHERE ${BY_JUDGEMENT} AND ${BY_GOAL}) AS count FROM activity_actor x JOIN judged ON judged.id = x.activity_id
    WHERE x.plan_id = (SELECT id FROM p) AND x.role = '${role}' GROUP BY 1) n JOIN organisation o ON o.id = n.organisation_id)`;

/** $1 county, $2 slug, $3 judgements, $4 goals */
export const ACTIVITIES = `WITH ${PLAN_AND_ROUND}, ${JUDGED},
  hits AS (SELECT id FROM judged WHERE ${BY_JUDGEMENT} AND ${BY_GOAL}),
  page AS (SELECT a.*, ar.number AS area_number, g.number AS goal_number, g.code AS goal_code, g.position AS goal_position, ar.position AS area_position
    FROM hits JOIN activity a USING (id) JOIN area ar ON ar.id = a.area_id JOIN goal g ON g.id = a.goal_id
    ORDER BY g.position, ar.position, a.position LIMIT 50),
  actors AS (SELECT x.activity_id, x.role, json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY x.position) AS list
    FROM activity_actor x JOIN organisation o ON o.id = x.organisation_id WHERE x.activity_id IN (SELECT id FROM page) GROUP BY 1, 2),
  measured AS (SELECT l.activity_id, count(*) AS indicators, sum(${given('value')}) AS reported, sum(${EXPECTED} - ${given('not_applicable')}) AS expected
    FROM activity_indicator l JOIN indicator i ON i.id = l.indicator_id WHERE l.activity_id IN (SELECT id FROM page) GROUP BY 1)
  SELECT json_build_object(
    'plan', (SELECT json_build_object('id', id, 'slug', slug, 'title', title, 'state', state, 'words', words) FROM p), 'round', ${ROUND}, 'rounds', ${ROUNDS},
    'items', (SELECT json_agg(json_build_object('id', a.id, 'reference', a.area_number || '/' || a.number, 'areaNumber', a.area_number, 'number', a.number, 'text', a.text,
        'goal', json_build_object('id', a.goal_id, 'number', a.goal_number, 'code', a.goal_code), 'responsible', rs.list, 'responsibleGroup', NULL, 'partners', pa.list,
        'openEnded', a.open_ended, 'indicators', m.indicators, 'outcomesReported', m.reported, 'outcomesExpected', m.expected, 'judgement', f.judgement,
        'followUpState', f.state, 'followUpId', f.id, 'reporter', CASE WHEN w.id IS NOT NULL THEN json_build_object('id', w.id, 'name', w.name) END,
        'nextStepDate', f.next_step_date, 'updatedAt', to_char(f.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        ORDER BY a.goal_position, a.area_position, a.position)
      FROM page a LEFT JOIN actors rs ON rs.activity_id = a.id AND rs.role = 'responsible' LEFT JOIN actors pa ON pa.activity_id = a.id AND pa.role = 'partner'
        LEFT JOIN measured m ON m.activity_id = a.id LEFT JOIN follow_up f ON f.activity_id = a.id AND f.round_id = (SELECT id FROM r) LEFT JOIN person w ON w.id = f.reporter_id),
    'total', (SELECT count(*) FROM hits), 'page', 1, 'pageSize', 50,
    'facets', json_build_object('responsible', ${facetOfActors('responsible')}, 'partner', ${facetOfActors('partner')},
      'goal', (SELECT json_agg(json_build_object('value', g.id, 'label', g.title, 'count', coalesce(n.count, 0)) ORDER BY g.position) FROM goal g
        LEFT JOIN (SELECT goal_id, count(*) FROM judged WHERE ${BY_JUDGEMENT} GROUP BY 1) n ON n.goal_id = g.id WHERE g.plan_id = (SELECT id FROM p)),
      'judgement', (SELECT json_agg(json_build_object('value', v, 'label', '', 'count', coalesce(n.count, 0))) FROM unnest(ARRAY['not_started', 'on_track', 'needs_support', 'completed', 'cancelled', 'none']) v
        LEFT JOIN (SELECT coalesce(judgement, 'none') AS judgement, count(*) FROM judged WHERE ${BY_GOAL} GROUP BY 1) n ON n.judgement = v),
      'followUpState', (SELECT json_agg(json_build_object('value', v, 'label', '', 'count', coalesce(n.count, 0))) FROM unnest(ARRAY['draft', 'submitted', 'returned', 'accepted']) v
        LEFT JOIN (SELECT state, count(*) FROM judged WHERE ${BY_JUDGEMENT} AND ${BY_GOAL} GROUP BY 1) n ON n.state = v)))::text AS body`;

/** $1 county, $2 slug */
export const SUMMARY = `WITH ${PLAN_AND_ROUND}, ${JUDGED},
  of_goal AS (SELECT goal_id, ${COUNTS} AS counts FROM judged GROUP BY goal_id),
  asked AS (SELECT DISTINCT j.goal_id, i.id, i.breakdown FROM judged j JOIN activity_indicator l ON l.activity_id = j.id JOIN indicator i ON i.id = l.indicator_id
    WHERE j.judgement IS DISTINCT FROM 'cancelled'),
  cells AS (SELECT o.indicator_id, o.municipality_code, o.state FROM outcome o WHERE o.round_id = (SELECT id FROM r) AND o.sex = 'total'),
  by_indicator AS (SELECT indicator_id, count(*) FILTER (WHERE state = 'value') AS given, count(*) FILTER (WHERE state <> 'value') AS void FROM cells GROUP BY 1),
  measured AS (SELECT i.goal_id, sum(${EXPECTED} - coalesce(b.void, 0)) AS expected, sum(coalesce(b.given, 0)) AS reported FROM asked i LEFT JOIN by_indicator b ON b.indicator_id = i.id GROUP BY 1),
  by_place AS (SELECT c.municipality_code, count(*) FILTER (WHERE c.state = 'value') AS given, count(*) FILTER (WHERE c.state <> 'value') AS void
    FROM cells c WHERE c.indicator_id IN (SELECT id FROM asked WHERE breakdown = 'municipality') GROUP BY 1)
  SELECT json_build_object('round', ${ROUND}, 'counts', (SELECT ${COUNTS} FROM judged),
    'goals', (SELECT json_agg(json_build_object('id', g.id, 'number', g.number, 'code', g.code, 'title', g.title, 'judgement', j.judgement, 'counts', c.counts,
        'outcomesExpected', coalesce(m.expected, 0), 'outcomesReported', coalesce(m.reported, 0)) ORDER BY g.position)
      FROM goal g JOIN of_goal c ON c.goal_id = g.id LEFT JOIN measured m ON m.goal_id = g.id LEFT JOIN goal_judgement j ON j.goal_id = g.id AND j.round_id = (SELECT id FROM r)
      WHERE g.plan_id = (SELECT id FROM p)),
    'municipalities', (SELECT json_agg(json_build_object('code', m.code, 'name', m.name,
        'outcomesExpected', (SELECT count(DISTINCT id) FROM asked WHERE breakdown = 'municipality') - coalesce(b.void, 0), 'outcomesReported', coalesce(b.given, 0), 'notApplicable', coalesce(b.void, 0))
        ORDER BY m.name COLLATE "sv-x-icu") FROM municipality m LEFT JOIN by_place b ON b.municipality_code = m.code WHERE m.county_id = $1))::text AS body`;

/** $1 county, $2 person, $3 round, $4 indicator, $5 municipality, $6 value */
export const OUTCOME = `WITH entered AS (
    INSERT INTO outcome (id, county_id, plan_id, round_id, indicator_id, municipality_code, state, value, definition_version, reported_by)
    SELECT uuidv7(), $1, r.plan_id, r.id, $4, $5, 'value', $6, 1, $2 FROM follow_up_round r WHERE r.id = $3
    ON CONFLICT ON CONSTRAINT outcome_unique DO NOTHING RETURNING *),
  audited AS (
    INSERT INTO audit_event (id, county_id, person_id, source, action, entity, entity_id, changes)
    SELECT uuidv7(), $1, $2, 'web', 'create', 'outcome', id, jsonb_build_object('value', jsonb_build_object('new', value)) FROM entered)
  SELECT row_to_json(entered)::text AS body FROM entered`;
