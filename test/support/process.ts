import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../api/dist/main.js', import.meta.url));

export interface ApiProcess {
  readonly base: string;
  readonly child: ChildProcess;
  /** Everything written so far. */
  readonly output: () => { readonly out: string; readonly err: string };
  /** The exit code; null when a signal ended it. */
  readonly exit: Promise<number | null>;
  stop(): Promise<number | null>;
}

const running = new Set<ChildProcess>();
/** For `afterAll`: what a failed test left running would keep the whole run from ending. */
export function killProcesses(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** The built API in a process of its own, as production runs it, on the database of `ownerUrl`. */
export async function startApiProcess(
  ownerUrl: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ApiProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: ownerUrl,
      DATABASE_POOL: '4',
      LOG_LEVEL: 'warn',
      RATE_LIMITS: 'all=1000000/60',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let [out, err] = ['', ''];
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString();
      if (out.includes('ready at')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The API stopped with code ${code} before it was ready.\n${err}`)));
  });
  return {
    base: `http://127.0.0.1:${port}`,
    child,
    output: () => ({ out, err }),
    exit,
    stop: () => {
      child.kill('SIGTERM');
      return exit;
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Asks again until the answer is yes; a test that waits for ever says what it waited for. */
export async function until(what: string, isSo: () => Promise<boolean> | boolean, seconds = 60): Promise<void> {
  const deadline = Date.now() + seconds * 1_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}.`);
    await delay(25);
  }
}
