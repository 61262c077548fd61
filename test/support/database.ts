import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { prepareDatabase } from '../../api/src/platform/database/connection.ts';

export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** SQL as the owner, who is a superuser here and so sees every county. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A database of one's own, cloned from the migrated template in a few milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const templateUrl = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onMaintenance(templateUrl, `CREATE DATABASE ${name} TEMPLATE ${templateUrl.pathname.slice(1)}`);
  const ownerUrl = new URL(templateUrl);
  ownerUrl.pathname = `/${name}`;
  const appUrl = await prepareDatabase(ownerUrl.toString());
  const client = new pg.Client({ connectionString: ownerUrl.toString() });
  await client.connect();
  return {
    ownerUrl: ownerUrl.toString(),
    appUrl,
    query: async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await client.query<Row>(sql, values)).rows,
    drop: async () => {
      await client.end();
      await onMaintenance(templateUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** CREATE DATABASE … TEMPLATE wants nobody connected to the template, so files take turns by an advisory lock. */
async function onMaintenance(templateUrl: URL, sql: string): Promise<void> {
  const url = new URL(templateUrl);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(1)');
    await client.query(sql);
  } finally {
    await client.end();
  }
}
