import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByCounty } from './county-table.ts';

/** The kinds a county begins with; its planners edit them. */
const FIRST_KINDS = [
  'Nätverksträff',
  'Utbildning',
  'Dialogmöte',
  'Tillsynsbesök',
  'Kommunbesök',
  'Kampanj',
  'Konferens',
  'Informationsinsats',
];

/**
 * Events that count themselves. An event is registered once and serves any number of activities; a rule says how an
 * indicator is computed from events. The computed figure stands beside the typed one, in a table of its own, and both are
 * refused to change with the round.
 */
export class Events1766000000000 implements MigrationInterface {
  readonly name = 'Events1766000000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE event_kind (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        name text NOT NULL,
        position integer NOT NULL,
        is_active boolean NOT NULL DEFAULT true,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT event_kind_pk PRIMARY KEY (id),
        CONSTRAINT event_kind_in_county UNIQUE (county_id, id),
        CONSTRAINT event_kind_county_fk FOREIGN KEY (county_id) REFERENCES county (id) ON DELETE CASCADE,
        CONSTRAINT event_kind_name_given CHECK (name <> '')
      )`);
    await db.query(`CREATE UNIQUE INDEX event_kind_name_unique ON event_kind (county_id, lower(name))`);
    await isolateByCounty(db, 'event_kind', 'SELECT, INSERT, UPDATE, DELETE');
    await this.addFirstKinds(db);
    await db.query(`
      CREATE TABLE logged_event (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        registration_key uuid NOT NULL,
        kind_id uuid NOT NULL,
        day date NOT NULL,
        title text NOT NULL DEFAULT '',
        participants integer,
        note text NOT NULL DEFAULT '',
        source text NOT NULL DEFAULT 'typed',
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by uuid NOT NULL,
        deleted_at timestamptz,
        deleted_by uuid,
        search tsvector GENERATED ALWAYS AS (to_tsvector('swedish', title || ' ' || note)) STORED,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT logged_event_pk PRIMARY KEY (id),
        CONSTRAINT logged_event_in_county UNIQUE (county_id, id),
        CONSTRAINT logged_event_registered_once UNIQUE (county_id, registration_key),
        CONSTRAINT logged_event_kind_fk FOREIGN KEY (county_id, kind_id) REFERENCES event_kind (county_id, id),
        CONSTRAINT logged_event_created_by_fk FOREIGN KEY (created_by) REFERENCES person (id),
        CONSTRAINT logged_event_updated_by_fk FOREIGN KEY (updated_by) REFERENCES person (id),
        CONSTRAINT logged_event_deleted_by_fk FOREIGN KEY (deleted_by) REFERENCES person (id),
        CONSTRAINT logged_event_source_known CHECK (source IN ('typed', 'import')),
        CONSTRAINT logged_event_participants_range CHECK (participants BETWEEN 0 AND 1000000),
        CONSTRAINT logged_event_deletion CHECK ((deleted_at IS NULL) = (deleted_by IS NULL))
      )`);
    await db.query(
      `CREATE INDEX logged_event_day ON logged_event (county_id, day DESC, id DESC) WHERE deleted_at IS NULL`,
    );
    await db.query(`CREATE INDEX logged_event_kind ON logged_event (kind_id)`);
    await db.query(`CREATE INDEX logged_event_search ON logged_event USING gin (search)`);
    await isolateByCounty(db, 'logged_event', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE event_activity (
        event_id uuid NOT NULL,
        activity_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        county_id uuid NOT NULL,
        CONSTRAINT event_activity_pk PRIMARY KEY (event_id, activity_id),
        CONSTRAINT event_activity_event_fk FOREIGN KEY (county_id, event_id) REFERENCES logged_event (county_id, id) ON DELETE CASCADE,
        CONSTRAINT event_activity_activity_fk FOREIGN KEY (county_id, activity_id) REFERENCES activity (county_id, id),
        CONSTRAINT event_activity_plan_fk FOREIGN KEY (county_id, plan_id) REFERENCES plan (county_id, id)
      )`);
    await db.query(`CREATE INDEX event_activity_activity ON event_activity (activity_id)`);
    await isolateByCounty(db, 'event_activity', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE event_municipality (
        event_id uuid NOT NULL,
        municipality_code text NOT NULL,
        county_id uuid NOT NULL,
        participants integer,
        CONSTRAINT event_municipality_pk PRIMARY KEY (event_id, municipality_code),
        CONSTRAINT event_municipality_event_fk FOREIGN KEY (county_id, event_id) REFERENCES logged_event (county_id, id) ON DELETE CASCADE,
        CONSTRAINT event_municipality_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (code),
        CONSTRAINT event_municipality_participants_range CHECK (participants BETWEEN 0 AND 1000000)
      )`);
    await isolateByCounty(db, 'event_municipality', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE event_organisation (
        event_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        county_id uuid NOT NULL,
        participants integer,
        CONSTRAINT event_organisation_pk PRIMARY KEY (event_id, organisation_id),
        CONSTRAINT event_organisation_event_fk FOREIGN KEY (county_id, event_id) REFERENCES logged_event (county_id, id) ON DELETE CASCADE,
        CONSTRAINT event_organisation_organisation_fk FOREIGN KEY (county_id, organisation_id) REFERENCES organisation (county_id, id),
        CONSTRAINT event_organisation_participants_range CHECK (participants BETWEEN 0 AND 1000000)
      )`);
    await db.query(`CREATE INDEX event_organisation_organisation ON event_organisation (organisation_id)`);
    await isolateByCounty(db, 'event_organisation', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE event_audience (
        event_id uuid NOT NULL,
        name text NOT NULL,
        county_id uuid NOT NULL,
        participants integer NOT NULL,
        CONSTRAINT event_audience_pk PRIMARY KEY (event_id, name),
        CONSTRAINT event_audience_event_fk FOREIGN KEY (county_id, event_id) REFERENCES logged_event (county_id, id) ON DELETE CASCADE,
        CONSTRAINT event_audience_name_given CHECK (name <> ''),
        CONSTRAINT event_audience_participants_range CHECK (participants BETWEEN 0 AND 1000000)
      )`);
    await isolateByCounty(db, 'event_audience', 'SELECT, INSERT, UPDATE, DELETE');
    await this.addRules(db);
  }

  /** A county has its first kinds from the moment it is there, whoever puts it there. */
  private async addFirstKinds(db: QueryRunner): Promise<void> {
    const names = FIRST_KINDS.map((name) => `'${name}'`).join(', ');
    await db.query(`
      CREATE FUNCTION add_first_event_kinds() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE before text := current_setting('samhandling.county', true);
      BEGIN
        PERFORM set_config('samhandling.county', NEW.id::text, true);
        INSERT INTO event_kind (id, county_id, name, position)
          SELECT gen_random_uuid(), NEW.id, first.name, first.position::integer
          FROM unnest(ARRAY[${names}]) WITH ORDINALITY AS first(name, position);
        PERFORM set_config('samhandling.county', coalesce(before, ''), true);
        RETURN NULL;
      END $$`);
    await db.query(
      `CREATE TRIGGER county_first_event_kinds AFTER INSERT ON county FOR EACH ROW EXECUTE FUNCTION add_first_event_kinds()`,
    );
    await db.query(`
      DO $$
      DECLARE each_county uuid;
      BEGIN
        FOR each_county IN SELECT id FROM county LOOP
          PERFORM set_config('samhandling.county', each_county::text, true);
          INSERT INTO event_kind (id, county_id, name, position)
            SELECT gen_random_uuid(), each_county, first.name, first.position::integer
            FROM unnest(ARRAY[${names}]) WITH ORDINALITY AS first(name, position);
        END LOOP;
        PERFORM set_config('samhandling.county', '', true);
      END $$`);
  }

  private async addRules(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE indicator_rule (
        indicator_id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        method text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT indicator_rule_pk PRIMARY KEY (indicator_id),
        CONSTRAINT indicator_rule_in_county UNIQUE (county_id, indicator_id),
        CONSTRAINT indicator_rule_indicator_fk FOREIGN KEY (county_id, indicator_id) REFERENCES indicator (county_id, id) ON DELETE CASCADE,
        CONSTRAINT indicator_rule_plan_fk FOREIGN KEY (county_id, plan_id) REFERENCES plan (county_id, id) ON DELETE CASCADE,
        CONSTRAINT indicator_rule_updated_by_fk FOREIGN KEY (updated_by) REFERENCES person (id),
        CONSTRAINT indicator_rule_method_known CHECK (method IN ('count_events', 'sum_participants', 'distinct_municipalities', 'distinct_organisations'))
      )`);
    await isolateByCounty(db, 'indicator_rule', 'SELECT, INSERT, UPDATE, DELETE');
    // No row: events of every kind count.
    await db.query(`
      CREATE TABLE indicator_rule_kind (
        indicator_id uuid NOT NULL,
        kind_id uuid NOT NULL,
        county_id uuid NOT NULL,
        CONSTRAINT indicator_rule_kind_pk PRIMARY KEY (indicator_id, kind_id),
        CONSTRAINT indicator_rule_kind_rule_fk FOREIGN KEY (county_id, indicator_id) REFERENCES indicator_rule (county_id, indicator_id) ON DELETE CASCADE,
        CONSTRAINT indicator_rule_kind_kind_fk FOREIGN KEY (county_id, kind_id) REFERENCES event_kind (county_id, id)
      )`);
    await db.query(`CREATE INDEX indicator_rule_kind_kind ON indicator_rule_kind (kind_id)`);
    await isolateByCounty(db, 'indicator_rule_kind', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE computed_outcome (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        round_id uuid NOT NULL,
        indicator_id uuid NOT NULL,
        municipality_code text,
        value numeric NOT NULL,
        event_ids uuid[] NOT NULL,
        computed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT computed_outcome_pk PRIMARY KEY (id),
        CONSTRAINT computed_outcome_round_fk FOREIGN KEY (county_id, round_id) REFERENCES follow_up_round (county_id, id) ON DELETE CASCADE,
        CONSTRAINT computed_outcome_indicator_fk FOREIGN KEY (county_id, indicator_id) REFERENCES indicator (county_id, id) ON DELETE CASCADE,
        CONSTRAINT computed_outcome_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (code),
        CONSTRAINT computed_outcome_unique UNIQUE NULLS NOT DISTINCT (round_id, indicator_id, municipality_code),
        CONSTRAINT computed_outcome_has_events CHECK (cardinality(event_ids) > 0)
      )`);
    await db.query(`CREATE INDEX computed_outcome_indicator ON computed_outcome (indicator_id)`);
    await isolateByCounty(db, 'computed_outcome', 'SELECT, INSERT, UPDATE, DELETE');
    // What adding up the municipalities counts twice: an event in two of them is one event. Taken from the sum.
    await db.query(`
      CREATE TABLE outcome_overlap (
        round_id uuid NOT NULL,
        indicator_id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        value numeric NOT NULL,
        CONSTRAINT outcome_overlap_pk PRIMARY KEY (round_id, indicator_id),
        CONSTRAINT outcome_overlap_round_fk FOREIGN KEY (county_id, round_id) REFERENCES follow_up_round (county_id, id) ON DELETE CASCADE,
        CONSTRAINT outcome_overlap_indicator_fk FOREIGN KEY (county_id, indicator_id) REFERENCES indicator (county_id, id) ON DELETE CASCADE,
        CONSTRAINT outcome_overlap_positive CHECK (value > 0)
      )`);
    await isolateByCounty(db, 'outcome_overlap', 'SELECT, INSERT, UPDATE, DELETE');
    for (const table of ['computed_outcome', 'outcome_overlap']) {
      await db.query(
        `CREATE TRIGGER ${table}_adopted BEFORE INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_adopted_round()`,
      );
    }
    // A person who kept the typed value said why, and against which computed one: if that moves, the question is new.
    await db.query(`
      ALTER TABLE outcome
        ADD COLUMN kept_reason text NOT NULL DEFAULT '',
        ADD COLUMN kept_against numeric,
        ADD CONSTRAINT outcome_kept_with_reason CHECK ((kept_against IS NULL) = (kept_reason = ''))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `ALTER TABLE outcome DROP CONSTRAINT outcome_kept_with_reason, DROP COLUMN kept_reason, DROP COLUMN kept_against`,
    );
    const tables = [
      'outcome_overlap',
      'computed_outcome',
      'indicator_rule_kind',
      'indicator_rule',
      'event_audience',
      'event_organisation',
      'event_municipality',
      'event_activity',
      'logged_event',
    ];
    for (const table of tables) await db.query(`DROP TABLE ${table}`);
    await db.query(`DROP TRIGGER county_first_event_kinds ON county`);
    await db.query(`DROP FUNCTION add_first_event_kinds()`);
    await db.query(`DROP TABLE event_kind`);
  }
}
