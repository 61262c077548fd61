import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { prepareDatabase, preparePublicRole } from '../../api/src/platform/database/connection.ts';
import { addressOf, OWNER } from './owner.ts';

export interface TestDatabase {
  /** The owner's connection: not a superuser's, so row-level security holds for it. */
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly publicUrl: string;
  /** SQL as a superuser, who sees every county. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A database of one's own, cloned from the migrated template in a few milliseconds. */
export async function createTestDatabase(templateUrl = process.env['TEST_DATABASE_URL'] ?? ''): Promise<TestDatabase> {
  return create(new URL(templateUrl), new URL(templateUrl).pathname.slice(1), prepareDatabase);
}

/** One without any tables, as a new operator has it. There is no application role's address to it yet. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return create(new URL(process.env['TEST_DATABASE_URL'] ?? ''), 'template1', () => Promise.resolve(''));
}

async function create(
  templateUrl: URL,
  template: string,
  prepare: (ownerUrl: string) => Promise<string>,
): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onMaintenance(templateUrl, `CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${OWNER.user}`);
  const ownerUrl = addressOf(templateUrl.toString(), { database: name, ...OWNER });
  const appUrl = await prepare(ownerUrl);
  // Roles are the cluster's, so its address is known also where there are no tables yet.
  const publicUrl = await preparePublicRole(ownerUrl);
  const client = new pg.Client({ connectionString: addressOf(templateUrl.toString(), { database: name }) });
  await client.connect();
  return {
    ownerUrl,
    appUrl,
    publicUrl,
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
