import pg from 'pg';
import { DEFAULT_WORDS } from '@samhandling/domain';
import { EVENT_STEPS, recompute } from './fill-events.ts';

/** Plans in force side by side. */
export const PLANS_PER_COUNTY = 3;
const LAST_YEAR = 2025;
const ACTIVITIES = 58;
const AREAS = 12;
/** Activities that are followed by two indicators instead of one: 58 + 40 = 98 indicators. */
const WITH_TWO = 40;

/**
 * Steps that fill the counties named in `chosen` with plans of the size people really have: 6 goals, 12 areas, 58
 * activities, 98 indicators (two in five per municipality) and three rounds, the last of them open and half filled in; before
 * them as many closed plans of five rounds as `$older$` says. The same steps give the same data each time; only the ids
 * differ.
 */
const STEPS: readonly string[] = [
  `INSERT INTO organisation (id, county_id, name, kind, municipality_code)
   SELECT uuidv7(), c.id, 'Kommunen i ' || m.name, 'municipality', m.code FROM chosen c JOIN municipality m ON m.county_id = c.id`,
  `INSERT INTO organisation (id, county_id, name, kind)
   SELECT uuidv7(), c.id, k.name, k.kind FROM chosen c CROSS JOIN (VALUES ('Länskansliet', 'county_board'), ('Regionen', 'region'),
     ('Polisområdet', 'police'), ('Högskolan', 'university'), ('Idrottsrådet', 'civil_society'), ('Nykterhetsrådet', 'civil_society'),
     ('Fastighetsägarna', 'business'), ('Krögarföreningen', 'business'), ('Samrådsgruppen', 'group'), ('Brottsofferjouren', 'civil_society')) AS k(name, kind)`,
  `CREATE TEMP TABLE actor AS
   SELECT id, county_id, row_number() OVER (PARTITION BY county_id ORDER BY name) - 1 AS n, count(*) OVER (PARTITION BY county_id) AS many FROM organisation`,
  `INSERT INTO plan (id, county_id, slug, title, theme, first_year, last_year, state, purposes, overarching_goals, words)
   SELECT uuidv7(), c.id, 'plan-' || n, 'Handlingsplan ' || n || ' för ett tryggare län', 'Trygghet', first_year, first_year + 4,
     CASE first_year WHEN 2023 THEN 'adopted' ELSE 'closed' END,
     ARRAY['Samla länets arbete och visa vad vi gör tillsammans.'], ARRAY['Ett län där alla kan känna sig trygga.'], $words$
   FROM chosen c, (SELECT n, 2023 - 5 * greatest(n - ${PLANS_PER_COUNTY}, 0) AS first_year FROM generate_series(1, ${PLANS_PER_COUNTY} + $older$) n) era`,
  `INSERT INTO plan_revision (plan_id, county_id) SELECT id, county_id FROM plan`,
  `INSERT INTO goal (id, county_id, plan_id, position, number, title, tips)
   SELECT uuidv7(), p.county_id, p.id, n - 1, n, 'Fler ska kunna leva tryggt, del ' || n, ARRAY['Bjud in till samtal på orten.', 'Gå igenom rutinerna en gång om året.']
   FROM plan p, generate_series(1, 6) n`,
  `INSERT INTO area (id, county_id, plan_id, goal_id, position, number, title)
   SELECT uuidv7(), g.county_id, g.plan_id, g.id, n - 1, g.number || '.' || n, 'Område ' || n || ' för gemensamt arbete' FROM goal g, generate_series(1, 2) n`,
  `CREATE TEMP TABLE place AS SELECT *, row_number() OVER (PARTITION BY plan_id ORDER BY number) - 1 AS k FROM area`,
  `INSERT INTO activity (id, county_id, plan_id, goal_id, area_id, position, number, text)
   SELECT uuidv7(), a.county_id, a.plan_id, a.goal_id, a.id, (n - 1) / ${AREAS}, (n - 1) / ${AREAS} + 1,
     'Ordna ' || (ARRAY['nätverksträffar', 'utbildningar', 'tillsynsbesök', 'dialogmöten', 'föräldraträffar', 'kampanjer'])[1 + n % 6] ||
     ' tillsammans med ' || (ARRAY['skolorna', 'föreningarna', 'socialtjänsten', 'näringslivet', 'vården'])[1 + n % 5] ||
     ', så att de som möter unga i sitt arbete vet vad som gäller och vart de kan vända sig. Arbetet planeras på våren och följs upp i samband med höstens samråd.'
   FROM place a JOIN generate_series(1, ${ACTIVITIES}) n ON (n - 1) % ${AREAS} = a.k`,
  `CREATE TEMP TABLE task AS
   SELECT a.id, a.county_id, a.plan_id, row_number() OVER (PARTITION BY a.plan_id ORDER BY p.k, a.position) AS n FROM activity a JOIN place p ON p.id = a.area_id`,
  `INSERT INTO activity_actor (id, county_id, plan_id, activity_id, organisation_id, role, position)
   SELECT uuidv7(), t.county_id, t.plan_id, t.id, o.id, CASE WHEN j < 2 THEN 'responsible' ELSE 'partner' END, j
   FROM task t CROSS JOIN generate_series(0, 5) j JOIN actor o ON o.county_id = t.county_id AND o.n = (t.n * 7 + j) % o.many`,
  `CREATE TEMP TABLE measure AS
   SELECT uuidv7() AS id, t.county_id, t.plan_id, t.id AS activity_id, t.n, j FROM task t JOIN generate_series(0, 1) j ON j = 0 OR t.n <= ${WITH_TWO}`,
  `INSERT INTO indicator (id, county_id, plan_id, text, kind, breakdown, direction, target, small_number_threshold, settled)
   SELECT id, county_id, plan_id, CASE j WHEN 0 THEN 'Antal genomförda träffar.' ELSE 'Antal personer som har deltagit under året.' END, 'count',
     CASE WHEN (n + j) % 5 < 2 THEN 'municipality' ELSE 'none' END, 'up', CASE WHEN n % 3 = 0 THEN 12 END, CASE WHEN j = 1 THEN 5 END, true FROM measure`,
  `INSERT INTO activity_indicator (id, county_id, plan_id, activity_id, indicator_id, position) SELECT uuidv7(), county_id, plan_id, activity_id, id, j FROM measure`,
  `INSERT INTO follow_up_round (id, county_id, plan_id, label, from_day, to_day, opens, due, state)
   SELECT uuidv7(), p.county_id, p.id, year::text, make_date(year, 1, 1), make_date(year, 12, 31), make_date(year, 12, 1), make_date(year + 1, 1, 31),
     CASE year WHEN ${LAST_YEAR} THEN 'open' ELSE 'adopted' END FROM plan p, generate_series(p.first_year, least(p.last_year, ${LAST_YEAR})) year`,
  `INSERT INTO follow_up (id, county_id, plan_id, round_id, activity_id, state, judgement, done, results, next_step, next_step_date, updated_at)
   SELECT uuidv7(), t.county_id, t.plan_id, r.id, t.id,
     CASE WHEN r.state = 'adopted' THEN 'accepted' ELSE (ARRAY['draft', 'submitted', 'returned', 'accepted'])[1 + t.n % 4] END,
     CASE WHEN t.n % 20 = 0 THEN 'cancelled' ELSE (ARRAY['on_track', 'on_track', 'completed', 'on_track', 'needs_support', 'not_started', 'on_track', 'completed'])[1 + (t.n + length(r.label)) % 8] END,
     'Vi har träffats enligt planen och tagit fram ett gemensamt underlag som alla parter kan använda i sitt arbete.',
     'Fler känner till vart de kan vända sig, och samarbetet mellan kommunerna har blivit tätare under året.', 'Bjuda in till nästa träff.',
     r.to_day - 60 + t.n::int, r.to_day - t.n::int
   FROM task t JOIN follow_up_round r ON r.plan_id = t.plan_id`,
  `INSERT INTO goal_judgement (id, county_id, plan_id, round_id, goal_id, judgement, text)
   SELECT uuidv7(), g.county_id, g.plan_id, r.id, g.id, (ARRAY['secured', 'within_reach', 'needs_support', 'at_risk'])[1 + g.number % 4], 'Arbetet går framåt.'
   FROM goal g JOIN follow_up_round r ON r.plan_id = g.plan_id`,
  `INSERT INTO outcome (id, county_id, plan_id, round_id, indicator_id, municipality_code, state, value, definition_version, reported_by)
   SELECT uuidv7(), i.county_id, i.plan_id, r.id, i.id, m.code, 'value', (x.n * 7 + right(r.label, 1)::int + coalesce(right(m.code, 2)::int, 3)) % 60, 1, (SELECT id FROM person LIMIT 1)
   FROM indicator i JOIN measure x ON x.id = i.id JOIN follow_up_round r ON r.plan_id = i.plan_id
   LEFT JOIN municipality m ON i.breakdown = 'municipality' AND m.county_id = i.county_id
   WHERE r.state = 'adopted' OR (x.n + coalesce(right(m.code, 2)::int, 0)) % 2 = 0`,
  ...EVENT_STEPS,
];

/** Fills the database at `ownerUrl` with the named counties (codes), each with `older` closed plans, and one planner in the first. */
export async function fill(
  ownerUrl: string,
  { counties, older }: { readonly counties: readonly string[]; readonly older: number },
  planner: { readonly email: string; readonly passwordHash: string },
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // The triggers guard people's work, not a heap of invented rows; without them the filling takes seconds.
    await client.query('SET session_replication_role = replica');
    await client.query('BEGIN');
    await client.query('CREATE TEMP TABLE chosen AS SELECT id, code FROM county WHERE code = ANY($1)', [counties]);
    await client.query(
      `WITH put AS (INSERT INTO person (id, email, name, has_account) VALUES (uuidv7(), $1, 'Petra Planerare', true) RETURNING id)
       INSERT INTO credential (person_id, password_hash) SELECT id, $2 FROM put`,
      [planner.email, planner.passwordHash],
    );
    await client.query(
      `INSERT INTO role_assignment (id, county_id, person_id, role) SELECT uuidv7(), c.id, p.id, 'planner' FROM chosen c, person p WHERE c.code = $1`,
      [counties[0]],
    );
    await client.query(`INSERT INTO county_person (county_id, person_id) SELECT c.id, p.id FROM chosen c, person p`);
    for (const step of STEPS)
      await client.query(
        step.replace('$words$', `'${JSON.stringify(DEFAULT_WORDS)}'`).replace('$older$', String(older)),
      );
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
    await recompute(client);
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}
