import type pg from 'pg';
import { RECOMPUTE } from '../../api/dist/events/computing/recompute.sql.js';

/** Events of one plan in one year. They gather on a few activities, so that an indicator has some tens of them. */
const PER_ROUND = 200;
const ACTIVITIES_WITH_EVENTS = 10;

/**
 * Steps that put events into every round, and rules on the indicators of the first activities of each plan: counting
 * events, adding up participants, and counting municipalities and organisations. Half of the rules name kinds. An event
 * serves one or two activities, and so two to four indicators, in one or two municipalities with two organisations.
 */
export const EVENT_STEPS: readonly string[] = [
  `CREATE TEMP TABLE served AS SELECT * FROM task WHERE n <= ${ACTIVITIES_WITH_EVENTS}`,
  `CREATE TEMP TABLE town AS SELECT code, county_id, row_number() OVER (PARTITION BY county_id ORDER BY code) - 1 AS n,
     count(*) OVER (PARTITION BY county_id) AS many FROM municipality`,
  `CREATE TEMP TABLE happening AS
   SELECT uuidv7() AS id, r.county_id, r.plan_id, r.from_day + (n * 17 % 360)::int AS day, n
   FROM follow_up_round r, generate_series(1, ${PER_ROUND}) n`,
  `INSERT INTO logged_event (id, county_id, registration_key, kind_id, day, title, participants, created_by, updated_by)
   SELECT h.id, h.county_id, uuidv7(), k.id, h.day, 'Träff nummer ' || h.n || ' med skolor och föreningar', 5 + h.n % 40, w.id, w.id
   FROM happening h JOIN event_kind k ON k.county_id = h.county_id AND k.position = (SELECT min(position) FROM event_kind) + h.n % 8
     CROSS JOIN (SELECT id FROM person LIMIT 1) w`,
  `INSERT INTO event_activity (event_id, activity_id, plan_id, county_id)
   SELECT h.id, s.id, h.plan_id, h.county_id FROM happening h JOIN served s ON s.plan_id = h.plan_id
     AND (s.n = 1 + h.n % ${ACTIVITIES_WITH_EVENTS} OR h.n % 2 = 0 AND s.n = 1 + (h.n / 2) % ${ACTIVITIES_WITH_EVENTS})`,
  `INSERT INTO event_municipality (event_id, municipality_code, county_id, participants)
   SELECT h.id, t.code, h.county_id, CASE WHEN h.n % 3 = 0 THEN 2 END FROM happening h JOIN town t ON t.county_id = h.county_id
     AND (t.n = h.n % t.many OR h.n % 2 = 1 AND t.n = (h.n / 3) % t.many)`,
  `INSERT INTO event_organisation (event_id, organisation_id, county_id)
   SELECT h.id, a.id, h.county_id FROM happening h JOIN actor a ON a.county_id = h.county_id AND (a.n = h.n % a.many OR a.n = (h.n / 2 + 3) % a.many)`,
  `INSERT INTO indicator_rule (indicator_id, county_id, plan_id, method, updated_by)
   SELECT m.id, m.county_id, m.plan_id, CASE WHEN m.j = 0 THEN 'count_events'
       ELSE (ARRAY['sum_participants', 'distinct_municipalities', 'distinct_organisations'])[1 + m.n % 3] END, w.id
   FROM measure m JOIN served s ON s.id = m.activity_id CROSS JOIN (SELECT id FROM person LIMIT 1) w`,
  `INSERT INTO indicator_rule_kind (indicator_id, kind_id, county_id)
   SELECT u.indicator_id, k.id, u.county_id FROM indicator_rule u JOIN measure m ON m.id = u.indicator_id AND m.n % 2 = 0
     JOIN event_kind k ON k.county_id = u.county_id AND k.position < (SELECT min(position) FROM event_kind) + 6`,
];

/** Computes the open rounds with the application's own statement, so that the figures are what the API would have written; of one county, or of all. */
export async function recompute(owner: pg.Client, countyId: string | null = null): Promise<void> {
  const { rows } = await owner.query<{ round: string; county: string; person: string }>(
    `SELECT r.id AS round, r.county_id AS county, w.id AS person FROM follow_up_round r CROSS JOIN (SELECT id FROM person LIMIT 1) w
     WHERE r.state = 'open' AND ($1::uuid IS NULL OR r.county_id = $1)`,
    [countyId],
  );
  for (const { round, county, person } of rows) {
    await owner.query(
      `SELECT set_config('samhandling.county', '${county}', false), set_config('samhandling.person', '${person}', false)`,
    );
    await owner.query(RECOMPUTE, ['system', null, false, null, [], [], round, null]);
  }
}
