import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../api/src/platform/database/embedded-postgres.ts';
import { freePort, until } from './process.ts';

/** A primary of its own, and a streaming standby made from its files, with nothing but the binaries that npm brought. */
export interface Pair {
  /** Of a superuser, on the primary. */
  readonly primaryUrl: string;
  readonly standbyUrl: string;
  /** SQL on the standby. */
  onStandby(sql: string): Promise<Record<string, unknown>[]>;
  killStandby(): Promise<void>;
  startStandby(): Promise<void>;
  stop(): Promise<void>;
}

export async function startPair(): Promise<Pair> {
  const directory = await mkdtemp(join(tmpdir(), 'samhandling-pair-'));
  const primary = await startEmbeddedPostgres(directory);
  const [files, copy, port] = [join(directory, 'postgres'), join(directory, 'standby'), await freePort()];
  const owner = await stat(files);
  await copyCluster(primary.url, files, copy);
  await giveTo(copy, owner);

  const { hostname, port: primaryPort, username, password } = new URL(primary.url);
  const standbyUrl = `postgres://${username}:${password}@127.0.0.1:${port}/postgres`;
  const query = async (sql: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: standbyUrl });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  let standby: ChildProcess | undefined;
  const startStandby = async (): Promise<void> => {
    const settings = {
      port: String(port),
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: 'off',
      primary_conninfo: `host=${hostname} port=${primaryPort} user=${username} password=${password}`,
    };
    standby = spawn(
      postgresBinary(),
      ['-D', copy, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { stdio: 'ignore', ...(process.getuid?.() === 0 && { uid: owner.uid, gid: owner.gid }) },
    );
    await until('the standby streams', async () => {
      const [row] = await query(`SELECT status FROM pg_stat_wal_receiver`).catch(() => []);
      return row?.['status'] === 'streaming';
    });
  };
  const killStandby = async (): Promise<void> => {
    if (!standby || standby.exitCode !== null || standby.signalCode !== null) return;
    const gone = once(standby, 'exit');
    standby.kill('SIGKILL');
    await gone;
    await rm(join(copy, 'postmaster.pid'), { force: true });
  };
  await startStandby();
  return {
    primaryUrl: primary.url,
    standbyUrl,
    onStandby: query,
    killStandby,
    startStandby,
    stop: async () => {
      await killStandby();
      await primary.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** As `pg_basebackup` does it: between the two calls the files may change, and the log makes up for it. */
async function copyCluster(url: string, from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`SELECT pg_backup_start('standby', true)`);
  await mkdir(to, { mode: 0o700 });
  for (const entry of await readdir(from))
    if (!entry.startsWith('postmaster') && entry !== 'pg_wal') await cp(join(from, entry), join(to, entry), { recursive: true }); // prettier-ignore
  const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
  await client.end();
  await cp(join(from, 'pg_wal'), join(to, 'pg_wal'), { recursive: true });
  await writeFile(join(to, 'backup_label'), rows[0]?.labelfile ?? '');
  await writeFile(join(to, 'standby.signal'), '');
}

/** As root the server runs as another user, who must own what it reads. */
async function giveTo(folder: string, owner: { readonly uid: number; readonly gid: number }): Promise<void> {
  if (process.getuid?.() !== 0) return;
  await chown(folder, owner.uid, owner.gid);
  for (const entry of await readdir(folder, { recursive: true }))
    await chown(join(folder, entry), owner.uid, owner.gid);
}

function postgresBinary(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`);
  return join(dirname(entry), '..', 'native', 'bin', 'postgres');
}
