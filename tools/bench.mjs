/**
 * `npm run bench`: builds the API when it is older than its sources, then measures it against a bare server on the same
 * data (test/bench). Prints Markdown tables; asserts nothing about time. `-- --quick` takes fewer samples.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ROOT } from './freshness.mjs';

build('api');
const { status } = spawnSync(process.execPath, [join(ROOT, 'test', 'bench', 'main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
