import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A group goes on into the plan that follows as a group of its own there, since a group works on one plan and its meetings stay
 * with the plan they were about (ADR 30). It keeps its name, which is therefore one of a kind within a plan.
 */
export class ContinuingGroups1768000600100 implements MigrationInterface {
  readonly name = 'ContinuingGroups1768000600100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE work_group ADD COLUMN continues_id uuid,
        ADD CONSTRAINT work_group_continues_fk FOREIGN KEY (county_id, continues_id) REFERENCES work_group (county_id, id),
        ADD CONSTRAINT work_group_continued_once UNIQUE (continues_id),
        ADD CONSTRAINT work_group_not_after_itself CHECK (continues_id <> id)`);
    await db.query('DROP INDEX work_group_name_unique');
    await db.query(`CREATE UNIQUE INDEX work_group_name_unique ON work_group (plan_id, lower(name))`);
  }

  async down(db: QueryRunner): Promise<void> {
    // One name for two groups was not possible before: those that have gone on say from where.
    await db.query(`
      UPDATE work_group g SET name = g.name || ' (' || p.title || ')' FROM plan p
        WHERE p.id = g.plan_id AND EXISTS (SELECT 1 FROM work_group o
          WHERE o.county_id = g.county_id AND o.id < g.id AND lower(o.name) = lower(g.name))`);
    await db.query('DROP INDEX work_group_name_unique');
    await db.query(`CREATE UNIQUE INDEX work_group_name_unique ON work_group (county_id, lower(name))`);
    await db.query('ALTER TABLE work_group DROP COLUMN continues_id');
  }
}
