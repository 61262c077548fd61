import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** Raised when an older program could not read the file. */
export const BACKUP_FORMAT = 1;

/** The first line of a copy. */
export interface Manifest {
  readonly samhandling: 'backup';
  readonly format: number;
  /** Of the program that made it. */
  readonly version: string;
  readonly madeAt: string;
  /** Code of the county when it is a copy of one. */
  readonly county: string | null;
  /** The migrations the database had, in order: what the rows were shaped by. */
  readonly migrations: readonly string[];
}

/** Before a table's rows. */
export interface TableHead {
  readonly table: string;
  readonly columns: readonly string[];
}

/** The last line. Without it the file has been cut. */
export interface Ending {
  readonly rows: Readonly<Record<string, number>>;
  /** SHA-256 of every line before this one. */
  readonly sha256: string;
}

/** A file that is no copy, or a damaged one; the message is for the person at the prompt. */
export class BackupFault extends Error {}

/**
 * Writes lines, compressed, under another name until they are all there, readable by its owner alone: it holds what
 * people sign in with. Answers the SHA-256 that the ending says too.
 */
export async function writeBackup(
  file: string,
  manifest: Manifest,
  tables: AsyncIterable<{ readonly head: TableHead; readonly rows: AsyncIterable<string> }>,
): Promise<Ending> {
  const part = `${file}.part`;
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  async function* lines(): AsyncGenerator<string> {
    yield hashed(hash, JSON.stringify(manifest));
    for await (const { head, rows: content } of tables) {
      yield hashed(hash, JSON.stringify(head));
      rows[head.table] = 0;
      for await (const row of content) {
        rows[head.table] = (rows[head.table] ?? 0) + 1;
        yield hashed(hash, `=${row}`);
      }
    }
    yield `${JSON.stringify({ rows, sha256: hash.copy().digest('hex') } satisfies Ending)}\n`;
  }
  try {
    await pipeline(lines(), createGzip({ level: 6 }), createWriteStream(part, { mode: 0o600, flags: 'wx' }));
    const handle = await open(part, 'r');
    await handle.sync();
    await handle.close();
    await rename(part, file);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') await rm(part, { force: true });
    throw fault;
  }
  return { rows, sha256: hash.digest('hex') };
}

function hashed(hash: Hash, line: string): string {
  hash.update(line).update('\n');
  return `${line}\n`;
}

export interface BackupReader {
  manifest(manifest: Manifest): Promise<void>;
  table(head: TableHead): Promise<void>;
  row(json: string): Promise<void>;
}

/** What a copy says of itself, without reading the rest. @throws BackupFault */
export async function readManifest(file: string): Promise<Manifest> {
  const found = new Found();
  await readBackup(file, {
    manifest: (manifest) => Promise.reject(Object.assign(found, { manifest })),
    table: () => Promise.resolve(),
    row: () => Promise.resolve(),
  }).catch((fault: unknown) => {
    if (fault !== found) throw fault;
  });
  return found.manifest as Manifest;
}

/** Stops the reading, with what was looked for. */
class Found extends Error {
  manifest: Manifest | null = null;
}

/**
 * Reads a copy line by line and hands each to the reader, in order. The whole is checked on the way: an altered or cut file
 * ends in a fault, before the reader is told that all is well.
 *
 * @throws BackupFault
 */
export async function readBackup(file: string, reader: BackupReader): Promise<Ending> {
  const hash = createHash('sha256');
  let state: 'start' | 'body' | 'ended' = 'start';
  let ending: Ending | null = null;
  const take = async (line: string): Promise<void> => {
    if (state === 'ended') throw new BackupFault('Filen fortsätter efter sitt slut. Den är ändrad.');
    if (state === 'start') {
      const manifest = parse<Partial<Manifest>>(line);
      if (manifest.samhandling !== 'backup') throw new BackupFault('Filen är ingen säkerhetskopia från Samhandling.');
      if (manifest.format !== BACKUP_FORMAT)
        throw new BackupFault(
          `Filen har formatet ${manifest.format}, och det här programmet läser ${BACKUP_FORMAT}. Använd samma version som gjorde filen (${manifest.version}).`,
        );
      state = 'body';
      await reader.manifest(manifest as Manifest);
    } else if (line.startsWith('=')) await reader.row(line.slice(1));
    else {
      const said = parse<Partial<TableHead & Ending>>(line);
      if (said.sha256 !== undefined) {
        if (said.sha256 !== hash.copy().digest('hex'))
          throw new BackupFault('Filen är skadad eller ändrad: dess kontrollsumma stämmer inte.');
        ending = said as Ending;
        state = 'ended';
        return;
      }
      await reader.table(said as TableHead);
    }
    hash.update(line).update('\n');
  };
  try {
    await pipeline(createReadStream(file), createGunzip(), splitLines(), async (source: AsyncIterable<string>) => {
      for await (const line of source) await take(line);
    });
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT') throw new BackupFault(`Filen ${file} finns inte.`, { cause: fault });
    if (code === 'EISDIR') throw new BackupFault(`${file} är en mapp.`, { cause: fault });
    if (code.startsWith('Z_') || code === 'ERR_ZLIB_INITIALIZATION_FAILED')
      throw new BackupFault(
        code === 'Z_BUF_ERROR'
          ? 'Filen är avhuggen: slutet saknas.'
          : 'Filen är ingen säkerhetskopia, eller så är den skadad.',
        { cause: fault },
      );
    throw fault;
  }
  if (!ending) throw new BackupFault('Filen är avhuggen: slutet saknas.');
  return ending;
}

function parse<Value extends object>(line: string): Value {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as Value;
  } catch {
    // Said below.
  }
  throw new BackupFault('Filen är ingen säkerhetskopia, eller så är den skadad.');
}

/** A row may be long (a frozen file in base 16), so lines are put together over the chunks they come in. */
function splitLines(): Transform & Readable {
  let rest: Buffer[] = [];
  return new Transform({
    readableObjectMode: true,
    transform(chunk: Buffer, _encoding, done) {
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        rest.push(chunk.subarray(from, at));
        this.push(Buffer.concat(rest).toString('utf8'));
        rest = [];
        from = at + 1;
      }
      if (from < chunk.length) rest.push(chunk.subarray(from));
      done();
    },
    flush(done) {
      if (rest.length > 0) this.push(Buffer.concat(rest).toString('utf8'));
      done();
    },
  });
}
