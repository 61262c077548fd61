/**
 * `npm run -s samhandling -- <command>`: builds the command line when it is missing or older than its sources, quietly,
 * and runs it with the arguments as given. Only the command's own words reach the terminal.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const entry = join(root, 'api', 'dist', 'cli', 'main.js');
const sources = [
  'api/src',
  'libs/domain/src',
  'libs/plan-text/src',
  'libs/contracts/src',
  'libs/report-model/src',
  'migrations/src',
];

function newestSource(folder) {
  let newest = 0;
  for (const item of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!item.isFile() || !item.name.endsWith('.ts') || item.name.endsWith('.spec.ts')) continue;
    newest = Math.max(newest, statSync(join(item.parentPath, item.name)).mtimeMs);
  }
  return newest;
}

/** The build's own record of when it last ran: a file that did not change is not written again. */
function builtAt() {
  if (!existsSync(entry)) return 0;
  const records = ['api/tsconfig.tsbuildinfo', 'api/dist/tsconfig.tsbuildinfo']
    .map((path) => join(root, path))
    .filter((path) => existsSync(path));
  return Math.max(statSync(entry).mtimeMs, ...records.map((path) => statSync(path).mtimeMs));
}

function isStale() {
  const built = builtAt();
  return (
    built === 0 || sources.some((folder) => existsSync(join(root, folder)) && newestSource(join(root, folder)) > built)
  );
}

if (isStale()) {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const built = spawnSync(process.execPath, [tsc, '-b', 'api'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) {
    process.stderr.write(`Programmet kunde inte byggas.\n${built.stdout ?? ''}${built.stderr ?? ''}`);
    process.exit(1);
  }
}

const done = spawnSync(process.execPath, [entry, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
});
process.exit(done.status ?? 1);
