/** Writes libs/contracts/openapi.json anew. A test fails while it is out of step with the code. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ROOT } from './freshness.mjs';

build('api');
await import('reflect-metadata');
const { describeApi } = await import('../api/dist/openapi.js');
writeFileSync(join(ROOT, 'libs/contracts/openapi.json'), `${JSON.stringify(await describeApi(), null, 2)}\n`);
process.exit(0);
