import { strToU8, zlibSync } from 'fflate';

/** Objects in one stream: readers unpack a whole stream to get at one of them. */
const PER_STREAM = 200;
const FREE = 0;
const PLAIN = 1;
const PACKED = 2;

type Entry = readonly [type: number, second: number, third: number];

interface Found {
  readonly number: number;
  readonly text: string;
}

interface Layout {
  /** Every object number up to the highest, and one more. */
  readonly size: number;
  readonly header: string;
  readonly objects: readonly Found[];
  /** What stands between << and >> in the trailer, less the size. */
  readonly trailer: string;
  /** Numbers of the catalog and the information, left in the open for programs that only skim a file. */
  readonly open: ReadonlySet<number>;
}

/**
 * The same PDF with its small objects in compressed object streams (ISO 32000-1, 7.5.7 and 7.5.8). The tags of a long report
 * are four fifths of the file as Typst writes it. A file of another shape than Typst's is given back as it came.
 */
export function packPdf(bytes: Buffer): Buffer {
  const layout = layoutOf(bytes.toString('latin1'));
  if (!layout) return bytes;
  const entries: Entry[] = Array.from({ length: layout.size }, () => [FREE, 0, 65535]);
  const pieces: Buffer[] = [];
  let length = 0;
  const write = (piece: Buffer): void => {
    pieces.push(piece);
    length += piece.length;
  };
  write(Buffer.from(layout.header, 'latin1'));
  const small: Found[] = [];
  for (const { number, text } of layout.objects) {
    if (!layout.open.has(number) && !/endstream\s*endobj\s*$/.test(text)) {
      small.push({ number, text });
      continue;
    }
    entries[number] = [PLAIN, length, 0];
    write(Buffer.from(text, 'latin1'));
  }
  for (let first = 0; first < small.length; first += PER_STREAM) {
    const number = entries.length;
    const some = small.slice(first, first + PER_STREAM);
    some.forEach((one, index) => (entries[one.number] = [PACKED, number, index]));
    entries.push([PLAIN, length, 0]);
    write(objectStream(number, some));
  }
  const start = length;
  const own = entries.length;
  entries.push([PLAIN, start, 0]);
  write(
    stream(
      own,
      `/Type /XRef /Size ${entries.length} /W [1 4 2] ${layout.trailer}`,
      Uint8Array.from(entries.flatMap(sevenBytes)),
    ),
  );
  write(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(pieces);
}

/** Null when the file is not made of one classic cross-reference table and objects of generation 0. */
function layoutOf(text: string): Layout | null {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? NaN);
  if (!Number.isInteger(start) || !text.startsWith('%PDF-1.7')) return null;
  const table = /^xref\s+0 (\d+)\s+((?:\d{10} \d{5} [fn][ \r\n]{2})+)trailer\s*<<([\s\S]*)>>\s*startxref/.exec(
    text.slice(start),
  );
  const trailer = table?.[3] ?? '';
  const open = ['Root', 'Info'].map((name) => Number(new RegExp(`/${name} (\\d+) 0 R`).exec(trailer)?.[1] ?? NaN));
  if (!table?.[2] || /\/(Prev|Encrypt|XRefStm)\b/.test(trailer) || open.some(Number.isNaN)) return null;
  const used = table[2]
    .match(/\d{10} \d{5} [fn]/g)
    ?.flatMap((line, number) => (line.endsWith('n') ? [{ number, offset: Number(line.slice(0, 10)) }] : []))
    .sort((a, b) => a.offset - b.offset);
  const objects = used?.map(({ number, offset }, index) => ({
    number,
    text: text.slice(offset, used[index + 1]?.offset ?? start),
  }));
  if (!objects?.every(({ number, text: object }) => object.startsWith(`${number} 0 obj`))) return null;
  return {
    size: Number(table[1]),
    header: text.slice(0, used?.[0]?.offset),
    objects,
    trailer: trailer.replace(/\/Size \d+/, '').trim(),
    open: new Set(open),
  };
}

function objectStream(number: number, objects: readonly Found[]): Buffer {
  let places = '';
  let bodies = '';
  for (const { number: one, text } of objects) {
    places += `${one} ${bodies.length} `;
    bodies += `${text.replace(/^\d+ 0 obj\s*/, '').replace(/\s*endobj\s*$/, '')}\n`;
  }
  return stream(number, `/Type /ObjStm /N ${objects.length} /First ${places.length}`, strToU8(places + bodies, true));
}

/** Compressed by fflate and not by the machine's zlib, so that the bytes are the same everywhere. */
function stream(number: number, dictionary: string, data: Uint8Array): Buffer {
  const packed = zlibSync(data, { level: 6 });
  return Buffer.concat([
    Buffer.from(
      `${number} 0 obj\n<< ${dictionary} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
      'latin1',
    ),
    packed,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}

function sevenBytes([type, second, third]: Entry): number[] {
  return [
    type,
    (second >>> 24) & 255,
    (second >>> 16) & 255,
    (second >>> 8) & 255,
    second & 255,
    third >>> 8,
    third & 255,
  ];
}
