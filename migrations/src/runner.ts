import { DataSource } from 'typeorm';
import { migrations } from './list.ts';

/** Any constant works as long as it never changes: two processes that start at once migrate one after the other. */
const ADVISORY_LOCK = 7_264_215_001;

export interface MigrationReport {
  /** Names of the migrations that ran now; empty when the database was up to date. */
  readonly ran: readonly string[];
}

/**
 * Brings the database at `url` (the owner's connection) up to date, all or nothing per migration, under an advisory lock.
 * `upTo` stops after the migration of that name, for a copy that was made then.
 */
export async function runMigrations(url: string, upTo?: string): Promise<MigrationReport> {
  const last = upTo === undefined ? migrations.length : migrations.findIndex(({ name }) => name === upTo) + 1;
  if (last === 0) throw new Error(`There is no migration ${upTo}.`);
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: migrations.slice(0, last),
    entities: [],
    logging: false,
    connectTimeoutMS: 5000,
  });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    const ran = await source.runMigrations({ transaction: 'each' });
    // The application asks whether the database is up to date with it.
    await lock.query('GRANT SELECT ON migrations TO samhandling_app');
    // After an upgrade, or a copy put back, the tables are not as they were when the database last looked at them.
    if (last === migrations.length) await lock.query('SELECT refresh_statistics()');
    return { ran: ran.map((migration) => migration.name) };
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [ADVISORY_LOCK]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}
