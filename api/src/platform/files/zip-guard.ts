import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

/** What a package may unpack to. `part` is for one XML part, which becomes a tree in memory, many times its size. */
export interface ZipLimits {
  readonly total: number;
  readonly part: number;
  readonly entries: number;
}

export type ZipFaultCode = 'broken' | 'encrypted' | 'inflates_too_much';

/** A package that was not unpacked, and why. Each feature has its own words for it. */
export class ZipFault extends Error {
  constructor(
    readonly code: ZipFaultCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'ZipFault';
  }
}

const inflate = promisify(inflateRaw);
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;

interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  packed: number;
  inflated: number;
  offset: number;
}

/**
 * Reads the central directory of a zip package and refuses what would be unreasonable to unpack, before anything is
 * unpacked: too many entries, too large in all, or one part too large. The sizes it states are then checked by
 * unpacking under the same limits, since a directory can lie.
 * @returns the names of the entries.
 * @throws ZipFault `broken`, `encrypted` or `inflates_too_much`.
 */
export async function guardZip(bytes: Buffer, limits: ZipLimits): Promise<string[]> {
  const entries = centralDirectory(bytes, limits);
  if (entries.some((entry) => entry.encrypted)) throw new ZipFault('encrypted');
  const total = entries.reduce((sum, entry) => sum + entry.inflated, 0);
  if (total > limits.total || entries.some((entry) => isPart(entry) && entry.inflated > limits.part))
    throw new ZipFault('inflates_too_much');
  let left = limits.total;
  for (const entry of entries)
    left -= await inflatedSize(bytes, entry, Math.min(left, isPart(entry) ? limits.part : left));
  return entries.map((entry) => entry.name);
}

function isPart(entry: ZipEntry): boolean {
  return /\.(?:xml|rels)$/i.test(entry.name);
}

function centralDirectory(bytes: Buffer, limits: ZipLimits): ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + END_SIZE > bytes.length) throw new ZipFault('broken');
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  // 0xFFFF and 0xFFFFFFFF point to the zip64 form, which no document under 5 MB needs.
  if (count > limits.entries || start === 0xffffffff) throw new ZipFault('inflates_too_much');
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_SIZE > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw new ZipFault('broken');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: bytes.readUInt32LE(at + 20),
      inflated: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += CENTRAL_SIZE + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

async function inflatedSize(bytes: Buffer, entry: ZipEntry, limit: number): Promise<number> {
  const { offset } = entry;
  if (offset + LOCAL_SIZE > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50) throw new ZipFault('broken');
  const from = offset + LOCAL_SIZE + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(from, from + entry.packed);
  if (packed.length !== entry.packed) throw new ZipFault('broken');
  if (entry.method === 0 || entry.packed === 0) return packed.length;
  if (entry.method !== 8) throw new ZipFault('broken');
  try {
    return (await inflate(packed, { maxOutputLength: Math.max(1, limit) })).length;
  } catch (cause) {
    const tooLarge =
      typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipFault(tooLarge ? 'inflates_too_much' : 'broken', { cause });
  }
}
