import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { buildApp } from '../../api/dist/bootstrap.js';
import { DEMO_SIGN_INS, loadDemo } from '../../api/dist/demo/demo.js';
import { Clock } from '../../api/dist/platform/clock/clock.js';
import { readEnvironment } from '../../api/dist/platform/config/environment.js';
import { prepareDatabase } from '../../api/dist/platform/database/connection.js';
import { startEmbeddedPostgres, type RunningPostgres } from '../../api/dist/platform/database/embedded-postgres.js';
import { Wire } from './proxy.ts';

const API_MAIN = fileURLToPath(new URL('../../api/dist/main.js', import.meta.url));
const READY_LIMIT_MS = 60_000;

/** A real PostgreSQL in a folder of its own, behind a wire whose address stays the same when the server is started again. */
export class Cluster {
  readonly directory: string;
  readonly wire: Wire;
  private postgres: RunningPostgres;

  private constructor(directory: string, postgres: RunningPostgres, wire: Wire) {
    this.directory = directory;
    this.postgres = postgres;
    this.wire = wire;
  }

  static async in(directory: string): Promise<Cluster> {
    const postgres = await startEmbeddedPostgres(directory);
    return new Cluster(directory, postgres, await Wire.to(portOf(postgres.url)));
  }

  /** The owner's address, through the wire. */
  get url(): string {
    return through(this.postgres.url, this.wire.port);
  }

  /** The owner's address past the wire, for counting. */
  get directUrl(): string {
    return this.postgres.url;
  }

  /** kill -9 of the server and everything it has started: nothing is written out, nobody is told. */
  async kill(): Promise<void> {
    const file = join(this.directory, 'postgres', 'postmaster.pid');
    const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
    const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')).trim().split(' ');
    for (const each of [pid, ...children.filter(Boolean).map(Number)]) {
      try {
        process.kill(each, 'SIGKILL');
      } catch {
        // Gone already, with its parent.
      }
    }
    await pause(50);
  }

  async start(): Promise<void> {
    this.postgres = await startEmbeddedPostgres(this.directory);
    this.wire.pointAt(portOf(this.postgres.url));
  }

  async end(): Promise<void> {
    this.wire.end();
    await this.postgres.stop().catch(() => undefined);
    await rm(this.directory, { recursive: true, force: true });
  }
}

/** Migrates and loads the demo county, through the same doors as the start does. */
export async function loadCounty(cluster: Cluster): Promise<void> {
  const appUrl = await prepareDatabase(cluster.directUrl);
  const environment = readEnvironment({ LOG_LEVEL: 'silent', DATA_DIR: cluster.directory });
  const app = await buildApp({ environment, appUrl, about: { product: 'Samhandling', version: 'faults', demo: [] } });
  try {
    await loadDemo(app, cluster.directUrl, app.get(Clock, { strict: false }).today());
  } finally {
    await app.close();
  }
}

export const PLANNER = DEMO_SIGN_INS.find(({ role }) => role.sv.includes('planerare')) ?? DEMO_SIGN_INS[0];

/** One API process as production starts it, behind a wire of its own. */
export class Api {
  readonly wire: Wire;
  private child: ChildProcess;
  private readonly cluster: Cluster;
  private readonly port: number;

  private constructor(child: ChildProcess, cluster: Cluster, port: number, wire: Wire) {
    this.child = child;
    this.cluster = cluster;
    this.port = port;
    this.wire = wire;
  }

  get base(): string {
    return `http://127.0.0.1:${this.wire.port}`;
  }

  static async on(cluster: Cluster): Promise<Api> {
    const port = await freePort();
    const wire = await Wire.to(port);
    return new Api(await spawnApi(cluster.url, cluster.directory, port), cluster, port, wire);
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  async start(): Promise<number> {
    const begun = performance.now();
    this.child = await spawnApi(this.cluster.url, this.cluster.directory, this.port);
    return performance.now() - begun;
  }

  async end(): Promise<void> {
    this.wire.end();
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
  }
}

async function spawnApi(databaseUrl: string, folder: string, port: number): Promise<ChildProcess> {
  const child = fork(API_MAIN, {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      DATA_DIR: folder,
      LOG_LEVEL: process.env['FAULTS_LOG'] ?? 'silent',
      // A writer here is more diligent than any person.
      RATE_LIMITS: 'all=1000000/60',
    },
    stdio: ['ignore', 'pipe', process.env['FAULTS_LOG'] ? 'inherit' : 'ignore', 'ipc'],
  });
  if (process.env['FAULTS_LOG']) child.stdout?.pipe(process.stderr);
  const limit = setTimeout(() => child.kill('SIGKILL'), READY_LIMIT_MS);
  try {
    await new Promise<void>((resolve, reject) => {
      child.stdout?.on('data', (text: Buffer) => text.includes('ready at') && resolve());
      child.once('exit', (code) => reject(new Error(`The API stopped with code ${code} before it was ready.`)));
    });
  } finally {
    clearTimeout(limit);
  }
  return child;
}

export async function asOwner<Result>(cluster: Cluster, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: cluster.directUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}

function through(url: string, port: number): string {
  const address = new URL(url);
  address.port = String(port);
  return address.toString();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
