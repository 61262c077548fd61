import pg from 'pg';
import { PUBLIC_FIELDS } from '../../api/src/public/public-fields.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { fillTwoCounties, type TwoCounties } from '../support/two-counties.ts';

const REFUSED = '42501';
/** A transaction of the role's is for reading, unless it turns that off, which helps it to nothing. */
const READ_ONLY = '25006';
/** A view that joins takes no writing from anybody. */
const NOT_WRITABLE = '55000';

/** The only functions the public's role may call: which county it is about, in the views and the policies behind them. */
const MAY_CALL = ['current_county()'];

describe('the public’s role, without the service layer', () => {
  let app: TestApp;
  let counties: TwoCounties;
  let role: pg.Client;
  beforeAll(async () => {
    app = await startTestApp();
    counties = await fillTwoCounties(app);
    role = new pg.Client({ connectionString: app.db.publicUrl });
    await role.connect();
  });
  afterAll(async () => {
    await role.end();
    await app.close();
  });

  const attempt = async (
    sql: string,
    county: string | null = counties.a,
    how: 'READ ONLY' | 'READ WRITE' | '' = '',
  ): Promise<number | string> => {
    await role.query(`BEGIN ${how}`);
    try {
      await role.query(`SELECT set_config('samhandling.county', $1, true)`, [county ?? '']);
      return (await role.query(sql)).rowCount ?? 0;
    } catch (fault) {
      return (fault as pg.DatabaseError).code ?? String(fault);
    } finally {
      await role.query('ROLLBACK');
    }
  };
  const relations = async (): Promise<{ name: string; schema: string; columns: string[] }[]> =>
    app.db.query(
      `SELECT c.oid::regclass::text AS name, n.nspname AS schema,
         ARRAY(SELECT quote_ident(k.attname) FROM pg_attribute k WHERE k.attrelid = c.oid AND k.attnum > 0 AND NOT k.attisdropped) AS columns
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') ORDER BY 1`,
    );

  it('reads the views of the schema published, and refuses every other relation, column by column', async () => {
    const all = await relations();
    expect(all.map(({ schema }) => schema)).toEqual(expect.arrayContaining(['public', 'pgboss', 'published']));
    const answers: Record<string, (number | string)[]> = {};
    for (const { name, columns } of all.filter(({ schema }) => schema !== 'published')) {
      const asked = [await attempt(`SELECT 1 FROM ${name}`)];
      for (const column of columns) asked.push(await attempt(`SELECT ${column} FROM ${name}`));
      answers[name] = asked.filter((answer) => answer !== REFUSED);
    }
    expect(Object.keys(answers).length).toBeGreaterThan(40);
    expect(Object.entries(answers).filter(([, others]) => others.length > 0)).toEqual([]);
    const views = all.filter(({ schema }) => schema === 'published').map(({ name }) => name);
    expect(views.sort()).toEqual(
      Object.keys(PUBLIC_FIELDS)
        .map((name) => `published.${name}`)
        .sort(),
    );
  });

  it('sees nothing without a county but which counties show something, and of one county nothing of another', async () => {
    const truth = async (county: string): Promise<string[]> => {
      const rows = await app.db.query<{ plan_id: string }>(
        `SELECT plan_id FROM publication WHERE county_id = $1 AND round_id IS NULL AND published_at IS NOT NULL ORDER BY 1`,
        [county],
      );
      return rows.map((row) => row.plan_id);
    };
    const [ours, theirs] = [await truth(counties.a), await truth(counties.b)];
    expect([ours.length, theirs.length]).toEqual([1, 1]);
    for (const view of Object.keys(PUBLIC_FIELDS).filter((name) => name !== 'county')) {
      const column = view === 'plan' ? 'id' : 'plan_id';
      expect({ view, without: await attempt(`SELECT * FROM published.${view}`, null) }).toEqual({ view, without: 0 });
      await role.query(`SELECT set_config('samhandling.county', $1, false)`, [counties.a]);
      const seen = await role.query<{ id: string }>(`SELECT DISTINCT ${column} AS id FROM published.${view}`);
      await role.query(`SELECT set_config('samhandling.county', '', false)`);
      expect({ view, seen: seen.rows.map(({ id }) => id) }).toEqual({ view, seen: ours });
    }
    expect(await attempt('SELECT * FROM published.county', null)).toBe(2);
  });

  it('loses sight of a county that takes everything back', async () => {
    await app.db.query(
      `UPDATE publication SET published_at = NULL, published_by = NULL, withdrawn_at = now() WHERE county_id = $1`,
      [counties.b],
    );
    for (const view of Object.keys(PUBLIC_FIELDS)) {
      const rows = view === 'county' ? 1 : 0;
      expect({ view, rows: await attempt(`SELECT * FROM published.${view}`, counties.b) }).toEqual({ view, rows });
    }
  });

  it('may call no function of ours but the one that says which county', async () => {
    const functions = await app.db.query<{ name: string }>(
      `SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND has_function_privilege('samhandling_public', p.oid, 'EXECUTE')`,
    );
    expect(functions.map(({ name }) => name)).toEqual(MAY_CALL);
    // A function to come is nobody's either.
    const owner = new pg.Client({ connectionString: app.db.ownerUrl });
    await owner.connect();
    await owner.query(`BEGIN; CREATE FUNCTION a_new_one() RETURNS int LANGUAGE sql AS 'SELECT 1'`);
    const { rows } = await owner.query(
      `SELECT has_function_privilege('samhandling_public', 'a_new_one()', 'EXECUTE') AS public, has_function_privilege('samhandling_app', 'a_new_one()', 'EXECUTE') AS app`,
    );
    await owner.end();
    expect(rows).toEqual([{ public: false, app: false }]);
  });

  it.each([
    'CREATE TABLE mine ()',
    'CREATE TABLE published.mine ()',
    'CREATE SCHEMA mine',
    `UPDATE published.plan SET title = 'x'`,
    'DELETE FROM published.county',
    `INSERT INTO published.county (code) VALUES ('99')`,
    'TRUNCATE plan',
    'DROP VIEW published.plan',
    'CREATE OR REPLACE VIEW published.plan AS SELECT 1',
    'SET ROLE samhandling_app',
    'SET ROLE postgres',
    'SET session_replication_role = replica',
    'ALTER ROLE samhandling_public BYPASSRLS',
    'SELECT * FROM pg_authid',
    `COPY published.plan TO PROGRAM 'id'`,
    `SELECT pg_read_file('/etc/passwd')`,
    `SELECT sign_in_candidate('x@example.org')`,
    `SELECT open_session('', interval '1 hour', true)`,
    `SELECT plan_edition(gen_random_uuid(), 'x')`,
  ])('is refused, also where it turns off that it only reads: %s', async (sql) => {
    expect([REFUSED, READ_ONLY, NOT_WRITABLE]).toContain(await attempt(sql));
    expect([REFUSED, NOT_WRITABLE]).toContain(await attempt(sql, counties.a, 'READ WRITE'));
  });

  it('only reads, and not for long', async () => {
    const settings = await app.db.query<{ setting: string }>(
      `SELECT unnest(s.setconfig) AS setting FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole WHERE r.rolname = 'samhandling_public' ORDER BY 1`,
    );
    expect(settings.map(({ setting }) => setting)).toEqual([
      'default_transaction_read_only=on',
      'idle_in_transaction_session_timeout=10s',
      'statement_timeout=5s',
    ]);
  });
});
