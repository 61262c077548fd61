import pg from 'pg';
import { v7 as newId } from 'uuid';
import { startTestApp, type TestApp } from '../support/app.ts';
import { buildPlan } from '../support/plan-builder.ts';

/** What may happen to a row of an adjusted meeting after all, and why. Everything else is refused. */
const LET_THROUGH: Readonly<Record<string, { readonly what: readonly string[]; readonly why: string }>> = {
  rotation_item: {
    what: ['INSERT', 'UPDATE', 'DELETE'],
    why: 'a wish for what the meeting would have up; the minutes say what it had',
  },
  digest: {
    what: ['INSERT', 'UPDATE', 'DELETE'],
    why: 'a paper of its own to the consultation group, which is frozen when it is sent',
  },
  meeting_letter: { what: ['INSERT', 'UPDATE', 'DELETE'], why: 'how a letter went, which the minutes do not say' },
};

describe('what belongs to a meeting whose minutes are adjusted', () => {
  let app: TestApp;
  let asApp: pg.Client;
  let meetingId: string;
  let tables: string[];

  beforeAll(async () => {
    app = await startTestApp();
    const planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
    const plan = await buildPlan(app, { state: 'adopted' });
    const groupId = newId();
    meetingId = newId();
    await app.db.query(
      `INSERT INTO work_group (id, county_id, plan_id, name, kind) VALUES ($1, $2, $3, 'Beredningen', 'preparatory')`,
      [groupId, app.countyId, plan.planId],
    );
    await app.db.query(
      `INSERT INTO meeting (id, county_id, group_id, starts_at, ends_at, state, held_at) VALUES ($1, $2, $3, now(), now() + interval '1 hour', 'held', now())`,
      [meetingId, app.countyId, groupId],
    );
    const rows = await app.db.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'meeting_id' AND NOT a.attisdropped
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    tables = rows.map(({ name }) => name);
    await app.db.query('SET session_replication_role = replica');
    for (const table of tables) await fill(table);
    await app.db.query(`UPDATE meeting SET state = 'adjusted' WHERE id = $1`, [meetingId]);
    await app.db.query('SET session_replication_role = origin');
    asApp = new pg.Client({ connectionString: app.db.appUrl });
    await asApp.connect();
    await asApp.query(
      `SELECT set_config('samhandling.county', $1, false), set_config('samhandling.person', $2, false)`,
      [app.countyId, planner.session?.person.id],
    );
  });
  afterAll(async () => {
    await asApp.end();
    await app.close();
  });

  /** A row of the meeting: any values will do, so only types and the meeting are looked at. */
  const fill = async (table: string): Promise<void> => {
    const columns = await app.db.query<{ name: string; type: string }>(
      `SELECT column_name AS name, udt_name AS type FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1 AND is_nullable = 'NO' AND column_default IS NULL AND is_generated = 'NEVER'`,
      [table],
    );
    const checks = await app.db.query<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'c'`,
      [table],
    );
    for (const { name } of checks) await app.db.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    const any: Readonly<Record<string, string>> = {
      uuid: 'gen_random_uuid()',
      text: `'x'`,
      int4: '1',
      timestamptz: 'now()',
      date: 'current_date',
    };
    const names = new Set([...columns.map(({ name }) => name), 'meeting_id']);
    const values = [...names].map((name) => {
      if (name === 'meeting_id') return `'${meetingId}'`;
      if (name === 'county_id') return `'${app.countyId}'`;
      return any[columns.find((column) => column.name === name)?.type ?? ''] ?? '1';
    });
    await app.db.query(`INSERT INTO ${table} (${[...names].join(', ')}) VALUES (${values.join(', ')})`);
  };

  const outcomeOf = async (sql: string, by: 'app' | 'owner'): Promise<string> => {
    const query = (text: string) => (by === 'app' ? asApp.query(text) : app.db.query(text));
    await query('BEGIN');
    const said = await query(sql).then(
      () => 'let through',
      (fault: { code: string }) => fault.code,
    );
    await query('ROLLBACK');
    return said;
  };

  const attempts = async (table: string): Promise<Readonly<Record<string, string>>> => {
    const columns = await app.db.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
      [table],
    );
    const names = columns.map(({ name }) => name);
    const other = names.map((name) => (name === 'id' || name === 'activity_id' ? 'gen_random_uuid()' : name));
    // What the minutes say of it: its words, where it has some.
    const said =
      ['question', 'text', 'note', 'name', 'opening', 'is_pinned', 'reason'].find((name) => names.includes(name)) ??
      'meeting_id';
    const value = said === 'is_pinned' ? 'NOT is_pinned' : said === 'meeting_id' ? said : `${said} || 'y'`;
    return {
      INSERT: `INSERT INTO ${table} (${names.join(', ')}) SELECT ${other.join(', ')} FROM ${table} WHERE meeting_id = '${meetingId}' LIMIT 1`,
      UPDATE: `UPDATE ${table} SET ${said} = ${value} WHERE meeting_id = '${meetingId}'`,
      DELETE: `DELETE FROM ${table} WHERE meeting_id = '${meetingId}'`,
    };
  };

  it('is refused by the database to the application and to the owner, table by table, except what is named here', async () => {
    expect(tables.length).toBeGreaterThan(7);
    const told: Record<string, string[]> = {};
    for (const table of tables)
      for (const [what, sql] of Object.entries(await attempts(table)))
        for (const by of ['app', 'owner'] as const) {
          const said = await outcomeOf(sql, by);
          const mayPass = LET_THROUGH[table]?.what.includes(what) ?? false;
          if (mayPass ? said === 'SH010' : said !== 'SH010') (told[table] ??= []).push(`${what} by ${by}: ${said}`);
        }
    expect(told).toEqual({});
    expect(Object.keys(LET_THROUGH).filter((table) => !tables.includes(table))).toEqual([]);
  });

  it('includes the meeting itself', async () => {
    for (const by of ['app', 'owner'] as const) {
      expect(await outcomeOf(`UPDATE meeting SET place = 'Annan' WHERE id = '${meetingId}'`, by)).toBe('SH010');
      expect(await outcomeOf(`UPDATE meeting SET state = 'held' WHERE id = '${meetingId}'`, by)).toBe('SH010');
      expect(await outcomeOf(`DELETE FROM meeting WHERE id = '${meetingId}'`, by)).toBe('SH010');
    }
  });
});
