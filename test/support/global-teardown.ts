import { rm } from 'node:fs/promises';
import pg from 'pg';
import type { RunningPostgres } from '../../api/src/platform/database/embedded-postgres.ts';

export default async function globalTeardown(): Promise<void> {
  const { samhandlingTest } = globalThis as unknown as {
    samhandlingTest: {
      postgres: RunningPostgres | null;
      directory: string | null;
      superuserUrl: string;
      template: string;
    };
  };
  const { postgres, directory, superuserUrl, template } = samhandlingTest;
  await postgres?.stop();
  if (directory) return rm(directory, { recursive: true, force: true });
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`DROP DATABASE ${template} WITH (FORCE)`);
  await client.end();
}
