import { readdirSync, readFileSync, statSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const IGNORED = new Set(['dist', 'node_modules', '.angular', '.nx']);

/** Newest change, in milliseconds, of any source file under the named folders and files. */
export function newestChange(paths) {
  let newest = 0;
  for (const path of paths) {
    const full = join(ROOT, path);
    if (!existsSync(full)) continue;
    const stat = statSync(full);
    if (!stat.isDirectory()) newest = Math.max(newest, stat.mtimeMs);
    else {
      for (const entry of readdirSync(full)) {
        if (!IGNORED.has(entry)) newest = Math.max(newest, newestChange([join(path, entry)]));
      }
    }
  }
  return newest;
}

/** True when `stamp` was written after every source was. */
export function isFresh(stamp, sources) {
  const file = join(ROOT, stamp);
  return existsSync(file) && Number(readFileSync(file, 'utf8')) >= newestChange(sources);
}

export function requireNode24() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 24) return;
  process.stderr.write(
    `Samhandling behöver Node 24 eller senare, men det här är ${process.versions.node}. På Linux och Windows följer rätt version med: kör npm ci utan --omit=optional och starta med npm. På andra system: installera Node 24.\n`,
  );
  process.exit(1);
}
