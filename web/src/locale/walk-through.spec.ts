import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const app = join(__dirname, '../app/walk-through');

describe('English texts of the walk-through', () => {
  it('are there for every Swedish text, and for nothing else', () => {
    const files = readdirSync(app, { recursive: true, encoding: 'utf8' });
    const used = new Set(
      files
        .filter((name) => /\.(ts|html)$/.test(name) && !name.endsWith('.spec.ts'))
        .flatMap((name) => [...readFileSync(join(app, name), 'utf8').matchAll(/@@(walk\.[A-Za-z0-9.]+)/g)])
        .map((match) => match[1] ?? ''),
    );
    const file: { translations: Record<string, string> } = JSON.parse(
      readFileSync(join(__dirname, 'walk-through.en.json'), 'utf8'),
    );
    expect(Object.keys(file.translations).sort()).toEqual([...used].sort());
  });
});
