import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export interface Running {
  readonly base: string;
  stop(): Promise<void>;
}

export type Memory = Readonly<NodeJS.MemoryUsage>;

export interface RunningApi extends Running {
  readonly coldStartMs: number;
  /** Statements sent to the database since the start, and memory in bytes. */
  probe(): Promise<{ readonly queries: number; readonly memory: Memory }>;
}

/** The built API as production starts it, on the database at `ownerUrl`. */
export async function startApi(ownerUrl: string): Promise<RunningApi> {
  const port = await freePort();
  const begun = performance.now();
  const child = fork(here('../../api/dist/main.js'), {
    execArgv: ['--max-semi-space-size=8', '--heap-growing-percent=50', '--import', here('./probe.mjs')],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: ownerUrl,
      DATABASE_APP_URL: '',
      LOG_LEVEL: 'warn',
      // Counted, but one person asks here as much as a county.
      RATE_LIMITS: 'all=100000000/60',
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => text.includes('ready at') && resolve());
    child.once('exit', (code) => reject(new Error(`The API stopped with code ${code} before it was ready.`)));
  });
  return {
    base: `http://127.0.0.1:${port}`,
    coldStartMs: performance.now() - begun,
    probe: async () => {
      const answer = once(child, 'message');
      child.send('probe');
      const [message] = (await answer) as [{ queries: number; memory: Memory }];
      return message;
    },
    stop: () => stop(child),
  };
}

export async function startBare(ownerUrl: string): Promise<Running> {
  const child = fork(here('./bare-server.ts'), {
    env: { ...process.env, NODE_ENV: 'production', BENCH_DATABASE_URL: ownerUrl },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [message] = (await once(child, 'message')) as [{ port: number }];
  return { base: `http://127.0.0.1:${message.port}`, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
