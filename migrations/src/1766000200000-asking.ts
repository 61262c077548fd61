import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByCounty } from './county-table.ts';

/**
 * Asking people: personal answer links of which only a hash is kept, the daily mail with its log and opt-out, and whom
 * to turn to at an organisation that stays silent.
 */
export class Asking1766000200000 implements MigrationInterface {
  readonly name = 'Asking1766000200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE answer_link (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        round_id uuid NOT NULL,
        person_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        browser_hash bytea,
        csrf_token text,
        created_at timestamptz NOT NULL,
        created_by uuid,
        expires_at timestamptz NOT NULL,
        opened_at timestamptz,
        finished_at timestamptz,
        revoked_at timestamptz,
        revoked_by uuid,
        revoked_reason text NOT NULL DEFAULT '',
        CONSTRAINT answer_link_pk PRIMARY KEY (id),
        CONSTRAINT answer_link_in_county UNIQUE (county_id, id),
        CONSTRAINT answer_link_token_unique UNIQUE (token_hash),
        CONSTRAINT answer_link_browser_unique UNIQUE (browser_hash),
        CONSTRAINT answer_link_round_fk FOREIGN KEY (county_id, round_id) REFERENCES follow_up_round (county_id, id) ON DELETE CASCADE,
        CONSTRAINT answer_link_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT answer_link_created_by_fk FOREIGN KEY (created_by) REFERENCES person (id),
        CONSTRAINT answer_link_revoked_by_fk FOREIGN KEY (revoked_by) REFERENCES person (id),
        CONSTRAINT answer_link_expires_later CHECK (expires_at > created_at),
        CONSTRAINT answer_link_opened_by_a_browser CHECK ((opened_at IS NULL) = (browser_hash IS NULL))
      )`);
    await db.query(`CREATE INDEX answer_link_round ON answer_link (round_id, person_id)`);
    await isolateByCounty(db, 'answer_link', 'SELECT, INSERT, UPDATE');
    // Whoever holds the secret may find the link it belongs to, before anything is known about the county.
    await db.query(`
      CREATE POLICY answer_link_by_key ON answer_link FOR SELECT USING (
        token_hash = decode((SELECT nullif(current_setting('samhandling.link_key', true), '')), 'hex')
        OR browser_hash = decode((SELECT nullif(current_setting('samhandling.link_key', true), '')), 'hex'))`);
    await db.query(`
      CREATE FUNCTION find_answer_link(key bytea) RETURNS jsonb LANGUAGE plpgsql AS $$
      DECLARE found_link answer_link;
      BEGIN
        PERFORM set_config('samhandling.link_key', encode(key, 'hex'), true);
        SELECT * INTO found_link FROM answer_link l WHERE l.token_hash = key OR l.browser_hash = key;
        PERFORM set_config('samhandling.link_key', '', true);
        IF found_link.id IS NULL THEN RETURN NULL; END IF;
        PERFORM set_config('samhandling.county', found_link.county_id::text, true);
        PERFORM set_config('samhandling.person', found_link.person_id::text, true);
        RETURN jsonb_build_object('id', found_link.id, 'countyId', found_link.county_id, 'planId', found_link.plan_id,
          'roundId', found_link.round_id, 'personId', found_link.person_id, 'csrfToken', found_link.csrf_token,
          'isOpened', found_link.browser_hash IS NOT NULL, 'byBrowser', found_link.browser_hash IS NOT DISTINCT FROM key,
          'expiresAt', found_link.expires_at, 'revokedAt', found_link.revoked_at, 'finishedAt', found_link.finished_at,
          'person', (SELECT jsonb_build_object('name', p.name, 'email', p.email, 'isActive', p.is_active) FROM person p WHERE p.id = found_link.person_id),
          'roles', (SELECT coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'organisationId', r.organisation_id,
              'municipalityCode', r.municipality_code) ORDER BY r.role, r.organisation_id), '[]')
            FROM role_assignment r WHERE r.person_id = found_link.person_id AND r.county_id = found_link.county_id));
      END $$`);
    await db.query(`
      CREATE TABLE answer_link_use (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        link_id uuid NOT NULL,
        at timestamptz NOT NULL,
        action text NOT NULL,
        refused_because text NOT NULL DEFAULT '',
        browser text NOT NULL DEFAULT '',
        CONSTRAINT answer_link_use_pk PRIMARY KEY (id),
        CONSTRAINT answer_link_use_link_fk FOREIGN KEY (county_id, link_id) REFERENCES answer_link (county_id, id) ON DELETE CASCADE,
        CONSTRAINT answer_link_use_action_known CHECK (action IN ('open', 'read', 'save', 'submit', 'value', 'finish', 'renew', 'refused'))
      )`);
    await db.query(`CREATE INDEX answer_link_use_link ON answer_link_use (link_id, at)`);
    await isolateByCounty(db, 'answer_link_use', 'SELECT, INSERT');
    await this.addMail(db);
    await db.query(`ALTER TABLE audit_event DROP CONSTRAINT audit_event_source_known`);
    await db.query(
      `ALTER TABLE audit_event ADD CONSTRAINT audit_event_source_known CHECK (source IN ('web', 'cli', 'system', 'link', 'import'))`,
    );
  }

  private async addMail(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE mail_setting (
        county_id uuid NOT NULL,
        is_on boolean NOT NULL DEFAULT false,
        send_at text NOT NULL DEFAULT '07:30',
        weekdays integer[] NOT NULL DEFAULT '{1,2,3,4,5}',
        sender_name text NOT NULL DEFAULT '',
        reply_to text NOT NULL DEFAULT '',
        link_days integer NOT NULL DEFAULT 30,
        repeat_days integer NOT NULL DEFAULT 7,
        escalate_after_days integer,
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by uuid,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT mail_setting_pk PRIMARY KEY (county_id),
        CONSTRAINT mail_setting_county_fk FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE CASCADE,
        CONSTRAINT mail_setting_updated_by_fk FOREIGN KEY (updated_by) REFERENCES person (id),
        CONSTRAINT mail_setting_send_at_form CHECK (send_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        CONSTRAINT mail_setting_weekdays_known CHECK (weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7] AND cardinality(weekdays) > 0),
        CONSTRAINT mail_setting_link_days_range CHECK (link_days BETWEEN 1 AND 90),
        CONSTRAINT mail_setting_repeat_days_range CHECK (repeat_days BETWEEN 1 AND 60),
        CONSTRAINT mail_setting_escalate_range CHECK (escalate_after_days BETWEEN 1 AND 180)
      )`);
    await isolateByCounty(db, 'mail_setting', 'SELECT, INSERT, UPDATE');
    await db.query(`
      CREATE TABLE mail_preference (
        county_id uuid NOT NULL,
        person_id uuid NOT NULL,
        digest text NOT NULL DEFAULT 'daily',
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT mail_preference_pk PRIMARY KEY (county_id, person_id),
        CONSTRAINT mail_preference_county_fk FOREIGN KEY (county_id) REFERENCES county (id),
        CONSTRAINT mail_preference_person_fk FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT mail_preference_digest_known CHECK (digest IN ('daily', 'weekly', 'off'))
      )`);
    await isolateByCounty(db, 'mail_preference', 'SELECT, INSERT, UPDATE');
    // The words of a mail are not kept: they hold a link that opens somebody's items. What it was about is.
    await db.query(`
      CREATE TABLE mail_message (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        person_id uuid NOT NULL,
        address text NOT NULL,
        kind text NOT NULL,
        day date NOT NULL,
        state text NOT NULL,
        subject text NOT NULL DEFAULT '',
        contents jsonb NOT NULL DEFAULT '[]',
        answer_link_id uuid,
        opt_out_hash bytea,
        attempts integer NOT NULL DEFAULT 0,
        last_error text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL,
        sent_at timestamptz,
        opened_at timestamptz,
        CONSTRAINT mail_message_pk PRIMARY KEY (id),
        CONSTRAINT mail_message_in_county UNIQUE (county_id, id),
        CONSTRAINT mail_message_county_fk FOREIGN KEY (county_id) REFERENCES county (id),
        CONSTRAINT mail_message_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT mail_message_link_fk FOREIGN KEY (county_id, answer_link_id) REFERENCES answer_link (county_id, id),
        CONSTRAINT mail_message_opt_out_unique UNIQUE (opt_out_hash),
        CONSTRAINT mail_message_kind_known CHECK (kind IN ('digest', 'link', 'escalation')),
        CONSTRAINT mail_message_state_known CHECK (state IN ('sending', 'sent', 'dropped', 'retrying', 'failed', 'unknown'))
      )`);
    // One mail a day and person, whatever the number of processes: the second to claim it finds it taken.
    await db.query(
      `CREATE UNIQUE INDEX mail_message_one_a_day ON mail_message (county_id, person_id, kind, day) WHERE kind <> 'link'`,
    );
    await db.query(`CREATE INDEX mail_message_log ON mail_message (county_id, created_at DESC, id)`);
    await isolateByCounty(db, 'mail_message', 'SELECT, INSERT, UPDATE');
    await db.query(`
      CREATE POLICY mail_message_by_key ON mail_message FOR SELECT USING (
        opt_out_hash = decode((SELECT nullif(current_setting('samhandling.link_key', true), '')), 'hex'))`);
    await db.query(`
      CREATE FUNCTION find_opt_out(key bytea) RETURNS jsonb LANGUAGE plpgsql AS $$
      DECLARE found_mail mail_message;
      BEGIN
        PERFORM set_config('samhandling.link_key', encode(key, 'hex'), true);
        SELECT * INTO found_mail FROM mail_message m WHERE m.opt_out_hash = key;
        PERFORM set_config('samhandling.link_key', '', true);
        IF found_mail.id IS NULL THEN RETURN NULL; END IF;
        PERFORM set_config('samhandling.county', found_mail.county_id::text, true);
        PERFORM set_config('samhandling.person', found_mail.person_id::text, true);
        RETURN jsonb_build_object('messageId', found_mail.id, 'countyId', found_mail.county_id, 'personId', found_mail.person_id,
          'address', found_mail.address);
      END $$`);
    await db.query(`
      CREATE TABLE organisation_contact (
        organisation_id uuid NOT NULL,
        county_id uuid NOT NULL,
        person_id uuid NOT NULL,
        CONSTRAINT organisation_contact_pk PRIMARY KEY (organisation_id),
        CONSTRAINT organisation_contact_organisation_fk FOREIGN KEY (county_id, organisation_id) REFERENCES organisation (county_id, id) ON DELETE CASCADE,
        CONSTRAINT organisation_contact_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
      )`);
    await isolateByCounty(db, 'organisation_contact', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE organisation_contact`);
    await db.query(`DROP FUNCTION find_opt_out(bytea)`);
    for (const table of ['mail_message', 'mail_preference', 'mail_setting', 'answer_link_use'])
      await db.query(`DROP TABLE ${table}`);
    await db.query(`DROP FUNCTION find_answer_link(bytea)`);
    await db.query(`DROP TABLE answer_link`);
    await db.query(`ALTER TABLE audit_event DROP CONSTRAINT audit_event_source_known`);
    await db.query(
      `ALTER TABLE audit_event ADD CONSTRAINT audit_event_source_known CHECK (source IN ('web', 'cli', 'system'))`,
    );
  }
}
