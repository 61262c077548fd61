import { DataSource } from 'typeorm';
import { migrations } from './list.ts';

/** Any constant works as long as it never changes: two processes that start at once migrate one after the other. */
const ADVISORY_LOCK = 7_264_215_001;

export interface MigrationReport {
  /** Names of the migrations that ran now; empty when the database was up to date. */
  readonly ran: readonly string[];
}

/** Brings the database at `url` (the owner's connection) up to date, all or nothing per migration, under an advisory lock. */
export async function runMigrations(url: string): Promise<MigrationReport> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations,
    entities: [],
    logging: false,
    connectTimeoutMS: 5000,
  });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    const ran = await source.runMigrations({ transaction: 'each' });
    return { ran: ran.map((migration) => migration.name) };
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [ADVISORY_LOCK]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}
