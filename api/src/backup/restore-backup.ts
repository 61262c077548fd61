import type pg from 'pg';
import { BackupFault, readBackup, type Ending, type Manifest, type TableHead } from './backup-file.ts';
import { listTables, type KnownTable } from './make-backup.ts';
import { PEOPLE_TABLE } from './tables.ts';

export interface Restored extends Ending {
  readonly manifest: Manifest;
}

const ROWS_AT_A_TIME = 500;
const BYTES_AT_A_TIME = 4_000_000;
/** Where somebody has begun to work, one of these has rows. */
const MADE_BY_PEOPLE = ['county_person', 'organisation', 'plan'];

/**
 * Puts a copy back through the owner's connection, all or nothing: a damaged file, or one row that breaks a rule, and
 * nothing has been done. The database must be migrated as the copy was, and hold nothing of what the copy holds.
 *
 * What guards the daily work is set aside within the transaction: triggers (an adopted round refuses its own rows),
 * row-level security (rows of several counties), and references (tables come in no particular order). The references are
 * put back at the end, which checks each of them.
 *
 * @throws BackupFault in words for the person at the prompt.
 */
export async function restoreBackup(owner: pg.Client, file: string): Promise<Restored> {
  await owner.query('BEGIN');
  try {
    const restoring = new Restoring(owner);
    const ending = await readBackup(file, restoring);
    const manifest = await restoring.finish(ending);
    await owner.query('COMMIT');
    return { ...ending, manifest };
  } catch (fault) {
    await owner.query('ROLLBACK').catch(() => undefined);
    throw inWords(fault);
  }
}

class Restoring {
  private manifestRead: Manifest | null = null;
  private tables = new Map<string, KnownTable>();
  private references: readonly { readonly table: string; readonly name: string; readonly definition: string }[] = [];
  private into: TableHead | null = null;
  private waiting: string[] = [];
  private bytes = 0;
  private readonly restored: Record<string, number> = {};

  constructor(private readonly owner: pg.Client) {}

  async manifest(manifest: Manifest): Promise<void> {
    this.manifestRead = manifest;
    const known = await listTables(this.owner);
    this.tables = new Map(known.map((table) => [table.table, table]));
    const { rows } = await this.owner.query<{ name: string }>('SELECT name FROM migrations ORDER BY "timestamp"');
    const here = rows.map(({ name }) => name);
    if (JSON.stringify(here) !== JSON.stringify(manifest.migrations))
      throw new BackupFault(
        `Kopian är gjord med en annan uppsättning databastabeller (version ${manifest.version}). Läs in den med samma version, och uppgradera sedan.`,
      );
    await this.setAside();
    await this.makeRoom(manifest.county);
  }

  async table(head: TableHead): Promise<void> {
    await this.flush();
    const known = this.tables.get(head.table);
    if (!known || known.kind === 'passing' || head.columns.some((column) => !known.columns.includes(column)))
      throw new BackupFault(`Kopian innehåller tabellen ${head.table}, som inte hör dit.`);
    this.into = head;
    this.restored[head.table] = 0;
  }

  async row(json: string): Promise<void> {
    if (!this.into) throw new BackupFault('Filen är skadad: en rad står utanför sin tabell.');
    this.waiting.push(json);
    this.bytes += json.length;
    if (this.waiting.length >= ROWS_AT_A_TIME || this.bytes >= BYTES_AT_A_TIME) await this.flush();
  }

  async finish(ending: Ending): Promise<Manifest> {
    await this.flush();
    if (!this.manifestRead) throw new BackupFault('Filen är tom.');
    for (const [table, rows] of Object.entries(ending.rows))
      if (this.restored[table] !== rows) throw new BackupFault(`Av tabellen ${table} saknas rader i filen.`);
    for (const { table, name, definition } of this.references)
      await this.owner.query(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`);
    if (this.manifestRead.county !== null)
      await this.owner.query(
        `UPDATE person SET has_account = false WHERE NOT EXISTS (SELECT 1 FROM credential c WHERE c.person_id = person.id)
         AND NOT EXISTS (SELECT 1 FROM external_identity x WHERE x.person_id = person.id)`,
      );
    for (const { table } of this.tables.values()) {
      await this.owner.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
      if (this.secured.has(table)) await this.owner.query(`ALTER TABLE "${table}" FORCE ROW LEVEL SECURITY`);
    }
    return this.manifestRead;
  }

  private secured = new Set<string>();

  private async setAside(): Promise<void> {
    const { rows: secured } = await this.owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relforcerowsecurity AND relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    this.secured = new Set(secured.map(({ name }) => name));
    const { rows } = await this.owner.query<{ table: string; name: string; definition: string }>(
      `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`,
    );
    this.references = rows;
    for (const { table, name } of rows) await this.owner.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
    for (const { table } of this.tables.values()) {
      await this.owner.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
      if (this.secured.has(table)) await this.owner.query(`ALTER TABLE "${table}" NO FORCE ROW LEVEL SECURITY`);
    }
  }

  /**
   * Into a database where somebody has worked, a copy would be half old and half new. What a new installation gives each
   * county from the start (kinds of events and the like) gives way to what the copy holds of it.
   */
  private async makeRoom(code: string | null): Promise<void> {
    const inCounty = code === null ? 'true' : `county_id = (SELECT id FROM county WHERE code = '${safe(code)}')`;
    for (const table of code === null ? ['person', ...MADE_BY_PEOPLE] : MADE_BY_PEOPLE) {
      const where = table === 'person' ? 'true' : inCounty;
      const { rows } = await this.owner.query(`SELECT 1 FROM "${table}" WHERE ${where} LIMIT 1`);
      if (rows.length > 0)
        throw new BackupFault(
          code === null
            ? `Databasen är inte tom (det finns rader i ${table}). Läs in kopian i en ny databas.`
            : `Länet ${code} har redan uppgifter i databasen (i ${table}). Läs in kopian där länet är tomt.`,
        );
    }
    for (const { table, kind } of this.tables.values())
      if (kind === 'county') await this.owner.query(`DELETE FROM "${table}" WHERE ${inCounty}`);
    // The ids of counties are made where they are installed; the copy's rows lean on the copy's.
    const gone = code === null ? 'true' : `code = '${safe(code)}'`;
    await this.owner.query(`DELETE FROM municipality WHERE county_id IN (SELECT id FROM county WHERE ${gone})`);
    await this.owner.query(`DELETE FROM county WHERE ${gone}`);
  }

  private async flush(): Promise<void> {
    if (!this.into || this.waiting.length === 0) return;
    const { table, columns } = this.into;
    const list = columns.map((column) => `"${column}"`).join(', ');
    const isPersonOfACounty = table === PEOPLE_TABLE && this.manifestRead?.county != null;
    const { rowCount } = await this.owner.query(
      `INSERT INTO "${table}" (${list}) SELECT ${list} FROM json_populate_recordset(NULL::"${table}", $1)
       ${isPersonOfACounty ? 'ON CONFLICT (id) DO UPDATE SET name = person.name' : ''}`,
      [`[${this.waiting.join(',')}]`],
    );
    this.restored[table] = (this.restored[table] ?? 0) + (rowCount ?? 0);
    this.waiting = [];
    this.bytes = 0;
  }
}

function safe(code: string): string {
  if (!/^\d{2}$/.test(code)) throw new BackupFault('Filen är skadad: länets kod går inte att läsa.');
  return code;
}

function inWords(fault: unknown): unknown {
  const { code = '', constraint = '', table = '' } = fault as { code?: string; constraint?: string; table?: string };
  if (constraint === 'person_email_unique')
    return new BackupFault(
      'Någon i kopian finns redan i databasen under samma e-postadress men som en annan person. Läs in kopian i en egen databas.',
      { cause: fault },
    );
  if (code.startsWith('23') || code.startsWith('22'))
    return new BackupFault(
      `Kopian går inte att läsa in: något i ${table || 'den'} bryter mot ${constraint || 'databasens regler'}.`,
      {
        cause: fault,
      },
    );
  return fault;
}
