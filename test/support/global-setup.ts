import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../api/src/platform/database/embedded-postgres.ts';
import { addressOf } from './owner.ts';
import { makeTemplate, query } from './template.ts';

/**
 * One cluster for the whole run; its migrated database is the template every test file clones. `TEST_DATABASE_URL`, of a
 * superuser, names a cluster that runs already, so that the same tests can be held against another version.
 *
 * The database's owner is no superuser, as in an installation that takes care: forced row-level security holds for it,
 * and for every function that runs with its rights.
 */
export default async function globalSetup(): Promise<void> {
  const given = process.env['TEST_DATABASE_URL'];
  const directory = given ? null : await mkdtemp(join(tmpdir(), 'samhandling-test-'));
  const postgres = directory ? await startEmbeddedPostgres(directory) : null;
  const superuserUrl = addressOf(given ?? postgres?.url ?? '', { database: 'postgres' });
  // Durability is tested elsewhere; here the same statements only run sooner.
  if (postgres) await query(superuserUrl, 'ALTER SYSTEM SET fsync = off', 'ALTER SYSTEM SET synchronous_commit = off', 'SELECT pg_reload_conf()'); // prettier-ignore
  const template = await makeTemplate(superuserUrl);
  process.env['TEST_DATABASE_URL'] = addressOf(superuserUrl, { database: template });
  Object.assign(globalThis, { samhandlingTest: { postgres, directory, superuserUrl, template } });
}
