import { expect, test as base, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../support/smtp.ts';

const MAIN = fileURLToPath(new URL('../../../api/dist/main.js', import.meta.url));

/** An installation of the journey's own, with the demo county: what it changes of sign-ins and settings meets nobody else. */
export interface OwnServer {
  readonly url: string;
  /** Letters to an address, newest first, as plain text. */
  lettersTo(address: string): Promise<string[]>;
  stop(): Promise<void>;
}

export async function startOwnServer(settings: Record<string, string> = {}): Promise<OwnServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const directory = await mkdtemp(join(tmpdir(), 'samhandling-own-'));
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: String(port), PUBLIC_URL: url, DATA_DIR: directory, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('is ready at')) resolve();
    });
    child.once('exit', () => reject(new Error(`The server did not start: ${said}`)));
  });
  const outbox = join(directory, 'outbox');
  return {
    url,
    lettersTo: async (address) => {
      const names = (await readdir(outbox).catch(() => [])).filter((name) => name.endsWith('.json'));
      const letters = await Promise.all(
        names
          .sort()
          .reverse()
          .map(async (name) => JSON.parse(await readFile(join(outbox, name), 'utf8')) as { to: string; text: string }),
      );
      return letters.filter(({ to }) => to === address).map(({ text }) => text);
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/**
 * The test of journeys that change sign-ins and settings: addresses without a host are on a server of their own. A file names
 * its own, `test.use({ own: 'account' })`, since a worker would otherwise go on to the next file with the same one.
 */
export const test = base.extend<object, { readonly own: string; readonly server: OwnServer }>({
  own: ['', { scope: 'worker', option: true }],
  server: [
    async ({ own: _own }, use) => {
      const server = await startOwnServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ server }, use) => use(server.url),
});

/** Fills in the form and sends it; what comes then is the journey's business. */
export async function sendPassword(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/logga-in');
  await page.getByLabel('E-postadress').fill(email);
  await page.getByLabel('Lösenord').fill(password);
  await page.keyboard.press('Enter');
}

export async function expectInside(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Att göra');
}

export async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Logga in');
}
