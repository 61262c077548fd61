import type { TestApp } from './app.ts';

/** Stands in whatever nobody has published, written there behind the application's back. */
export const CANARY = 'kanarie';

export interface Shown {
  readonly planId: string;
  readonly roundId: string;
}

/**
 * Rows and columns that are published, as a condition on the row. Every other text of every county table gets the canary:
 * all of what is not published, and of what is, the columns the public does not read.
 */
const SHOWN: Readonly<Record<string, readonly [columns: readonly string[], row: string]>> = {
  plan: [
    [
      'slug',
      'title',
      'theme',
      'purposes',
      'overarching_goals',
      'specific_goals',
      'records_number',
      'decision_reference',
      'words',
    ],
    't.id = $1',
  ],
  goal: [['code', 'title'], 't.plan_id = $1'],
  area: [['number', 'title'], 't.plan_id = $1'],
  activity: [['text'], 't.plan_id = $1'],
  indicator: [['text'], 't.plan_id = $1'],
  organisation: [['name'], 't.id IN (SELECT x.organisation_id FROM activity_actor x WHERE x.plan_id = $1)'],
  frozen_report: [['canonical_json'], 't.round_id = $2'],
  frozen_file: [['bytes'], 't.frozen_report_id IN (SELECT x.id FROM frozen_report x WHERE x.round_id = $2)'],
};

const SONG: Readonly<Record<string, string>> = {
  text: `'${CANARY}-' || md5(t.ctid::text)`,
  _text: `ARRAY['${CANARY}-' || md5(t.ctid::text)]`,
  jsonb: `to_jsonb('${CANARY}'::text)`,
  bytea: `convert_to('${CANARY}', 'UTF8')`,
};

/** Answers how many columns sing, and which could not since a constraint of the table says what may stand there. */
export async function letCanariesSing(
  app: TestApp,
  shown: Shown,
): Promise<{ readonly columns: number; readonly silent: readonly string[] }> {
  const columns = await app.db.query<{ table: string; column: string; type: string }>(
    `SELECT c.relname AS table, k.attname AS column, t.typname AS type FROM pg_class c
     JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum > 0 AND NOT k.attisdropped AND k.attgenerated = ''
     JOIN pg_type t ON t.oid = k.atttypid
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND t.typname = ANY($1)
       AND (c.relname = 'person' OR EXISTS (SELECT 1 FROM pg_attribute x WHERE x.attrelid = c.oid AND x.attname = 'county_id'))
       AND c.relname NOT IN ('municipality', 'session')
       AND NOT EXISTS (SELECT 1 FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype IN ('f', 'p') AND k.attnum = ANY (f.conkey))
     ORDER BY 1, 2`,
    [Object.keys(SONG)],
  );
  const silent: string[] = [];
  await app.db.query('SET session_replication_role = replica');
  for (const { table, column, type } of columns) {
    const [published, row] = SHOWN[table] ?? [[], 'false'];
    const isShown = published.includes(column) ? row : 'false';
    try {
      await app.db.query(
        `UPDATE ${table} t SET ${column} = ${SONG[type] ?? ''} WHERE NOT (${isShown}) AND ($1::uuid, $2::uuid) IS NOT NULL`,
        [shown.planId, shown.roundId],
      );
    } catch (fault) {
      if ((fault as { code?: string }).code !== '23514') throw fault;
      silent.push(`${table}.${column}`);
    }
  }
  await app.db.query('SET session_replication_role = origin');
  return { columns: columns.length - silent.length, silent };
}
