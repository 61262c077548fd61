import { fontFace } from './fonts.ts';

let covered: ReadonlySet<number> | undefined;

/**
 * Text as the report's typeface can set it. PDF/UA allows no character without a glyph, and people paste anything: what
 * the typeface lacks becomes a hollow square, and control characters other than line ends go.
 */
export function settable(text: string): string {
  covered ??= coverage(fontFace('regular'));
  let result = '';
  for (const character of text.normalize('NFC')) {
    const point = character.codePointAt(0) ?? 0;
    if (point === 10) result += '\n';
    else if (point === 9 || point === 0x202f || point === 0x2009) result += ' ';
    else if (point >= 32 && covered.has(point) && !isPrivate(point)) result += character;
    else if (!isInvisible(point)) result += '\u25a1';
  }
  return result;
}

const isPrivate = (point: number): boolean => (point >= 0xe000 && point <= 0xf8ff) || point >= 0xf0000;
/** Control characters, joiners, direction marks, variation selectors. */
const isInvisible = (point: number): boolean =>
  point < 32 ||
  (point >= 0x7f && point < 0xa0) ||
  point === 0xad ||
  (point >= 0x200b && point <= 0x200f) ||
  (point >= 0x2028 && point <= 0x202e) ||
  point === 0x2060 ||
  (point >= 0xfe00 && point <= 0xfe0f) ||
  point === 0xfeff;

/** The code points of a TrueType file's Unicode tables (OpenType `cmap`, formats 4 and 12). */
function coverage(font: Buffer): ReadonlySet<number> {
  const points = new Set<number>();
  const table = tableOffset(font, 'cmap');
  for (let index = 0; index < font.readUInt16BE(table + 2); index += 1) {
    const start = table + font.readUInt32BE(table + 4 + index * 8 + 4);
    const format = font.readUInt16BE(start);
    if (format === 12) addFormat12(font, start, points);
    else if (format === 4) addFormat4(font, start, points);
  }
  return points;
}

function tableOffset(font: Buffer, name: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The font has no ${name} table.`);
}

function addFormat12(font: Buffer, start: number, points: Set<number>): void {
  for (let group = 0; group < font.readUInt32BE(start + 12); group += 1) {
    const at = start + 16 + group * 12;
    for (let point = font.readUInt32BE(at); point <= font.readUInt32BE(at + 4); point += 1) points.add(point);
  }
}

function addFormat4(font: Buffer, start: number, points: Set<number>): void {
  const segments = font.readUInt16BE(start + 6) / 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const last = font.readUInt16BE(start + 14 + 2 * segment);
    const first = font.readUInt16BE(start + 16 + 2 * segments + 2 * segment);
    for (let point = first; point <= last && point < 0xffff; point += 1) points.add(point);
  }
}
