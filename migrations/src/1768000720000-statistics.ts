import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the database knows of its own tables, taken when they have grown (ADR 34). It does so by itself, but first within a
 * minute; until then it plans for tables with next to nothing in them, and a plan of 200 activities takes longer to list than
 * anybody waits. Only an owner may take statistics, hence the owner's function.
 */
export class Statistics1768000720000 implements MigrationInterface {
  readonly name = 'Statistics1768000720000';

  async up(db: QueryRunner): Promise<void> {
    // A table that has no statistics, or is a fifth larger than when they were taken. One at a time does this.
    await db.query(`
      CREATE FUNCTION refresh_statistics() RETURNS integer
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      DECLARE
        grown regclass;
        many integer := 0;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('samhandling.statistics'));
        FOR grown IN
          SELECT c.oid FROM pg_class c
          WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relowner = current_user::regrole
            AND pg_relation_size(c.oid) > 0
            AND (c.reltuples < 0 OR pg_relation_size(c.oid) / current_setting('block_size')::integer > c.relpages * 1.2)
          ORDER BY c.relname
        LOOP
          EXECUTE format('ANALYZE %s', grown);
          many := many + 1;
        END LOOP;
        RETURN many;
      END $$`);
    await db.query('REVOKE EXECUTE ON FUNCTION refresh_statistics() FROM PUBLIC');
    await db.query('GRANT EXECUTE ON FUNCTION refresh_statistics() TO samhandling_app');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION refresh_statistics()');
  }
}
