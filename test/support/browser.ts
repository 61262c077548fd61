import type { LaunchOptions } from '@playwright/test';
import chromium, { inflate } from '@sparticuz/chromium';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PORT = 4210;
export const BASE_URL = `http://localhost:${PORT}`;
export const GALLERY_PORT = 4211;
export const GALLERY_URL = `http://localhost:${GALLERY_PORT}`;

const OF_THE_MACHINE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--hide-scrollbars',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

/** The machine's own browser if it has one, else the one from npm: nothing is fetched from anywhere. */
export async function launchOptions(): Promise<LaunchOptions> {
  const own = process.env['CHROME_PATH'] ?? OF_THE_MACHINE.find((path) => existsSync(path));
  if (own) return { executablePath: own, args: ARGUMENTS };
  const executablePath = await chromium.executablePath();
  const starts = spawnSync(executablePath, ['--version']).status === 0;
  return { executablePath, args: ARGUMENTS, ...(!starts && { env: await withBundledLibraries() }) };
}

/** A bare Linux lacks the few libraries a browser needs (libnss3 and its kin). The package brings them along. */
async function withBundledLibraries(): Promise<Record<string, string>> {
  const packaged = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin/al2023.tar.br');
  const libraries = join(await inflate(packaged), 'lib');
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return { ...(Object.fromEntries(inherited) as Record<string, string>), LD_LIBRARY_PATH: libraries };
}
