/** Every direct dependency has its line in docs/dependencies.md, and nothing stands there that is not one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './freshness.mjs';

const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);
const [reasons] = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8').split('## Held back');
const named = [...reasons.matchAll(/`(@?[a-z0-9][a-z0-9._/*-]*)`/g)].map(([, name]) => name);
const all = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
const covers = (name) => (entry) => entry === name || (entry.endsWith('*') && name.startsWith(entry.slice(0, -1)));
const missing = all.filter((name) => !named.some(covers(name)));
for (const name of missing) process.stderr.write(`docs/dependencies.md does not say why ${name} is here.\n`);
const wild = Object.entries({ ...dependencies, ...devDependencies }).filter(
  ([, version]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(version),
);
for (const [name, version] of wild) process.stderr.write(`${name} is not pinned exactly: ${version}\n`);
process.exit(missing.length + wild.length > 0 ? 1 : 0);
