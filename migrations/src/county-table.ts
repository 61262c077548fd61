import type { QueryRunner } from 'typeorm';

/**
 * Puts a table under forced row-level security by its `county_id`, and gives the application role the named rights.
 * Forced: the owner is held to it as well, so a forgotten SET ROLE shows nothing instead of everything.
 */
export async function isolateByCounty(db: QueryRunner, table: string, rights: string): Promise<void> {
  await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await db.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await db.query(
    `CREATE POLICY ${table}_county ON ${table} USING (county_id = (SELECT current_county())) WITH CHECK (county_id = (SELECT current_county()))`,
  );
  await db.query(`GRANT ${rights} ON ${table} TO samhandling_app`);
}
