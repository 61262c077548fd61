import type { QueryRunner } from 'typeorm';

/** Tables whose rows belong to a round and are refused one by one when it is adopted. */
const OF_A_ROUND = [
  'follow_up',
  'outcome',
  'goal_judgement',
  'indicator_target',
  'computed_outcome',
  'outcome_overlap',
  'follow_up_response',
  'participation',
];

/**
 * The doors that were left to an adopted round: emptying a whole table, which asks no row; a frozen report or file put
 * beside the one that was adopted; a reopening that did not happen; a link to answer what takes no answers.
 */
export async function closeAdoptedRounds(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE FUNCTION refuse_emptying() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% may hold rows of adopted rounds', TG_TABLE_NAME USING ERRCODE = 'SH001';
    END $$`);
  for (const table of [...OF_A_ROUND, 'follow_up_round'])
    await db.query(
      `CREATE TRIGGER ${table}_not_emptied BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying()`,
    );
  await db.query(`
    CREATE FUNCTION refuse_late_freezing() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE round follow_up_round;
    BEGIN
      IF TG_TABLE_NAME = 'frozen_file' THEN
        SELECT r.* INTO round FROM follow_up_round r JOIN frozen_report f ON f.round_id = r.id
          WHERE f.id = NEW.frozen_report_id AND f.version_number = r.version_number FOR SHARE OF r;
      ELSE
        SELECT r.* INTO round FROM follow_up_round r WHERE r.id = NEW.round_id AND r.version_number = NEW.version_number FOR SHARE;
      END IF;
      IF round.id IS NULL OR round.state = 'adopted' THEN
        RAISE EXCEPTION '% is written only with the adoption it belongs to', TG_TABLE_NAME USING ERRCODE = 'SH001';
      END IF;
      RETURN NEW;
    END $$`);
  for (const table of ['frozen_report', 'frozen_file'])
    await db.query(
      `CREATE TRIGGER ${table}_in_time BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_late_freezing()`,
    );
  // At the commit, since the reason is written before the round is opened again.
  await db.query(`
    CREATE FUNCTION refuse_lone_reopening() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM follow_up_round r WHERE r.id = NEW.round_id AND r.version_number > NEW.version_number) THEN
        RAISE EXCEPTION 'a reopening is written only when the round is reopened' USING ERRCODE = 'SH001';
      END IF;
      RETURN NULL;
    END $$`);
  await db.query(
    `CREATE CONSTRAINT TRIGGER round_reopening_happened AFTER INSERT ON round_reopening DEFERRABLE INITIALLY DEFERRED
     FOR EACH ROW EXECUTE FUNCTION refuse_lone_reopening()`,
  );
  await db.query(
    `CREATE TRIGGER answer_link_adopted BEFORE INSERT ON answer_link FOR EACH ROW EXECUTE FUNCTION refuse_adopted_round()`,
  );
}

export async function reopenDoors(db: QueryRunner): Promise<void> {
  await db.query(`DROP TRIGGER answer_link_adopted ON answer_link`);
  await db.query(`DROP TRIGGER round_reopening_happened ON round_reopening`);
  await db.query(`DROP FUNCTION refuse_lone_reopening()`);
  for (const table of ['frozen_report', 'frozen_file']) await db.query(`DROP TRIGGER ${table}_in_time ON ${table}`);
  await db.query(`DROP FUNCTION refuse_late_freezing()`);
  for (const table of [...OF_A_ROUND, 'follow_up_round'])
    await db.query(`DROP TRIGGER ${table}_not_emptied ON ${table}`);
  await db.query(`DROP FUNCTION refuse_emptying()`);
}
