import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Limits1767000600000 implements MigrationInterface {
  readonly name = 'Limits1767000600000';

  async up(db: QueryRunner): Promise<void> {
    // Unlogged: what a crash forgets is how much was asked for in the last minute. It belongs to no county, and holds nobody's name:
    // who asks stands as a hash, together with what for, and the row goes when its window has ended.
    await db.query(`
      CREATE UNLOGGED TABLE rate_limit (
        key_hash bytea NOT NULL,
        window_ends timestamptz NOT NULL,
        taken int NOT NULL,
        CONSTRAINT rate_limit_pk PRIMARY KEY (key_hash),
        CONSTRAINT rate_limit_taken_positive CHECK (taken > 0)
      ) WITH (fillfactor = 50)`);
    await db.query('GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO samhandling_app');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE rate_limit');
  }
}
