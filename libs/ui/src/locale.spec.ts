import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

interface Translations {
  readonly translations: Readonly<Record<string, string>>;
}

function idsIn(folder: string): Set<string> {
  const ids = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.ts') || entry.endsWith('.spec.ts')) continue;
    const source = readFileSync(join(folder, entry), 'utf8');
    for (const match of source.matchAll(/@@(ui\.[A-Za-z0-9.]+)/g)) ids.add(match[1] ?? '');
  }
  return ids;
}

describe('English texts of the components', () => {
  it('are there for every Swedish text, and for nothing else', () => {
    const file: Translations = JSON.parse(readFileSync(join(__dirname, 'locale/ui.en.json'), 'utf8'));
    expect(Object.keys(file.translations).sort()).toEqual([...idsIn(__dirname)].sort());
  });
});
