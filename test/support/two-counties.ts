import { DEMO_COUNTY } from '../../api/src/demo/content/index.ts';
import { DemoPapers } from '../../api/src/demo/demo-papers.ts';
import { loadDemo } from '../../api/src/demo/demo.ts';
import type { TestApp } from './app.ts';
import { KNOWN_TO_ALL, OF_A_PERSON } from './isolation-lists.ts';

/** A table under `county_id`, as the catalogue tells it. */
export interface CountyTable {
  readonly name: string;
  readonly columns: readonly Column[];
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  /** Points to something counties share (a person, a municipality), or is the county itself. */
  readonly isShared: boolean;
}

export interface TwoCounties {
  readonly a: string;
  readonly b: string;
  readonly tables: readonly CountyTable[];
  /** What is a person's, with a row each of the two. */
  readonly ofPersons: readonly CountyTable[];
  readonly persons: readonly [string, string];
}

/**
 * Rows for the tables the demo leaves empty, where a value of the column's type is not enough. A new table that is not
 * filled by either is named by the test, and wants a line here.
 */
const BY_HAND: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  access_event: { kind: `'signed_in'` },
  calendar_feed: { kind: `'person'`, person_id: 'gen_random_uuid()', ended_because: `''` },
  year_mark: { kind: `'other'` },
  external_identity: { subject: 'gen_random_uuid()::text' },
  action_point: { state: `'open'` },
  agenda_item: { kind: `'free'`, title: `'något'` },
  decision: { year: '2026', state: `'open'` },
  digest_text: { section: `'lead'` },
  group_member: { role: `'member'` },
  lift: { to_group_id: 'gen_random_uuid()' },
  meeting: { starts_at: 'now()', ends_at: `now() + interval '1 hour'` },
  meeting_attendance: { status: `'present'` },
  meeting_letter: { kind: `'call'` },
  need: { year: '2026' },
  needs_anonymous_answer: { answers: `'[]'` },
  needs_inventory: { year: '2026' },
  needs_link_use: { action: `'open'` },
  needs_named_answer: { answers: `'[]'` },
  needs_question: { kind: `'text'` },
  work_plan: { year: '2026' },
  paper: { kind: `'agenda'`, sha256: `repeat('0', 64)` },
  paper_file: { format: `'pdf'`, sha256: `repeat('0', 64)` },
  work_group: { kind: `'thematic'`, name: 'gen_random_uuid()::text' },
};

/** Any value of the type, as SQL. */
const ANY: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `'något'`,
  int4: '1',
  int8: '1',
  bool: 'false',
  timestamptz: 'now()',
  date: `'2026-01-01'`,
  numeric: '1',
  jsonb: `'{}'`,
  bytea: `sha256(gen_random_uuid()::text::bytea)`,
  _text: `'{}'`,
  interval: `interval '1 hour'`,
};

/**
 * The demo county, and a second county with a copy of every row of it under other ids. Triggers and foreign keys are put
 * aside meanwhile, as only the owner can: what is tried out afterwards is what keeps the two apart, not how they came in.
 */
export async function fillTwoCounties(app: TestApp): Promise<TwoCounties> {
  await loadDemo(app.app, app.db.ownerUrl, '2026-02-12');
  const [a] = await app.db.query<{ id: string }>('SELECT id FROM county WHERE code = $1', [DEMO_COUNTY.code]);
  if (a) await app.app.get(DemoPapers, { strict: false }).draw(a.id);
  const [b] = await app.db.query<{ id: string }>(`SELECT id FROM county WHERE code = '08'`);
  if (!a || !b) throw new Error('The demo county is missing.');
  const all = await allTables(app);
  const tables = all.filter(
    ({ name, columns }) => isOfCounty(name) && columns.some((column) => column.name === 'county_id'),
  );
  const ofPersons = all.filter(({ name }) => name in OF_A_PERSON);
  const [first, second] = await app.db.query<{ id: string }>('SELECT id FROM person ORDER BY id::text LIMIT 2');
  const persons = [first?.id ?? '', second?.id ?? ''] as const;
  await app.db.query(`SET session_replication_role = replica`);
  for (const table of ofPersons) {
    await app.db.query(`DELETE FROM ${table.name}`);
    for (const person of persons) await addRow(app, table, a.id, person);
  }
  for (const table of tables) {
    const [filled] = await app.db.query(`SELECT 1 FROM ${table.name} WHERE county_id = $1 LIMIT 1`, [a.id]);
    if (!filled) await addRow(app, table, a.id, persons[0]);
  }
  for (const table of tables) await app.db.query(`DELETE FROM ${table.name} WHERE county_id = $1`, [b.id]);
  for (const table of tables) await copyRows(app, table, a.id, b.id);
  await app.db.query(`SET session_replication_role = origin`);
  return { a: a.id, b: b.id, tables, ofPersons, persons };
}

function isOfCounty(name: string): boolean {
  return !(name in KNOWN_TO_ALL) && !(name in OF_A_PERSON);
}

async function allTables(app: TestApp): Promise<CountyTable[]> {
  return app.db.query<CountyTable & Record<string, unknown>>(
    `SELECT c.oid::regclass::text AS name, jsonb_agg(jsonb_build_object('name', quote_ident(k.attname), 'type', t.typname,
        'isRequired', k.attnotnull AND NOT k.atthasdef,
        'isShared', k.attname = 'county_id' OR EXISTS (SELECT 1 FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f'
          AND k.attnum = ANY (f.conkey) AND NOT EXISTS (SELECT 1 FROM pg_attribute o WHERE o.attrelid = f.confrelid
            AND o.attname = 'county_id'))) ORDER BY k.attnum) AS columns
     FROM pg_class c JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum > 0 AND NOT k.attisdropped AND k.attgenerated = ''
     JOIN pg_type t ON t.oid = k.atttypid
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
     GROUP BY c.oid ORDER BY 1`,
  );
}

async function addRow(app: TestApp, { name, columns }: CountyTable, countyId: string, personId: string): Promise<void> {
  const given = BY_HAND[name] ?? {};
  const wanted = columns.filter((column) => column.isRequired || column.name === 'person_id' || column.name in given);
  const value = ({ name: column, type, isShared }: Column): string =>
    given[column] ??
    (column === 'county_id'
      ? `'${countyId}'`
      : isShared && type === 'uuid'
        ? `'${personId}'`
        : isShared
          ? '(SELECT min(code) FROM municipality)'
          : (ANY[type] ?? `'?'`));
  try {
    await app.db.query(
      `INSERT INTO ${name} (${wanted.map((column) => column.name).join(', ')}) VALUES (${wanted.map(value).join(', ')})`,
    );
  } catch (fault) {
    throw new Error(`${name} is empty and cannot be filled: give it a row in BY_HAND (test/support/two-counties.ts).`, {
      cause: fault,
    });
  }
}

/** Ids are turned into others by one rule, so that what pointed at each other still does. */
async function copyRows(app: TestApp, { name, columns }: CountyTable, a: string, b: string): Promise<void> {
  const turned = ({ name: column, type, isShared }: Column): string => {
    if (column === 'county_id') return `'${b}'`;
    if (isShared) return column;
    if (type === 'uuid') return `md5('b' || ${column}::text)::uuid`;
    if (type === '_uuid') return `ARRAY(SELECT md5('b' || x::text)::uuid FROM unnest(${column}) x)`;
    if (type === 'bytea') return `sha256(${column})`;
    return column;
  };
  try {
    await app.db.query(
      `INSERT INTO ${name} (${columns.map((column) => column.name).join(', ')})
       SELECT ${columns.map(turned).join(', ')} FROM ${name} WHERE county_id = $1`,
      [a],
    );
  } catch (fault) {
    throw new Error(`The rows of ${name} cannot be copied into another county.`, { cause: fault });
  }
}
