import pg from 'pg';
import { startTestApp, type TestApp } from '../support/app.ts';
import { DEFINERS, KNOWN_TO_ALL, OF_A_PERSON, OTHERWISE, OWN_ELSEWHERE } from '../support/isolation-lists.ts';
import { fillTwoCounties, type CountyTable, type TwoCounties } from '../support/two-counties.ts';

const REFUSED = '42501';
/** What a rule of ours answers with when it stands before the policy: an adopted plan or round, something written once. */
const OURS = /^SH\d{3}$/;

describe('counties in one database, without the service layer', () => {
  let app: TestApp;
  let counties: TwoCounties;
  let role: pg.Client;
  beforeAll(async () => {
    app = await startTestApp();
    counties = await fillTwoCounties(app);
    role = new pg.Client({ connectionString: app.db.appUrl });
    await role.connect();
  });
  afterAll(async () => {
    await role.end();
    await app.close();
  });

  /** What the statement did, or the code it was refused with. Nothing it did is kept. */
  const attempt = async (
    sql: string,
    values: unknown[] = [],
    { county = counties.a, person = counties.persons[0] } = {},
  ): Promise<number | string> => {
    await role.query('BEGIN');
    try {
      await role.query(
        `SELECT set_config('samhandling.county', $1, true), set_config('samhandling.person', $2, true)`,
        [county, person],
      );
      return (await role.query(sql, values)).rowCount ?? 0;
    } catch (fault) {
      return (fault as pg.DatabaseError).code ?? String(fault);
    } finally {
      await role.query('ROLLBACK');
    }
  };
  /** The same with our triggers put aside, so that the policy alone answers. Only the owner can do that. */
  const attemptBare = async (sql: string, values: unknown[] = []): Promise<number | string> => {
    const owner = new pg.Client({ connectionString: app.db.ownerUrl });
    await owner.connect();
    try {
      await owner.query(`BEGIN; SET LOCAL session_replication_role = replica; SET LOCAL ROLE samhandling_app`);
      await owner.query(
        `SELECT set_config('samhandling.county', $1, true), set_config('samhandling.person', $2, true)`,
        [counties.a, counties.persons[0]],
      );
      return (await owner.query(sql, values)).rowCount ?? 0;
    } catch (fault) {
      return (fault as pg.DatabaseError).code ?? String(fault);
    } finally {
      await owner.end();
    }
  };
  const perTable = async <Found>(look: (table: CountyTable) => Promise<Found>): Promise<Record<string, Found>> => {
    const found: Record<string, Found> = {};
    for (const table of counties.tables) found[table.name] = await look(table);
    return found;
  };
  const all = <Value>(value: Value): Record<string, Value> =>
    Object.fromEntries(counties.tables.map(({ name }) => [name, value]));
  const besidesOwn = (name: string): string =>
    name in OWN_ELSEWHERE ? ` AND person_id <> '${counties.persons[0]}'` : '';
  const readable = async (): Promise<string[]> => {
    const rows = await app.db.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
         AND has_table_privilege('samhandling_app', c.oid, 'SELECT') ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  };

  it('fills every table with rows of two counties, so that there is something to be kept apart', async () => {
    expect(counties.tables.length).toBeGreaterThan(25);
    const counted = await perTable(async ({ name }) => {
      const rows = await app.db.query(`SELECT DISTINCT county_id FROM ${name} WHERE county_id = ANY($1::uuid[])`, [
        [counties.a, counties.b],
      ]);
      return rows.length;
    });
    expect(counted).toEqual(all(2));
  });

  it('has every table either under a county, forced, or on the list with the reason', async () => {
    const rows = await app.db.query<{ name: string; held: boolean }>(
      `SELECT c.oid::regclass::text AS name, c.relrowsecurity AND c.relforcerowsecurity
         AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid) AS held
       FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    const ofCounty = counties.tables.map(({ name }) => name);
    const listed = [...ofCounty, ...Object.keys({ ...OF_A_PERSON, ...KNOWN_TO_ALL, ...OTHERWISE })];
    expect(rows.map(({ name }) => name).filter((name) => !listed.includes(name))).toEqual([]);
    expect(listed.filter((name) => !rows.some((row) => row.name === name))).toEqual([]);
    const mayStandOpen = Object.keys(KNOWN_TO_ALL);
    expect(rows.filter(({ name, held }) => !held && !mayStandOpen.includes(name))).toEqual([]);
  });

  it('shows nothing of anybody without a county and a person', async () => {
    const seen: string[] = [];
    for (const name of await readable()) {
      if (name in KNOWN_TO_ALL) continue;
      if ((await attempt(`SELECT 1 FROM ${name} LIMIT 1`, [], { county: '', person: '' })) !== 0) seen.push(name);
    }
    expect(seen).toEqual([]);
  });

  it('shows and changes of what is a person’s only one’s own, in whatever county', async () => {
    const [me, other] = counties.persons;
    const seen: Record<string, unknown> = {};
    for (const { name } of counties.ofPersons) {
      const [theirs] = await app.db.query(`SELECT 1 FROM ${name} WHERE person_id = $1`, [other]);
      const move = await attempt(`UPDATE ${name} SET person_id = '${other}' WHERE person_id = '${me}'`);
      seen[name] = {
        filled: theirs !== undefined,
        mine: await attempt(`SELECT 1 FROM ${name}`),
        theirs: await attempt(`SELECT 1 FROM ${name} WHERE person_id = $1`, [other]),
        taken: nothing(await attempt(`DELETE FROM ${name} WHERE person_id = $1`, [other])),
        moved: move === REFUSED,
      };
    }
    const apart = { filled: true, mine: 1, theirs: 0, taken: 'nothing', moved: true };
    expect(seen).toEqual(Object.fromEntries(counties.ofPersons.map(({ name }) => [name, apart])));
    expect(counties.ofPersons).toHaveLength(Object.keys(OF_A_PERSON).length);
  });

  it('shows all of the county that is set, and not a row of another', async () => {
    const shown = await readable();
    const seen = await perTable(async ({ name }) => {
      if (!shown.includes(name)) return 'apart';
      const own = await app.db.query(`SELECT 1 FROM ${name} WHERE county_id = $1`, [counties.a]);
      const [mine, others] = [
        await attempt(`SELECT 1 FROM ${name} WHERE county_id = $1`, [counties.a]),
        await attempt(`SELECT 1 FROM ${name} WHERE county_id <> $1${besidesOwn(name)}`, [counties.a]),
      ];
      return mine === own.length && others === 0 ? 'apart' : { own: own.length, mine, others };
    });
    expect(seen).toEqual(all('apart'));
  });

  it('takes no row of another county in, changes none, moves none there, and takes none away', async () => {
    const before = await fingerprint();
    const done = await perTable(async ({ name, columns }) => {
      const names = columns.map((column) => column.name).join(', ');
      const [theirs] = await app.db.query<{ row: unknown }>(
        `SELECT to_jsonb(t) AS row FROM ${name} t WHERE county_id = $1 LIMIT 1`,
        [counties.b],
      );
      const insert = `INSERT INTO ${name} (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::${name}, $1)`;
      const move = `UPDATE ${name} SET county_id = '${counties.b}' WHERE county_id = '${counties.a}'`;
      return {
        insert: await refusal(insert, [theirs?.row]),
        move: await refusal(move),
        update: nothing(await attempt(`UPDATE ${name} SET county_id = county_id WHERE county_id = '${counties.b}'`)),
        delete: nothing(await attempt(`DELETE FROM ${name} WHERE county_id = '${counties.b}'`)),
      };
    });
    expect(done).toEqual(all({ insert: 'refused', move: 'refused', update: 'nothing', delete: 'nothing' }));
    expect(await fingerprint()).toEqual(before);
  });

  /** Refused by right or policy; where a rule of ours stood before it, the policy is asked alone. */
  const refusal = async (sql: string, values: unknown[] = []): Promise<string> => {
    const answer = await attempt(sql, values);
    if (answer === REFUSED) return 'refused';
    if (!OURS.test(String(answer))) return `answered ${answer}`;
    const bare = await attemptBare(sql, values);
    return bare === REFUSED ? 'refused' : `without triggers answered ${bare}`;
  };
  const nothing = (answer: number | string): string =>
    answer === 0 || answer === REFUSED || OURS.test(String(answer)) ? 'nothing' : `touched ${answer}`;
  const fingerprint = (): Promise<Record<string, string>> =>
    perTable(async ({ name }) => {
      const [row] = await app.db.query<{ sum: string }>(
        `SELECT md5(string_agg(t::text, '' ORDER BY t::text)) AS sum FROM ${name} t WHERE county_id = $1`,
        [counties.b],
      );
      return row?.sum ?? '';
    });

  it('lets nothing point into another county: every reference between county tables carries the county', async () => {
    const references = await app.db.query<{ name: string; carries: boolean }>(
      `SELECT f.conname AS name, EXISTS (SELECT 1 FROM unnest(f.conkey, f.confkey) AS k(here, there)
           JOIN pg_attribute h ON h.attrelid = f.conrelid AND h.attnum = k.here AND h.attname = 'county_id'
           JOIN pg_attribute t ON t.attrelid = f.confrelid AND t.attnum = k.there AND t.attname = 'county_id') AS carries
       FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid::regclass::text = ANY($1) AND f.confrelid::regclass::text = ANY($1)`,
      [counties.tables.map(({ name }) => name)],
    );
    expect(references.length).toBeGreaterThan(30);
    expect(references.filter(({ carries }) => !carries)).toEqual([]);
    const [theirs] = await app.db.query<{ id: string }>('SELECT id FROM organisation WHERE county_id = $1', [
      counties.b,
    ]);
    const answer = await attempt(
      `INSERT INTO organisation_member (id, county_id, collective_id, member_id)
       SELECT gen_random_uuid(), $1, o.id, $2 FROM organisation o LIMIT 1`,
      [counties.a, theirs?.id],
    );
    expect(answer).toBe('23503');
  });

  it.each([
    'ALTER TABLE plan DISABLE ROW LEVEL SECURITY',
    'ALTER TABLE plan NO FORCE ROW LEVEL SECURITY',
    'ALTER TABLE audit_event DISABLE TRIGGER ALL',
    'ALTER TABLE plan ADD COLUMN mine text',
    'CREATE POLICY mine ON plan USING (true)',
    'DROP POLICY plan_county ON plan',
    'SET row_security = off; SELECT * FROM plan',
    'SET ROLE postgres',
    'SET SESSION AUTHORIZATION postgres',
    'SET session_replication_role = replica',
    'ALTER ROLE samhandling_app SUPERUSER',
    'ALTER ROLE samhandling_app BYPASSRLS',
    'CREATE ROLE mine',
    'CREATE TABLE mine ()',
    'CREATE SCHEMA mine',
    'CREATE VIEW mine AS SELECT * FROM plan',
    `CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    'CREATE EXTENSION dblink',
    'DROP TABLE plan',
    'DROP FUNCTION current_county()',
    'TRUNCATE plan CASCADE',
    'SELECT * FROM pg_authid',
    'DELETE FROM migrations',
    `COPY plan TO PROGRAM 'id'`,
    `COPY plan TO '/tmp/samhandling-plan'`,
    `COPY organisation FROM '/etc/passwd'`,
    `SELECT pg_read_file('/etc/passwd')`,
    `SELECT lo_import('/etc/passwd')`,
    `UPDATE audit_event SET action = 'x'`,
    'DELETE FROM audit_event',
    `UPDATE frozen_report SET sha256 = repeat('0', 64)`,
    'DELETE FROM frozen_report',
    `UPDATE frozen_file SET bytes = ''`,
    'DELETE FROM frozen_file',
    'DELETE FROM round_reopening',
    `INSERT INTO person (id, email, name) VALUES (gen_random_uuid(), 'x@example.org', 'X')`,
    'UPDATE person SET is_operator = true',
    'SELECT * FROM published.plan',
  ])('refuses the application: %s', async (sql) => {
    expect(await attempt(sql)).toBe(REFUSED);
  });

  it('gives the application no table to own, no role to become, and no power of its own', async () => {
    for (const name of ['samhandling_app', 'samhandling_public']) {
      const [attributes] = await app.db.query(
        `SELECT r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolreplication,
           (SELECT count(*)::int FROM pg_auth_members m WHERE m.member = r.oid) AS memberships,
           (SELECT count(*)::int FROM pg_shdepend d WHERE d.refobjid = r.oid AND d.deptype = 'o') AS owned
         FROM pg_roles r WHERE r.rolname = $1`,
        [name],
      );
      expect({ name, ...attributes }).toEqual({
        name,
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        memberships: 0,
        owned: 0,
      });
    }
  });

  it('knows every function that runs with the owner’s rights, each with its own search path and closed to PUBLIC', async () => {
    const functions = await app.db.query<{ name: string; definer: boolean; path: boolean; open: boolean }>(
      `SELECT p.oid::regprocedure::text AS name, p.prosecdef AS definer,
         coalesce(array_to_string(p.proconfig, ',') LIKE '%search_path=pg_catalog, public%', false) AS path,
         p.proacl IS NULL OR EXISTS (SELECT 1 FROM aclexplode(p.proacl) a WHERE a.grantee = 0) AS open
       FROM pg_proc p WHERE p.pronamespace IN ('public'::regnamespace, 'pgboss'::regnamespace) ORDER BY 1`,
    );
    const definers = functions.filter(({ definer }) => definer);
    expect(definers.map(({ name }) => name).sort()).toEqual(Object.keys(DEFINERS).sort());
    expect(definers.filter(({ path }) => !path)).toEqual([]);
    expect(functions.filter(({ open }) => open)).toEqual([]);
  });
});
