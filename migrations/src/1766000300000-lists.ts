import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByCounty } from './county-table.ts';

/** Lists people live in: a view is a name for a query string, one's own or the county's, and may be what a list opens with. */
export class Lists1766000300000 implements MigrationInterface {
  readonly name = 'Lists1766000300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE saved_view (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid,
        page text NOT NULL,
        name text NOT NULL,
        query text NOT NULL,
        owner_id uuid NOT NULL,
        is_shared boolean NOT NULL DEFAULT false,
        is_county_default boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT saved_view_pk PRIMARY KEY (id),
        CONSTRAINT saved_view_in_county UNIQUE (county_id, id),
        CONSTRAINT saved_view_county_fk FOREIGN KEY (county_id) REFERENCES county (id),
        CONSTRAINT saved_view_plan_fk FOREIGN KEY (county_id, plan_id) REFERENCES plan (county_id, id) ON DELETE CASCADE,
        CONSTRAINT saved_view_owner_fk FOREIGN KEY (owner_id) REFERENCES person (id),
        CONSTRAINT saved_view_page_known CHECK (page IN ('activities', 'events', 'to-do')),
        CONSTRAINT saved_view_name_given CHECK (name <> ''),
        CONSTRAINT saved_view_default_is_shared CHECK (is_shared OR NOT is_county_default)
      )`);
    await db.query(
      `CREATE UNIQUE INDEX saved_view_own_name_unique ON saved_view (owner_id, page, plan_id, lower(name)) NULLS NOT DISTINCT WHERE NOT is_shared`,
    );
    await db.query(
      `CREATE UNIQUE INDEX saved_view_shared_name_unique ON saved_view (county_id, page, plan_id, lower(name)) NULLS NOT DISTINCT WHERE is_shared`,
    );
    await db.query(
      `CREATE UNIQUE INDEX saved_view_one_county_default ON saved_view (county_id, page, plan_id) NULLS NOT DISTINCT WHERE is_county_default`,
    );
    await isolateByCounty(db, 'saved_view', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE saved_view_default (
        county_id uuid NOT NULL,
        person_id uuid NOT NULL,
        view_id uuid NOT NULL,
        page text NOT NULL,
        plan_id uuid,
        CONSTRAINT saved_view_default_unique UNIQUE NULLS NOT DISTINCT (county_id, person_id, page, plan_id),
        CONSTRAINT saved_view_default_view_fk FOREIGN KEY (county_id, view_id) REFERENCES saved_view (county_id, id) ON DELETE CASCADE,
        CONSTRAINT saved_view_default_person_fk FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
      )`);
    await isolateByCounty(db, 'saved_view_default', 'SELECT, INSERT, UPDATE, DELETE');
    // The rows a cell has held before are known by nothing but the record of their going.
    await db.query(`CREATE INDEX audit_event_emptied_cell ON audit_event ((changes -> 'indicatorId' ->> 'old'))
      WHERE entity = 'outcome' AND changes -> 'indicatorId' ? 'old'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX audit_event_emptied_cell`);
    await db.query(`DROP TABLE saved_view_default`);
    await db.query(`DROP TABLE saved_view`);
  }
}
