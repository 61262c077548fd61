import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByCounty } from './county-table.ts';

/**
 * Requests that create are remembered by the key they were sent with, for a day, so that the same request sent again is
 * answered and not done again. What two people change at once has a version everywhere.
 */
export class SafeWrites1767000500000 implements MigrationInterface {
  readonly name = 'SafeWrites1767000500000';

  async up(db: QueryRunner): Promise<void> {
    await this.addKeys(db);
    await this.addVersions(db);
    await this.addUniqueness(db);
  }

  private async addKeys(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE idempotency_key (
        county_id uuid NOT NULL,
        person_id uuid NOT NULL,
        key_hash bytea NOT NULL,
        request_hash bytea NOT NULL,
        answer bytea,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT idempotency_key_pk PRIMARY KEY (county_id, person_id, key_hash),
        CONSTRAINT idempotency_key_county_fk FOREIGN KEY (county_id) REFERENCES county (id),
        CONSTRAINT idempotency_key_person_fk FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT idempotency_key_hashes CHECK (length(key_hash) = 32 AND length(request_hash) = 32)
      )`);
    await db.query(`COMMENT ON COLUMN idempotency_key.answer IS 'Readable only with the key itself'`);
    await db.query(`CREATE INDEX idempotency_key_at ON idempotency_key (at)`);
    await isolateByCounty(db, 'idempotency_key', 'SELECT, INSERT, DELETE');
    await db.query(`GRANT UPDATE (answer) ON idempotency_key TO samhandling_app`);
    // A key is its owner's: no colleague finds out which have been used.
    await db.query(
      `CREATE POLICY idempotency_key_own ON idempotency_key AS RESTRICTIVE TO samhandling_app
       USING (person_id = (SELECT current_person())) WITH CHECK (person_id = (SELECT current_person()))`,
    );
    await db.query(
      `CREATE POLICY idempotency_key_owner ON idempotency_key TO CURRENT_USER USING (true) WITH CHECK (true)`,
    );
    await db.query(`
      CREATE FUNCTION sweep_idempotency_keys(kept interval) RETURNS bigint
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH gone AS (DELETE FROM idempotency_key WHERE at < now() - kept RETURNING 1) SELECT count(*) FROM gone $$`);
    await db.query(`REVOKE EXECUTE ON FUNCTION sweep_idempotency_keys(interval) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION sweep_idempotency_keys(interval) TO samhandling_app`);
  }

  /**
   * A contact that is taken away stays as a row without a person, so that its version goes on counting. The order of a plan
   * counts by itself: a move changes no wording, and whoever writes a text shall not be refused because of it.
   */
  private async addVersions(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE organisation_contact ADD COLUMN version integer NOT NULL DEFAULT 1`);
    await db.query(`ALTER TABLE organisation_contact ALTER COLUMN person_id DROP NOT NULL`);
    await db.query(`ALTER TABLE plan ADD COLUMN order_version integer NOT NULL DEFAULT 1`);
  }

  /**
   * A name leads to one organisation, whether it is its name or an alias: plans that are read in name their actors by it. No
   * index can say so across a column and a list, so a trigger does, and those who give names in a county take turns.
   */
  private async addUniqueness(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION keep_organisation_names() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE taken text;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended('organisation names ' || NEW.county_id::text, 0));
        SELECT mine.called INTO taken
          FROM unnest(NEW.name || NEW.aliases) WITH ORDINALITY AS mine(called, place)
          WHERE EXISTS (SELECT 1 FROM organisation o, unnest(o.name || o.aliases) AS theirs(called)
            WHERE o.county_id = NEW.county_id AND o.id <> NEW.id AND lower(theirs.called) = lower(mine.called))
          ORDER BY mine.place LIMIT 1;
        IF taken IS NOT NULL THEN
          RAISE EXCEPTION 'organisation name taken' USING ERRCODE = 'unique_violation',
            CONSTRAINT = CASE WHEN taken = NEW.name THEN 'organisation_name_unique' ELSE 'organisation_alias_unique' END;
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(
      `CREATE TRIGGER organisation_names_lead_to_one BEFORE INSERT OR UPDATE OF name, aliases ON organisation
       FOR EACH ROW EXECUTE FUNCTION keep_organisation_names()`,
    );
    // Somebody with a role in two counties may call a view the same in both.
    await this.nameOwnViews(db, 'county_id, owner_id');
  }

  private async nameOwnViews(db: QueryRunner, whose: string): Promise<void> {
    await db.query(`DROP INDEX saved_view_own_name_unique`);
    await db.query(
      `CREATE UNIQUE INDEX saved_view_own_name_unique ON saved_view (${whose}, page, plan_id, lower(name)) NULLS NOT DISTINCT WHERE NOT is_shared`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await this.nameOwnViews(db, 'owner_id');
    await db.query(`DROP TRIGGER organisation_names_lead_to_one ON organisation`);
    await db.query(`DROP FUNCTION keep_organisation_names()`);
    await db.query(`ALTER TABLE plan DROP COLUMN order_version`);
    await db.query(`DELETE FROM organisation_contact WHERE person_id IS NULL`);
    await db.query(`ALTER TABLE organisation_contact ALTER COLUMN person_id SET NOT NULL`);
    await db.query(`ALTER TABLE organisation_contact DROP COLUMN version`);
    await db.query(`DROP FUNCTION sweep_idempotency_keys(interval)`);
    await db.query(`DROP TABLE idempotency_key`);
  }
}
