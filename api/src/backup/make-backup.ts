import type pg from 'pg';
import { BACKUP_FORMAT, writeBackup, type Ending, type Manifest, type TableHead } from './backup-file.ts';
import { PEOPLE_TABLE, TABLE_KINDS, type TableKind } from './tables.ts';

export interface BackupWish {
  readonly file: string;
  /** Null: the whole installation. */
  readonly countyCode: string | null;
  readonly version: string;
  readonly at: Date;
}

const ROWS_AT_A_TIME = 500;

/**
 * Copies the database behind `owner` (the owner's connection) to one file, as it stood at one moment, while people go on
 * working. Each county is read with its own row-level security, so that a copy of one county cannot hold another's rows.
 *
 * @throws Error naming a table that nobody has classified.
 */
export async function makeBackup(owner: pg.Client, wish: BackupWish): Promise<Ending> {
  await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const tables = await listTables(owner);
    const counties = await countiesOf(owner, wish.countyCode);
    const { rows: migrations } = await owner.query<{ name: string }>(
      'SELECT name FROM migrations ORDER BY "timestamp"',
    );
    const manifest: Manifest = {
      samhandling: 'backup',
      format: BACKUP_FORMAT,
      version: wish.version,
      madeAt: wish.at.toISOString(),
      county: wish.countyCode,
      migrations: migrations.map(({ name }) => name),
    };
    return await writeBackup(wish.file, manifest, readTables(owner, tables, counties, wish.countyCode !== null));
  } finally {
    await owner.query('ROLLBACK').catch(() => undefined);
  }
}

export interface KnownTable extends TableHead {
  readonly kind: TableKind;
}

/** Every table of the schema with the columns that are stored, and what it holds. */
export async function listTables(owner: pg.Client): Promise<KnownTable[]> {
  const { rows } = await owner.query<{ table: string; columns: string[] }>(
    `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname ORDER BY c.relname`,
  );
  return rows.map(({ table, columns }) => {
    const kind = TABLE_KINDS[table];
    if (kind === undefined) throw new Error(`The table ${table} is not classified in api/src/backup/tables.ts.`);
    return { table, columns, kind };
  });
}

async function countiesOf(owner: pg.Client, code: string | null): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    'SELECT id FROM county WHERE $1::text IS NULL OR code = $1 ORDER BY code',
    [code],
  );
  return rows.map(({ id }) => id);
}

async function* readTables(
  owner: pg.Client,
  tables: readonly KnownTable[],
  counties: readonly string[],
  isOneCounty: boolean,
): AsyncGenerator<{ head: TableHead; rows: AsyncIterable<string> }> {
  for (const table of tables) {
    if (table.kind === 'passing') continue;
    if (table.kind === 'installation' && isOneCounty && table.table !== PEOPLE_TABLE) continue;
    yield { head: { table: table.table, columns: table.columns }, rows: readRows(owner, table, counties, isOneCounty) };
  }
}

async function* readRows(
  owner: pg.Client,
  { table, columns, kind }: KnownTable,
  counties: readonly string[],
  isOneCounty: boolean,
): AsyncGenerator<string> {
  const list = columns.map((column) => `t."${column}"`).join(', ');
  const from = (where: string): string =>
    `SELECT row_to_json(r)::text AS row FROM (SELECT ${list} FROM "${table}" t WHERE ${where}) r`;
  if (kind === 'installation' || (kind === 'reference' && !isOneCounty)) {
    const inCounty = `id IN (SELECT person_id FROM county_person WHERE county_id = current_county())`;
    if (isOneCounty) await setCounty(owner, counties[0] ?? '');
    yield* fetch(owner, from(isOneCounty ? inCounty : 'true'));
    return;
  }
  for (const county of counties) {
    await setCounty(owner, county);
    yield* fetch(owner, from(table === 'county' ? 'id = current_county()' : 'county_id = current_county()'));
  }
}

async function setCounty(owner: pg.Client, id: string): Promise<void> {
  await owner.query(`SELECT set_config('samhandling.county', $1, true)`, [id]);
}

/** By a cursor, so that memory does not grow with the table. */
async function* fetch(owner: pg.Client, sql: string): AsyncGenerator<string> {
  await owner.query(`DECLARE copied NO SCROLL CURSOR FOR ${sql}`);
  try {
    for (;;) {
      const { rows } = await owner.query<{ row: string }>(`FETCH ${ROWS_AT_A_TIME} FROM copied`);
      for (const { row } of rows) yield row;
      if (rows.length < ROWS_AT_A_TIME) return;
    }
  } finally {
    await owner.query('CLOSE copied').catch(() => undefined);
  }
}
