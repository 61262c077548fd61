import { answer, MOVED, PIECES, PUT_COMPUTED, PUT_OUTCOMES, RECORD, STORED } from './recompute.sql.ts';

/** The figures event $4 asks to be counted in, and what stood there before it. Nothing else is read, however many events there are. */
const TOUCHED = `
  event AS MATERIALIZED (SELECT e.id, e.kind_id, e.day, e.participants FROM logged_event e WHERE e.id = $4::uuid),
  pair AS MATERIALIZED (
    SELECT DISTINCT r.id AS round_id, r.plan_id, i.id AS indicator_id, i.breakdown, i.definition_version, u.method
    FROM event_activity w JOIN activity_indicator x ON x.activity_id = w.activity_id JOIN indicator_rule u ON u.indicator_id = x.indicator_id
      JOIN indicator i ON i.id = x.indicator_id AND i.kind = 'count' JOIN follow_up_round r ON r.plan_id = x.plan_id AND r.state IN ('open', 'in_review')
      CROSS JOIN event e
    WHERE w.event_id = $4::uuid AND e.day BETWEEN r.from_day AND r.to_day
      AND (NOT EXISTS (SELECT 1 FROM indicator_rule_kind k WHERE k.indicator_id = i.id)
        OR EXISTS (SELECT 1 FROM indicator_rule_kind k WHERE k.indicator_id = i.id AND k.kind_id = e.kind_id))),
  counted AS (SELECT p.round_id, p.indicator_id, p.breakdown, p.method, e.id AS event_id, e.participants FROM pair p CROSS JOIN event e),
  ${PIECES},
  ${STORED},
  before AS MATERIALIZED (
    SELECT c.round_id, c.indicator_id, c.municipality_code AS place, c.value, c.event_ids, NOT EXISTS (SELECT 1 FROM stored o WHERE o.round_id = c.round_id
      AND o.indicator_id = c.indicator_id AND o.municipality_code = c.municipality_code AND o.source <> 'events') AS is_shown
    FROM pair p JOIN computed_outcome c ON c.round_id = p.round_id AND c.indicator_id = p.indicator_id)`;

/** Is the item of piece `g` among those of the events behind figures `b` already? Events themselves never are. */
const isKnown = (among: string): string => `CASE g.method
  WHEN 'distinct_municipalities' THEN EXISTS (SELECT 1 FROM before b JOIN event_municipality m ON m.event_id = ANY(b.event_ids) AND m.municipality_code = g.item
    WHERE b.round_id = g.round_id AND b.indicator_id = g.indicator_id AND ${among})
  WHEN 'distinct_organisations' THEN EXISTS (SELECT 1 FROM before b JOIN event_organisation o ON o.event_id = ANY(b.event_ids) AND o.organisation_id = g.item::uuid
    WHERE b.round_id = g.round_id AND b.indicator_id = g.indicator_id AND ${among})
  ELSE false END`;

/**
 * What the event adds. A place counts its items once; what adding the places up counts twice grows by the event's items
 * that are new in a place, less those that are new in the county (municipalities are their own items, and never grow it). Ids
 * are kept in order; those made last come last but for clocks that differ.
 */
const RESULT = `
  fresh AS (SELECT g.*, ${isKnown('b.place IS NOT DISTINCT FROM g.place')} AS is_known FROM piece g),
  result AS (
    SELECT f.round_id, f.indicator_id, f.place, coalesce(b.value, 0) + f.added AS value,
      CASE WHEN b.event_ids[cardinality(b.event_ids)] > $4::uuid THEN ARRAY(SELECT x FROM unnest(b.event_ids || $4::uuid) AS x ORDER BY x)
        ELSE coalesce(b.event_ids, '{}') || $4::uuid END AS event_ids
    FROM (SELECT round_id, indicator_id, place, coalesce(sum(amount) FILTER (WHERE NOT is_known), 0) AS added FROM fresh GROUP BY 1, 2, 3) f
      LEFT JOIN before b ON b.round_id = f.round_id AND b.indicator_id = f.indicator_id AND b.place IS NOT DISTINCT FROM f.place),
  grown AS (
    SELECT g.round_id, g.indicator_id, count(*) FILTER (WHERE NOT g.is_known)
      - count(DISTINCT g.item) FILTER (WHERE NOT ${isKnown('b.is_shown')}) AS value
    FROM fresh g
    WHERE g.place IS NOT NULL AND g.method IN ('count_events', 'distinct_organisations') AND NOT EXISTS (SELECT 1 FROM stored o
      WHERE o.round_id = g.round_id AND o.indicator_id = g.indicator_id AND o.municipality_code = g.place AND o.source <> 'events')
    GROUP BY g.round_id, g.indicator_id),
  twice AS (
    SELECT w.round_id, w.indicator_id, w.value + coalesce(v.value, 0) AS value
    FROM grown w LEFT JOIN outcome_overlap v ON v.round_id = w.round_id AND v.indicator_id = w.indicator_id WHERE w.value > 0)`;

/** A new event takes nothing away. */
const NOTHING_GONE = `
  gone AS (SELECT NULL::uuid AS round_id, NULL::uuid AS indicator_id WHERE false),
  removed AS (SELECT NULL::uuid AS id, NULL::uuid AS round_id, NULL::uuid AS indicator_id, NULL::text AS municipality_code, NULL::numeric AS value WHERE false)`;

/** The figures as they stand after: what the event touched, and beside it what it did not. */
const ALL = `
  figure AS (
    SELECT round_id, indicator_id, place, value FROM result
    UNION ALL SELECT b.round_id, b.indicator_id, b.place, b.value FROM before b WHERE NOT EXISTS (SELECT 1 FROM result r
      WHERE r.round_id = b.round_id AND r.indicator_id = b.indicator_id AND r.place IS NOT DISTINCT FROM b.place)),
  overlap_after AS (
    SELECT round_id, indicator_id, value FROM twice
    UNION ALL SELECT v.round_id, v.indicator_id, v.value FROM pair p JOIN outcome_overlap v ON v.round_id = p.round_id AND v.indicator_id = p.indicator_id
      WHERE NOT EXISTS (SELECT 1 FROM twice t WHERE t.round_id = v.round_id AND t.indicator_id = v.indicator_id))`;

/**
 * Adds one new event to the figures: what RECOMPUTE gives, from what stood there before instead of from every event of the
 * round. $1 and $2 for the record, $3 whether what
 * moved is asked for, $4 the event: the same numbers as there.
 */
export const ADD_EVENT = `WITH ${[TOUCHED, RESULT, PUT_COMPUTED, NOTHING_GONE, PUT_OUTCOMES, RECORD, ALL, MOVED].join(',')}
  ${answer('$4')}`;
