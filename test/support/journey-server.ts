import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PORT } from './browser.ts';

/** `npm start` in a data folder that is gone afterwards. */
const directory = mkdtempSync(join(tmpdir(), 'samhandling-journeys-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
Object.assign(process.env, { PORT: String(PORT), DATA_DIR: directory, RATE_LIMITS: 'all=1000000/60' });
await import('../../api/dist/main.js');
