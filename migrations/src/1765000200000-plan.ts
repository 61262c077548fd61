import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByCounty } from './county-table.ts';

/**
 * The plan and its levels. References between county tables carry the county in the key, so a row can never point into
 * another county even if a query forgets to ask. Adopted wording is refused by triggers, to everyone.
 */
export class Plan1765000200000 implements MigrationInterface {
  readonly name = 'Plan1765000200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE plan (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        slug text NOT NULL,
        title text NOT NULL,
        theme text NOT NULL DEFAULT '',
        first_year integer NOT NULL,
        last_year integer NOT NULL,
        state text NOT NULL DEFAULT 'draft',
        purposes text[] NOT NULL DEFAULT '{}',
        overarching_goals text[] NOT NULL DEFAULT '{}',
        specific_goals text[] NOT NULL DEFAULT '{}',
        records_number text NOT NULL DEFAULT '',
        decision_reference text NOT NULL DEFAULT '',
        words jsonb NOT NULL,
        predecessor_id uuid,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT plan_pk PRIMARY KEY (id),
        CONSTRAINT plan_in_county UNIQUE (county_id, id),
        CONSTRAINT plan_slug_unique UNIQUE (county_id, slug),
        CONSTRAINT plan_county_fk FOREIGN KEY (county_id) REFERENCES county (id),
        CONSTRAINT plan_predecessor_fk FOREIGN KEY (county_id, predecessor_id) REFERENCES plan (county_id, id),
        CONSTRAINT plan_title_given CHECK (title <> ''),
        CONSTRAINT plan_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        CONSTRAINT plan_state_known CHECK (state IN ('draft', 'adopted', 'closed')),
        CONSTRAINT plan_years CHECK (first_year BETWEEN 1990 AND 2200 AND last_year BETWEEN first_year AND first_year + 50)
      )`);
    await isolateByCounty(db, 'plan', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE plan_revision (
        plan_id uuid NOT NULL,
        county_id uuid NOT NULL,
        revision bigint NOT NULL DEFAULT 1,
        CONSTRAINT plan_revision_pk PRIMARY KEY (plan_id),
        CONSTRAINT plan_revision_plan_fk FOREIGN KEY (county_id, plan_id) REFERENCES plan (county_id, id) ON DELETE CASCADE
      )`);
    await isolateByCounty(db, 'plan_revision', 'SELECT, INSERT, UPDATE, DELETE');
    // Which edition of a plan is in force, in one round trip: it stands in front of every cached overview. The county it is
    // given is the session's, as everywhere; row-level security then decides what the rest of the statement sees.
    await db.query(`
      CREATE FUNCTION plan_edition(county uuid, wanted text) RETURNS TABLE (plan_id uuid, revision text) LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM set_config('samhandling.county', county::text, true);
        RETURN QUERY SELECT p.id, v.revision::text FROM plan p JOIN plan_revision v ON v.plan_id = p.id WHERE p.slug = wanted;
      END $$`);
    await db.query(`
      CREATE TABLE goal (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        position integer NOT NULL,
        number integer NOT NULL,
        code text,
        title text NOT NULL,
        tips text[] NOT NULL DEFAULT '{}',
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT goal_pk PRIMARY KEY (id),
        CONSTRAINT goal_in_county UNIQUE (county_id, id),
        CONSTRAINT goal_plan_fk FOREIGN KEY (county_id, plan_id) REFERENCES plan (county_id, id) ON DELETE CASCADE,
        CONSTRAINT goal_position_unique UNIQUE (plan_id, position) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT goal_title_given CHECK (title <> '')
      )`);
    await isolateByCounty(db, 'goal', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE area (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        goal_id uuid NOT NULL,
        position integer NOT NULL,
        number text NOT NULL,
        title text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT area_pk PRIMARY KEY (id),
        CONSTRAINT area_in_county UNIQUE (county_id, id),
        CONSTRAINT area_plan_fk FOREIGN KEY (county_id, plan_id) REFERENCES plan (county_id, id) ON DELETE CASCADE,
        CONSTRAINT area_goal_fk FOREIGN KEY (county_id, goal_id) REFERENCES goal (county_id, id) ON DELETE CASCADE,
        CONSTRAINT area_position_unique UNIQUE (goal_id, position) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT area_number_unique UNIQUE (plan_id, number) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT area_title_given CHECK (title <> '')
      )`);
    await isolateByCounty(db, 'area', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE activity (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        goal_id uuid NOT NULL,
        area_id uuid NOT NULL,
        position integer NOT NULL,
        number integer NOT NULL,
        text text NOT NULL,
        recurrence text NOT NULL DEFAULT 'yearly',
        first_year integer,
        last_year integer,
        responsible_group_id uuid,
        open_ended boolean NOT NULL DEFAULT false,
        search tsvector GENERATED ALWAYS AS (to_tsvector('swedish', text)) STORED,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT activity_pk PRIMARY KEY (id),
        CONSTRAINT activity_in_county UNIQUE (county_id, id),
        CONSTRAINT activity_plan_fk FOREIGN KEY (county_id, plan_id) REFERENCES plan (county_id, id) ON DELETE CASCADE,
        CONSTRAINT activity_goal_fk FOREIGN KEY (county_id, goal_id) REFERENCES goal (county_id, id) ON DELETE CASCADE,
        CONSTRAINT activity_area_fk FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id) ON DELETE CASCADE,
        CONSTRAINT activity_group_fk FOREIGN KEY (county_id, responsible_group_id) REFERENCES organisation (county_id, id),
        CONSTRAINT activity_position_unique UNIQUE (area_id, position) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT activity_number_unique UNIQUE (area_id, number) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT activity_text_given CHECK (text <> ''),
        CONSTRAINT activity_recurrence_known CHECK (recurrence IN ('once', 'yearly')),
        CONSTRAINT activity_years CHECK (last_year IS NULL OR first_year IS NULL OR last_year >= first_year)
      )`);
    await db.query(`CREATE INDEX activity_plan ON activity (plan_id)`);
    await db.query(`CREATE INDEX activity_search ON activity USING gin (search)`);
    await isolateByCounty(db, 'activity', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE activity_actor (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        activity_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        role text NOT NULL,
        position integer NOT NULL,
        CONSTRAINT activity_actor_pk PRIMARY KEY (id),
        CONSTRAINT activity_actor_activity_fk FOREIGN KEY (county_id, activity_id) REFERENCES activity (county_id, id) ON DELETE CASCADE,
        CONSTRAINT activity_actor_organisation_fk FOREIGN KEY (county_id, organisation_id) REFERENCES organisation (county_id, id),
        CONSTRAINT activity_actor_unique UNIQUE (activity_id, role, organisation_id),
        CONSTRAINT activity_actor_role_known CHECK (role IN ('responsible', 'partner'))
      )`);
    await db.query(`CREATE INDEX activity_actor_organisation ON activity_actor (organisation_id, role)`);
    await db.query(`CREATE INDEX activity_actor_plan ON activity_actor (plan_id)`);
    await isolateByCounty(db, 'activity_actor', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE indicator (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        text text NOT NULL,
        kind text NOT NULL,
        unit text NOT NULL DEFAULT '',
        decimals integer NOT NULL DEFAULT 0,
        direction text NOT NULL DEFAULT 'none',
        breakdown text NOT NULL DEFAULT 'none',
        by_sex boolean NOT NULL DEFAULT false,
        combine_places text NOT NULL DEFAULT 'sum',
        combine_periods text NOT NULL DEFAULT 'sum',
        target numeric,
        baseline_value numeric,
        baseline_year integer,
        baseline_source text NOT NULL DEFAULT '',
        small_number_threshold integer,
        definition_version integer NOT NULL DEFAULT 1,
        settled boolean NOT NULL DEFAULT false,
        search tsvector GENERATED ALWAYS AS (to_tsvector('swedish', text)) STORED,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT indicator_pk PRIMARY KEY (id),
        CONSTRAINT indicator_in_county UNIQUE (county_id, id),
        CONSTRAINT indicator_plan_fk FOREIGN KEY (county_id, plan_id) REFERENCES plan (county_id, id) ON DELETE CASCADE,
        CONSTRAINT indicator_text_given CHECK (text <> ''),
        CONSTRAINT indicator_kind_known CHECK (kind IN ('count', 'measure', 'milestone', 'share', 'text')),
        CONSTRAINT indicator_direction_known CHECK (direction IN ('up', 'down', 'none')),
        CONSTRAINT indicator_breakdown_known CHECK (breakdown IN ('none', 'municipality')),
        CONSTRAINT indicator_combine_places_known CHECK (combine_places IN ('sum', 'mean', 'count_yes')),
        CONSTRAINT indicator_combine_periods_known CHECK (combine_periods IN ('sum', 'latest')),
        CONSTRAINT indicator_decimals_range CHECK (decimals BETWEEN 0 AND 4),
        CONSTRAINT indicator_threshold_range CHECK (small_number_threshold BETWEEN 2 AND 100)
      )`);
    await db.query(`CREATE INDEX indicator_plan ON indicator (plan_id)`);
    await isolateByCounty(db, 'indicator', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE activity_indicator (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        activity_id uuid NOT NULL,
        indicator_id uuid NOT NULL,
        position integer NOT NULL,
        CONSTRAINT activity_indicator_pk PRIMARY KEY (id),
        CONSTRAINT activity_indicator_activity_fk FOREIGN KEY (county_id, activity_id) REFERENCES activity (county_id, id) ON DELETE CASCADE,
        CONSTRAINT activity_indicator_indicator_fk FOREIGN KEY (county_id, indicator_id) REFERENCES indicator (county_id, id) ON DELETE CASCADE,
        CONSTRAINT activity_indicator_unique UNIQUE (activity_id, indicator_id),
        CONSTRAINT activity_indicator_position_unique UNIQUE (activity_id, position) DEFERRABLE INITIALLY DEFERRED
      )`);
    await db.query(`CREATE INDEX activity_indicator_indicator ON activity_indicator (indicator_id)`);
    await db.query(`CREATE INDEX activity_indicator_plan ON activity_indicator (plan_id)`);
    await isolateByCounty(db, 'activity_indicator', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE plan_import (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid,
        state text NOT NULL DEFAULT 'review',
        source_name text NOT NULL,
        source_text text NOT NULL,
        source_sha256 text NOT NULL,
        settings jsonb NOT NULL,
        decisions jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT plan_import_pk PRIMARY KEY (id),
        CONSTRAINT plan_import_county_fk FOREIGN KEY (county_id) REFERENCES county (id),
        CONSTRAINT plan_import_plan_fk FOREIGN KEY (county_id, plan_id) REFERENCES plan (county_id, id) ON DELETE SET NULL (plan_id),
        CONSTRAINT plan_import_person_fk FOREIGN KEY (created_by) REFERENCES person (id),
        CONSTRAINT plan_import_state_known CHECK (state IN ('review', 'imported', 'discarded'))
      )`);
    await isolateByCounty(db, 'plan_import', 'SELECT, INSERT, UPDATE, DELETE');
    await this.guardAdoptedWording(db);
  }

  private async guardAdoptedWording(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_adopted_wording() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE plan_state text;
      BEGIN
        SELECT state INTO plan_state FROM plan WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.plan_id ELSE NEW.plan_id END;
        IF plan_state IN ('adopted', 'closed') THEN
          RAISE EXCEPTION 'the wording of an adopted plan is immutable' USING ERRCODE = 'SH002';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    for (const table of ['goal', 'area', 'activity', 'activity_actor', 'activity_indicator']) {
      await db.query(
        `CREATE TRIGGER ${table}_adopted BEFORE INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_adopted_wording()`,
      );
    }
    // Kind, unit and target may still be settled after adoption; the published sentence may not change.
    await db.query(
      `CREATE TRIGGER indicator_adopted BEFORE INSERT OR DELETE ON indicator FOR EACH ROW EXECUTE FUNCTION refuse_adopted_wording()`,
    );
    await db.query(
      `CREATE TRIGGER indicator_text_adopted BEFORE UPDATE ON indicator FOR EACH ROW WHEN (OLD.text IS DISTINCT FROM NEW.text)
       EXECUTE FUNCTION refuse_adopted_wording()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION plan_edition(uuid, text)`);
    for (const table of [
      'plan_import',
      'activity_indicator',
      'indicator',
      'activity_actor',
      'activity',
      'area',
      'goal',
      'plan_revision',
      'plan',
    ]) {
      await db.query(`DROP TABLE ${table}`);
    }
    await db.query(`DROP FUNCTION refuse_adopted_wording()`);
  }
}
