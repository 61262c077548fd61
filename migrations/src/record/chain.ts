import type { QueryRunner } from 'typeorm';
import { isolateByCounty } from '../county-table.ts';

/**
 * One field as text that cannot be read in two ways: its length in bytes, a colon, the text, a comma; "-," for null. Joined
 * parts are therefore as unambiguous as the fields themselves.
 */
const PART = `
  CREATE FUNCTION record_part(field text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT CASE WHEN field IS NULL THEN '-,' ELSE octet_length(field) || ':' || field || ',' END $$`;

const part = (sql: string): string => `record_part(${sql})`;

/** What the record keeps for good: that something happened, when, to what, and to which of its fields. */
const KEPT = [
  `'samhandling-record-1'`,
  'e.id::text',
  'e.county_id::text',
  `to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  'e.source',
  'e.action',
  'e.entity',
  'e.entity_id::text',
  `(SELECT coalesce(string_agg(${part('k')}, '' ORDER BY k COLLATE "C"), '') FROM jsonb_object_keys(e.changes) k)`,
]
  .map(part)
  .join(' || ');

/** What gallring takes away. The salt goes with it, so that nobody can guess what the hash was made of. */
const PERSONAL = [
  `encode(e.salt, 'hex')`,
  'e.person_id::text',
  'e.on_behalf_of_id::text',
  'e.request_id',
  'e.changes::text',
]
  .map(part)
  .join(' || ');

const hashOf = (sql: string): string => `sha256(convert_to(${sql}, 'UTF8'))`;
const hex = (sql: string): string => part(`encode(${sql}, 'hex')`);

/** Taken while a county's chain grows. One number for this use, one made of the county. */
const LOCK = `pg_advisory_xact_lock(7264215, ('x' || right(place::text, 8))::bit(32)::integer)`;

/** Salt for every row, the chain, and what appends to it. */
export async function addChain(db: QueryRunner): Promise<void> {
  await db.query(PART);
  // A column with a default of its own for each row: the table is written anew, and no row is changed by a statement.
  await db.query(
    `ALTER TABLE audit_event ADD COLUMN salt bytea DEFAULT uuid_send(gen_random_uuid()), ADD COLUMN disposed_by uuid`,
  );
  await db.query(`
    ALTER TABLE audit_event
      ADD CONSTRAINT audit_event_changes_object CHECK (jsonb_typeof(changes) = 'object'),
      ADD CONSTRAINT audit_event_salted CHECK ((disposed_by IS NULL) = (salt IS NOT NULL)),
      ADD CONSTRAINT audit_event_disposed_is_bare
        CHECK (disposed_by IS NULL OR (person_id IS NULL AND on_behalf_of_id IS NULL AND request_id IS NULL))`);
  await db.query(`CREATE INDEX audit_event_log ON audit_event (county_id, at, id)`);
  // The application gives neither salt nor marks of gallring.
  await db.query(`REVOKE INSERT ON audit_event FROM samhandling_app`);
  await db.query(
    `GRANT INSERT (id, county_id, at, person_id, on_behalf_of_id, source, request_id, action, entity, entity_id, changes)
     ON audit_event TO samhandling_app`,
  );
  // No key to audit_event: a row that is gone shall be told by whoever verifies, not cascade or be renamed here.
  await db.query(`
    CREATE TABLE audit_link (
      county_id uuid NOT NULL,
      seq bigint NOT NULL,
      audit_event_id uuid NOT NULL,
      personal_hash bytea NOT NULL,
      content_hash bytea NOT NULL,
      hash bytea NOT NULL,
      CONSTRAINT audit_link_pk PRIMARY KEY (county_id, seq),
      CONSTRAINT audit_link_event_once UNIQUE (audit_event_id),
      CONSTRAINT audit_link_county_fk FOREIGN KEY (county_id) REFERENCES county (id),
      CONSTRAINT audit_link_counts_from_one CHECK (seq >= 1)
    )`);
  await isolateByCounty(db, 'audit_link', 'SELECT');
  await db.query(
    `CREATE TRIGGER audit_link_written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_link FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  );
  await addAppending(db);
  await chainWhatIsThere(db);
  // Last of all in a transaction, so that the lock is held for the commit only, and the order of commits is the order of the chain.
  await db.query(
    `CREATE CONSTRAINT TRIGGER audit_event_chained AFTER INSERT ON audit_event DEFERRABLE INITIALLY DEFERRED
     FOR EACH ROW EXECUTE FUNCTION chain_audit_event()`,
  );
}

/**
 * Rows of one moment are chained together: `at` is the transaction's own, so that the first of its rows brings all the
 * others, and each of these finds itself chained. What others have committed has been chained with their commit.
 * The settings keep the plan that was made when the tables were empty from being a scan.
 */
async function addAppending(db: QueryRunner): Promise<void> {
  const settings = `SET search_path = pg_catalog, public SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off`;
  await db.query(`
    CREATE FUNCTION chain_audit(place uuid, moment timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER ${settings} AS $$
    DECLARE
      before text := current_setting('samhandling.county', true);
      place_in_chain bigint;
      last_hash bytea;
      found_event record;
      content bytea;
    BEGIN
      PERFORM ${LOCK};
      PERFORM set_config('samhandling.county', place::text, true);
      SELECT l.seq, l.hash INTO place_in_chain, last_hash FROM audit_link l WHERE l.county_id = place ORDER BY l.seq DESC LIMIT 1;
      place_in_chain := coalesce(place_in_chain, 0);
      FOR found_event IN
        SELECT e.id, ${KEPT} AS kept, ${hashOf(PERSONAL)} AS personal_hash FROM audit_event e
        WHERE e.county_id = place AND e.at = moment
          AND NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.audit_event_id = e.id)
        ORDER BY e.id
      LOOP
        place_in_chain := place_in_chain + 1;
        content := ${hashOf(`found_event.kept || ${hex('found_event.personal_hash')}`)};
        last_hash := ${hashOf(`${hex(`coalesce(last_hash, ''::bytea)`)} || ${part('place_in_chain::text')} || ${hex('content')}`)};
        INSERT INTO audit_link (county_id, seq, audit_event_id, personal_hash, content_hash, hash)
          VALUES (place, place_in_chain, found_event.id, found_event.personal_hash, content, last_hash);
      END LOOP;
      PERFORM set_config('samhandling.county', coalesce(before, ''), true);
    END $$`);
  await db.query(`
    CREATE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER ${settings} AS $$
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.audit_event_id = NEW.id) THEN
        PERFORM chain_audit(NEW.county_id, NEW.at);
      END IF;
      RETURN NULL;
    END $$`);
  await db.query(`REVOKE EXECUTE ON FUNCTION chain_audit(uuid, timestamptz) FROM PUBLIC`);
  await db.query(`REVOKE EXECUTE ON FUNCTION chain_audit_event() FROM PUBLIC`);
}

async function chainWhatIsThere(db: QueryRunner): Promise<void> {
  await db.query(`
    DO $$
    DECLARE place uuid; moment timestamptz;
    BEGIN
      FOR place IN SELECT id FROM county ORDER BY code LOOP
        PERFORM set_config('samhandling.county', place::text, true);
        FOR moment IN SELECT DISTINCT at FROM audit_event WHERE county_id = place ORDER BY at LOOP
          PERFORM chain_audit(place, moment);
        END LOOP;
      END LOOP;
      PERFORM set_config('samhandling.county', '', true);
    END $$`);
}

export async function removeChain(db: QueryRunner): Promise<void> {
  await db.query(`DROP TRIGGER audit_event_chained ON audit_event`);
  await db.query(`DROP FUNCTION chain_audit_event()`);
  await db.query(`DROP FUNCTION chain_audit(uuid, timestamptz)`);
  await db.query(`DROP TABLE audit_link`);
  await db.query(
    `REVOKE INSERT (id, county_id, at, person_id, on_behalf_of_id, source, request_id, action, entity, entity_id, changes)
     ON audit_event FROM samhandling_app`,
  );
  await db.query(`GRANT INSERT ON audit_event TO samhandling_app`);
  await db.query(`DROP INDEX audit_event_log`);
  await db.query(`
    ALTER TABLE audit_event DROP CONSTRAINT audit_event_disposed_is_bare, DROP CONSTRAINT audit_event_salted,
      DROP CONSTRAINT audit_event_changes_object, DROP COLUMN disposed_by, DROP COLUMN salt`);
  await db.query(`DROP FUNCTION record_part(text)`);
}
