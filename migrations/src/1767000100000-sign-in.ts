import type { MigrationInterface, QueryRunner } from 'typeorm';

const DOORS = [
  'find_identity(text, text)',
  'note_access(text, uuid, jsonb, text)',
  'end_session(bytea)',
  'open_password_reset(bytea)',
  'operators()',
  'sweep_sign_in(interval, interval)',
];

/**
 * What signing in needs beside the password: identities at providers, a second factor, resets, and an installation's own log
 * of who came in and who was refused. Each row is its owner's alone. What has to happen before anybody is known goes
 * through functions of the owner, which want the key to the one row they touch.
 */
export class SignIn1767000100000 implements MigrationInterface {
  readonly name = 'SignIn1767000100000';

  async up(db: QueryRunner): Promise<void> {
    await this.addIdentities(db);
    await this.addSecondFactor(db);
    await this.addResets(db);
    await this.addAccessLog(db);
    await this.changeSessions(db);
    await this.addSweep(db);
    for (const door of [...DOORS, 'open_session(bytea, interval, boolean)']) {
      await db.query(`REVOKE EXECUTE ON FUNCTION ${door} FROM PUBLIC`);
      await db.query(`GRANT EXECUTE ON FUNCTION ${door} TO samhandling_app`);
    }
  }

  private async addIdentities(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE external_identity (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        provider text NOT NULL,
        issuer text NOT NULL,
        subject text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz,
        CONSTRAINT external_identity_pk PRIMARY KEY (id),
        CONSTRAINT external_identity_unique UNIQUE (issuer, subject),
        CONSTRAINT external_identity_person_fk FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
      )`);
    await db.query(`CREATE INDEX external_identity_person ON external_identity (person_id)`);
    await this.keepToOwner(db, 'external_identity', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(
      `CREATE TRIGGER external_identity_gives_account AFTER INSERT ON external_identity FOR EACH ROW EXECUTE FUNCTION note_account()`,
    );
    await db.query(`
      CREATE FUNCTION find_identity(at_issuer text, called text) RETURNS TABLE (id uuid, person_id uuid, is_active boolean)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT i.id, i.person_id, p.is_active FROM external_identity i JOIN person p ON p.id = i.person_id
        WHERE i.issuer = at_issuer AND i.subject = called $$`);
    // What a provider's claims gave, its claims may take back; what a person gave stays.
    await db.query(`ALTER TABLE role_assignment ADD COLUMN from_provider text`);
    // One row for a sign-in under way: whoever takes it needs the state and the browser's own secret, and takes it once.
    await db.query(`
      CREATE TABLE sign_in_attempt (
        state_hash bytea NOT NULL,
        browser_hash bytea NOT NULL,
        provider text NOT NULL,
        verifier text NOT NULL,
        nonce text NOT NULL,
        return_to text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT sign_in_attempt_pk PRIMARY KEY (state_hash)
      )`);
    await db.query(`CREATE INDEX sign_in_attempt_created ON sign_in_attempt (created_at)`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON sign_in_attempt TO samhandling_app`);
  }

  private async addSecondFactor(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE second_factor (
        person_id uuid NOT NULL,
        secret text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        confirmed_at timestamptz,
        last_step bigint NOT NULL DEFAULT 0,
        CONSTRAINT second_factor_pk PRIMARY KEY (person_id),
        CONSTRAINT second_factor_person_fk FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
      )`);
    await this.keepToOwner(db, 'second_factor', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE recovery_code (
        person_id uuid NOT NULL,
        code_hash bytea NOT NULL,
        CONSTRAINT recovery_code_pk PRIMARY KEY (person_id, code_hash),
        CONSTRAINT recovery_code_person_fk FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
      )`);
    await this.keepToOwner(db, 'recovery_code', 'SELECT, INSERT, DELETE');
  }

  private async addResets(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE password_reset (
        token_hash bytea NOT NULL,
        person_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        CONSTRAINT password_reset_pk PRIMARY KEY (token_hash),
        CONSTRAINT password_reset_person_fk FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
      )`);
    await db.query(`CREATE INDEX password_reset_person ON password_reset (person_id)`);
    await this.keepToOwner(db, 'password_reset', 'SELECT, INSERT, DELETE');
    await db.query(`
      CREATE FUNCTION open_password_reset(hash bytea) RETURNS TABLE (person_id uuid, name text, email text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT p.id, p.name, p.email FROM password_reset r JOIN person p ON p.id = r.person_id
        WHERE r.token_hash = hash AND r.expires_at > now() AND p.is_active $$`);
  }

  private async addAccessLog(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE access_event (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        at timestamptz NOT NULL DEFAULT now(),
        person_id uuid,
        kind text NOT NULL,
        detail jsonb NOT NULL,
        browser text NOT NULL,
        CONSTRAINT access_event_pk PRIMARY KEY (id),
        CONSTRAINT access_event_person_fk FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT access_event_kind_known CHECK (kind IN ('signed_in', 'refused', 'signed_out', 'session_revoked', 'reset_asked',
          'password_changed', 'totp_on', 'totp_off', 'recovery_code_used', 'identity_linked', 'invitation_accepted',
          'operator_on', 'operator_off'))
      )`);
    await db.query(`CREATE INDEX access_event_person ON access_event (person_id, at DESC)`);
    await db.query(`CREATE INDEX access_event_at ON access_event (at)`);
    await this.keepToOwner(db, 'access_event', 'SELECT');
    await db.query(`
      CREATE FUNCTION note_access(what text, who uuid, about jsonb, through text) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        INSERT INTO access_event (person_id, kind, detail, browser) VALUES (who, what, about, through) $$`);
    // To whom the use of the break-glass account is told.
    await db.query(`
      CREATE FUNCTION operators() RETURNS TABLE (id uuid, name text, email text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT p.id, p.name, p.email FROM person p WHERE p.is_operator AND p.is_active ORDER BY p.email $$`);
  }

  /** A request that the page makes by itself opens the session without prolonging it. */
  private async changeSessions(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION open_session(bytea, interval)`);
    await db.query(`
      CREATE FUNCTION open_session(hash bytea, max_idle interval, prolongs boolean) RETURNS jsonb
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      DECLARE who record;
      BEGIN
        SELECT s.id, s.person_id, s.county_id, s.csrf_token, s.last_seen_at, s.expires_at, s.method,
            p.name, p.email, p.is_operator INTO who
          FROM session s JOIN person p ON p.id = s.person_id
          WHERE s.token_hash = hash AND s.last_seen_at > now() - max_idle AND s.expires_at > now() AND p.is_active;
        IF NOT FOUND THEN RETURN NULL; END IF;
        PERFORM set_config('samhandling.person', who.person_id::text, true);
        IF prolongs AND who.last_seen_at < now() - interval '1 minute' THEN
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
    // Whoever holds the secret may end the session, as a new sign-in in the same browser does.
    await db.query(`
      CREATE FUNCTION end_session(hash bytea) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DELETE FROM session WHERE token_hash = hash $$`);
  }

  /** Takes away what has had its time. It only ever removes what no longer opens anything, or the log's old end. */
  private async addSweep(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION sweep_sign_in(max_idle interval, keep_events interval) RETURNS jsonb
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      DECLARE sessions bigint; attempts bigint; resets bigint; failures bigint; events bigint;
      BEGIN
        DELETE FROM session WHERE expires_at < now() OR last_seen_at < now() - max_idle;
        GET DIAGNOSTICS sessions = ROW_COUNT;
        DELETE FROM sign_in_attempt WHERE created_at < now() - interval '10 minutes';
        GET DIAGNOSTICS attempts = ROW_COUNT;
        DELETE FROM password_reset WHERE expires_at < now();
        GET DIAGNOSTICS resets = ROW_COUNT;
        DELETE FROM sign_in_failure WHERE last_at < now() - interval '24 hours';
        GET DIAGNOSTICS failures = ROW_COUNT;
        DELETE FROM access_event WHERE at < now() - greatest(keep_events, interval '30 days');
        GET DIAGNOSTICS events = ROW_COUNT;
        RETURN jsonb_build_object('sessions', sessions, 'attempts', attempts, 'resets', resets, 'failures', failures, 'events', events);
      END $$`);
  }

  /** The owner's functions see every row, since the owner is held to the policies too; the application's role only one's own. */
  private async keepToOwner(db: QueryRunner, table: string, rights: string): Promise<void> {
    await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
    await db.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    await db.query(`CREATE POLICY ${table}_owner ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`);
    await db.query(
      `CREATE POLICY ${table}_own ON ${table} TO samhandling_app
       USING (person_id = (SELECT current_person())) WITH CHECK (person_id = (SELECT current_person()))`,
    );
    await db.query(`GRANT ${rights} ON ${table} TO samhandling_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const door of [...DOORS, 'open_session(bytea, interval, boolean)']) await db.query(`DROP FUNCTION ${door}`);
    for (const table of [
      'access_event',
      'password_reset',
      'recovery_code',
      'second_factor',
      'sign_in_attempt',
      'external_identity',
    ])
      await db.query(`DROP TABLE ${table}`);
    await db.query(`ALTER TABLE role_assignment DROP COLUMN from_provider`);
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
    await db.query(`REVOKE EXECUTE ON FUNCTION open_session(bytea, interval) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION open_session(bytea, interval) TO samhandling_app`);
  }
}
