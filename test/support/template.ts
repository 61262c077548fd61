import pg from 'pg';
import { runMigrations } from '../../migrations/src/index.ts';
import { APP_ROLE } from '../../api/src/platform/database/connection.ts';
import { prepareJobs } from '../../api/src/platform/jobs/job-schema.ts';
import { addressOf, OWNER } from './owner.ts';

/** The migrated database that test files clone, in the cluster of `superuserUrl`. Answers its name. */
export async function makeTemplate(superuserUrl: string): Promise<string> {
  const template = `samhandling_template_${process.pid}`;
  await query(
    superuserUrl,
    `DO $$ BEGIN
       IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '${OWNER.user}') THEN
         CREATE ROLE ${OWNER.user} LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS;
       END IF;
     END $$`,
    `ALTER ROLE ${OWNER.user} PASSWORD '${OWNER.password}'`,
    `CREATE DATABASE ${template} OWNER ${OWNER.user}`,
  );
  const ownerUrl = addressOf(superuserUrl, { database: template, ...OWNER });
  await runMigrations(ownerUrl);
  await prepareJobs(ownerUrl, APP_ROLE);
  return template;
}

export async function query(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
