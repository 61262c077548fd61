import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('source-sans/package.json')), 'TTF');
const FACES = { regular: 'Regular', italic: 'It', semibold: 'Semibold', bold: 'Bold' } as const;
export type Face = keyof typeof FACES;

const loaded = new Map<Face, Buffer>();

/** A face of Source Sans 3 as TrueType, from the npm package: no network, and no fonts of the machine. */
export function fontFace(face: Face): Buffer {
  const known = loaded.get(face);
  if (known) return known;
  const bytes = readFileSync(join(FOLDER, `SourceSans3-${FACES[face]}.ttf`));
  loaded.set(face, bytes);
  return bytes;
}
