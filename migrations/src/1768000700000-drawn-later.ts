import type { MigrationInterface, QueryRunner } from 'typeorm';

const IN_TIME = `
  IF TG_TABLE_NAME = 'frozen_file' THEN
    SELECT r.* INTO round FROM follow_up_round r JOIN frozen_report f ON f.round_id = r.id
      WHERE f.id = NEW.frozen_report_id AND f.version_number = r.version_number FOR SHARE OF r;
  ELSE
    SELECT r.* INTO round FROM follow_up_round r WHERE r.id = NEW.round_id AND r.version_number = NEW.version_number FOR SHARE;
  END IF;
  IF round.id IS NULL OR round.state = 'adopted' THEN
    RAISE EXCEPTION '% is written only with the adoption it belongs to', TG_TABLE_NAME USING ERRCODE = 'SH001';
  END IF;
  RETURN NEW;`;

/**
 * A paper may be frozen before its files are drawn (ADR 31): its facts and their checksum stand as ever, and it says of itself, once
 * and for all, that the files come later. Only such a report takes files after the adoption, each format once.
 */
export class DrawnLater1768000700000 implements MigrationInterface {
  readonly name = 'DrawnLater1768000700000';

  async up(db: QueryRunner): Promise<void> {
    for (const table of ['frozen_report', 'paper'])
      await db.query(`ALTER TABLE ${table} ADD COLUMN drawn_later boolean NOT NULL DEFAULT false`);
    await db.query(`
      CREATE OR REPLACE FUNCTION refuse_late_freezing() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE round follow_up_round;
      BEGIN
        IF TG_TABLE_NAME = 'frozen_file' THEN
          IF EXISTS (SELECT 1 FROM frozen_report f WHERE f.id = NEW.frozen_report_id AND f.drawn_later) THEN
            RETURN NEW;
          END IF;
        END IF;
        ${IN_TIME}
      END $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION refuse_late_freezing() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE round follow_up_round;
      BEGIN
        ${IN_TIME}
      END $$`);
    for (const table of ['frozen_report', 'paper']) await db.query(`ALTER TABLE ${table} DROP COLUMN drawn_later`);
  }
}
