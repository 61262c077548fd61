import { fork } from 'node:child_process';
import { once } from 'node:events';
import { statfs, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { verify } from '../../api/dist/cli/verify.command.js';
import { prepareDatabase } from '../../api/dist/platform/database/connection.js';
import { countUp, type Count } from './count.ts';
import { Api, asOwner, type Cluster } from './stage.ts';
import { Writers } from './writers.ts';

export interface Outcome {
  readonly faults: number;
  readonly count: Count;
  /** Links of the record's chain, all of which held; null when one did not. */
  readonly links: number | null;
  /** What else was seen, in words. */
  readonly note: string;
}

const ROUNDS = Number(process.env['FAULTS_ROUNDS'] ?? 8);
/** Long enough for some writes, and never in step with them. */
const aWhile = (): Promise<void> => pause(250 + Math.random() * 700);

interface Writing {
  readonly apis: readonly Api[];
  readonly writers: Writers;
}

/** With writers running, `body` breaks things; then they finish, and what they were told is held against what is stored. */
async function whileWriting(
  cluster: Cluster,
  processes: number,
  body: (writing: Writing) => Promise<{ readonly faults: number; readonly note: string }>,
): Promise<Outcome> {
  const apis: Api[] = [];
  for (let index = 0; index < processes; index += 1) apis.push(await Api.on(cluster));
  try {
    const writers = new Writers(apis.map(({ base }) => base));
    await writers.signIn();
    await writers.start();
    await aWhile();
    const { faults, note } = await body({ apis, writers });
    await aWhile();
    await writers.stop();
    const count = await asOwner(cluster, (owner) => countUp(owner, writers.ledger));
    return { faults, count, links: await verifiedLinks(cluster), note };
  } finally {
    for (const api of apis) await api.end();
  }
}

/** `samhandling verify`, on what is left. */
async function verifiedLinks(cluster: Cluster): Promise<number | null> {
  try {
    await verify({}, { DATABASE_URL: cluster.directUrl, LOG_LEVEL: 'silent' }, () => undefined);
  } catch {
    return null;
  }
  return asOwner(cluster, async (owner) =>
    Number((await owner.query<{ n: string }>('SELECT count(*) AS n FROM audit_link')).rows[0]?.n),
  );
}

export function killApi(cluster: Cluster): Promise<Outcome> {
  return whileWriting(cluster, 1, async ({ apis: [api] }) => {
    let longest = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      await api?.kill();
      longest = Math.max(longest, (await api?.start()) ?? 0);
      await aWhile();
    }
    return { faults: ROUNDS, note: `next start ready in at most ${seconds(longest)}` };
  });
}

export function killPostgres(cluster: Cluster): Promise<Outcome> {
  return whileWriting(cluster, 1, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await cluster.kill();
      await cluster.start();
      await aWhile();
    }
    return { faults: ROUNDS, note: 'the API was left running and found its way back by itself' };
  });
}

/** Both at once, as when the machine loses its power. */
export function killBoth(cluster: Cluster): Promise<Outcome> {
  return whileWriting(cluster, 1, async ({ apis: [api] }) => {
    for (let round = 0; round < Math.ceil(ROUNDS / 2); round += 1) {
      await Promise.all([api?.kill(), cluster.kill()]);
      await cluster.start();
      await api?.start();
      await aWhile();
    }
    return { faults: Math.ceil(ROUNDS / 2), note: '' };
  });
}

export function cutConnections(cluster: Cluster): Promise<Outcome> {
  return whileWriting(cluster, 1, async ({ apis: [api] }) => {
    const before = cluster.wire.cuts;
    for (let round = 0; round < ROUNDS * 12; round += 1) {
      if (round % 3 === 0) api?.wire.cutOne();
      else if (round % 12 === 1) cluster.wire.cut();
      else cluster.wire.cutOne();
      await pause(10 + Math.random() * 60);
    }
    const database = cluster.wire.cuts - before;
    const people = api?.wire.cuts ?? 0;
    return {
      faults: database + people,
      note: `${database} connections to the database and ${people} of people were cut`,
    };
  });
}

export function twoProcesses(cluster: Cluster): Promise<Outcome> {
  return whileWriting(cluster, 2, async ({ apis }) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const api = apis[round % apis.length];
      await api?.kill();
      await aWhile();
      await api?.start();
    }
    return { faults: ROUNDS, note: 'each request to the other process; one at a time was killed' };
  });
}

/** The folder lies on a file system that `fill` makes full. What cannot be stored must be refused, and nothing else lost. */
export function fillDisk(cluster: Cluster): Promise<Outcome> {
  return whileWriting(cluster, 1, async ({ writers }) => {
    const stone = join(cluster.directory, 'stone');
    let stopped = 0;
    const rounds = Math.ceil(ROUNDS / 4);
    for (let round = 0; round < rounds; round += 1) {
      await fillWith(stone, cluster.directory);
      const before = writers.ledger.unanswered;
      // What is left in the last pages runs out while they write.
      for (let wait = 0; wait < 60 && writers.ledger.unanswered < before + 6; wait += 1) await pause(100);
      if (writers.ledger.unanswered >= before + 6) stopped += 1;
      await rm(stone, { force: true });
      if (!(await answers(cluster))) await cluster.start();
      await aWhile();
    }
    return {
      faults: rounds,
      note: `writing stood still ${stopped} of ${rounds} times, and went on when there was room`,
    };
  });
}

async function fillWith(file: string, directory: string): Promise<void> {
  const { bavail, bsize } = await statfs(directory);
  await writeFile(file, Buffer.alloc(Math.max(0, bavail * bsize)), { flag: 'w' }).catch(() => undefined);
}

async function answers(cluster: Cluster): Promise<boolean> {
  return asOwner(cluster, (owner) => owner.query('SELECT 1')).then(
    () => true,
    () => false,
  );
}

const MIGRATE = fileURLToPath(new URL('./migrate.ts', import.meta.url));

/** A process that migrates an empty database is killed again and again, each time a little later, until one comes through. */
export async function killMigration(cluster: Cluster): Promise<string> {
  const name = 'half_way';
  await asOwner(cluster, (owner) => owner.query(`CREATE DATABASE ${name}`));
  const url = new URL(cluster.directUrl);
  url.pathname = `/${name}`;
  let kills = 0;
  const stops = new Set<number>();
  for (let limit = 60; ; limit += 25) {
    const child = fork(MIGRATE, [url.toString()], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const gone = once(child, 'exit') as Promise<[number | null]>;
    const timer = setTimeout(() => child.kill('SIGKILL'), limit);
    const [code] = await gone;
    clearTimeout(timer);
    if (code === 0) break;
    if (code !== null) throw new Error(`Migrating stopped with code ${code}.`);
    kills += 1;
    stops.add(await migrationsRun(cluster, name));
  }
  await prepareDatabase(url.toString());
  const same = (await schemaOf(cluster, name)) === (await schemaOf(cluster, 'samhandling'));
  if (!same) throw new Error('The database that was migrated in pieces has another schema.');
  return `killed ${kills} times with ${[...stops].sort((a, b) => a - b).join(', ')} migrations done; the next start went on, and the schema is the same to the last constraint`;
}

async function migrationsRun(cluster: Cluster, database: string): Promise<number> {
  return inDatabase(cluster, database, async (query) => {
    const [known] = await query(`SELECT to_regclass('migrations') IS NOT NULL AS there`);
    if (!known?.['there']) return 0;
    return Number((await query('SELECT count(*) AS n FROM migrations'))[0]?.['n']);
  });
}

function schemaOf(cluster: Cluster, database: string): Promise<string> {
  return inDatabase(cluster, database, async (query) =>
    JSON.stringify([
      await query(
        `SELECT table_name, column_name, udt_name, is_nullable FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2`,
      ),
      await query(
        `SELECT conname, pg_get_constraintdef(oid) AS def FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`,
      ),
      await query(`SELECT tgname, pg_get_triggerdef(oid) AS def FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`),
      await query(`SELECT policyname, tablename, qual FROM pg_policies ORDER BY 1, 2`),
    ]),
  );
}

type Query = (sql: string) => Promise<Record<string, unknown>[]>;

async function inDatabase<Result>(
  cluster: Cluster,
  name: string,
  work: (query: Query) => Promise<Result>,
): Promise<Result> {
  const url = new URL(cluster.directUrl);
  url.pathname = `/${name}`;
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    return await work(async (sql) => (await client.query<Record<string, unknown>>(sql)).rows);
  } finally {
    await client.end();
  }
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).replace('.', ',')} s`;
}
