import type { HistoryEntity } from '@samhandling/contracts';
import type { Permission, RoundState, Sex } from '@samhandling/domain';

/** What the history is about, as far as it is still there. */
export interface HistorySubject {
  /** The ids whose record is this history: mostly one; of a cell, all rows that have stood in it. */
  readonly ids: readonly string[];
  /** Pieces of the title, which the service puts in words. */
  readonly reference: string;
  readonly name: string;
  readonly roundLabel: string;
  readonly slug: string;
  readonly roundState: RoundState | null;
  /** Outcomes only. */
  readonly cell: HistoryCell | null;
}

export interface HistoryCell {
  readonly roundId: string;
  readonly indicatorId: string;
  readonly municipalityCode: string | null;
  readonly sex: Sex;
}

/** Names under which a change of the thing is recorded. A rule and a target are part of what an indicator is. */
export const RECORDED_AS: Readonly<Record<HistoryEntity, readonly string[]>> = {
  follow_up: ['follow_up'],
  outcome: ['outcome'],
  goal_judgement: ['goal_judgement'],
  event: ['event', 'logged_event'],
  indicator: ['indicator', 'indicator_rule'],
  organisation: ['organisation', 'organisation_contact'],
  round: ['follow_up_round'],
  participation: ['participation'],
  decision: ['decision'],
  action_point: ['action_point'],
  lift: ['lift'],
};

/** The right to see the thing itself, asked for besides the right to read history. */
export const RIGHT_TO_SEE: Readonly<Record<HistoryEntity, Permission>> = {
  follow_up: 'follow_up.read',
  outcome: 'round.read',
  goal_judgement: 'round.read',
  event: 'event.read',
  indicator: 'plan.read',
  organisation: 'organisation.read',
  round: 'round.read',
  participation: 'round.read',
  decision: 'group.read',
  action_point: 'group.read',
  lift: 'group.read',
};

export function entityOf(recordedAs: string): HistoryEntity | null {
  const entries = Object.entries(RECORDED_AS) as [HistoryEntity, readonly string[]][];
  return entries.find(([, names]) => names.includes(recordedAs))?.[0] ?? null;
}

const REFERENCE = `area.number || '/' || a.number`;
const references = (indicator: string): string =>
  `(SELECT coalesce(string_agg(${REFERENCE}, ', ' ORDER BY g.position, area.position, a.position), '')
    FROM activity_indicator x JOIN activity a ON a.id = x.activity_id JOIN area ON area.id = a.area_id JOIN goal g ON g.id = a.goal_id
    WHERE x.indicator_id = ${indicator})`;

/** What a cell is called. */
const CELL = `SELECT ${references('i.id')} AS reference, i.text AS name, r.label AS "roundLabel", p.slug, r.state AS "roundState"
  FROM follow_up_round r JOIN plan p ON p.id = r.plan_id LEFT JOIN indicator i ON i.id = place.indicator_id WHERE r.id = place.round_id`;

/** Rows that have stood in a cell: the one there now, and those that were taken away, which only the record knows. */
const IN_CELL = `ARRAY(
  SELECT o.id FROM outcome o WHERE o.round_id = place.round_id AND o.indicator_id = place.indicator_id
    AND o.municipality_code IS NOT DISTINCT FROM place.municipality_code AND o.sex = place.sex
  UNION SELECT e.entity_id FROM audit_event e WHERE e.entity = 'outcome' AND e.changes -> 'indicatorId' ? 'old'
    AND e.changes -> 'indicatorId' ->> 'old' = place.indicator_id::text AND e.changes -> 'roundId' ->> 'old' = place.round_id::text
    AND e.changes -> 'municipalityCode' ->> 'old' IS NOT DISTINCT FROM place.municipality_code AND e.changes -> 'sex' ->> 'old' = place.sex)`;

/** One statement per kind of thing. `$1` is the id; a row of the thing itself need not be left. */
export const SUBJECT_SQL: Readonly<Record<Exclude<HistoryEntity, 'outcome'>, string>> = {
  follow_up: `SELECT ARRAY[f.id] AS ids, ${REFERENCE} AS reference, a.text AS name, r.label AS "roundLabel", p.slug, r.state AS "roundState"
    FROM follow_up f JOIN follow_up_round r ON r.id = f.round_id JOIN plan p ON p.id = f.plan_id
    JOIN activity a ON a.id = f.activity_id JOIN area ON area.id = a.area_id WHERE f.id = $1`,
  goal_judgement: `SELECT ARRAY[j.id] AS ids, coalesce(g.code, g.number::text) AS reference, g.title AS name, r.label AS "roundLabel", p.slug,
      r.state AS "roundState"
    FROM goal_judgement j JOIN goal g ON g.id = j.goal_id JOIN follow_up_round r ON r.id = j.round_id JOIN plan p ON p.id = j.plan_id WHERE j.id = $1`,
  event: `SELECT ARRAY[e.id] AS ids, to_char(e.day, 'YYYY-MM-DD') AS reference, coalesce(nullif(e.title, ''), k.name) AS name, '' AS "roundLabel",
      coalesce((SELECT min(p.slug) FROM event_activity x JOIN plan p ON p.id = x.plan_id WHERE x.event_id = e.id), '') AS slug, NULL AS "roundState"
    FROM logged_event e JOIN event_kind k ON k.id = e.kind_id WHERE e.id = $1`,
  indicator: `SELECT ARRAY[i.id] AS ids, ${references('i.id')} AS reference, i.text AS name, '' AS "roundLabel", p.slug, NULL AS "roundState"
    FROM indicator i JOIN plan p ON p.id = i.plan_id WHERE i.id = $1`,
  organisation: `SELECT ARRAY[o.id] AS ids, '' AS reference, o.name, '' AS "roundLabel", '' AS slug, NULL AS "roundState" FROM organisation o WHERE o.id = $1`,
  round: `SELECT ARRAY[r.id] AS ids, '' AS reference, p.title AS name, r.label AS "roundLabel", p.slug, r.state AS "roundState"
    FROM follow_up_round r JOIN plan p ON p.id = r.plan_id WHERE r.id = $1`,
  // Statements of who takes part are kept with the activity: one that was taken away has no row to be found by.
  participation: `SELECT ARRAY[a.id] AS ids, ${REFERENCE} AS reference, a.text AS name, '' AS "roundLabel", p.slug, NULL AS "roundState"
    FROM activity a JOIN plan p ON p.id = a.plan_id JOIN area ON area.id = a.area_id WHERE a.id = $1`,
  decision: `SELECT ARRAY[d.id] AS ids, '§ ' || d.number || '/' || d.year AS reference, g.name, '' AS "roundLabel", p.slug, NULL AS "roundState"
    FROM decision d JOIN work_group g ON g.id = d.group_id JOIN plan p ON p.id = g.plan_id WHERE d.id = $1`,
  action_point: `SELECT ARRAY[x.id] AS ids, '' AS reference, x.text AS name, '' AS "roundLabel", p.slug, NULL AS "roundState"
    FROM action_point x JOIN work_group g ON g.id = x.group_id JOIN plan p ON p.id = g.plan_id WHERE x.id = $1`,
  lift: `SELECT ARRAY[l.id] AS ids, '' AS reference, l.question AS name, '' AS "roundLabel", p.slug, NULL AS "roundState"
    FROM lift l JOIN work_group g ON g.id = l.from_group_id JOIN plan p ON p.id = g.plan_id WHERE l.id = $1`,
};

const PLACE_COLUMNS = `jsonb_build_object('roundId', place.round_id, 'indicatorId', place.indicator_id,
  'municipalityCode', place.municipality_code, 'sex', place.sex) AS cell`;

/** A value by its id, `$1`: where it stands, or stood when it was taken away. */
export const OUTCOME_SUBJECT_SQL = `WITH place AS (
    SELECT round_id, indicator_id, municipality_code, sex FROM outcome WHERE id = $1
    UNION ALL
    SELECT was.round_id, was.indicator_id, was.municipality_code, was.sex FROM (
      SELECT (e.changes -> 'roundId' ->> 'old')::uuid AS round_id, (e.changes -> 'indicatorId' ->> 'old')::uuid AS indicator_id,
        e.changes -> 'municipalityCode' ->> 'old' AS municipality_code, e.changes -> 'sex' ->> 'old' AS sex
      FROM audit_event e WHERE e.entity_id = $1 AND e.entity = 'outcome' AND e.changes -> 'roundId' ? 'old' LIMIT 1) was
    LIMIT 1)
  SELECT ${IN_CELL} AS ids, ${PLACE_COLUMNS}, named.* FROM place CROSS JOIN LATERAL (${CELL}) named`;

/** A cell by its place: round, indicator, municipality code or null, sex. */
export const CELL_SUBJECT_SQL = `WITH place AS (SELECT $1::uuid AS round_id, $2::uuid AS indicator_id, $3::text AS municipality_code, $4::text AS sex)
  SELECT ${IN_CELL} AS ids, ${PLACE_COLUMNS}, named.* FROM place CROSS JOIN LATERAL (${CELL}) named
  WHERE EXISTS (SELECT 1 FROM indicator i WHERE i.id = place.indicator_id)`;
