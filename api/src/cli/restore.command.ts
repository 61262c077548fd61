import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { givenPath } from './backup.command.ts';
import { CommandFailure } from './command-failure.ts';

/** `samhandling restore`: a copy into a database where nothing of it is yet. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('läs in en säkerhetskopia i en tom databas, eller ett läns kopia där länet är tomt')
    .usage('<fil>')
    .argument('<fil>', 'en fil som samhandling backup har skrivit')
    .action(async (file: string) => {
      process.stdout.write(await restore(file, process.env));
    });
}

/**
 * Answers what to tell the person at the prompt. A new database is first made as it was when the copy was, and brought up
 * to date afterwards.
 *
 * @throws CommandFailure with one sentence in Swedish. Nothing has been changed then.
 */
export async function restore(file: string, variables: Record<string, string | undefined>): Promise<string> {
  const path = givenPath(file);
  const { readEnvironment, StartError } = await import('../platform/config/environment.ts');
  const { BackupFault, readManifest } = await import('../backup/backup-file.ts');
  const { restoreBackup } = await import('../backup/restore-backup.ts');
  const { prepareDatabase } = await import('../platform/database/connection.ts');
  try {
    const environment = readEnvironment(variables);
    const manifest = await readManifest(path);
    const place = await openPlace(environment.DATABASE_URL ?? null, environment.dataDirectory);
    try {
      await migrateAsThen(place.ownerUrl, manifest.migrations);
      const owner = new pg.Client({ connectionString: place.ownerUrl });
      await owner.connect();
      try {
        const { rows } = await restoreBackup(owner, path);
        await prepareDatabase(place.ownerUrl, environment.DATABASE_APP_URL);
        const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
        return `Säkerhetskopian från ${manifest.madeAt.slice(0, 16).replace('T', ' kl. ')} (UTC) är inläst: ${total} rader i ${Object.keys(rows).length} tabeller.\nKontrollera den med: samhandling verify\n`;
      } finally {
        await owner.end();
      }
    } finally {
      await place.close();
    }
  } catch (fault) {
    if (fault instanceof StartError || fault instanceof BackupFault)
      throw new CommandFailure(fault.message, { cause: fault });
    throw fault;
  }
}

/** The owner's database, made if there is none in the data folder. A server that already runs there is joined. */
async function openPlace(
  databaseUrl: string | null,
  folder: string,
): Promise<{ readonly ownerUrl: string; close(): Promise<void> }> {
  if (databaseUrl !== null) return { ownerUrl: databaseUrl, close: async () => undefined };
  const { runningServer } = await import('./local-database.ts');
  const { startEmbeddedPostgres } = await import('../platform/database/embedded-postgres.ts');
  const running = existsSync(join(folder, 'postgres', 'PG_VERSION')) ? await runningServer(folder) : null;
  if (running !== null) return { ownerUrl: running, close: async () => undefined };
  const postgres = await startEmbeddedPostgres(folder);
  return { ownerUrl: postgres.url, close: () => postgres.stop() };
}

/** A database without any tables is migrated as far as the copy's was; another stays as it is, and is compared later. */
async function migrateAsThen(ownerUrl: string, names: readonly string[]): Promise<void> {
  const { migrations, runMigrations } = await import('@samhandling/migrations');
  const known = migrations.map((migration) => new migration().name);
  if (names.some((name, at) => known[at] !== name) || names.length === 0)
    throw new CommandFailure('Kopian är gjord med en nyare version av Samhandling. Uppgradera programmet först.');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client
    .query<{ isNew: boolean }>(`SELECT to_regclass('public.migrations') IS NULL AS "isNew"`)
    .finally(() => client.end());
  if (rows[0]?.isNew) await runMigrations(ownerUrl, names.at(-1));
}
