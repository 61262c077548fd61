import type { Round } from '@samhandling/contracts';
import pg from 'pg';
import { startTestApp, type TestApp } from '../support/app.ts';
import { buildPlan } from '../support/plan-builder.ts';
import { completeRound, moveRound, openRound } from '../support/round-builder.ts';

/** What may happen to a row of an adopted round after all, and why. Everything else is refused. */
const LET_THROUGH: Readonly<
  Record<string, { readonly what: readonly ('INSERT' | 'UPDATE' | 'DELETE' | 'TRUNCATE')[]; readonly why: string }>
> = {
  answer_link: { what: ['UPDATE', 'DELETE'], why: 'a link is revoked also when there is nothing left to answer' },
  round_registration: {
    what: ['INSERT', 'UPDATE', 'DELETE'],
    why: 'a report gets its record number when it is registered, after it was adopted',
  },
  publication: {
    what: ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'],
    why: 'what is adopted is published, and taken back, afterwards; the report it shows is closed itself',
  },
};

describe('what belongs to an adopted round', () => {
  let app: TestApp;
  let asApp: pg.Client;
  let round: Round;
  let tables: string[];

  beforeAll(async () => {
    app = await startTestApp();
    const first = await app.person('Petra Planerare', [{ role: 'planner' }]);
    const second = await app.person('Per Planerare', [{ role: 'planner' }]);
    const plan = await buildPlan(app, { activities: 2, state: 'adopted' });
    const open = await openRound(first, plan);
    await completeRound(first, plan, open);
    const proposed = await moveRound(first, await moveRound(first, open, 'start_review'), 'propose_adoption');
    round = await moveRound(second, proposed, 'adopt');
    asApp = new pg.Client({ connectionString: app.db.appUrl });
    await asApp.connect();
    await asApp.query(`SELECT set_config('samhandling.county', $1, false)`, [app.countyId]);
    const rows = await app.db.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'round_id' AND NOT a.attisdropped
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    tables = [...rows.map(({ name }) => name), 'follow_up_round', 'frozen_file'];
    await fillWhatIsEmpty();
  });
  afterAll(async () => {
    await asApp.end();
    await app.close();
  });

  const ofRound = (table: string): string =>
    table === 'follow_up_round'
      ? `id = '${round.id}'`
      : table === 'frozen_file'
        ? `frozen_report_id IN (SELECT id FROM frozen_report WHERE round_id = '${round.id}')`
        : `round_id = '${round.id}'`;

  /** A row of the round in every table: any values will do, so only types and the round are looked at. */
  const fillWhatIsEmpty = async () => {
    await app.db.query('SET session_replication_role = replica');
    for (const table of tables) {
      const [there] = await app.db.query(`SELECT 1 FROM ${table} WHERE ${ofRound(table)} LIMIT 1`);
      if (there) continue;
      const columns = await app.db.query<{ name: string; type: string }>(
        `SELECT column_name AS name, udt_name AS type FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name = $1 AND is_nullable = 'NO' AND column_default IS NULL`,
        [table],
      );
      const checks = await app.db.query<{ name: string }>(
        `SELECT conname AS name FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'c'`,
        [table],
      );
      for (const { name } of checks) await app.db.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
      const value = ({ name, type }: { name: string; type: string }): string => {
        if (name === 'round_id') return `'${round.id}'`;
        if (name === 'reopened_by') return '(SELECT min(id::text)::uuid FROM person)';
        if (name === 'county_id') return `'${app.countyId}'`;
        const known: Record<string, string> = {
          uuid: 'gen_random_uuid()',
          text: `'x'`,
          bytea: `'x'`,
          int4: '1',
          _uuid: `'{}'`,
          timestamptz: 'now()',
        };
        return known[type] ?? '1';
      };
      await app.db.query(
        `INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')}) VALUES (${columns.map(value).join(', ')})`,
      );
    }
    await app.db.query('SET session_replication_role = origin');
  };

  /** The same row once more: what refuses it does so before anybody looks whether it is there already. */
  const again = async (table: string): Promise<string> => {
    const columns = await app.db.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
      [table],
    );
    const names = columns.map(({ name }) => name);
    // Except a reopening, which is looked at last; so it is another one.
    const other: Record<string, string> =
      table === 'round_reopening' ? { id: 'gen_random_uuid()', version_number: 'version_number + 1' } : {};
    const values = names.map((name) => other[name] ?? name);
    return `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${table} WHERE ${ofRound(table)} LIMIT 1`;
  };

  const outcomeOf = async (sql: string, by: 'app' | 'owner'): Promise<string> => {
    const query = (text: string) => (by === 'app' ? asApp.query(text) : app.db.query(text));
    await query('BEGIN');
    // What is looked at only at the commit is looked at here.
    const said = await query(`SET CONSTRAINTS ALL IMMEDIATE; ${sql}`).then(
      () => 'let through',
      (fault: { code: string }) => fault.code,
    );
    await query('ROLLBACK');
    return said;
  };

  it('is refused any change by the database itself, table by table, to the application and to the owner', async () => {
    expect(tables.length).toBeGreaterThan(13);
    const surprises: string[] = [];
    for (const table of tables) {
      const column = table === 'follow_up_round' ? 'due' : table === 'frozen_file' ? 'format' : 'round_id';
      const statements = {
        INSERT: await again(table),
        UPDATE: `UPDATE ${table} SET ${column} = ${column} WHERE ${ofRound(table)}`,
        DELETE: `DELETE FROM ${table} WHERE ${ofRound(table)}`,
      };
      for (const by of ['app', 'owner'] as const) {
        for (const [what, sql] of Object.entries(statements)) {
          if (table === 'follow_up_round' && what === 'INSERT') continue;
          const said = await outcomeOf(sql, by);
          const isRefused = said.startsWith('SH') || (by === 'app' && said === '42501');
          const mayPass = LET_THROUGH[table]?.what.some((one) => one === what) ?? false;
          if (!isRefused && !mayPass) surprises.push(`${by}: ${what} ${table}: ${said}`);
        }
        const emptied = await outcomeOf(`TRUNCATE ${table} CASCADE`, by);
        if (!/^(SH|42501)/.test(emptied) && !LET_THROUGH[table]) surprises.push(`${by}: TRUNCATE ${table}: ${emptied}`);
      }
    }
    expect(surprises).toEqual([]);
  });

  it('names only exceptions that are tables of a round', () => {
    expect(Object.keys(LET_THROUGH).filter((table) => !tables.includes(table))).toEqual([]);
  });

  it('cannot be given a frozen report, a file or a reopening beside the one it has', async () => {
    const refused = async (sql: string) => [await outcomeOf(sql, 'app'), await outcomeOf(sql, 'owner')];
    const [report] = await app.db.query<{ id: string }>('SELECT id FROM frozen_report WHERE round_id = $1', [round.id]);
    expect(
      await refused(
        `INSERT INTO frozen_report (id, county_id, plan_id, round_id, version_number, canonical_json, sha256, proposed_by, adopted_by, adopted_at)
         SELECT gen_random_uuid(), county_id, plan_id, round_id, 2, canonical_json, sha256, proposed_by, adopted_by, now() FROM frozen_report WHERE id = '${report?.id}'`,
      ),
    ).toEqual(['SH001', 'SH001']);
    expect(
      await refused(
        `INSERT INTO frozen_file (id, county_id, frozen_report_id, format, bytes, sha256) VALUES (gen_random_uuid(), '${app.countyId}', '${report?.id}', 'json', 'x', repeat('0', 64))`,
      ),
    ).toEqual(['SH001', 'SH001']);
    expect(
      await refused(
        `INSERT INTO round_reopening (id, county_id, round_id, version_number, reason, reopened_by) VALUES (gen_random_uuid(), '${app.countyId}', '${round.id}', 3, 'x', (SELECT min(id::text)::uuid FROM person))`,
      ),
    ).toEqual(['SH001', 'SH001']);
  });
});
