import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByCounty } from './county-table.ts';

/** The record of every change, written in the same transaction as the change. The application can add to it, never take away. */
export class Audit1765000400000 implements MigrationInterface {
  readonly name = 'Audit1765000400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit_event (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        person_id uuid,
        on_behalf_of_id uuid,
        source text NOT NULL,
        request_id text,
        action text NOT NULL,
        entity text NOT NULL,
        entity_id uuid NOT NULL,
        changes jsonb NOT NULL,
        CONSTRAINT audit_event_pk PRIMARY KEY (id),
        CONSTRAINT audit_event_county_fk FOREIGN KEY (county_id) REFERENCES county (id),
        CONSTRAINT audit_event_source_known CHECK (source IN ('web', 'cli', 'system'))
      )`);
    await db.query(`CREATE INDEX audit_event_entity ON audit_event (entity_id, at)`);
    await isolateByCounty(db, 'audit_event', 'SELECT, INSERT');
    await db.query(
      `CREATE TRIGGER audit_event_written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE audit_event`);
  }
}
