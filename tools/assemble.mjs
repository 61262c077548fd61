/**
 * `node tools/assemble.mjs FOLDER`: copies what production runs, and nothing else, to an empty folder. After
 * `npm ci && npm run build && npm ci --omit=dev`: no sources, no tests, no tools.
 */
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './freshness.mjs';

const [, , folder] = process.argv;
if (!folder) {
  process.stderr.write('Ange mappen: node tools/assemble.mjs MAPP\n');
  process.exit(1);
}
const target = resolve(folder);
if (existsSync(target) && readdirSync(target).length > 0) {
  process.stderr.write(`Mappen ${target} är inte tom.\n`);
  process.exit(1);
}

const shared = readdirSync(join(ROOT, 'libs')).map((name) => `libs/${name}`);
const wanted = [
  'package.json',
  'LICENSE',
  'node_modules',
  'deploy',
  'api/dist',
  'web/dist/sv',
  'web/dist/en',
  ...[...shared, 'migrations'].flatMap((name) => [`${name}/package.json`, `${name}/dist`]),
];
for (const path of wanted) {
  if (!existsSync(join(ROOT, path))) continue;
  mkdirSync(join(target, path, '..'), { recursive: true });
  cpSync(join(ROOT, path), join(target, path), {
    recursive: true,
    verbatimSymlinks: true,
    // What the compiler keeps for itself, and maps to sources that are not there.
    filter: (from) => !/\.(tsbuildinfo|d\.ts|js\.map|d\.ts\.map)$/.test(from) || from.includes('node_modules'),
  });
}
