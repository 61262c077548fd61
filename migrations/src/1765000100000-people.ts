import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByCounty } from './county-table.ts';

/**
 * People and sessions belong to the installation, since one person may work in several counties; what they may do is
 * county data. A person sees their own roles in every county, which is how sign-in learns where they belong.
 */
export class People1765000100000 implements MigrationInterface {
  readonly name = 'People1765000100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE person (
        id uuid NOT NULL,
        email text NOT NULL,
        name text NOT NULL,
        password_hash text,
        is_operator boolean NOT NULL DEFAULT false,
        is_active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT person_pk PRIMARY KEY (id),
        CONSTRAINT person_email_lower CHECK (email = lower(email)),
        CONSTRAINT person_email_unique UNIQUE (email)
      )`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON person TO samhandling_app`);
    await db.query(`
      CREATE TABLE session (
        token_hash bytea NOT NULL,
        person_id uuid NOT NULL,
        county_id uuid NOT NULL,
        csrf_token text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT session_pk PRIMARY KEY (token_hash),
        CONSTRAINT session_person_fk FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT session_county_fk FOREIGN KEY (county_id) REFERENCES county (id)
      )`);
    await db.query(`CREATE INDEX session_person ON session (person_id)`);
    await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON session TO samhandling_app`);
    await db.query(`
      CREATE TABLE sign_in_failure (
        key_hash bytea NOT NULL,
        failures integer NOT NULL,
        last_at timestamptz NOT NULL,
        CONSTRAINT sign_in_failure_pk PRIMARY KEY (key_hash)
      )`);
    await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_failure TO samhandling_app`);
    await db.query(`
      CREATE TABLE organisation (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        name text NOT NULL,
        kind text NOT NULL,
        aliases text[] NOT NULL DEFAULT '{}',
        municipality_code text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT organisation_pk PRIMARY KEY (id),
        CONSTRAINT organisation_in_county UNIQUE (county_id, id),
        CONSTRAINT organisation_county_fk FOREIGN KEY (county_id) REFERENCES county (id),
        CONSTRAINT organisation_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (code),
        CONSTRAINT organisation_name_given CHECK (name <> ''),
        CONSTRAINT organisation_kind_known CHECK (kind IN ('county_board', 'region', 'police', 'municipality', 'civil_society',
          'business', 'university', 'group', 'collective', 'other'))
      )`);
    await db.query(`CREATE UNIQUE INDEX organisation_name_unique ON organisation (county_id, lower(name))`);
    await isolateByCounty(db, 'organisation', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE organisation_member (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        collective_id uuid NOT NULL,
        member_id uuid NOT NULL,
        from_day date,
        to_day date,
        CONSTRAINT organisation_member_pk PRIMARY KEY (id),
        CONSTRAINT organisation_member_collective_fk FOREIGN KEY (county_id, collective_id) REFERENCES organisation (county_id, id) ON DELETE CASCADE,
        CONSTRAINT organisation_member_member_fk FOREIGN KEY (county_id, member_id) REFERENCES organisation (county_id, id),
        CONSTRAINT organisation_member_unique UNIQUE NULLS NOT DISTINCT (collective_id, member_id, from_day),
        CONSTRAINT organisation_member_not_self CHECK (collective_id <> member_id),
        CONSTRAINT organisation_member_days CHECK (to_day IS NULL OR from_day IS NULL OR to_day >= from_day)
      )`);
    await db.query(`CREATE INDEX organisation_member_member ON organisation_member (member_id)`);
    await isolateByCounty(db, 'organisation_member', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE role_assignment (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        person_id uuid NOT NULL,
        role text NOT NULL,
        organisation_id uuid,
        municipality_code text,
        CONSTRAINT role_assignment_pk PRIMARY KEY (id),
        CONSTRAINT role_assignment_county_fk FOREIGN KEY (county_id) REFERENCES county (id),
        CONSTRAINT role_assignment_person_fk FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT role_assignment_organisation_fk FOREIGN KEY (county_id, organisation_id) REFERENCES organisation (county_id, id) ON DELETE CASCADE,
        CONSTRAINT role_assignment_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (code),
        CONSTRAINT role_assignment_unique UNIQUE NULLS NOT DISTINCT (county_id, person_id, role, organisation_id, municipality_code),
        CONSTRAINT role_assignment_role_known CHECK (role IN ('planner', 'group_member', 'reporter', 'municipal_coordinator', 'reader')),
        CONSTRAINT role_assignment_scope CHECK (
          (role = 'reporter') = (organisation_id IS NOT NULL) AND (role = 'municipal_coordinator') = (municipality_code IS NOT NULL))
      )`);
    await db.query(`CREATE INDEX role_assignment_person ON role_assignment (person_id)`);
    await isolateByCounty(db, 'role_assignment', 'SELECT, INSERT, UPDATE, DELETE');
    await this.addOpenSession(db);
    await db.query(
      `CREATE POLICY role_assignment_own ON role_assignment FOR SELECT USING (person_id = (SELECT current_person()))`,
    );
  }

  /**
   * Everything a request needs to know about its session, in one round trip. It names the person first, since the roles
   * are county data that row-level security otherwise would not show.
   */
  private async addOpenSession(db: QueryRunner): Promise<void> {
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

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION open_session(bytea, interval)`);
    for (const table of [
      'role_assignment',
      'organisation_member',
      'organisation',
      'sign_in_failure',
      'session',
      'person',
    ]) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
