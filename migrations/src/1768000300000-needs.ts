import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByCounty } from './county-table.ts';

const ALL = 'SELECT, INSERT, UPDATE, DELETE';

/**
 * Needs inventory and work plan: a questionnaire by link, what it gave, and the year that was decided.
 *
 * Anonymous answers stand in a table of their own. Nothing in it is shared with another row of the database: a random id, a
 * key that only the letter's secret gives, no time, no person, no organisation (ADR 24).
 */
export class Needs1768000300000 implements MigrationInterface {
  readonly name = 'Needs1768000300000';

  async up(db: QueryRunner): Promise<void> {
    await this.addInventories(db);
    await this.addInvitations(db);
    await this.addAnswers(db);
    await this.addNeeds(db);
    await this.addWorkPlans(db);
    await this.guardInventories(db);
    await this.guardDecided(db);
  }

  private async addInventories(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE needs_inventory (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        group_id uuid NOT NULL,
        year integer NOT NULL,
        title text NOT NULL,
        intro text NOT NULL DEFAULT '',
        is_anonymous boolean NOT NULL DEFAULT true,
        due date NOT NULL,
        state text NOT NULL DEFAULT 'draft',
        opened_at timestamptz,
        closed_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT needs_inventory_pk PRIMARY KEY (id),
        CONSTRAINT needs_inventory_in_county UNIQUE (county_id, id),
        CONSTRAINT needs_inventory_plan_fk FOREIGN KEY (county_id, plan_id) REFERENCES plan (county_id, id),
        CONSTRAINT needs_inventory_group_fk FOREIGN KEY (county_id, group_id) REFERENCES work_group (county_id, id),
        CONSTRAINT needs_inventory_year_unique UNIQUE (group_id, year),
        CONSTRAINT needs_inventory_year_range CHECK (year BETWEEN 1990 AND 2200),
        CONSTRAINT needs_inventory_title_given CHECK (title <> ''),
        CONSTRAINT needs_inventory_state_known CHECK (state IN ('draft', 'open', 'closed')),
        CONSTRAINT needs_inventory_stamps CHECK ((state = 'draft') = (opened_at IS NULL) AND (state = 'closed') = (closed_at IS NOT NULL))
      )`);
    await db.query(`CREATE INDEX needs_inventory_plan ON needs_inventory (plan_id, year)`);
    await isolateByCounty(db, 'needs_inventory', ALL);
    await db.query(`
      CREATE TABLE needs_question (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        inventory_id uuid NOT NULL,
        position integer NOT NULL,
        kind text NOT NULL,
        is_per_goal boolean NOT NULL DEFAULT false,
        text text NOT NULL,
        hint text NOT NULL DEFAULT '',
        options text[] NOT NULL DEFAULT '{}',
        low_label text NOT NULL DEFAULT '',
        high_label text NOT NULL DEFAULT '',
        CONSTRAINT needs_question_pk PRIMARY KEY (id),
        CONSTRAINT needs_question_in_county UNIQUE (county_id, id),
        CONSTRAINT needs_question_inventory_fk FOREIGN KEY (county_id, inventory_id) REFERENCES needs_inventory (county_id, id) ON DELETE CASCADE,
        CONSTRAINT needs_question_kind_known CHECK (kind IN ('text', 'choice', 'choices', 'scale')),
        CONSTRAINT needs_question_text_given CHECK (text <> ''),
        CONSTRAINT needs_question_options CHECK (
          CASE WHEN kind IN ('choice', 'choices') THEN cardinality(options) BETWEEN 2 AND 12 ELSE cardinality(options) = 0 END)
      )`);
    await db.query(`CREATE INDEX needs_question_inventory ON needs_question (inventory_id, position)`);
    await isolateByCounty(db, 'needs_question', ALL);
  }

  /** Who is asked. What they are called is kept as it was when they were asked, since groups change. */
  private async addInvitations(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE needs_invitation (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        inventory_id uuid NOT NULL,
        member_id uuid,
        organisation_id uuid NOT NULL,
        name text NOT NULL,
        email text NOT NULL DEFAULT '',
        kind_group text,
        token_hash bytea,
        letters integer NOT NULL DEFAULT 0,
        last_letter_at timestamptz,
        letter_state text NOT NULL DEFAULT 'none',
        opened_at timestamptz,
        has_answered boolean NOT NULL DEFAULT false,
        revoked_at timestamptz,
        revoked_reason text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT needs_invitation_pk PRIMARY KEY (id),
        CONSTRAINT needs_invitation_in_county UNIQUE (county_id, id),
        CONSTRAINT needs_invitation_inventory_fk FOREIGN KEY (county_id, inventory_id) REFERENCES needs_inventory (county_id, id) ON DELETE CASCADE,
        CONSTRAINT needs_invitation_member_fk FOREIGN KEY (county_id, member_id) REFERENCES group_member (county_id, id) ON DELETE SET NULL (member_id),
        CONSTRAINT needs_invitation_organisation_fk FOREIGN KEY (county_id, organisation_id) REFERENCES organisation (county_id, id),
        CONSTRAINT needs_invitation_member_unique UNIQUE (inventory_id, member_id),
        CONSTRAINT needs_invitation_token_unique UNIQUE (token_hash),
        CONSTRAINT needs_invitation_name_given CHECK (name <> ''),
        CONSTRAINT needs_invitation_letter_known CHECK (letter_state IN ('none', 'waiting', 'sent', 'failed'))
      )`);
    await isolateByCounty(db, 'needs_invitation', ALL);
    await db.query(`
      CREATE POLICY needs_invitation_by_key ON needs_invitation FOR SELECT USING (
        token_hash = decode((SELECT nullif(current_setting('samhandling.link_key', true), '')), 'hex'))`);
    // Whoever holds the secret may find the invitation it belongs to, before anything is known about the county.
    await db.query(`
      CREATE FUNCTION find_needs_invitation(key bytea) RETURNS jsonb LANGUAGE plpgsql AS $$
      DECLARE invitation needs_invitation;
      BEGIN
        PERFORM set_config('samhandling.link_key', encode(key, 'hex'), true);
        SELECT * INTO invitation FROM needs_invitation i WHERE i.token_hash = key;
        PERFORM set_config('samhandling.link_key', '', true);
        IF invitation.id IS NULL THEN RETURN NULL; END IF;
        RETURN jsonb_build_object('id', invitation.id, 'countyId', invitation.county_id);
      END $$`);
    await db.query(`GRANT EXECUTE ON FUNCTION find_needs_invitation(bytea) TO samhandling_app`);
    await db.query(`
      CREATE TABLE needs_link_use (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        invitation_id uuid NOT NULL,
        at timestamptz NOT NULL,
        action text NOT NULL,
        refused_because text NOT NULL DEFAULT '',
        browser text NOT NULL DEFAULT '',
        CONSTRAINT needs_link_use_pk PRIMARY KEY (id),
        CONSTRAINT needs_link_use_invitation_fk FOREIGN KEY (county_id, invitation_id) REFERENCES needs_invitation (county_id, id) ON DELETE CASCADE,
        CONSTRAINT needs_link_use_action_known CHECK (action IN ('open', 'save', 'refused'))
      )`);
    await db.query(`CREATE INDEX needs_link_use_invitation ON needs_link_use (invitation_id, at)`);
    await isolateByCounty(db, 'needs_link_use', 'SELECT, INSERT, DELETE');
  }

  private async addAnswers(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE needs_named_answer (
        invitation_id uuid NOT NULL,
        county_id uuid NOT NULL,
        inventory_id uuid NOT NULL,
        answers jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT needs_named_answer_pk PRIMARY KEY (invitation_id),
        CONSTRAINT needs_named_answer_invitation_fk FOREIGN KEY (county_id, invitation_id) REFERENCES needs_invitation (county_id, id) ON DELETE CASCADE,
        CONSTRAINT needs_named_answer_inventory_fk FOREIGN KEY (county_id, inventory_id) REFERENCES needs_inventory (county_id, id) ON DELETE CASCADE,
        CONSTRAINT needs_named_answer_form CHECK (jsonb_typeof(answers) = 'array')
      )`);
    await db.query(`CREATE INDEX needs_named_answer_inventory ON needs_named_answer (inventory_id)`);
    await isolateByCounty(db, 'needs_named_answer', ALL);
    await db.query(`
      CREATE TABLE needs_anonymous_answer (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        inventory_id uuid NOT NULL,
        answer_key bytea NOT NULL,
        kind_group text,
        answers jsonb NOT NULL,
        version integer NOT NULL,
        CONSTRAINT needs_anonymous_answer_pk PRIMARY KEY (id),
        CONSTRAINT needs_anonymous_answer_inventory_fk FOREIGN KEY (county_id, inventory_id) REFERENCES needs_inventory (county_id, id) ON DELETE CASCADE,
        CONSTRAINT needs_anonymous_answer_key_unique UNIQUE (answer_key),
        CONSTRAINT needs_anonymous_answer_form CHECK (jsonb_typeof(answers) = 'array')
      )`);
    await db.query(`CREATE INDEX needs_anonymous_answer_inventory ON needs_anonymous_answer (inventory_id)`);
    await isolateByCounty(db, 'needs_anonymous_answer', ALL);
  }

  private async addNeeds(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE need (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        inventory_id uuid,
        goal_id uuid,
        year integer NOT NULL,
        title text NOT NULL,
        description text NOT NULL DEFAULT '',
        state text NOT NULL DEFAULT 'proposed',
        decline_reason text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT need_pk PRIMARY KEY (id),
        CONSTRAINT need_in_county UNIQUE (county_id, id),
        CONSTRAINT need_plan_fk FOREIGN KEY (county_id, plan_id) REFERENCES plan (county_id, id),
        CONSTRAINT need_inventory_fk FOREIGN KEY (county_id, inventory_id) REFERENCES needs_inventory (county_id, id),
        CONSTRAINT need_goal_fk FOREIGN KEY (county_id, goal_id) REFERENCES goal (county_id, id),
        CONSTRAINT need_title_given CHECK (title <> ''),
        CONSTRAINT need_year_range CHECK (year BETWEEN 1990 AND 2200),
        CONSTRAINT need_state_known CHECK (state IN ('proposed', 'chosen', 'declined')),
        CONSTRAINT need_declined_with_reason CHECK ((state = 'declined') = (decline_reason <> ''))
      )`);
    await db.query(`CREATE INDEX need_plan ON need (plan_id, year)`);
    await db.query(`CREATE INDEX need_inventory ON need (inventory_id)`);
    await isolateByCounty(db, 'need', ALL);
    // The texts of answers that were marked as this need. A text has a random id of its own; whose it is stands nowhere here.
    await db.query(`
      CREATE TABLE need_source (
        need_id uuid NOT NULL,
        text_id uuid NOT NULL,
        county_id uuid NOT NULL,
        CONSTRAINT need_source_pk PRIMARY KEY (need_id, text_id),
        CONSTRAINT need_source_need_fk FOREIGN KEY (county_id, need_id) REFERENCES need (county_id, id) ON DELETE CASCADE
      )`);
    await isolateByCounty(db, 'need_source', ALL);
  }

  private async addWorkPlans(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE work_plan (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        year integer NOT NULL,
        title text NOT NULL,
        intro text NOT NULL DEFAULT '',
        state text NOT NULL DEFAULT 'draft',
        decision_id uuid,
        decision_reference text NOT NULL DEFAULT '',
        decided_on date,
        closed_on date,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT work_plan_pk PRIMARY KEY (id),
        CONSTRAINT work_plan_in_county UNIQUE (county_id, id),
        CONSTRAINT work_plan_plan_fk FOREIGN KEY (county_id, plan_id) REFERENCES plan (county_id, id),
        CONSTRAINT work_plan_decision_fk FOREIGN KEY (county_id, decision_id) REFERENCES decision (county_id, id),
        CONSTRAINT work_plan_year_unique UNIQUE (plan_id, year),
        CONSTRAINT work_plan_year_range CHECK (year BETWEEN 1990 AND 2200),
        CONSTRAINT work_plan_title_given CHECK (title <> ''),
        CONSTRAINT work_plan_state_known CHECK (state IN ('draft', 'decided', 'closed')),
        CONSTRAINT work_plan_decided CHECK (
          state = 'draft' OR (decided_on IS NOT NULL AND (decision_id IS NOT NULL OR decision_reference <> ''))),
        CONSTRAINT work_plan_closed CHECK ((state = 'closed') = (closed_on IS NOT NULL))
      )`);
    await isolateByCounty(db, 'work_plan', ALL);
    await db.query(`
      CREATE TABLE work_plan_item (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        work_plan_id uuid NOT NULL,
        activity_id uuid,
        goal_id uuid,
        need_id uuid,
        came_from_id uuid,
        position integer NOT NULL,
        title text NOT NULL,
        description text NOT NULL DEFAULT '',
        responsible_name text NOT NULL DEFAULT '',
        from_day date,
        to_day date,
        is_by_month boolean NOT NULL DEFAULT false,
        amount_kronor bigint,
        funding text NOT NULL DEFAULT '',
        outcome text,
        outcome_text text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT work_plan_item_pk PRIMARY KEY (id),
        CONSTRAINT work_plan_item_in_county UNIQUE (county_id, id),
        CONSTRAINT work_plan_item_work_plan_fk FOREIGN KEY (county_id, work_plan_id) REFERENCES work_plan (county_id, id) ON DELETE CASCADE,
        CONSTRAINT work_plan_item_activity_fk FOREIGN KEY (county_id, activity_id) REFERENCES activity (county_id, id),
        CONSTRAINT work_plan_item_goal_fk FOREIGN KEY (county_id, goal_id) REFERENCES goal (county_id, id),
        CONSTRAINT work_plan_item_need_fk FOREIGN KEY (county_id, need_id) REFERENCES need (county_id, id),
        CONSTRAINT work_plan_item_came_from_fk FOREIGN KEY (county_id, came_from_id) REFERENCES work_plan_item (county_id, id),
        CONSTRAINT work_plan_item_need_unique UNIQUE (work_plan_id, need_id),
        CONSTRAINT work_plan_item_came_from_unique UNIQUE (work_plan_id, came_from_id),
        CONSTRAINT work_plan_item_title_given CHECK (title <> ''),
        CONSTRAINT work_plan_item_days CHECK (to_day IS NULL OR (from_day IS NOT NULL AND to_day >= from_day)),
        CONSTRAINT work_plan_item_amount_range CHECK (amount_kronor BETWEEN 0 AND 10000000000),
        CONSTRAINT work_plan_item_outcome_known CHECK (outcome IN ('done', 'partly', 'not_done')),
        CONSTRAINT work_plan_item_outcome_said CHECK (outcome IS NULL OR outcome = 'done' OR outcome_text <> '')
      )`);
    await db.query(`CREATE INDEX work_plan_item_work_plan ON work_plan_item (work_plan_id, position)`);
    await db.query(`CREATE INDEX work_plan_item_activity ON work_plan_item (activity_id)`);
    await isolateByCounty(db, 'work_plan_item', ALL);
    await db.query(`
      CREATE TABLE work_plan_item_organisation (
        item_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        county_id uuid NOT NULL,
        CONSTRAINT work_plan_item_organisation_pk PRIMARY KEY (item_id, organisation_id),
        CONSTRAINT work_plan_item_organisation_item_fk FOREIGN KEY (county_id, item_id) REFERENCES work_plan_item (county_id, id) ON DELETE CASCADE,
        CONSTRAINT work_plan_item_organisation_organisation_fk FOREIGN KEY (county_id, organisation_id) REFERENCES organisation (county_id, id)
      )`);
    await isolateByCounty(db, 'work_plan_item_organisation', ALL);
  }

  /** What was promised to whoever answers holds: how they are shown, and which questions they were asked. */
  private async guardInventories(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_opened_inventory() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          IF OLD.state <> 'draft' THEN
            RAISE EXCEPTION 'an opened inventory stays' USING ERRCODE = 'SH010', CONSTRAINT = 'needs_inventory_opened';
          END IF;
          RETURN OLD;
        END IF;
        IF OLD.state <> 'draft' AND NEW.is_anonymous IS DISTINCT FROM OLD.is_anonymous THEN
          RAISE EXCEPTION 'how answers are shown was promised' USING ERRCODE = 'SH010', CONSTRAINT = 'needs_inventory_opened';
        END IF;
        IF OLD.state = 'closed' AND NEW.state <> 'closed' THEN
          RAISE EXCEPTION 'a closed inventory stays closed' USING ERRCODE = 'SH010', CONSTRAINT = 'needs_inventory_closed';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(
      `CREATE TRIGGER needs_inventory_promised BEFORE UPDATE OR DELETE ON needs_inventory FOR EACH ROW EXECUTE FUNCTION refuse_opened_inventory()`,
    );
    await db.query(`
      CREATE FUNCTION refuse_opened_question() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE inventory_state text;
      BEGIN
        SELECT state INTO inventory_state FROM needs_inventory
          WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.inventory_id ELSE NEW.inventory_id END FOR SHARE;
        IF inventory_state <> 'draft' THEN
          RAISE EXCEPTION 'the questions have been asked' USING ERRCODE = 'SH010', CONSTRAINT = 'needs_inventory_opened';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    await db.query(
      `CREATE TRIGGER needs_question_asked BEFORE INSERT OR UPDATE OR DELETE ON needs_question FOR EACH ROW EXECUTE FUNCTION refuse_opened_question()`,
    );
    await db.query(`
      CREATE FUNCTION refuse_late_needs_answer() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE inventory_state text;
      BEGIN
        SELECT state INTO inventory_state FROM needs_inventory
          WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.inventory_id ELSE NEW.inventory_id END;
        IF inventory_state <> 'open' THEN
          RAISE EXCEPTION 'the inventory takes no answers' USING ERRCODE = 'SH010', CONSTRAINT = 'needs_inventory_closed';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    for (const table of ['needs_named_answer', 'needs_anonymous_answer'])
      await db.query(
        `CREATE TRIGGER ${table}_in_time BEFORE INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_late_needs_answer()`,
      );
  }

  /** A decided work plan is closed, to the owner too. What became of each item is said afterwards, until the plan is closed. */
  private async guardDecided(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_decided_work_plan() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          IF OLD.state <> 'draft' THEN
            RAISE EXCEPTION 'the work plan is decided' USING ERRCODE = 'SH010', CONSTRAINT = 'work_plan_decided';
          END IF;
          RETURN OLD;
        END IF;
        IF NEW.state = 'decided' AND OLD.state = 'draft' AND NOT EXISTS
          (SELECT 1 FROM paper p WHERE p.kind = 'work_plan' AND p.subject_id = NEW.id) THEN
          RAISE EXCEPTION 'a work plan is decided only together with its frozen paper' USING ERRCODE = 'SH010', CONSTRAINT = 'work_plan_decided';
        END IF;
        IF OLD.state <> 'draft' AND (
          (OLD.plan_id, OLD.year, OLD.title, OLD.intro, OLD.decision_id, OLD.decision_reference, OLD.decided_on)
            IS DISTINCT FROM (NEW.plan_id, NEW.year, NEW.title, NEW.intro, NEW.decision_id, NEW.decision_reference, NEW.decided_on)
          OR NEW.state = 'draft' OR OLD.state = 'closed') THEN
          RAISE EXCEPTION 'the work plan is decided' USING ERRCODE = 'SH010', CONSTRAINT = 'work_plan_decided';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(
      `CREATE TRIGGER work_plan_decided BEFORE UPDATE OR DELETE ON work_plan FOR EACH ROW EXECUTE FUNCTION refuse_decided_work_plan()`,
    );
    await db.query(`
      CREATE FUNCTION refuse_decided_item() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE plan_state text;
      BEGIN
        SELECT state INTO plan_state FROM work_plan
          WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.work_plan_id ELSE NEW.work_plan_id END FOR SHARE;
        IF TG_OP = 'UPDATE' AND NEW.work_plan_id <> OLD.work_plan_id THEN
          RAISE EXCEPTION 'an item cannot move between work plans' USING ERRCODE = 'SH010', CONSTRAINT = 'work_plan_decided';
        END IF;
        IF plan_state = 'draft' THEN RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END; END IF;
        IF TG_OP <> 'UPDATE' OR plan_state = 'closed'
          OR (to_jsonb(NEW) - 'outcome' - 'outcome_text' - 'version') <> (to_jsonb(OLD) - 'outcome' - 'outcome_text' - 'version') THEN
          IF TG_OP = 'DELETE' AND plan_state IS NULL THEN RETURN OLD; END IF;
          RAISE EXCEPTION 'the work plan is decided' USING ERRCODE = 'SH010', CONSTRAINT = 'work_plan_decided';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(
      `CREATE TRIGGER work_plan_item_decided BEFORE INSERT OR UPDATE OR DELETE ON work_plan_item FOR EACH ROW EXECUTE FUNCTION refuse_decided_item()`,
    );
    await db.query(`
      CREATE FUNCTION refuse_decided_organisation() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE plan_state text;
      BEGIN
        SELECT w.state INTO plan_state FROM work_plan_item i JOIN work_plan w ON w.id = i.work_plan_id
          WHERE i.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.item_id ELSE NEW.item_id END;
        IF plan_state <> 'draft' THEN
          RAISE EXCEPTION 'the work plan is decided' USING ERRCODE = 'SH010', CONSTRAINT = 'work_plan_decided';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    await db.query(
      `CREATE TRIGGER work_plan_item_organisation_decided BEFORE INSERT OR UPDATE OR DELETE ON work_plan_item_organisation FOR EACH ROW EXECUTE FUNCTION refuse_decided_organisation()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION find_needs_invitation(bytea)');
    const tables = [
      'work_plan_item_organisation',
      'work_plan_item',
      'work_plan',
      'need_source',
      'need',
      'needs_anonymous_answer',
      'needs_named_answer',
      'needs_link_use',
      'needs_invitation',
      'needs_question',
      'needs_inventory',
    ];
    for (const table of tables) await db.query(`DROP TABLE ${table}`);
    const functions = [
      'refuse_decided_organisation',
      'refuse_decided_item',
      'refuse_decided_work_plan',
      'refuse_late_needs_answer',
      'refuse_opened_question',
      'refuse_opened_inventory',
    ];
    for (const name of functions) await db.query(`DROP FUNCTION ${name}()`);
  }
}
