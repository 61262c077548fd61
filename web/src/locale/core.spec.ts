import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

interface Translations {
  readonly translations: Readonly<Record<string, string>>;
}

const app = join(__dirname, '../app');
const folders = ['core', 'layout', 'session'];

function sources(): string[] {
  const inFolders = folders.flatMap((folder) => readdirSync(join(app, folder)).map((name) => join(app, folder, name)));
  return [...inFolders, join(app, 'app.routes.ts'), join(app, 'entry.routes.ts'), join(app, '../main.ts')].filter(
    (file) => /\.(ts|html)$/.test(file) && !file.endsWith('.spec.ts'),
  );
}

describe('English texts of the shell', () => {
  it('are there for every Swedish text, and for nothing else', () => {
    const used = new Set<string>();
    for (const file of sources()) {
      for (const match of readFileSync(file, 'utf8').matchAll(/@@((?:core|layout|session)\.[A-Za-z0-9.]+)/g))
        used.add(match[1] ?? '');
    }
    const file: Translations = JSON.parse(readFileSync(join(__dirname, 'core.en.json'), 'utf8'));
    expect(Object.keys(file.translations).sort()).toEqual([...used].sort());
  });
});
