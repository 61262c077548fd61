import { spawnSync } from 'node:child_process';
import { brotliCompressSync, constants } from 'node:zlib';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeSbom } from './sbom.mjs';
import { isFresh, newestChange, ROOT, requireNode24 } from './freshness.mjs';

const SHARED = [
  'libs/domain',
  'libs/plan-text',
  'libs/contracts',
  'libs/report-model',
  'migrations',
  'tsconfig.base.json',
  'package-lock.json',
];
const API = [...SHARED, 'api'];
const WEB = [...SHARED, 'libs/ui', 'libs/charts', 'web'];
const STAMPS = { api: 'dist/api.stamp', web: 'dist/web.stamp', gallery: 'dist/gallery.stamp' };

/**
 * Builds what is older than its sources: the API and the web, or the one that `only` names. `gallery` is the web with the
 * page of components, which a release does not have; nobody but the browser tests asks for it. Output is shown only when
 * something fails.
 */
export function build(only) {
  requireNode24();
  if (only === undefined || only === 'api') step('api', API, ['tsc', '-b', 'api']);
  if (only === undefined || only === 'web')
    step('web', WEB, ['nx', 'run', 'web:build', '--output-style=static'], compressWeb);
  // The declared output of the target is the release; this one lies elsewhere and is kept by its stamp alone.
  if (only === 'gallery')
    step('gallery', WEB, ['nx', 'run', 'web:build:gallery', '--skip-nx-cache', '--output-style=static']);
}

function step(name, sources, command, after) {
  if (isFresh(STAMPS[name], sources)) return;
  const changed = newestChange(sources);
  process.stderr.write(`Bygger ${name} …\n`);
  const [program, ...rest] = command;
  const result = spawnSync(join(ROOT, 'node_modules/.bin', program), rest, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}\nBygget av ${name} misslyckades.\n`);
    process.exit(1);
  }
  after?.();
  mkdirSync(dirname(join(ROOT, STAMPS[name])), { recursive: true });
  writeFileSync(join(ROOT, STAMPS[name]), String(changed));
}

/** Lays a `.br` file beside each hashed script and stylesheet, so that no request compresses anything. */
function compressWeb() {
  for (const locale of ['sv', 'en']) {
    const folder = join(ROOT, 'web/dist', locale);
    for (const file of readdirSync(folder)) {
      if (!/\.(js|css)$/.test(file)) continue;
      const bytes = readFileSync(join(folder, file));
      writeFileSync(
        join(folder, `${file}.br`),
        brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
      );
    }
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  build(process.argv[2]);
  writeSbom();
}
