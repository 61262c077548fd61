import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByCounty } from './county-table.ts';

/**
 * Rounds, follow-ups, outcomes, goal judgements and what is frozen of them. An adopted round is refused by the database
 * itself, to everyone: the trigger locks the round row FOR SHARE, so that a write and an adoption cannot cross.
 */
export class FollowUp1765000300000 implements MigrationInterface {
  readonly name = 'FollowUp1765000300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE follow_up_round (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        label text NOT NULL,
        from_day date NOT NULL,
        to_day date NOT NULL,
        opens date NOT NULL,
        due date NOT NULL,
        state text NOT NULL DEFAULT 'planned',
        version_number integer NOT NULL DEFAULT 1,
        adoption_proposed_by uuid,
        adoption_proposed_at timestamptz,
        reopen_reason text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT follow_up_round_pk PRIMARY KEY (id),
        CONSTRAINT follow_up_round_in_county UNIQUE (county_id, id),
        CONSTRAINT follow_up_round_plan_fk FOREIGN KEY (county_id, plan_id) REFERENCES plan (county_id, id) ON DELETE CASCADE,
        CONSTRAINT follow_up_round_proposer_fk FOREIGN KEY (adoption_proposed_by) REFERENCES person (id),
        CONSTRAINT follow_up_round_label_unique UNIQUE (plan_id, label),
        CONSTRAINT follow_up_round_label_form CHECK (label ~ '^[[:alnum:]]([[:alnum:] _-]{0,38}[[:alnum:]])?$'),
        CONSTRAINT follow_up_round_state_known CHECK (state IN ('planned', 'open', 'in_review', 'adopted')),
        CONSTRAINT follow_up_round_days CHECK (to_day >= from_day AND due >= opens),
        CONSTRAINT follow_up_round_proposal CHECK ((adoption_proposed_by IS NULL) = (adoption_proposed_at IS NULL))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX follow_up_round_one_open ON follow_up_round (plan_id) WHERE state IN ('open', 'in_review')`,
    );
    await isolateByCounty(db, 'follow_up_round', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE follow_up (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        round_id uuid NOT NULL,
        activity_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'draft',
        judgement text,
        support_needed text NOT NULL DEFAULT '',
        cancel_reason text NOT NULL DEFAULT '',
        cancel_decision text NOT NULL DEFAULT '',
        done text NOT NULL DEFAULT '',
        results text NOT NULL DEFAULT '',
        obstacles text NOT NULL DEFAULT '',
        next_step text NOT NULL DEFAULT '',
        next_step_date date,
        nothing_new boolean NOT NULL DEFAULT false,
        return_reason text NOT NULL DEFAULT '',
        reporter_id uuid,
        on_behalf_of_id uuid,
        channel text,
        submitted_at timestamptz,
        submitted_by uuid,
        accepted_at timestamptz,
        accepted_by uuid,
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by uuid,
        search tsvector GENERATED ALWAYS AS
          (to_tsvector('swedish', done || ' ' || results || ' ' || obstacles || ' ' || next_step || ' ' || support_needed)) STORED,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT follow_up_pk PRIMARY KEY (id),
        CONSTRAINT follow_up_in_county UNIQUE (county_id, id),
        CONSTRAINT follow_up_round_fk FOREIGN KEY (county_id, round_id) REFERENCES follow_up_round (county_id, id) ON DELETE CASCADE,
        CONSTRAINT follow_up_activity_fk FOREIGN KEY (county_id, activity_id) REFERENCES activity (county_id, id),
        CONSTRAINT follow_up_reporter_fk FOREIGN KEY (reporter_id) REFERENCES person (id),
        CONSTRAINT follow_up_on_behalf_fk FOREIGN KEY (on_behalf_of_id) REFERENCES person (id),
        CONSTRAINT follow_up_updated_by_fk FOREIGN KEY (updated_by) REFERENCES person (id),
        CONSTRAINT follow_up_submitted_by_fk FOREIGN KEY (submitted_by) REFERENCES person (id),
        CONSTRAINT follow_up_accepted_by_fk FOREIGN KEY (accepted_by) REFERENCES person (id),
        CONSTRAINT follow_up_unique UNIQUE (round_id, activity_id),
        CONSTRAINT follow_up_state_known CHECK (state IN ('draft', 'submitted', 'returned', 'accepted')),
        CONSTRAINT follow_up_judgement_known CHECK (judgement IN ('not_started', 'on_track', 'needs_support', 'completed', 'cancelled')),
        CONSTRAINT follow_up_channel_known CHECK (channel IN ('meeting', 'phone', 'mail')),
        CONSTRAINT follow_up_channel_with_person CHECK ((on_behalf_of_id IS NULL) = (channel IS NULL)),
        CONSTRAINT follow_up_judged_when_submitted CHECK (state = 'draft' OR state = 'returned' OR judgement IS NOT NULL)
      )`);
    await db.query(`CREATE INDEX follow_up_activity ON follow_up (activity_id)`);
    await db.query(`CREATE INDEX follow_up_reporter ON follow_up (reporter_id) WHERE state IN ('draft', 'returned')`);
    await isolateByCounty(db, 'follow_up', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE indicator_target (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        round_id uuid NOT NULL,
        indicator_id uuid NOT NULL,
        municipality_code text,
        value numeric NOT NULL,
        CONSTRAINT indicator_target_pk PRIMARY KEY (id),
        CONSTRAINT indicator_target_round_fk FOREIGN KEY (county_id, round_id) REFERENCES follow_up_round (county_id, id) ON DELETE CASCADE,
        CONSTRAINT indicator_target_indicator_fk FOREIGN KEY (county_id, indicator_id) REFERENCES indicator (county_id, id) ON DELETE CASCADE,
        CONSTRAINT indicator_target_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (code),
        CONSTRAINT indicator_target_unique UNIQUE NULLS NOT DISTINCT (round_id, indicator_id, municipality_code)
      )`);
    await isolateByCounty(db, 'indicator_target', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE outcome (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        round_id uuid NOT NULL,
        indicator_id uuid NOT NULL,
        municipality_code text,
        sex text NOT NULL DEFAULT 'total',
        state text NOT NULL,
        value numeric,
        denominator numeric,
        day date,
        text text NOT NULL DEFAULT '',
        note text NOT NULL DEFAULT '',
        source text NOT NULL DEFAULT 'typed',
        definition_version integer NOT NULL,
        reported_at timestamptz NOT NULL DEFAULT now(),
        reported_by uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT outcome_pk PRIMARY KEY (id),
        CONSTRAINT outcome_round_fk FOREIGN KEY (county_id, round_id) REFERENCES follow_up_round (county_id, id) ON DELETE CASCADE,
        CONSTRAINT outcome_indicator_fk FOREIGN KEY (county_id, indicator_id) REFERENCES indicator (county_id, id),
        CONSTRAINT outcome_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (code),
        CONSTRAINT outcome_reported_by_fk FOREIGN KEY (reported_by) REFERENCES person (id),
        CONSTRAINT outcome_unique UNIQUE NULLS NOT DISTINCT (round_id, indicator_id, municipality_code, sex),
        CONSTRAINT outcome_sex_known CHECK (sex IN ('total', 'women', 'men')),
        CONSTRAINT outcome_state_known CHECK (state IN ('value', 'not_applicable')),
        CONSTRAINT outcome_source_known CHECK (source IN ('typed', 'link', 'import', 'events', 'register')),
        CONSTRAINT outcome_not_applicable_is_empty CHECK (state = 'value' OR (value IS NULL AND denominator IS NULL AND day IS NULL AND text = '')),
        CONSTRAINT outcome_value_is_given CHECK (state = 'not_applicable' OR value IS NOT NULL OR day IS NOT NULL OR text <> ''),
        CONSTRAINT outcome_value_size CHECK (abs(value) <= 1000000000000),
        CONSTRAINT outcome_denominator_positive CHECK (denominator > 0 AND denominator <= 1000000000000)
      )`);
    await db.query(`CREATE INDEX outcome_indicator ON outcome (indicator_id)`);
    await isolateByCounty(db, 'outcome', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE goal_judgement (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        round_id uuid NOT NULL,
        goal_id uuid NOT NULL,
        judgement text,
        text text NOT NULL DEFAULT '',
        updated_at timestamptz,
        updated_by uuid,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT goal_judgement_pk PRIMARY KEY (id),
        CONSTRAINT goal_judgement_round_fk FOREIGN KEY (county_id, round_id) REFERENCES follow_up_round (county_id, id) ON DELETE CASCADE,
        CONSTRAINT goal_judgement_goal_fk FOREIGN KEY (county_id, goal_id) REFERENCES goal (county_id, id),
        CONSTRAINT goal_judgement_updated_by_fk FOREIGN KEY (updated_by) REFERENCES person (id),
        CONSTRAINT goal_judgement_unique UNIQUE (round_id, goal_id),
        CONSTRAINT goal_judgement_known CHECK (judgement IN ('secured', 'within_reach', 'needs_support', 'at_risk'))
      )`);
    await db.query(`CREATE INDEX goal_judgement_goal ON goal_judgement (goal_id)`);
    await isolateByCounty(db, 'goal_judgement', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE frozen_report (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        round_id uuid NOT NULL,
        version_number integer NOT NULL,
        canonical_json text NOT NULL,
        sha256 text NOT NULL,
        proposed_by uuid NOT NULL,
        adopted_by uuid NOT NULL,
        adopted_at timestamptz NOT NULL,
        CONSTRAINT frozen_report_pk PRIMARY KEY (id),
        CONSTRAINT frozen_report_in_county UNIQUE (county_id, id),
        CONSTRAINT frozen_report_round_fk FOREIGN KEY (county_id, round_id) REFERENCES follow_up_round (county_id, id),
        CONSTRAINT frozen_report_proposed_by_fk FOREIGN KEY (proposed_by) REFERENCES person (id),
        CONSTRAINT frozen_report_adopted_by_fk FOREIGN KEY (adopted_by) REFERENCES person (id),
        CONSTRAINT frozen_report_version_unique UNIQUE (round_id, version_number),
        CONSTRAINT frozen_report_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT frozen_report_two_people CHECK (proposed_by <> adopted_by)
      )`);
    await isolateByCounty(db, 'frozen_report', 'SELECT, INSERT');
    await db.query(`
      CREATE TABLE frozen_file (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        frozen_report_id uuid NOT NULL,
        format text NOT NULL,
        bytes bytea NOT NULL,
        sha256 text NOT NULL,
        CONSTRAINT frozen_file_pk PRIMARY KEY (id),
        CONSTRAINT frozen_file_report_fk FOREIGN KEY (county_id, frozen_report_id) REFERENCES frozen_report (county_id, id),
        CONSTRAINT frozen_file_unique UNIQUE (frozen_report_id, format),
        CONSTRAINT frozen_file_format_known CHECK (format IN ('docx', 'pdf', 'xlsx', 'json')),
        CONSTRAINT frozen_file_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$')
      )`);
    await isolateByCounty(db, 'frozen_file', 'SELECT, INSERT');
    await db.query(`
      CREATE TABLE round_reopening (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        round_id uuid NOT NULL,
        version_number integer NOT NULL,
        reason text NOT NULL,
        reopened_at timestamptz NOT NULL DEFAULT now(),
        reopened_by uuid NOT NULL,
        CONSTRAINT round_reopening_pk PRIMARY KEY (id),
        CONSTRAINT round_reopening_round_fk FOREIGN KEY (county_id, round_id) REFERENCES follow_up_round (county_id, id),
        CONSTRAINT round_reopening_person_fk FOREIGN KEY (reopened_by) REFERENCES person (id),
        CONSTRAINT round_reopening_unique UNIQUE (round_id, version_number),
        CONSTRAINT round_reopening_reason_given CHECK (reason <> '')
      )`);
    await isolateByCounty(db, 'round_reopening', 'SELECT, INSERT');
    await this.guardAdoptedRounds(db);
    await this.bumpRevisions(db);
  }

  private async guardAdoptedRounds(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_adopted_round() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE round_state text;
      BEGIN
        SELECT state INTO round_state FROM follow_up_round
          WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.round_id ELSE NEW.round_id END FOR SHARE;
        IF round_state = 'adopted' THEN
          RAISE EXCEPTION 'the round is adopted' USING ERRCODE = 'SH001';
        END IF;
        IF TG_OP = 'UPDATE' AND NEW.round_id <> OLD.round_id THEN
          RAISE EXCEPTION 'a row cannot move between rounds' USING ERRCODE = 'SH001';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    for (const table of ['follow_up', 'outcome', 'goal_judgement', 'indicator_target']) {
      await db.query(
        `CREATE TRIGGER ${table}_adopted BEFORE INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_adopted_round()`,
      );
    }
    await db.query(`
      CREATE FUNCTION refuse_round_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state = 'adopted' THEN
          IF TG_OP = 'DELETE' THEN
            RAISE EXCEPTION 'an adopted round cannot be deleted' USING ERRCODE = 'SH001';
          END IF;
          IF NEW.state <> 'open' OR NEW.version_number <> OLD.version_number + 1 OR NEW.reopen_reason = '' THEN
            RAISE EXCEPTION 'an adopted round can only be reopened, with a reason, as the next version' USING ERRCODE = 'SH001';
          END IF;
        ELSIF TG_OP = 'UPDATE' AND NEW.version_number <> OLD.version_number THEN
          RAISE EXCEPTION 'only reopening makes a new version' USING ERRCODE = 'SH001';
        ELSIF TG_OP = 'UPDATE' AND NEW.state = 'adopted' AND NOT EXISTS
          (SELECT 1 FROM frozen_report f WHERE f.round_id = NEW.id AND f.version_number = NEW.version_number) THEN
          RAISE EXCEPTION 'a round is adopted only together with its frozen report' USING ERRCODE = 'SH001';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    await db.query(
      `CREATE TRIGGER follow_up_round_adopted BEFORE UPDATE OR DELETE ON follow_up_round FOR EACH ROW EXECUTE FUNCTION refuse_round_change()`,
    );
    await db.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is written once', TG_TABLE_NAME USING ERRCODE = 'SH003';
      END $$`);
    for (const table of ['frozen_report', 'frozen_file', 'round_reopening']) {
      await db.query(
        `CREATE TRIGGER ${table}_written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      );
    }
  }

  /** `plan_revision` moves with whatever the overview shows, so that a cached overview is never stale. */
  private async bumpRevisions(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION bump_plan_revision() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO plan_revision (plan_id, county_id)
          SELECT DISTINCT c.plan_id, c.county_id FROM changed c JOIN plan p ON p.id = c.plan_id
          ON CONFLICT (plan_id) DO UPDATE SET revision = plan_revision.revision + 1;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE FUNCTION bump_own_revision() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO plan_revision (plan_id, county_id) SELECT c.id, c.county_id FROM changed c
          ON CONFLICT (plan_id) DO UPDATE SET revision = plan_revision.revision + 1;
        RETURN NULL;
      END $$`);
    const shown = ['goal', 'area', 'activity', 'follow_up_round', 'follow_up', 'goal_judgement'];
    for (const table of shown) await this.bumpOn(db, table, 'bump_plan_revision', ['INSERT', 'UPDATE', 'DELETE']);
    await this.bumpOn(db, 'plan', 'bump_own_revision', ['INSERT', 'UPDATE']);
  }

  private async bumpOn(
    db: QueryRunner,
    table: string,
    run: string,
    events: readonly ('INSERT' | 'UPDATE' | 'DELETE')[],
  ): Promise<void> {
    for (const event of events) {
      const rows = event === 'DELETE' ? 'OLD TABLE AS changed' : 'NEW TABLE AS changed';
      await db.query(
        `CREATE TRIGGER ${table}_revision_${event.toLowerCase()} AFTER ${event} ON ${table} REFERENCING ${rows}
         FOR EACH STATEMENT EXECUTE FUNCTION ${run}()`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    const added = ['goal', 'area', 'activity', 'plan'];
    for (const table of added) {
      for (const event of ['insert', 'update', 'delete'])
        await db.query(`DROP TRIGGER IF EXISTS ${table}_revision_${event} ON ${table}`);
    }
    const tables = [
      'round_reopening',
      'frozen_file',
      'frozen_report',
      'goal_judgement',
      'outcome',
      'indicator_target',
      'follow_up',
      'follow_up_round',
    ];
    for (const table of tables) await db.query(`DROP TABLE ${table}`);
    for (const name of [
      'bump_plan_revision',
      'bump_own_revision',
      'refuse_change',
      'refuse_round_change',
      'refuse_adopted_round',
    ]) {
      await db.query(`DROP FUNCTION ${name}()`);
    }
  }
}
