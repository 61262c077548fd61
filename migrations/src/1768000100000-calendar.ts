import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByCounty } from './county-table.ts';

const ALL = 'SELECT, INSERT, UPDATE, DELETE';
const DOOR = 'open_calendar_feed(bytea, timestamptz)';

/** The year wheel: dates that are no meeting and no round, and secret addresses for calendar programs (ADR 23). */
export class Calendar1768000100000 implements MigrationInterface {
  readonly name = 'Calendar1768000100000';

  async up(db: QueryRunner): Promise<void> {
    await this.addMarks(db);
    await this.addFeeds(db);
  }

  private async addMarks(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE year_mark (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        kind text NOT NULL,
        title text NOT NULL,
        note text NOT NULL DEFAULT '',
        from_day date NOT NULL,
        to_day date NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT year_mark_pk PRIMARY KEY (id),
        CONSTRAINT year_mark_in_county UNIQUE (county_id, id),
        CONSTRAINT year_mark_plan_fk FOREIGN KEY (county_id, plan_id) REFERENCES plan (county_id, id),
        CONSTRAINT year_mark_kind_known CHECK (kind IN ('data_date', 'report_phase', 'work_plan_step', 'other')),
        CONSTRAINT year_mark_title_given CHECK (title <> ''),
        CONSTRAINT year_mark_days CHECK (to_day >= from_day AND to_day <= from_day + 366)
      )`);
    await db.query(`CREATE INDEX year_mark_plan ON year_mark (plan_id, from_day)`);
    await isolateByCounty(db, 'year_mark', ALL);
    await db.query(`
      CREATE TABLE year_mark_activity (
        mark_id uuid NOT NULL,
        activity_id uuid NOT NULL,
        county_id uuid NOT NULL,
        CONSTRAINT year_mark_activity_pk PRIMARY KEY (mark_id, activity_id),
        CONSTRAINT year_mark_activity_mark_fk FOREIGN KEY (county_id, mark_id) REFERENCES year_mark (county_id, id) ON DELETE CASCADE,
        CONSTRAINT year_mark_activity_activity_fk FOREIGN KEY (county_id, activity_id) REFERENCES activity (county_id, id)
      )`);
    await isolateByCounty(db, 'year_mark_activity', ALL);
  }

  /** One row per address there has been, so that an old one is told that it is old. Nothing makes an ended one hold again. */
  private async addFeeds(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE calendar_feed (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        kind text NOT NULL,
        person_id uuid,
        group_id uuid,
        token_hash bytea NOT NULL,
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL,
        ended_at timestamptz,
        ended_because text NOT NULL DEFAULT '',
        last_fetched_at timestamptz,
        fetches integer NOT NULL DEFAULT 0,
        CONSTRAINT calendar_feed_pk PRIMARY KEY (id),
        CONSTRAINT calendar_feed_in_county UNIQUE (county_id, id),
        CONSTRAINT calendar_feed_token_unique UNIQUE (token_hash),
        CONSTRAINT calendar_feed_county_fk FOREIGN KEY (county_id) REFERENCES county (id),
        CONSTRAINT calendar_feed_person_fk FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT calendar_feed_group_fk FOREIGN KEY (county_id, group_id) REFERENCES work_group (county_id, id) ON DELETE CASCADE,
        CONSTRAINT calendar_feed_created_by_fk FOREIGN KEY (created_by) REFERENCES person (id),
        CONSTRAINT calendar_feed_subject CHECK (
          (kind = 'person' AND person_id IS NOT NULL AND group_id IS NULL) OR (kind = 'group' AND group_id IS NOT NULL AND person_id IS NULL)),
        CONSTRAINT calendar_feed_ended_because_known CHECK (ended_because IN ('', 'renewed', 'removed', 'left', 'shut_out')),
        CONSTRAINT calendar_feed_ended CHECK ((ended_at IS NULL) = (ended_because = ''))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX calendar_feed_one_of_a_person ON calendar_feed (county_id, person_id) WHERE ended_at IS NULL AND kind = 'person'`,
    );
    await db.query(
      `CREATE UNIQUE INDEX calendar_feed_one_of_a_group ON calendar_feed (county_id, group_id) WHERE ended_at IS NULL AND kind = 'group'`,
    );
    await isolateByCounty(db, 'calendar_feed', 'SELECT, INSERT, UPDATE');
    // The function below runs as the owner, who is held to the policies too.
    await db.query(`CREATE POLICY calendar_feed_owner ON calendar_feed TO CURRENT_USER USING (true) WITH CHECK (true)`);
    // Whoever holds the secret is told whose calendar it is. One look-up by a unique index, and nothing written, for an old address.
    await db.query(`
      CREATE FUNCTION open_calendar_feed(key bytea, moment timestamptz) RETURNS jsonb
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      DECLARE feed calendar_feed;
      BEGIN
        SELECT * INTO feed FROM calendar_feed f WHERE f.token_hash = key;
        IF feed.id IS NULL THEN RETURN NULL; END IF;
        IF feed.ended_at IS NOT NULL THEN RETURN jsonb_build_object('id', feed.id, 'endedBecause', feed.ended_because); END IF;
        IF feed.kind = 'person' AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = feed.person_id AND p.is_active)
          THEN RETURN jsonb_build_object('id', feed.id, 'endedBecause', 'shut_out'); END IF;
        IF feed.kind = 'person' AND NOT EXISTS (SELECT 1 FROM county_person c
            WHERE c.county_id = feed.county_id AND c.person_id = feed.person_id AND c.left_at IS NULL)
          THEN RETURN jsonb_build_object('id', feed.id, 'endedBecause', 'left'); END IF;
        UPDATE calendar_feed SET last_fetched_at = moment, fetches = fetches + 1 WHERE id = feed.id;
        RETURN jsonb_build_object('id', feed.id, 'endedBecause', '', 'countyId', feed.county_id, 'kind', feed.kind,
          'personId', feed.person_id, 'groupId', feed.group_id);
      END $$`);
    await db.query(`REVOKE EXECUTE ON FUNCTION ${DOOR} FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION ${DOOR} TO samhandling_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION ${DOOR}`);
    for (const table of ['calendar_feed', 'year_mark_activity', 'year_mark']) await db.query(`DROP TABLE ${table}`);
  }
}
