/** Writes libs/contracts/openapi.json anew; with --check it only says whether the committed one is in step with the code. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ROOT } from './freshness.mjs';

const FILE = join(ROOT, 'libs/contracts/openapi.json');

build('api');
await import('reflect-metadata');
// From dist: the compiler knows the types behind the decorators, which jest's transform does not.
const { describeApi } = await import('../api/dist/openapi.js');
const text = `${JSON.stringify(await describeApi(), null, 2)}\n`;
if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8') !== text) {
  process.stderr.write('libs/contracts/openapi.json is out of step with the code. Run: node tools/write-openapi.mjs\n');
  process.exit(1);
}
process.exit(0);
