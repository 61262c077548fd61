/** Writes docs/problems.md from the codes of the contracts; with --check it only says whether the committed one is in step. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ROOT } from './freshness.mjs';

const FILE = join(ROOT, 'docs/problems.md');

build('api');
const { PROBLEMS } = await import('../libs/contracts/dist/index.js');
const rows = Object.entries(PROBLEMS).map(
  ([code, { status, title }]) => `| \`${code}\` | ${status} | ${title.sv} | ${title.en} |`,
);
const text = `# Problems

Written by \`node tools/write-problems.mjs\` from \`libs/contracts/src/problem.ts\`; do not edit by hand.

Every error is an RFC 9457 problem (\`application/problem+json\`): \`type\` (\`/problems/<code>\`), \`title\`, \`status\`, \`detail\`,
\`code\`, \`errors[]\` with a JSON pointer, a code and a reason for each field, \`requestId\`, and for \`stale\` the resource as it is
now in \`current\`. Texts follow \`Accept-Language\` (Swedish unless English is asked for).

| code | status | Swedish title | English title |
| --- | --: | --- | --- |
${rows.join('\n')}
`;
if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8') !== text) {
  process.stderr.write('docs/problems.md is out of step with the code. Run: node tools/write-problems.mjs\n');
  process.exit(1);
}
