import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How a group decided between two meetings. The minutes of the first meeting held after the day tell of it, so minutes that are
 * out to be adjusted get another version when such a decision is made or changes, as with all that stands in them (ADR 22).
 */
export class BetweenMeetings1768000600000 implements MigrationInterface {
  readonly name = 'BetweenMeetings1768000600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE decision ADD COLUMN way text,
        ADD CONSTRAINT decision_way_known CHECK (way IN ('mail', 'phone', 'other')),
        ADD CONSTRAINT decision_way_between CHECK (way IS NULL OR meeting_id IS NULL)`);
    await db.query(`
      CREATE FUNCTION note_decided_between() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE decided date;
      BEGIN
        FOR decided IN SELECT DISTINCT d FROM unnest(ARRAY[NEW.decided_on, CASE WHEN TG_OP = 'UPDATE' THEN OLD.decided_on END]) d
          WHERE d IS NOT NULL LOOP
          UPDATE minutes SET version = version + 1 WHERE state = 'adjusting' AND meeting_id = (
            SELECT m.id FROM meeting m WHERE m.group_id = NEW.group_id AND m.state IN ('held', 'adjusted')
              AND (m.starts_at AT TIME ZONE 'Europe/Stockholm')::date > decided ORDER BY m.starts_at LIMIT 1);
        END LOOP;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER decision_between_new AFTER INSERT ON decision FOR EACH ROW
        WHEN (NEW.meeting_id IS NULL) EXECUTE FUNCTION note_decided_between()`);
    const changed = ['year', 'number', 'decided_on', 'text', 'organisation_id', 'person_id', 'due', 'way']
      .map((column) => `OLD.${column} IS DISTINCT FROM NEW.${column}`)
      .join(' OR ');
    await db.query(`
      CREATE TRIGGER decision_between AFTER UPDATE ON decision FOR EACH ROW
        WHEN (NEW.meeting_id IS NULL AND (${changed})) EXECUTE FUNCTION note_decided_between()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TRIGGER decision_between ON decision');
    await db.query('DROP TRIGGER decision_between_new ON decision');
    await db.query('DROP FUNCTION note_decided_between()');
    await db.query('ALTER TABLE decision DROP COLUMN way');
  }
}
