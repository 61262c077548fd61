/** `npm run test:faults`: builds the API when it is older than its sources, then breaks it while people write (test/faults). */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ROOT } from './freshness.mjs';

build('api');
const { status } = spawnSync(process.execPath, [join(ROOT, 'test', 'faults', 'main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
