import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByCounty } from './county-table.ts';

const DOORS = [
  'find_invitation(bytea, timestamptz)',
  'works_elsewhere(uuid)',
  'own_counties()',
  'end_sessions_here(uuid)',
  'set_person_active(uuid, boolean)',
  'erase_person(uuid)',
  'note_last_seen()',
];

/**
 * People come by invitation, leave, come back, and may be forgotten, while what they did stays where it was done. What
 * reaches beyond a county (sessions, whether somebody works elsewhere, taking away what identifies a person) goes through
 * functions of the owner that look for themselves who asks and about whom.
 */
export class Leaving1767000200000 implements MigrationInterface {
  readonly name = 'Leaving1767000200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `ALTER TABLE county_person ADD COLUMN last_seen_at timestamptz, ADD COLUMN removed_at timestamptz,
         ADD CONSTRAINT county_person_removed_after_leaving CHECK (removed_at IS NULL OR left_at IS NOT NULL)`,
    );
    // The functions below run as the owner, who is held to the policies too.
    await db.query(`CREATE POLICY county_person_owner ON county_person TO CURRENT_USER USING (true) WITH CHECK (true)`);
    await this.setComingBack(db, 'left_at = NULL, removed_at = NULL');
    await this.keepOut(db);
    await this.addLastSeen(db);
    await this.addInvitations(db);
    await this.addLeaving(db);
    await this.addErasing(db);
    for (const door of DOORS) {
      await db.query(`REVOKE EXECUTE ON FUNCTION ${door} FROM PUBLIC`);
      await db.query(`GRANT EXECUTE ON FUNCTION ${door} TO samhandling_app`);
    }
  }

  /** A role given to somebody who had left brings them back. */
  private async setComingBack(db: QueryRunner, what: string): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION note_county_person() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO county_person (county_id, person_id) VALUES (NEW.county_id, NEW.person_id)
          ON CONFLICT (county_id, person_id) DO UPDATE SET ${what}, former_roles = '[]', version = county_person.version + 1
          WHERE county_person.left_at IS NOT NULL;
        RETURN NULL;
      END $$`);
  }

  /** What a provider says does not bring back somebody who has left: a planner does, and then it counts again. */
  private async keepOut(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION keep_out_who_has_left() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM county_person c WHERE c.county_id = NEW.county_id AND c.person_id = NEW.person_id AND c.left_at IS NOT NULL)
          THEN RETURN NULL; END IF;
        RETURN NEW;
      END $$`);
    await db.query(
      `CREATE TRIGGER role_assignment_keeps_out BEFORE INSERT ON role_assignment FOR EACH ROW WHEN (NEW.from_provider IS NOT NULL)
         EXECUTE FUNCTION keep_out_who_has_left()`,
    );
  }

  /** When somebody was last here outlives their sessions, to ten minutes. */
  private async addLastSeen(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION note_last_seen() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      BEGIN
        UPDATE county_person SET last_seen_at = NEW.last_seen_at
          WHERE county_id = NEW.county_id AND person_id = NEW.person_id
            AND (last_seen_at IS NULL OR last_seen_at < NEW.last_seen_at - interval '10 minutes');
        RETURN NULL;
      END $$`);
    await db.query(
      `CREATE TRIGGER session_seen AFTER INSERT OR UPDATE OF last_seen_at, county_id ON session FOR EACH ROW EXECUTE FUNCTION note_last_seen()`,
    );
    await db.query(`
      UPDATE county_person c SET last_seen_at = (SELECT max(s.last_seen_at) FROM session s
        WHERE s.county_id = c.county_id AND s.person_id = c.person_id)`);
  }

  private async addInvitations(db: QueryRunner): Promise<void> {
    // The secret is made when the letter is written, so until then there is no hash and no end.
    await db.query(`
      CREATE TABLE invitation (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        person_id uuid NOT NULL,
        invited_by uuid,
        created_at timestamptz NOT NULL,
        token_hash bytea,
        expires_at timestamptz,
        accepted_at timestamptz,
        ended_at timestamptz,
        ended_because text NOT NULL DEFAULT '',
        letter text NOT NULL DEFAULT 'waiting',
        letter_error text NOT NULL DEFAULT '',
        CONSTRAINT invitation_pk PRIMARY KEY (id),
        CONSTRAINT invitation_in_county UNIQUE (county_id, id),
        CONSTRAINT invitation_token_unique UNIQUE (token_hash),
        CONSTRAINT invitation_person_fk FOREIGN KEY (county_id, person_id) REFERENCES county_person (county_id, person_id),
        CONSTRAINT invitation_invited_by_fk FOREIGN KEY (invited_by) REFERENCES person (id),
        CONSTRAINT invitation_ends_with_its_secret CHECK ((token_hash IS NULL) = (expires_at IS NULL)),
        CONSTRAINT invitation_ended_because_known CHECK (ended_because IN ('', 'renewed', 'left')),
        CONSTRAINT invitation_letter_known CHECK (letter IN ('waiting', 'sending', 'retrying', 'sent', 'failed', 'unknown'))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX invitation_one_open ON invitation (county_id, person_id) WHERE accepted_at IS NULL AND ended_at IS NULL`,
    );
    await isolateByCounty(db, 'invitation', 'SELECT, INSERT, UPDATE');
    await db.query(`CREATE POLICY invitation_owner ON invitation TO CURRENT_USER USING (true) WITH CHECK (true)`);
    // Whoever holds the secret may read what it is for, before anything is known about the county.
    await db.query(`
      CREATE FUNCTION find_invitation(key bytea, moment timestamptz) RETURNS jsonb
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      DECLARE found_row invitation;
      BEGIN
        SELECT * INTO found_row FROM invitation i WHERE i.token_hash = key AND i.accepted_at IS NULL AND i.ended_at IS NULL
          AND i.expires_at > moment AND EXISTS (SELECT 1 FROM person p WHERE p.id = i.person_id AND p.is_active);
        IF found_row.id IS NULL THEN RETURN NULL; END IF;
        PERFORM set_config('samhandling.county', found_row.county_id::text, true);
        RETURN (SELECT jsonb_build_object('id', found_row.id, 'countyId', found_row.county_id, 'personId', p.id, 'name', p.name,
            'email', p.email, 'hasAccount', p.has_account, 'county', c.name, 'expiresAt', found_row.expires_at,
            'invitedBy', (SELECT b.name FROM person b WHERE b.id = found_row.invited_by),
            'roles', (SELECT coalesce(jsonb_agg(jsonb_build_object('role', r.role,
                'organisation', CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id, 'name', o.name) END,
                'municipality', CASE WHEN m.code IS NOT NULL THEN jsonb_build_object('code', m.code, 'name', m.name) END)
                ORDER BY r.role, o.name, m.name), '[]')
              FROM role_assignment r LEFT JOIN organisation o ON o.county_id = r.county_id AND o.id = r.organisation_id
                LEFT JOIN municipality m ON m.code = r.municipality_code
              WHERE r.county_id = found_row.county_id AND r.person_id = p.id))
          FROM person p JOIN county c ON c.id = found_row.county_id WHERE p.id = found_row.person_id);
      END $$`);
  }

  private async addLeaving(db: QueryRunner): Promise<void> {
    // Whether, never where: what identifies a person is shared with whoever else they work for.
    await db.query(`
      CREATE FUNCTION works_elsewhere(who uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT EXISTS (SELECT 1 FROM county_person c WHERE c.person_id = who AND c.removed_at IS NULL
          AND c.county_id IS DISTINCT FROM current_county()) $$`);
    await db.query(`
      CREATE FUNCTION own_counties() RETURNS SETOF uuid
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT c.county_id FROM county_person c WHERE c.person_id = current_person() $$`);
    await db.query(`
      CREATE FUNCTION end_sessions_here(who uuid) RETURNS bigint
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH ended AS (DELETE FROM session WHERE person_id = who AND county_id = current_county() RETURNING 1)
        SELECT count(*) FROM ended $$`);
    // The operator's, and never about themselves. False: nothing was changed.
    await db.query(`
      CREATE FUNCTION set_person_active(who uuid, active boolean) RETURNS boolean
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      BEGIN
        IF who = current_person() OR NOT EXISTS (SELECT 1 FROM person p WHERE p.id = current_person() AND p.is_operator AND p.is_active)
          THEN RETURN false; END IF;
        UPDATE person SET is_active = active WHERE id = who AND is_active <> active;
        IF NOT FOUND THEN RETURN false; END IF;
        IF NOT active THEN DELETE FROM session WHERE person_id = who; END IF;
        RETURN true;
      END $$`);
  }

  /**
   * Takes away what identifies somebody who has left. What a row of the public record points at keeps its id, so that history
   * still tells that it was one and the same person. Answers 'all', 'county' when the person works elsewhere too, or NULL when it
   * is not to be done.
   */
  private async addErasing(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION erase_person(who uuid) RETURNS text
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      DECLARE place uuid := current_county(); reference record;
      BEGIN
        IF who = current_person() OR NOT (
            EXISTS (SELECT 1 FROM role_assignment r WHERE r.county_id = place AND r.person_id = current_person() AND r.role = 'planner')
            OR EXISTS (SELECT 1 FROM person p WHERE p.id = current_person() AND p.is_operator)) THEN RETURN NULL; END IF;
        -- Two counties at once take turns, so that the second of them sees that the first is done.
        PERFORM 1 FROM person p WHERE p.id = who AND NOT p.is_operator FOR UPDATE;
        IF NOT FOUND THEN RETURN NULL; END IF;
        UPDATE county_person SET removed_at = now(), former_roles = '[]', version = version + 1
          WHERE county_id = place AND person_id = who AND left_at IS NOT NULL AND removed_at IS NULL;
        IF NOT FOUND THEN RETURN NULL; END IF;
        UPDATE mail_message SET address = '', last_error = '', answer_link_id = NULL, opt_out_hash = NULL
          WHERE county_id = place AND person_id = who;
        DELETE FROM answer_link WHERE county_id = place AND person_id = who;
        DELETE FROM invitation WHERE county_id = place AND person_id = who;
        DELETE FROM saved_view WHERE county_id = place AND owner_id = who AND NOT is_shared;
        DELETE FROM saved_view_default WHERE county_id = place AND person_id = who;
        DELETE FROM mail_preference WHERE county_id = place AND person_id = who;
        -- The row goes on without a person, since its version does (a later migration lets it).
        UPDATE organisation_contact SET person_id = NULL, version = version + 1 WHERE county_id = place AND person_id = who;
        DELETE FROM session WHERE county_id = place AND person_id = who;
        IF works_elsewhere(who) THEN RETURN 'county'; END IF;
        -- What would go with the person is what says so itself, also in tables that come later.
        FOR reference IN
          SELECT c.conrelid::regclass AS tab, a.attname AS col FROM pg_constraint c
            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
          WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass AND c.confdeltype = 'c'
        LOOP
          EXECUTE format('DELETE FROM %s WHERE %I = $1', reference.tab, reference.col) USING who;
        END LOOP;
        UPDATE person SET name = 'Tidigare medarbetare', email = 'borttagen-' || id || '@removed.invalid', is_active = false,
          has_account = false WHERE id = who;
        RETURN 'all';
      END $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER session_seen ON session`);
    await db.query(`DROP TRIGGER role_assignment_keeps_out ON role_assignment`);
    await db.query(`DROP FUNCTION keep_out_who_has_left()`);
    for (const door of DOORS) await db.query(`DROP FUNCTION ${door}`);
    await db.query(`DROP TABLE invitation`);
    await this.setComingBack(db, 'left_at = NULL');
    await db.query(`DROP POLICY county_person_owner ON county_person`);
    await db.query(`ALTER TABLE county_person DROP COLUMN last_seen_at, DROP COLUMN removed_at`);
  }
}
