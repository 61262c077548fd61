import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByCounty } from './county-table.ts';

/**
 * People belong to the installation, but a county sees only those who work or have worked there, and nobody but the
 * person sees what they sign in with. What has to be looked up before anybody is known (an address, a session) goes
 * through functions of the owner, which answer one row to whoever already holds the key to it.
 */
export class PeopleApart1767000000000 implements MigrationInterface {
  readonly name = 'PeopleApart1767000000000';

  async up(db: QueryRunner): Promise<void> {
    await this.addCountyPerson(db);
    await this.addCredential(db);
    await this.isolatePeople(db);
    await this.addDoors(db);
    await this.addSessions(db);
  }

  /** Who belongs, or has belonged, to a county: stays when the roles are gone, so that history keeps its names. */
  private async addCountyPerson(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE county_person (
        county_id uuid NOT NULL,
        person_id uuid NOT NULL,
        since timestamptz NOT NULL DEFAULT now(),
        left_at timestamptz,
        former_roles jsonb NOT NULL DEFAULT '[]',
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT county_person_pk PRIMARY KEY (county_id, person_id),
        CONSTRAINT county_person_county_fk FOREIGN KEY (county_id) REFERENCES county (id),
        CONSTRAINT county_person_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
      )`);
    await db.query(`CREATE INDEX county_person_person ON county_person (person_id)`);
    await db.query(`
      DO $$
      DECLARE place uuid; reference record;
      BEGIN
        FOR place IN SELECT id FROM county LOOP
          PERFORM set_config('samhandling.county', place::text, true);
          FOR reference IN
            SELECT c.conrelid::regclass::text AS tab, a.attname AS col FROM pg_constraint c
              JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
              JOIN pg_attribute k ON k.attrelid = c.conrelid AND k.attname = 'county_id' AND NOT k.attisdropped
            WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass AND c.conrelid <> 'county_person'::regclass
            UNION ALL SELECT 'audit_event', 'person_id' UNION ALL SELECT 'audit_event', 'on_behalf_of_id'
          LOOP
            EXECUTE format('INSERT INTO county_person (county_id, person_id)
              SELECT DISTINCT x.county_id, x.%1$I FROM %2$s x JOIN person p ON p.id = x.%1$I WHERE x.county_id = %3$L
              ON CONFLICT DO NOTHING', reference.col, reference.tab, place);
          END LOOP;
        END LOOP;
        PERFORM set_config('samhandling.county', '', true);
      END $$`);
    await isolateByCounty(db, 'county_person', 'SELECT, INSERT, UPDATE');
    await db.query(`
      CREATE FUNCTION note_county_person() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO county_person (county_id, person_id) VALUES (NEW.county_id, NEW.person_id)
          ON CONFLICT (county_id, person_id) DO UPDATE SET left_at = NULL, former_roles = '[]', version = county_person.version + 1
          WHERE county_person.left_at IS NOT NULL;
        RETURN NULL;
      END $$`);
    await db.query(
      `CREATE TRIGGER role_assignment_belongs AFTER INSERT ON role_assignment FOR EACH ROW EXECUTE FUNCTION note_county_person()`,
    );
  }

  /** What a person signs in with, in a table nobody else reads. `person.has_account` is all that others need to know. */
  private async addCredential(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE credential (
        person_id uuid NOT NULL,
        password_hash text NOT NULL,
        password_set_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT credential_pk PRIMARY KEY (person_id),
        CONSTRAINT credential_person_fk FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
      )`);
    await db.query(
      `INSERT INTO credential (person_id, password_hash) SELECT id, password_hash FROM person WHERE password_hash IS NOT NULL`,
    );
    await db.query(`ALTER TABLE person ADD COLUMN has_account boolean NOT NULL DEFAULT false`);
    await db.query(`UPDATE person SET has_account = true WHERE password_hash IS NOT NULL`);
    await db.query(`ALTER TABLE person DROP COLUMN password_hash`);
    await db.query(`
      CREATE FUNCTION note_account() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      BEGIN
        UPDATE person SET has_account = true WHERE id = NEW.person_id AND NOT has_account;
        RETURN NULL;
      END $$`);
    await db.query(
      `CREATE TRIGGER credential_gives_account AFTER INSERT ON credential FOR EACH ROW EXECUTE FUNCTION note_account()`,
    );
  }

  private async isolatePeople(db: QueryRunner): Promise<void> {
    for (const table of ['person', 'credential', 'session']) {
      await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await db.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      // The functions below run as the owner, who is held to the policies too.
      await db.query(`CREATE POLICY ${table}_owner ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`);
    }
    const known = `id = (SELECT current_person())
      OR id IN (SELECT c.person_id FROM county_person c WHERE c.county_id = (SELECT current_county()))`;
    await db.query(`CREATE POLICY person_known ON person FOR SELECT TO samhandling_app USING (${known})`);
    await db.query(`CREATE POLICY person_renamed ON person FOR UPDATE TO samhandling_app USING (${known})`);
    await db.query(`REVOKE INSERT, UPDATE ON person FROM samhandling_app`);
    await db.query(`GRANT UPDATE (name) ON person TO samhandling_app`);
    for (const table of ['credential', 'session']) {
      await db.query(
        `CREATE POLICY ${table}_own ON ${table} TO samhandling_app
         USING (person_id = (SELECT current_person())) WITH CHECK (person_id = (SELECT current_person()))`,
      );
    }
    await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON credential TO samhandling_app`);
  }

  private async addDoors(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION sign_in_candidate(address text) RETURNS TABLE (id uuid, password_hash text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT p.id, c.password_hash FROM person p LEFT JOIN credential c ON c.person_id = p.id
        WHERE p.email = lower(address) AND p.is_active $$`);
    await db.query(`
      CREATE FUNCTION person_by_email(address text) RETURNS TABLE (id uuid, name text, is_active boolean)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT p.id, p.name, p.is_active FROM person p WHERE p.email = lower(address) $$`);
    // False when somebody has the address already.
    await db.query(`
      CREATE FUNCTION add_person(new_id uuid, address text, called text) RETURNS boolean
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      BEGIN
        INSERT INTO person (id, email, name) VALUES (new_id, lower(address), called) ON CONFLICT (email) DO NOTHING;
        IF NOT FOUND THEN RETURN false; END IF;
        IF current_county() IS NOT NULL THEN
          INSERT INTO county_person (county_id, person_id) VALUES (current_county(), new_id) ON CONFLICT DO NOTHING;
        END IF;
        RETURN true;
      END $$`);
    for (const door of [
      'sign_in_candidate(text)',
      'person_by_email(text)',
      'add_person(uuid, text, text)',
      'note_account()',
    ])
      await this.openTo(db, door);
  }

  private async openTo(db: QueryRunner, door: string): Promise<void> {
    await db.query(`REVOKE EXECUTE ON FUNCTION ${door} FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION ${door} TO samhandling_app`);
  }

  /** A session has a name its owner may see, a way it was opened, and an end that no activity moves. */
  private async addSessions(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE session
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
        ADD COLUMN method text NOT NULL DEFAULT 'password',
        ADD COLUMN browser text NOT NULL DEFAULT '',
        ADD COLUMN expires_at timestamptz NOT NULL DEFAULT now() + interval '12 hours',
        ADD CONSTRAINT session_id_unique UNIQUE (id),
        ADD CONSTRAINT session_method_known CHECK (method IN ('password', 'provider', 'break_glass'))`);
    await db.query(`DROP FUNCTION open_session(bytea, interval)`);
    await db.query(`
      CREATE FUNCTION open_session(hash bytea, max_idle interval) RETURNS jsonb
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      DECLARE who record;
      BEGIN
        SELECT s.id, s.person_id, s.county_id, s.csrf_token, s.last_seen_at, s.expires_at, s.method,
            p.name, p.email, p.is_operator INTO who
          FROM session s JOIN person p ON p.id = s.person_id
          WHERE s.token_hash = hash AND s.last_seen_at > now() - max_idle AND s.expires_at > now() AND p.is_active;
        IF NOT FOUND THEN RETURN NULL; END IF;
        PERFORM set_config('samhandling.person', who.person_id::text, true);
        IF who.last_seen_at < now() - interval '1 minute' THEN
          UPDATE session SET last_seen_at = now() WHERE token_hash = hash;
        END IF;
        RETURN jsonb_build_object('id', who.id, 'personId', who.person_id, 'name', who.name, 'email', who.email,
          'countyId', who.county_id, 'csrfToken', who.csrf_token, 'method', who.method, 'expiresAt', who.expires_at,
          'roles', (SELECT coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'organisationId', r.organisation_id,
              'municipalityCode', r.municipality_code) ORDER BY r.role, r.organisation_id), '[]')
            FROM role_assignment r WHERE r.person_id = who.person_id AND r.county_id = who.county_id)
            || CASE WHEN who.is_operator THEN '[{"role": "operator", "organisationId": null, "municipalityCode": null}]'::jsonb
               ELSE '[]'::jsonb END);
      END $$`);
    await this.openTo(db, 'open_session(bytea, interval)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const door of [
      'open_session(bytea, interval)',
      'add_person(uuid, text, text)',
      'person_by_email(text)',
      'sign_in_candidate(text)',
    ])
      await db.query(`DROP FUNCTION ${door}`);
    await db.query(
      `ALTER TABLE session DROP COLUMN id, DROP COLUMN method, DROP COLUMN browser, DROP COLUMN expires_at`,
    );
    for (const [table, policies] of [
      ['person', ['person_owner', 'person_known', 'person_renamed']],
      ['session', ['session_owner', 'session_own']],
    ] as const) {
      for (const policy of policies) await db.query(`DROP POLICY ${policy} ON ${table}`);
      await db.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
      await db.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
    await db.query(`REVOKE UPDATE (name) ON person FROM samhandling_app`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON person TO samhandling_app`);
    await db.query(`ALTER TABLE person ADD COLUMN password_hash text`);
    await db.query(`UPDATE person SET password_hash = c.password_hash FROM credential c WHERE c.person_id = person.id`);
    await db.query(`DROP TABLE credential`);
    await db.query(`DROP FUNCTION note_account()`);
    await db.query(`ALTER TABLE person DROP COLUMN has_account`);
    await db.query(`DROP TRIGGER role_assignment_belongs ON role_assignment`);
    await db.query(`DROP FUNCTION note_county_person()`);
    await db.query(`DROP TABLE county_person`);
    await db.query(`
      CREATE FUNCTION open_session(hash bytea, max_idle interval) RETURNS jsonb LANGUAGE plpgsql AS $$
      DECLARE who record;
      BEGIN
        SELECT s.person_id, s.county_id, s.csrf_token, s.last_seen_at, p.name, p.email, p.is_operator INTO who
          FROM session s JOIN person p ON p.id = s.person_id
          WHERE s.token_hash = hash AND s.last_seen_at > now() - max_idle AND p.is_active;
        IF NOT FOUND THEN RETURN NULL; END IF;
        PERFORM set_config('samhandling.person', who.person_id::text, true);
        IF who.last_seen_at < now() - interval '5 minutes' THEN
          UPDATE session SET last_seen_at = now() WHERE token_hash = hash;
        END IF;
        RETURN jsonb_build_object('personId', who.person_id, 'name', who.name, 'email', who.email,
          'countyId', who.county_id, 'csrfToken', who.csrf_token,
          'roles', (SELECT coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'organisationId', r.organisation_id,
              'municipalityCode', r.municipality_code) ORDER BY r.role, r.organisation_id), '[]')
            FROM role_assignment r WHERE r.person_id = who.person_id AND r.county_id = who.county_id));
      END $$`);
  }
}
