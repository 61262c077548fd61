import { runMigrations } from '../../migrations/src/index.ts';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { APP_ROLE } from '../../api/src/platform/database/connection.ts';
import { prepareJobs } from '../../api/src/platform/jobs/job-schema.ts';
import { startEmbeddedPostgres } from '../../api/src/platform/database/embedded-postgres.ts';

/** One cluster for the whole run; its migrated database is the template every test file clones. */
export default async function globalSetup(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'samhandling-test-'));
  const postgres = await startEmbeddedPostgres(directory);
  await runMigrations(postgres.url);
  await prepareJobs(postgres.url, APP_ROLE);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  // Durability is tested elsewhere; here the same statements only run sooner.
  await client.query('ALTER SYSTEM SET fsync = off');
  await client.query('ALTER SYSTEM SET synchronous_commit = off');
  await client.query('SELECT pg_reload_conf()');
  await client.end();
  process.env['TEST_DATABASE_URL'] = postgres.url;
  Object.assign(globalThis, { samhandlingTest: { postgres, directory } });
}
