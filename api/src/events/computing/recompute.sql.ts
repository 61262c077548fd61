import { eventBody, REFERENCES_OF_INDICATOR } from '../shared/event-sql.ts';

/**
 * Takes turns on the open rounds of plans. First the rounds' rows, as the writers of outcomes take them too, so that
 * nothing here crosses an adoption; then one lock per round, so that two who register at once count each other. What
 * reads `turn` runs when it has come.
 */
export function takeTurn(planIds: string): string {
  return `held AS (SELECT r.id FROM follow_up_round r WHERE r.plan_id = ANY(${planIds}::uuid[]) AND r.state IN ('open', 'in_review') FOR SHARE),
  turn AS (SELECT count(pg_advisory_xact_lock(hashtextextended('outcomes ' || h.id, 0))) AS rounds FROM (SELECT id FROM held ORDER BY id) h)`;
}

/**
 * Which figures a change may touch: rules over the activities $5 in open rounds that hold any of the days $6, every rule
 * of round $7, or indicator $8 in its open round. An adopted round is never among them.
 */
const PAIR = `
  touched AS (
    SELECT r.id AS round_id, x.indicator_id FROM activity_indicator x JOIN indicator_rule u ON u.indicator_id = x.indicator_id
      JOIN follow_up_round r ON r.plan_id = x.plan_id
      WHERE x.activity_id = ANY($5::uuid[]) AND EXISTS (SELECT 1 FROM unnest($6::date[]) AS d(day) WHERE d.day BETWEEN r.from_day AND r.to_day)
    UNION SELECT r.id, u.indicator_id FROM follow_up_round r JOIN indicator_rule u ON u.plan_id = r.plan_id WHERE r.id = $7::uuid
    UNION SELECT c.round_id, c.indicator_id FROM computed_outcome c WHERE c.round_id = $7::uuid
    UNION SELECT r.id, i.id FROM indicator i JOIN follow_up_round r ON r.plan_id = i.plan_id WHERE i.id = $8::uuid),
  pair AS (
    SELECT r.id AS round_id, r.plan_id, r.from_day, r.to_day, i.id AS indicator_id, i.breakdown, i.definition_version, u.method,
      ARRAY(SELECT k.kind_id FROM indicator_rule_kind k WHERE k.indicator_id = i.id) AS kinds
    FROM touched t JOIN follow_up_round r ON r.id = t.round_id AND r.state IN ('open', 'in_review') JOIN indicator i ON i.id = t.indicator_id
    LEFT JOIN indicator_rule u ON u.indicator_id = i.id AND i.kind = 'count')`;

export const STORED = `stored AS (
    SELECT o.* FROM outcome o JOIN pair p ON p.round_id = o.round_id AND p.indicator_id = o.indicator_id
    WHERE o.sex = 'total')`;

/** What each event in `counted` gives each figure: an item that counts once, or an amount to add up. */
export const PIECES = `
  placed AS (
    SELECT c.*, NULL::text AS place, c.participants AS here FROM counted c WHERE c.breakdown = 'none'
    UNION ALL
    SELECT c.*, m.municipality_code, coalesce(m.participants,
      CASE WHEN (SELECT count(*) FROM event_municipality n WHERE n.event_id = c.event_id) = 1 THEN c.participants END)
    FROM counted c JOIN event_municipality m ON m.event_id = c.event_id WHERE c.breakdown = 'municipality'),
  piece AS (
    SELECT round_id, indicator_id, method, place, event_id, event_id::text AS item, 1 AS amount FROM placed WHERE method = 'count_events'
    UNION ALL
    SELECT round_id, indicator_id, method, place, event_id, event_id || '/' || coalesce(place, ''), here FROM placed
      WHERE method = 'sum_participants' AND here IS NOT NULL
    UNION ALL
    SELECT round_id, indicator_id, method, place, event_id, place, 1 FROM placed WHERE method = 'distinct_municipalities' AND place IS NOT NULL
    UNION ALL
    SELECT p.round_id, p.indicator_id, p.method, p.place, p.event_id, m.municipality_code, 1
      FROM placed p JOIN event_municipality m ON m.event_id = p.event_id WHERE p.method = 'distinct_municipalities' AND p.place IS NULL
    UNION ALL
    SELECT p.round_id, p.indicator_id, p.method, p.place, p.event_id, o.organisation_id::text, 1
      FROM placed p JOIN event_organisation o ON o.event_id = p.event_id WHERE p.method = 'distinct_organisations')`;

/** The domain's computeFromEvents in SQL; a test holds the two against each other. */
const RESULT = `
  counted AS (
    SELECT DISTINCT p.round_id, p.indicator_id, p.breakdown, p.method, e.id AS event_id, e.participants
    FROM pair p JOIN activity_indicator x ON x.indicator_id = p.indicator_id JOIN event_activity w ON w.activity_id = x.activity_id
      JOIN logged_event e ON e.id = w.event_id
    WHERE p.method IS NOT NULL AND e.deleted_at IS NULL AND e.day BETWEEN p.from_day AND p.to_day
      AND (cardinality(p.kinds) = 0 OR e.kind_id = ANY(p.kinds))),
  ${PIECES},
  result AS (
    SELECT round_id, indicator_id, place, CASE WHEN min(method) = 'sum_participants' THEN sum(amount) ELSE count(DISTINCT item) END::numeric AS value,
      array_agg(DISTINCT event_id ORDER BY event_id) AS event_ids
    FROM piece GROUP BY round_id, indicator_id, place),
  ${STORED},
  twice AS (
    SELECT g.round_id, g.indicator_id, count(DISTINCT (g.place, g.item)) - count(DISTINCT g.item) AS value
    FROM piece g
    WHERE g.place IS NOT NULL AND g.method <> 'sum_participants' AND NOT EXISTS (SELECT 1 FROM stored o
      WHERE o.round_id = g.round_id AND o.indicator_id = g.indicator_id AND o.municipality_code = g.place AND o.source <> 'events')
    GROUP BY g.round_id, g.indicator_id HAVING count(DISTINCT (g.place, g.item)) > count(DISTINCT g.item))`;

/** The computed figures of `result` beside the typed ones, and what adding them up counts twice. */
export const PUT_COMPUTED = `
  put AS (
    INSERT INTO computed_outcome (id, county_id, plan_id, round_id, indicator_id, municipality_code, value, event_ids)
    SELECT gen_random_uuid(), current_county(), p.plan_id, r.round_id, r.indicator_id, r.place, r.value, r.event_ids
    FROM result r JOIN pair p ON p.round_id = r.round_id AND p.indicator_id = r.indicator_id
    ON CONFLICT ON CONSTRAINT computed_outcome_unique DO UPDATE SET value = excluded.value, event_ids = excluded.event_ids, computed_at = now()
      WHERE computed_outcome.value <> excluded.value OR computed_outcome.event_ids <> excluded.event_ids
    RETURNING round_id, indicator_id, municipality_code, value),
  overlap_put AS (
    INSERT INTO outcome_overlap (round_id, indicator_id, county_id, plan_id, value)
    SELECT t.round_id, t.indicator_id, current_county(), p.plan_id, t.value FROM twice t JOIN pair p ON p.round_id = t.round_id AND p.indicator_id = t.indicator_id
    ON CONFLICT ON CONSTRAINT outcome_overlap_pk DO UPDATE SET value = excluded.value WHERE outcome_overlap.value <> excluded.value)`;

/** Where nothing counts any more there is no figure: not zero. */
const TAKE_COMPUTED = `
  gone AS (
    DELETE FROM computed_outcome c USING pair p
    WHERE c.round_id = p.round_id AND c.indicator_id = p.indicator_id AND NOT EXISTS (SELECT 1 FROM result r
      WHERE r.round_id = c.round_id AND r.indicator_id = c.indicator_id AND r.place IS NOT DISTINCT FROM c.municipality_code)
    RETURNING c.round_id, c.indicator_id, c.municipality_code),
  overlap_gone AS (
    DELETE FROM outcome_overlap v USING pair p WHERE v.round_id = p.round_id AND v.indicator_id = p.indicator_id
      AND NOT EXISTS (SELECT 1 FROM twice t WHERE t.round_id = v.round_id AND t.indicator_id = v.indicator_id))`;

/** Where nothing is typed the computed figure is the outcome. */
export const PUT_OUTCOMES = `
  wanted AS (
    SELECT r.round_id, r.indicator_id, r.place, r.value, p.plan_id, p.definition_version, o.id AS old_id, o.value AS old_value
    FROM result r JOIN pair p ON p.round_id = r.round_id AND p.indicator_id = r.indicator_id
      LEFT JOIN stored o ON o.round_id = r.round_id AND o.indicator_id = r.indicator_id AND o.municipality_code IS NOT DISTINCT FROM r.place
    WHERE o.id IS NULL OR (o.source = 'events' AND o.value IS DISTINCT FROM r.value)),
  written AS (
    INSERT INTO outcome (id, county_id, plan_id, round_id, indicator_id, municipality_code, sex, state, value, source, definition_version, reported_by)
    SELECT coalesce(w.old_id, gen_random_uuid()), current_county(), w.plan_id, w.round_id, w.indicator_id, w.place, 'total', 'value', w.value,
      'events', w.definition_version, current_person()
    FROM wanted w
    ON CONFLICT ON CONSTRAINT outcome_unique DO UPDATE SET value = excluded.value, definition_version = excluded.definition_version,
      reported_at = now(), reported_by = excluded.reported_by, version = outcome.version + 1 WHERE outcome.source = 'events'
    RETURNING id, round_id, indicator_id, municipality_code, value)`;

const TAKE_OUTCOMES = `
  removed AS (
    DELETE FROM outcome o USING stored s
    WHERE o.id = s.id AND s.source = 'events' AND NOT EXISTS (SELECT 1 FROM result r
      WHERE r.round_id = s.round_id AND r.indicator_id = s.indicator_id AND r.place IS NOT DISTINCT FROM s.municipality_code)
    RETURNING o.id, o.round_id, o.indicator_id, o.municipality_code, o.value, o.note)`;

/** Reads `removed` and `written`. */
export const RECORD = `
  audited AS (
    INSERT INTO audit_event (id, county_id, person_id, source, request_id, action, entity, entity_id, changes)
    SELECT gen_random_uuid(), current_county(), current_person(), $1, $2, c.action, 'outcome', c.id, c.changes FROM (
      SELECT w.id, CASE WHEN o.old_id IS NULL THEN 'create' ELSE 'update' END AS action,
        CASE WHEN o.old_id IS NULL THEN ${wholeRow('new', 'w')} ELSE jsonb_build_object('value', jsonb_build_object('old', o.old_value, 'new', w.value)) END AS changes
      FROM written w JOIN wanted o ON o.round_id = w.round_id AND o.indicator_id = w.indicator_id AND o.place IS NOT DISTINCT FROM w.municipality_code
      UNION ALL SELECT d.id, 'delete', ${wholeRow('old', 'd')} FROM removed d) c)`;

function wholeRow(side: 'old' | 'new', alias: string): string {
  const fields = {
    roundId: `${alias}.round_id`,
    indicatorId: `${alias}.indicator_id`,
    municipalityCode: `${alias}.municipality_code`,
    sex: `'total'::text`,
    state: `'value'::text`,
    value: `${alias}.value`,
    source: `'events'::text`,
  };
  const pairs = Object.entries(fields).map(([name, sql]) => `'${name}', jsonb_build_object('${side}', ${sql})`);
  return `jsonb_build_object(${pairs.join(', ')})`;
}

const FIGURE = `'municipalityCode', o.municipality_code, 'sex', o.sex, 'state', o.state, 'value', o.value, 'denominator', o.denominator, 'day', o.day, 'text', o.text`;

/** What moved, with all that is needed to say it in words: MovedFigure[] when $3 is true, else nothing. */
export const MOVED = `
  moved AS (
    SELECT p.* FROM pair p WHERE $3::boolean AND (p.round_id, p.indicator_id) IN (
      SELECT round_id, indicator_id FROM put UNION SELECT round_id, indicator_id FROM gone
      UNION SELECT round_id, indicator_id FROM written UNION SELECT round_id, indicator_id FROM removed))`;

export const MOVED_BODY = `json_build_object(
  'round', json_build_object('id', r.id, 'label', r.label, 'state', r.state, 'opens', r.opens),
  'indicatorId', i.id, 'text', i.text, 'references', ${REFERENCES_OF_INDICATOR},
  'responsibleIds', (SELECT coalesce(json_agg(DISTINCT w.organisation_id), '[]') FROM activity_indicator x
    JOIN activity_actor w ON w.activity_id = x.activity_id AND w.role = 'responsible' WHERE x.indicator_id = i.id),
  'definition', json_build_object('kind', i.kind, 'breakdown', i.breakdown, 'bySex', i.by_sex, 'combinePlaces', i.combine_places,
    'smallNumberThreshold', i.small_number_threshold),
  'places', (SELECT coalesce(json_agg(m.code ORDER BY m.code), '[]') FROM municipality m WHERE m.county_id = current_county()),
  'leftOut', (SELECT coalesce(json_agg(l.municipality_code), '[]') FROM place_left_out l WHERE l.round_id = r.id AND l.indicator_id = i.id),
  'stored', (SELECT coalesce(json_agg(json_build_object('id', o.id, 'source', o.source, 'keptAgainst', o.kept_against, ${FIGURE})), '[]')
    FROM outcome o WHERE o.round_id = r.id AND o.indicator_id = i.id),
  'written', (SELECT coalesce(json_agg(json_build_object('id', o.id, 'municipalityCode', o.municipality_code, 'value', o.value)), '[]')
    FROM written o WHERE o.round_id = r.id AND o.indicator_id = i.id),
  'removed', (SELECT coalesce(json_agg(o.id), '[]') FROM removed o WHERE o.round_id = r.id AND o.indicator_id = i.id),
  'computed', (SELECT coalesce(json_agg(json_build_object('municipalityCode', c.place, 'value', c.value)), '[]')
    FROM figure c WHERE c.round_id = r.id AND c.indicator_id = i.id),
  'overlapBefore', coalesce((SELECT v.value FROM outcome_overlap v WHERE v.round_id = r.id AND v.indicator_id = i.id), 0),
  'overlapAfter', coalesce((SELECT t.value FROM overlap_after t WHERE t.round_id = r.id AND t.indicator_id = i.id), 0))`;

/** RecomputeAnswer for an event. */
export const answer = (eventId: string): string => `SELECT json_build_object(
    'moved', (SELECT coalesce(json_agg(${MOVED_BODY} ORDER BY r.from_day DESC, i.text, i.id), '[]')
      FROM moved JOIN follow_up_round r ON r.id = moved.round_id JOIN indicator i ON i.id = moved.indicator_id),
    'skipped', (SELECT coalesce(json_agg(DISTINCT jsonb_build_object('method', c.method, 'breakdown', c.breakdown)), '[]') FROM counted c
      WHERE c.event_id = ${eventId}::uuid AND NOT EXISTS (SELECT 1 FROM piece g
        WHERE g.event_id = c.event_id AND g.round_id = c.round_id AND g.indicator_id = c.indicator_id)),
    'event', (SELECT ${eventBody('true')} FROM logged_event e WHERE e.id = ${eventId}::uuid AND e.deleted_at IS NULL)) AS answer`;

/** The figures as they stand after: all are new here. */
const ALL = `
  figure AS (SELECT round_id, indicator_id, place, value FROM result),
  overlap_after AS (SELECT round_id, indicator_id, value FROM twice)`;

/**
 * Recomputes what depends on a change, in one statement, whatever the number of events and figures. $1 and $2 for the
 * record, $3 whether what moved is asked for, $4 the event to answer, $5 activities, $6 days, $7 round, $8 indicator.
 */
export const RECOMPUTE = `WITH ${[PAIR, RESULT, PUT_COMPUTED, TAKE_COMPUTED, PUT_OUTCOMES, TAKE_OUTCOMES, RECORD, ALL, MOVED].join(',')}
  ${answer('$4')}`;
