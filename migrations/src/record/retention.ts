import type { QueryRunner } from 'typeorm';
import { isolateByCounty } from '../county-table.ts';

/** What a county begins with, until it decides otherwise. Years null: kept for good. */
const FIRST_CLASSES = [
  ['plan', 'Handlingsplan', 'Antagna planer med mål, områden, aktiviteter och indikatorer', null],
  ['round', 'Fastställda uppföljningar', 'Svar, utfall och bedömningar i fastställda omgångar', null],
  ['report', 'Länsrapport', 'Frysta rapporter med sina filer och kontrollsummor', null],
  ['import', 'Utkast till planer', 'Inlästa plantexter som ligger kvar som utkast eller har kastats', 2],
  ['answer_link', 'Svarslänkarnas logg', 'Vilken webbläsare en svarslänk öppnades i', 2],
  ['mail', 'Utskick', 'Mottagare, adress, ämne och innehåll i skickade mejl', 2],
  ['record', 'Personuppgifter i loggen', 'Vem som gjorde en ändring, för vem, och fältens gamla och nya värden', 10],
] as const;

const quoted = (value: string | number | null): string =>
  value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value}'`;

/** How long each kind of thing is kept, as the county has decided, and the record number of a round's report. */
export async function addRetention(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE retention_class (
      id uuid NOT NULL,
      county_id uuid NOT NULL,
      key text NOT NULL,
      position integer NOT NULL,
      name text NOT NULL,
      applies_to text NOT NULL,
      years integer,
      decision_reference text NOT NULL DEFAULT '',
      updated_at timestamptz NOT NULL DEFAULT now(),
      updated_by uuid,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT retention_class_pk PRIMARY KEY (id),
      CONSTRAINT retention_class_county_fk FOREIGN KEY (county_id) REFERENCES county (id),
      CONSTRAINT retention_class_updated_by_fk FOREIGN KEY (updated_by) REFERENCES person (id),
      CONSTRAINT retention_class_key_unique UNIQUE (county_id, key),
      CONSTRAINT retention_class_key_known CHECK (key IN (${FIRST_CLASSES.map(([key]) => `'${key}'`).join(', ')})),
      CONSTRAINT retention_class_years_range CHECK (years BETWEEN 1 AND 100),
      CONSTRAINT retention_class_kept_for_good CHECK (key NOT IN ('plan', 'round', 'report') OR years IS NULL),
      CONSTRAINT retention_class_named CHECK (name <> '')
    )`);
  await isolateByCounty(db, 'retention_class', 'SELECT, UPDATE');
  const rows = FIRST_CLASSES.map((row, index) => `(${[index + 1, ...row].map(quoted).join(', ')})`).join(', ');
  await db.query(`
    CREATE FUNCTION add_first_retention_classes(place uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    DECLARE before text := current_setting('samhandling.county', true);
    BEGIN
      PERFORM set_config('samhandling.county', place::text, true);
      INSERT INTO retention_class (id, county_id, key, position, name, applies_to, years)
        SELECT gen_random_uuid(), place, first.key, first.position, first.name, first.applies_to, first.years
        FROM (VALUES ${rows}) AS first(position, key, name, applies_to, years);
      PERFORM set_config('samhandling.county', coalesce(before, ''), true);
    END $$`);
  await db.query(`
    CREATE FUNCTION give_retention_classes() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    BEGIN
      PERFORM add_first_retention_classes(NEW.id);
      RETURN NULL;
    END $$`);
  await db.query(`REVOKE EXECUTE ON FUNCTION add_first_retention_classes(uuid), give_retention_classes() FROM PUBLIC`);
  await db.query(
    `CREATE TRIGGER county_first_retention_classes AFTER INSERT ON county FOR EACH ROW EXECUTE FUNCTION give_retention_classes()`,
  );
  await db.query(`SELECT add_first_retention_classes(id) FROM county`);
  // A report is registered after it was adopted, so its number lies beside the round, which then takes no changes.
  await db.query(`
    CREATE TABLE round_registration (
      round_id uuid NOT NULL,
      county_id uuid NOT NULL,
      records_number text NOT NULL DEFAULT '',
      updated_at timestamptz NOT NULL DEFAULT now(),
      updated_by uuid,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT round_registration_pk PRIMARY KEY (round_id),
      CONSTRAINT round_registration_round_fk FOREIGN KEY (county_id, round_id) REFERENCES follow_up_round (county_id, id) ON DELETE CASCADE,
      CONSTRAINT round_registration_updated_by_fk FOREIGN KEY (updated_by) REFERENCES person (id)
    )`);
  await isolateByCounty(db, 'round_registration', 'SELECT, INSERT, UPDATE');
  await db.query(`
    CREATE TABLE record_check (
      id uuid NOT NULL,
      county_id uuid NOT NULL,
      at timestamptz NOT NULL,
      head_seq bigint NOT NULL,
      head_hash text NOT NULL,
      events integer NOT NULL,
      disposed integer NOT NULL,
      reports integer NOT NULL,
      files integer NOT NULL,
      finding_count integer NOT NULL,
      findings jsonb NOT NULL,
      CONSTRAINT record_check_pk PRIMARY KEY (id),
      CONSTRAINT record_check_county_fk FOREIGN KEY (county_id) REFERENCES county (id)
    )`);
  await db.query(`CREATE INDEX record_check_latest ON record_check (county_id, at DESC)`);
  await isolateByCounty(db, 'record_check', 'SELECT, INSERT');
  await db.query(
    `CREATE TRIGGER record_check_written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON record_check FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  );
}

export async function removeRetention(db: QueryRunner): Promise<void> {
  await db.query(`DROP TABLE record_check`);
  await db.query(`DROP TABLE round_registration`);
  await db.query(`DROP TRIGGER county_first_retention_classes ON county`);
  await db.query(`DROP FUNCTION give_retention_classes()`);
  await db.query(`DROP FUNCTION add_first_retention_classes(uuid)`);
  await db.query(`DROP TABLE retention_class`);
}
