import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../platform/config/environment.ts';
import { prepareDatabase } from '../platform/database/connection.ts';
import { startEmbeddedPostgres } from '../platform/database/embedded-postgres.ts';
import { CommandFailure } from './command-failure.ts';

export interface Connection {
  /** Connection string of the application role. */
  readonly appUrl: string;
  /** Connection string of the owner, for what the application may not do. */
  readonly ownerUrl: string;
  /** Stops what was started for the command, and nothing else. */
  close(): Promise<void>;
}

/**
 * The database that `npm start` would use: DATABASE_URL, or the one in DATA_DIR. A server that already runs there is
 * joined and left running; otherwise it is started for as long as the command takes.
 */
export async function openDatabase(environment: Environment): Promise<Connection> {
  const leave = async (): Promise<void> => undefined;
  if (environment.DATABASE_URL)
    return {
      appUrl: await prepareDatabase(environment.DATABASE_URL, environment.DATABASE_APP_URL),
      ownerUrl: environment.DATABASE_URL,
      close: leave,
    };
  const folder = environment.dataDirectory;
  if (!existsSync(join(folder, 'postgres', 'PG_VERSION'))) {
    throw new CommandFailure(
      `Det finns ingen databas i ${folder} än. Starta Samhandling en gång först, eller ange DATABASE_URL.`,
    );
  }
  const running = await runningServer(folder);
  if (running) return { appUrl: await prepareDatabase(running), ownerUrl: running, close: leave };
  const postgres = await startEmbeddedPostgres(folder);
  try {
    return { appUrl: await prepareDatabase(postgres.url), ownerUrl: postgres.url, close: () => postgres.stop() };
  } catch (fault) {
    await postgres.stop();
    throw fault;
  }
}

/** The owner's connection string when a server runs on the folder: its port is the fourth line of its own pid file. */
export async function runningServer(folder: string): Promise<string | null> {
  const file = join(folder, 'postgres', 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = (await readFile(file, 'utf8')).split('\n').map(Number);
  if (!pid || !port || !isAlive(pid)) return null;
  const password = (await readFile(join(folder, 'postgres-password'), 'utf8')).trim();
  return `postgres://postgres:${password}@127.0.0.1:${port}/samhandling`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}
