import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A decision between meetings is told in the first minutes after its day that are not adjusted yet, and once (ADR 32): minutes that
 * are adjusted while it stands in them keep it, and it is not told again.
 */
export class ToldBetween1768000710100 implements MigrationInterface {
  readonly name = 'ToldBetween1768000710100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE decision ADD COLUMN told_in_id uuid,
        ADD CONSTRAINT decision_told_in_fk FOREIGN KEY (county_id, told_in_id) REFERENCES meeting (county_id, id),
        ADD CONSTRAINT decision_told_between CHECK (told_in_id IS NULL OR meeting_id IS NULL)`);
    await this.unforced(db, ['decision', 'meeting', 'paper'], async () => {
      // What minutes that are frozen by now have told.
      await db.query(`
        UPDATE decision d SET told_in_id = m.id FROM paper p JOIN meeting m ON m.id = p.subject_id,
          jsonb_array_elements(coalesce(p.canonical_json::jsonb->'between', '[]')) AS told
        WHERE p.kind = 'minutes' AND m.group_id = d.group_id AND d.meeting_id IS NULL
          AND d.year = (told->>'year')::int AND d.number = (told->>'number')::int`);
    });
    await this.makeNote(db, `NEW.told_in_id IS NULL AND`, `m.state = 'held'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await this.makeNote(db, '', `m.state IN ('held', 'adjusted')`);
    await db.query('ALTER TABLE decision DROP COLUMN told_in_id');
  }

  /** Minutes that are out to be adjusted, and tell of the decision before or after the change, get another version. */
  private async makeNote(db: QueryRunner, unless: string, telling: string): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION note_decided_between() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE decided date;
      BEGIN
        FOR decided IN SELECT DISTINCT d FROM unnest(ARRAY[NEW.decided_on, CASE WHEN TG_OP = 'UPDATE' THEN OLD.decided_on END]) d
          WHERE ${unless} d IS NOT NULL LOOP
          UPDATE minutes SET version = version + 1 WHERE state = 'adjusting' AND meeting_id = (
            SELECT m.id FROM meeting m WHERE m.group_id = NEW.group_id AND ${telling}
              AND (m.starts_at AT TIME ZONE 'Europe/Stockholm')::date > decided ORDER BY m.starts_at, m.id LIMIT 1);
        END LOOP;
        RETURN NULL;
      END $$`);
  }

  private async unforced(db: QueryRunner, tables: readonly string[], work: () => Promise<void>): Promise<void> {
    for (const table of tables) await db.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await work();
    for (const table of tables) await db.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }
}
