import chromium from '@sparticuz/chromium';
import { existsSync } from 'node:fs';

export const PORT = 4210;
export const BASE_URL = `http://localhost:${PORT}`;
export const GALLERY_PORT = 4211;
export const GALLERY_URL = `http://localhost:${GALLERY_PORT}`;

const OF_THE_MACHINE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The machine's own browser if it has one, else the one from npm: nothing is fetched from anywhere. */
export async function browserPath(): Promise<string> {
  return process.env['CHROME_PATH'] ?? OF_THE_MACHINE.find((path) => existsSync(path)) ?? (await chromium.executablePath());
}

export function browserArguments(): string[] {
  return ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--hide-scrollbars', '--force-color-profile=srgb', '--font-render-hinting=none'];
}
