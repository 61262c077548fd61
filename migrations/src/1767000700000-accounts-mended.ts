import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = [
  'signed_in',
  'refused',
  'signed_out',
  'session_revoked',
  'reset_asked',
  'password_changed',
  'totp_on',
  'totp_off',
  'recovery_code_used',
  'identity_linked',
  'invitation_accepted',
  'operator_on',
  'operator_off',
];
const NEW_KINDS = ['identity_unlinked', 'email_changed'];

/**
 * What `samhandling account` does has a name in the log of sign-ins. And an operator who has only been by in a county, so
 * that the row ends as it begins, is not kept out as somebody who has left.
 */
export class AccountsMended1767000700000 implements MigrationInterface {
  readonly name = 'AccountsMended1767000700000';

  async up(db: QueryRunner): Promise<void> {
    await this.setKinds(db, [...KINDS, ...NEW_KINDS]);
    await this.keepOut(db, 'c.left_at <> c.since');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM access_event WHERE kind IN (${listed(NEW_KINDS)})`);
    await this.setKinds(db, KINDS);
    await this.keepOut(db, 'c.left_at IS NOT NULL');
  }

  private async setKinds(db: QueryRunner, kinds: readonly string[]): Promise<void> {
    await db.query(
      `ALTER TABLE access_event DROP CONSTRAINT access_event_kind_known,
         ADD CONSTRAINT access_event_kind_known CHECK (kind IN (${listed(kinds)}))`,
    );
  }

  private async keepOut(db: QueryRunner, hasLeft: string): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION keep_out_who_has_left() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM county_person c WHERE c.county_id = NEW.county_id AND c.person_id = NEW.person_id AND ${hasLeft})
          THEN RETURN NULL; END IF;
        RETURN NEW;
      END $$`);
  }
}

function listed(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}
