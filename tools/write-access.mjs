/**
 * Writes docs/access.md: every route and what it gives each role, from what the code itself declares. With --check it only
 * says whether the committed one is in step; with --print it is shown and nothing is written (`npm run -s access`).
 * test/api/access walks the same table over HTTP.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ROOT } from './freshness.mjs';

const FILE = join(ROOT, 'docs/access.md');
const WORDS = { yes: 'ja', own: 'egna', link: 'länk', no: '–' };

build('api');
await import('reflect-metadata');
const { describeApi } = await import('../api/dist/openapi.js');
const { ROLES, ROLE_LABELS, routeAccess } = await import('../libs/domain/dist/index.js');
const visitors = [...ROLES, 'anonymous'];
const heads = [...ROLES.map((role) => ROLE_LABELS[role].sv), 'Ingen inloggad'];
const { paths } = await describeApi();
const rows = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => {
    const declared = operation['x-access'] ?? [];
    const cells = visitors.map((visitor) => WORDS[routeAccess(visitor, declared)]);
    return `| ${method.toUpperCase()} | \`${path}\` | ${cells.join(' | ')} |`;
  }),
);
const text = `# Who may do what, route by route

Written by \`node tools/write-access.mjs\` from the code; do not edit by hand. \`npm run -s access\` prints it. ${rows.length} routes.

**ja**: the role is let through, and the service's own rules follow. **egna**: only for the own organisation or municipality,
which the stored row decides. **länk**: only with an answer link. **–**: refused. The same table is walked over HTTP, route by
route and role by role, with the county's own ids and another county's (\`test/api/access\`).

| | Route | ${heads.join(' | ')} |
| --- | --- | ${heads.map(() => '---').join(' | ')} |
${rows.join('\n')}
`;
if (process.argv.includes('--print')) process.stdout.write(text);
else if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8') !== text) {
  process.stderr.write('docs/access.md is out of step with the code. Run: node tools/write-access.mjs\n');
  process.exit(1);
}
process.exit(0);
