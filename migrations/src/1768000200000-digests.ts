import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByCounty } from './county-table.ts';

/**
 * The half-year digest for a group that others report to. What the facts give is computed when read and not kept; a text that a
 * person has written is, together with the proposal it was written over, so that a new draft can tell whether that has changed.
 */
export class Digests1768000200000 implements MigrationInterface {
  readonly name = 'Digests1768000200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE digest (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        from_day date NOT NULL,
        to_day date NOT NULL,
        state text NOT NULL DEFAULT 'draft',
        sent_at timestamptz,
        sent_by uuid,
        message text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT digest_pk PRIMARY KEY (id),
        CONSTRAINT digest_in_county UNIQUE (county_id, id),
        CONSTRAINT digest_meeting_fk FOREIGN KEY (county_id, meeting_id) REFERENCES meeting (county_id, id),
        CONSTRAINT digest_sent_by_fk FOREIGN KEY (sent_by) REFERENCES person (id),
        CONSTRAINT digest_meeting_unique UNIQUE (meeting_id),
        CONSTRAINT digest_state_known CHECK (state IN ('draft', 'sent')),
        CONSTRAINT digest_days CHECK (to_day >= from_day),
        CONSTRAINT digest_sent CHECK ((state = 'sent') = (sent_at IS NOT NULL) AND (sent_at IS NULL) = (sent_by IS NULL))
      )`);
    await isolateByCounty(db, 'digest', 'SELECT, INSERT, UPDATE');
    await db.query(`
      CREATE TABLE digest_text (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        digest_id uuid NOT NULL,
        goal_id uuid,
        section text NOT NULL,
        text text NOT NULL,
        written_over text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT digest_text_pk PRIMARY KEY (id),
        CONSTRAINT digest_text_digest_fk FOREIGN KEY (county_id, digest_id) REFERENCES digest (county_id, id) ON DELETE CASCADE,
        CONSTRAINT digest_text_goal_fk FOREIGN KEY (county_id, goal_id) REFERENCES goal (county_id, id),
        CONSTRAINT digest_text_updated_by_fk FOREIGN KEY (updated_by) REFERENCES person (id),
        CONSTRAINT digest_text_place_unique UNIQUE NULLS NOT DISTINCT (digest_id, goal_id, section),
        CONSTRAINT digest_text_section_known CHECK (section IN ('lead', 'moved', 'stopped', 'promised', 'needed')),
        CONSTRAINT digest_text_place CHECK ((section = 'lead') = (goal_id IS NULL))
      )`);
    await isolateByCounty(db, 'digest_text', 'SELECT, INSERT, UPDATE, DELETE');
    // How each letter went: members have no account by which a mail could be logged.
    await db.query(`
      CREATE TABLE digest_letter (
        digest_id uuid NOT NULL,
        member_id uuid NOT NULL,
        county_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'waiting',
        reason text NOT NULL DEFAULT '',
        settled_at timestamptz,
        CONSTRAINT digest_letter_pk PRIMARY KEY (digest_id, member_id),
        CONSTRAINT digest_letter_digest_fk FOREIGN KEY (county_id, digest_id) REFERENCES digest (county_id, id),
        CONSTRAINT digest_letter_member_fk FOREIGN KEY (county_id, member_id) REFERENCES group_member (county_id, id) ON DELETE CASCADE,
        CONSTRAINT digest_letter_state_known CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unknown'))
      )`);
    await isolateByCounty(db, 'digest_letter', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE FUNCTION refuse_sent_digest() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE digest_state text;
      BEGIN
        SELECT state INTO digest_state FROM digest
          WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.digest_id ELSE NEW.digest_id END FOR SHARE;
        IF digest_state = 'sent' THEN
          RAISE EXCEPTION 'the digest has been sent' USING ERRCODE = 'SH003';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    await db.query(
      `CREATE TRIGGER digest_text_sent BEFORE INSERT OR UPDATE OR DELETE ON digest_text FOR EACH ROW EXECUTE FUNCTION refuse_sent_digest()`,
    );
    await db.query(`
      CREATE FUNCTION refuse_digest_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state = 'sent' AND (TG_OP = 'DELETE' OR NEW IS DISTINCT FROM OLD) THEN
          RAISE EXCEPTION 'the digest has been sent' USING ERRCODE = 'SH003';
        END IF;
        IF TG_OP = 'UPDATE' AND NEW.state = 'sent' AND NOT EXISTS
          (SELECT 1 FROM paper p WHERE p.kind = 'digest' AND p.subject_id = NEW.id) THEN
          RAISE EXCEPTION 'a digest is sent only together with its frozen paper' USING ERRCODE = 'SH003';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    await db.query(
      `CREATE TRIGGER digest_sent BEFORE UPDATE OR DELETE ON digest FOR EACH ROW EXECUTE FUNCTION refuse_digest_change()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE digest_letter');
    await db.query('DROP TABLE digest_text');
    await db.query('DROP TABLE digest');
    await db.query('DROP FUNCTION refuse_sent_digest()');
    await db.query('DROP FUNCTION refuse_digest_change()');
  }
}
