import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where each kind keeps its letters, and what its columns there begin with. An invitation has always said who sent it. */
const LETTERS = [
  { table: 'meeting_letter', prefix: '', state: 'state' },
  { table: 'digest_letter', prefix: '', state: 'state' },
  { table: 'minutes_letter', prefix: '', state: 'state' },
  { table: 'needs_invitation', prefix: 'letter_', state: 'letter_state' },
  { table: 'invitation', prefix: 'letter_', state: 'letter' },
] as const;

/** A letter that did not arrive waits for whoever sent it, until it is sent again or set aside (ADR 29). */
export class LostLetters1768000710000 implements MigrationInterface {
  readonly name = 'LostLetters1768000710000';

  async up(db: QueryRunner): Promise<void> {
    for (const { table, prefix, state } of LETTERS) {
      const aside = `${prefix}set_aside_at`;
      await db.query(`ALTER TABLE ${table} ADD COLUMN ${aside} timestamptz`);
      await db.query(
        `CREATE INDEX ${table}_lost ON ${table} (county_id) WHERE ${state} IN ('failed', 'unknown') AND ${aside} IS NULL`,
      );
      if (table === 'invitation') continue;
      await db.query(
        `ALTER TABLE ${table} ADD COLUMN ${prefix}sent_by uuid, ADD CONSTRAINT ${table}_sent_by_fk FOREIGN KEY (${prefix}sent_by) REFERENCES person (id)`,
      );
      await db.query(`ALTER TABLE ${table} ALTER COLUMN ${prefix}sent_by SET DEFAULT current_person()`);
    }
    // Of earlier letters it is known where what they are about says it; the others wait for every planner.
    const sender = {
      meeting_letter: 'SELECT m.called_by FROM meeting m WHERE m.id = l.meeting_id',
      digest_letter: 'SELECT d.sent_by FROM digest d WHERE d.id = l.digest_id',
    };
    for (const table of ['meeting', 'digest', 'meeting_letter', 'digest_letter'])
      await db.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    for (const [table, found] of Object.entries(sender)) await db.query(`UPDATE ${table} l SET sent_by = (${found})`);
    for (const table of ['meeting', 'digest', 'meeting_letter', 'digest_letter'])
      await db.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const { table, prefix } of LETTERS) {
      await db.query(`ALTER TABLE ${table} DROP COLUMN ${prefix}set_aside_at`);
      if (table !== 'invitation') await db.query(`ALTER TABLE ${table} DROP COLUMN ${prefix}sent_by`);
    }
  }
}
