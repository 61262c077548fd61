import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByCounty } from './county-table.ts';

const STATES = `'waiting', 'sending', 'retrying', 'sent', 'failed', 'unknown'`;

/** Every letter says how it goes in the same words, that of minutes and that of a needs inventory too (ADR 29). */
export class Letters1768000500000 implements MigrationInterface {
  readonly name = 'Letters1768000500000';

  async up(db: QueryRunner): Promise<void> {
    await this.restate(db, 'digest_letter', 'digest_letter_state_known', `state IN (${STATES})`);
    await this.restate(db, 'needs_invitation', 'needs_invitation_letter_known', `letter_state IN ('none', ${STATES})`);
    await db.query(`ALTER TABLE needs_invitation ADD COLUMN letter_error text NOT NULL DEFAULT ''`);
    await db.query('ALTER TABLE minutes_adjuster ADD CONSTRAINT minutes_adjuster_in_county UNIQUE (county_id, id)');
    // Apart from minutes_adjuster: what changes there gives the minutes a new version, and how a letter went does not.
    await db.query(`
      CREATE TABLE minutes_letter (
        adjuster_id uuid NOT NULL,
        county_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'waiting',
        reason text NOT NULL DEFAULT '',
        settled_at timestamptz,
        CONSTRAINT minutes_letter_pk PRIMARY KEY (adjuster_id),
        CONSTRAINT minutes_letter_adjuster_fk FOREIGN KEY (county_id, adjuster_id) REFERENCES minutes_adjuster (county_id, id) ON DELETE CASCADE,
        CONSTRAINT minutes_letter_state_known CHECK (state IN (${STATES}, 'dropped'))
      )`);
    await isolateByCounty(db, 'minutes_letter', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE minutes_letter');
    await db.query('ALTER TABLE minutes_adjuster DROP CONSTRAINT minutes_adjuster_in_county');
    await db.query('ALTER TABLE needs_invitation DROP COLUMN letter_error');
    // What the tables could not say before: a link whose letter nobody knows of counts, and what was on its way waits.
    await db.query('ALTER TABLE needs_invitation NO FORCE ROW LEVEL SECURITY');
    await db.query(`UPDATE needs_invitation SET letter_state = 'sent' WHERE letter_state IN ('sending', 'unknown')`);
    await db.query(`UPDATE needs_invitation SET letter_state = 'waiting' WHERE letter_state = 'retrying'`);
    await db.query('ALTER TABLE needs_invitation FORCE ROW LEVEL SECURITY');
    await db.query('ALTER TABLE digest_letter NO FORCE ROW LEVEL SECURITY');
    await db.query(`UPDATE digest_letter SET state = 'waiting' WHERE state = 'retrying'`);
    await db.query('ALTER TABLE digest_letter FORCE ROW LEVEL SECURITY');
    const before = `'none', 'waiting', 'sent', 'failed'`;
    await this.restate(db, 'needs_invitation', 'needs_invitation_letter_known', `letter_state IN (${before})`);
    const ofDigests = `'waiting', 'sending', 'sent', 'failed', 'unknown'`;
    await this.restate(db, 'digest_letter', 'digest_letter_state_known', `state IN (${ofDigests})`);
  }

  private async restate(db: QueryRunner, table: string, constraint: string, check: string): Promise<void> {
    await db.query(`ALTER TABLE ${table} DROP CONSTRAINT ${constraint}`);
    await db.query(`ALTER TABLE ${table} ADD CONSTRAINT ${constraint} CHECK (${check})`);
  }
}
