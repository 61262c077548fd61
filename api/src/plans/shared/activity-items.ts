import { instant, ref } from './sql.ts';

/**
 * The places an indicator is asked about: the county as one, or each of its municipalities. Needs `i` (indicator) and
 * the common table `municipalities(many)`.
 */
const CELLS = `CASE WHEN i.breakdown = 'municipality' THEN (SELECT many FROM municipalities) ELSE 1 END`;

/** How many municipalities the county has. */
export const MUNICIPALITIES = `municipalities AS (SELECT count(*) AS many FROM municipality WHERE county_id = current_county())`;

/** Could anybody be left out of round `w` at all? Where nobody declined and no membership has days, the answer is quick. */
const MAY_LEAVE_OUT = `EXISTS (SELECT 1 FROM participation t WHERE t.round_id = w.id AND t.state = 'declined')
  OR EXISTS (SELECT 1 FROM organisation_member t WHERE t.from_day IS NOT NULL OR t.to_day IS NOT NULL)`;

/**
 * `left_out_place (round_id, indicator_id, municipality_code)`: municipalities an indicator does not ask in the rounds (a
 * query of ids), and that say nothing all the same. They declined, or are no members of the collective its activities
 * name. And `left_out (round_id, indicator_id, many)`: how many they are. The view is asked once for each round; OFFSET
 * keeps the planner from asking it for all the rounds there are.
 */
export function leftOut(rounds: string): string {
  return `left_out_place AS MATERIALIZED (
    SELECT n.id AS round_id, v.indicator_id, v.municipality_code
    FROM (SELECT w.id FROM (${rounds}) w(id) WHERE ${MAY_LEAVE_OUT}) n CROSS JOIN LATERAL (
      SELECT l.indicator_id, l.municipality_code FROM place_left_out l WHERE l.round_id = n.id OFFSET 0) v
    WHERE NOT EXISTS (SELECT 1 FROM outcome o WHERE o.round_id = n.id AND o.indicator_id = v.indicator_id
      AND o.municipality_code = v.municipality_code AND o.sex = 'total')),
  left_out AS (SELECT round_id, indicator_id, count(*) AS many FROM left_out_place GROUP BY round_id, indicator_id)`;
}

/**
 * Cells that should hold a value in a round, for an indicator `i` with its outcomes counted as `c (given, void)` and its
 * municipalities left out as `x (many)`, and those of them that do. A stated "not applicable" is not expected. Where the activity is not followed up in the round, or
 * cancelled in it (`expects` is false), nothing is. Women and men are parts of the total, which is the cell that counts.
 */
export function expectedCells(expects: string): string {
  return `CASE WHEN ${expects} THEN ${CELLS} - coalesce(c.void, 0) - coalesce(x.many, 0) ELSE 0 END`;
}
export function reportedCells(expects: string): string {
  return `CASE WHEN ${expects} THEN coalesce(c.given, 0) ELSE 0 END`;
}

/** Is the follow-up `f` of an activity one that asks for figures? */
export const EXPECTS = `f.id IS NOT NULL AND f.judgement IS DISTINCT FROM 'cancelled'`;

/** Outcomes of indicator `i` in the round, by state; only those of the breakdown in force. */
export function countedOutcomes(roundId: string): string {
  return `SELECT count(*) FILTER (WHERE o.state = 'value') AS given, count(*) FILTER (WHERE o.state = 'not_applicable') AS void
    FROM outcome o
    WHERE o.round_id = ${roundId} AND o.indicator_id = i.id AND o.sex = 'total' AND (o.municipality_code IS NOT NULL) = (i.breakdown = 'municipality')`;
}

/**
 * Common tables that end in `item (id, place, area_id, body)`, one ActivityListItem as JSON per row of
 * `wanted (id, round_id, place)`. The cost follows the rows wanted, and the number of statements never changes.
 */
export const ACTIVITY_ITEMS = `
  ${MUNICIPALITIES},
  ${leftOut('SELECT DISTINCT round_id FROM wanted')},
  actors AS (
    SELECT x.activity_id, x.role, json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY x.position) AS list
    FROM activity_actor x JOIN organisation o ON o.id = x.organisation_id
    WHERE x.activity_id IN (SELECT id FROM wanted) GROUP BY x.activity_id, x.role),
  figures AS MATERIALIZED (
    SELECT w.id, count(*) AS indicators, sum(${reportedCells(EXPECTS)}) AS reported, sum(${expectedCells(EXPECTS)}) AS expected
    FROM wanted w
    JOIN activity_indicator l ON l.activity_id = w.id
    JOIN indicator i ON i.id = l.indicator_id
    LEFT JOIN follow_up f ON f.activity_id = w.id AND f.round_id = w.round_id
    LEFT JOIN LATERAL (${countedOutcomes('w.round_id')}) c ON true
    LEFT JOIN left_out x ON x.round_id = w.round_id AND x.indicator_id = i.id AND i.breakdown = 'municipality'
    GROUP BY w.id),
  item AS (
    SELECT w.id, w.place, a.area_id, json_build_object(
      'id', a.id, 'reference', r.number || '/' || a.number, 'areaNumber', r.number, 'number', a.number, 'text', a.text,
      'goal', json_build_object('id', g.id, 'number', g.number, 'code', g.code),
      'responsible', coalesce(responsible.list, '[]'), 'responsibleGroup', ${ref('acting')}, 'partners', coalesce(partner.list, '[]'),
      'openEnded', a.open_ended, 'indicators', coalesce(n.indicators, 0), 'outcomesReported', coalesce(n.reported, 0),
      'outcomesExpected', coalesce(n.expected, 0), 'judgement', f.judgement, 'followUpState', f.state, 'followUpId', f.id, 'followUpVersion', f.version,
      'reporter', ${ref('reporter')}, 'nextStepDate', f.next_step_date, 'updatedAt', ${instant('f.updated_at')}) AS body
    FROM wanted w
    JOIN activity a ON a.id = w.id
    JOIN area r ON r.id = a.area_id
    JOIN goal g ON g.id = a.goal_id
    LEFT JOIN organisation acting ON acting.id = a.responsible_group_id
    LEFT JOIN actors responsible ON responsible.activity_id = a.id AND responsible.role = 'responsible'
    LEFT JOIN actors partner ON partner.activity_id = a.id AND partner.role = 'partner'
    LEFT JOIN figures n ON n.id = a.id
    LEFT JOIN follow_up f ON f.activity_id = a.id AND f.round_id = w.round_id
    LEFT JOIN person reporter ON reporter.id = f.reporter_id)`;
