import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COUNTIES, MUNICIPALITIES } from './data/municipalities.ts';

/**
 * Reference data and the two things every later table leans on: the application role, which owns nothing, and
 * `current_county()`, the county that row-level security compares with.
 */
export class Reference1765000000000 implements MigrationInterface {
  readonly name = 'Reference1765000000000';

  async up(db: QueryRunner): Promise<void> {
    // Asked for first: an owner who may not make roles gets one that somebody else has made.
    await db.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'samhandling_app') THEN RETURN; END IF;
        CREATE ROLE samhandling_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$`);
    await db.query(`GRANT USAGE ON SCHEMA public TO samhandling_app`);
    await db.query(`
      CREATE FUNCTION current_county() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
      $$ SELECT nullif(current_setting('samhandling.county', true), '')::uuid $$`);
    await db.query(`
      CREATE FUNCTION current_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
      $$ SELECT nullif(current_setting('samhandling.person', true), '')::uuid $$`);
    await db.query(`
      CREATE TABLE county (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        code text NOT NULL,
        name text NOT NULL,
        CONSTRAINT county_pk PRIMARY KEY (id),
        CONSTRAINT county_code_unique UNIQUE (code),
        CONSTRAINT county_code_form CHECK (code ~ '^[0-9]{2}$')
      )`);
    await db.query(`
      CREATE TABLE municipality (
        code text NOT NULL,
        county_id uuid NOT NULL,
        name text NOT NULL,
        CONSTRAINT municipality_pk PRIMARY KEY (code),
        CONSTRAINT municipality_county_fk FOREIGN KEY (county_id) REFERENCES county (id),
        CONSTRAINT municipality_code_form CHECK (code ~ '^[0-9]{4}$')
      )`);
    await db.query(`CREATE INDEX municipality_county ON municipality (county_id)`);
    await db.query(`INSERT INTO county (code, name) SELECT * FROM unnest($1::text[], $2::text[])`, [
      COUNTIES.map(([code]) => code),
      COUNTIES.map(([, name]) => name),
    ]);
    await db.query(
      `INSERT INTO municipality (code, county_id, name)
       SELECT m.code, c.id, m.name FROM unnest($1::text[], $2::text[]) AS m(code, name) JOIN county c ON c.code = left(m.code, 2)`,
      [MUNICIPALITIES.map(([code]) => code), MUNICIPALITIES.map(([, name]) => name)],
    );
    await db.query(`GRANT SELECT ON county, municipality TO samhandling_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE municipality`);
    await db.query(`DROP TABLE county`);
    await db.query(`DROP FUNCTION current_person()`);
    await db.query(`DROP FUNCTION current_county()`);
    await db.query(`REVOKE USAGE ON SCHEMA public FROM samhandling_app`);
  }
}
