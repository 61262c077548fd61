import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByCounty } from './county-table.ts';

const ALL = 'SELECT, INSERT, UPDATE, DELETE';

/** What of each table is read in minutes. A decision that is carried out afterwards changes nothing there. */
const STANDS_IN_MINUTES: Readonly<Record<string, readonly string[]>> = {
  agenda_item: ['position', 'title', 'state', 'state_reason', 'postponed_to_id', 'note'],
  meeting_attendance: ['name', 'organisation_id', 'status'],
  decision: ['year', 'number', 'decided_on', 'text', 'organisation_id', 'person_id', 'due', 'agenda_item_id'],
  action_point: ['text', 'organisation_id', 'person_id', 'assignee', 'due', 'agenda_item_id'],
  lift: ['question', 'proposal', 'to_group_id'],
};

/**
 * Groups and their meetings. One row of `agenda_item` carries an activity from the proposal over the calling and the
 * walk-through to the minutes, so that what is typed once stands everywhere (ADR 19). Decisions and action points are rows
 * of their own, since they outlive the meeting; so are lifts from one group to another.
 */
export class Meetings1768000000000 implements MigrationInterface {
  readonly name = 'Meetings1768000000000';

  async up(db: QueryRunner): Promise<void> {
    await this.addGroups(db);
    await this.addMeetings(db);
    await this.addDecisions(db);
    await this.addMinutes(db);
    await this.guardAdjusted(db);
    await this.versionSent(db);
    await this.forgetTheRemoved(db);
  }

  private async addGroups(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE work_group (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        organisation_id uuid,
        reports_to_id uuid,
        event_kind_id uuid,
        name text NOT NULL,
        kind text NOT NULL,
        purpose text NOT NULL DEFAULT '',
        meetings_per_year integer,
        silent_after_days integer NOT NULL DEFAULT 70,
        minutes_per_item integer NOT NULL DEFAULT 8,
        closed_on date,
        result text NOT NULL DEFAULT '',
        position integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT work_group_pk PRIMARY KEY (id),
        CONSTRAINT work_group_in_county UNIQUE (county_id, id),
        CONSTRAINT work_group_plan_fk FOREIGN KEY (county_id, plan_id) REFERENCES plan (county_id, id),
        CONSTRAINT work_group_organisation_fk FOREIGN KEY (county_id, organisation_id) REFERENCES organisation (county_id, id),
        CONSTRAINT work_group_reports_to_fk FOREIGN KEY (county_id, reports_to_id) REFERENCES work_group (county_id, id),
        CONSTRAINT work_group_event_kind_fk FOREIGN KEY (county_id, event_kind_id) REFERENCES event_kind (county_id, id),
        CONSTRAINT work_group_kind_known CHECK (kind IN ('steering', 'preparatory', 'consultation', 'thematic')),
        CONSTRAINT work_group_name_given CHECK (name <> ''),
        CONSTRAINT work_group_meetings_range CHECK (meetings_per_year BETWEEN 1 AND 52),
        CONSTRAINT work_group_silent_range CHECK (silent_after_days BETWEEN 1 AND 730),
        CONSTRAINT work_group_minutes_range CHECK (minutes_per_item BETWEEN 1 AND 240),
        CONSTRAINT work_group_not_above_itself CHECK (reports_to_id <> id),
        CONSTRAINT work_group_closed_with_result CHECK (closed_on IS NULL OR result <> '')
      )`);
    await db.query(`CREATE UNIQUE INDEX work_group_name_unique ON work_group (county_id, lower(name))`);
    await isolateByCounty(db, 'work_group', ALL);
    // The activities whose "number of meetings held" the group's meetings are.
    await db.query(`
      CREATE TABLE group_activity (
        group_id uuid NOT NULL,
        activity_id uuid NOT NULL,
        county_id uuid NOT NULL,
        CONSTRAINT group_activity_pk PRIMARY KEY (group_id, activity_id),
        CONSTRAINT group_activity_group_fk FOREIGN KEY (county_id, group_id) REFERENCES work_group (county_id, id) ON DELETE CASCADE,
        CONSTRAINT group_activity_activity_fk FOREIGN KEY (county_id, activity_id) REFERENCES activity (county_id, id)
      )`);
    await isolateByCounty(db, 'group_activity', ALL);
    await db.query(`
      CREATE TABLE group_member (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        group_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        person_id uuid,
        name text NOT NULL,
        email text NOT NULL DEFAULT '',
        role text NOT NULL,
        substitute_for_id uuid,
        from_day date NOT NULL,
        to_day date,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT group_member_pk PRIMARY KEY (id),
        CONSTRAINT group_member_in_county UNIQUE (county_id, id),
        CONSTRAINT group_member_group_fk FOREIGN KEY (county_id, group_id) REFERENCES work_group (county_id, id) ON DELETE CASCADE,
        CONSTRAINT group_member_organisation_fk FOREIGN KEY (county_id, organisation_id) REFERENCES organisation (county_id, id),
        CONSTRAINT group_member_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT group_member_substitute_fk FOREIGN KEY (county_id, substitute_for_id) REFERENCES group_member (county_id, id),
        CONSTRAINT group_member_role_known CHECK (role IN ('chair', 'secretary', 'member', 'substitute', 'co_opted')),
        CONSTRAINT group_member_name_given CHECK (name <> ''),
        CONSTRAINT group_member_days CHECK (to_day IS NULL OR to_day >= from_day),
        CONSTRAINT group_member_not_for_itself CHECK (substitute_for_id <> id)
      )`);
    await db.query(`CREATE INDEX group_member_group ON group_member (group_id)`);
    await db.query(`CREATE INDEX group_member_person ON group_member (person_id)`);
    await db.query(
      `CREATE UNIQUE INDEX group_member_person_unique ON group_member (group_id, person_id, from_day) WHERE person_id IS NOT NULL`,
    );
    await isolateByCounty(db, 'group_member', ALL);
    // An activity that the group need not have up for a while, with why.
    await db.query(`
      CREATE TABLE activity_parking (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        group_id uuid NOT NULL,
        activity_id uuid NOT NULL,
        reason text NOT NULL,
        until_day date,
        parked_on date NOT NULL,
        parked_by uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT activity_parking_pk PRIMARY KEY (id),
        CONSTRAINT activity_parking_group_fk FOREIGN KEY (county_id, group_id) REFERENCES work_group (county_id, id) ON DELETE CASCADE,
        CONSTRAINT activity_parking_activity_fk FOREIGN KEY (county_id, activity_id) REFERENCES activity (county_id, id),
        CONSTRAINT activity_parking_by_fk FOREIGN KEY (parked_by) REFERENCES person (id),
        CONSTRAINT activity_parking_unique UNIQUE (group_id, activity_id),
        CONSTRAINT activity_parking_reason_given CHECK (reason <> ''),
        CONSTRAINT activity_parking_days CHECK (until_day IS NULL OR until_day >= parked_on)
      )`);
    await isolateByCounty(db, 'activity_parking', ALL);
  }

  private async addMeetings(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE meeting (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        group_id uuid NOT NULL,
        title text NOT NULL DEFAULT '',
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        place text NOT NULL DEFAULT '',
        link text NOT NULL DEFAULT '',
        state text NOT NULL DEFAULT 'planned',
        called_at timestamptz,
        called_by uuid,
        called_as jsonb,
        held_at timestamptz,
        cancel_reason text NOT NULL DEFAULT '',
        invitation_sequence integer NOT NULL DEFAULT 0,
        current_item_id uuid,
        writer_id uuid,
        writer_until timestamptz,
        live_number bigint NOT NULL DEFAULT 0,
        event_id uuid,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT meeting_pk PRIMARY KEY (id),
        CONSTRAINT meeting_in_county UNIQUE (county_id, id),
        CONSTRAINT meeting_group_fk FOREIGN KEY (county_id, group_id) REFERENCES work_group (county_id, id),
        CONSTRAINT meeting_event_fk FOREIGN KEY (county_id, event_id) REFERENCES logged_event (county_id, id),
        CONSTRAINT meeting_called_by_fk FOREIGN KEY (called_by) REFERENCES person (id),
        CONSTRAINT meeting_writer_fk FOREIGN KEY (writer_id) REFERENCES person (id),
        CONSTRAINT meeting_state_known CHECK (state IN ('planned', 'called', 'held', 'adjusted', 'cancelled')),
        CONSTRAINT meeting_times CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '24 hours'),
        CONSTRAINT meeting_called CHECK ((called_at IS NULL) = (called_by IS NULL) AND (called_at IS NULL) = (called_as IS NULL)
          AND (state <> 'called' OR called_at IS NOT NULL)),
        CONSTRAINT meeting_held CHECK ((state IN ('held', 'adjusted')) = (held_at IS NOT NULL)),
        CONSTRAINT meeting_cancelled_with_reason CHECK ((state = 'cancelled') = (cancel_reason <> '')),
        CONSTRAINT meeting_writer CHECK ((writer_id IS NULL) = (writer_until IS NULL)),
        CONSTRAINT meeting_sequence_range CHECK (invitation_sequence >= 0)
      )`);
    // A cancelled meeting is not in the way of another at the same time.
    await db.query(
      `CREATE UNIQUE INDEX meeting_start_unique ON meeting (group_id, starts_at) WHERE state <> 'cancelled'`,
    );
    await db.query(`CREATE INDEX meeting_group ON meeting (group_id, starts_at)`);
    await isolateByCounty(db, 'meeting', ALL);
    // Who was told of a meeting, and how it went: the place is taken before the mail server is spoken to, so that nobody gets two.
    await db.query(`
      CREATE TABLE meeting_letter (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        member_id uuid NOT NULL,
        kind text NOT NULL,
        sequence integer NOT NULL,
        message text NOT NULL DEFAULT '',
        changes text[] NOT NULL DEFAULT '{}',
        state text NOT NULL DEFAULT 'waiting',
        reason text NOT NULL DEFAULT '',
        made_at timestamptz NOT NULL,
        sent_at timestamptz,
        CONSTRAINT meeting_letter_pk PRIMARY KEY (id),
        CONSTRAINT meeting_letter_meeting_fk FOREIGN KEY (county_id, meeting_id) REFERENCES meeting (county_id, id) ON DELETE CASCADE,
        CONSTRAINT meeting_letter_member_fk FOREIGN KEY (county_id, member_id) REFERENCES group_member (county_id, id),
        CONSTRAINT meeting_letter_unique UNIQUE (meeting_id, member_id, kind, sequence),
        CONSTRAINT meeting_letter_kind_known CHECK (kind IN ('call', 'cancel')),
        CONSTRAINT meeting_letter_state_known CHECK (state IN ('waiting', 'sending', 'sent', 'retrying', 'failed', 'unknown', 'dropped')),
        CONSTRAINT meeting_letter_sent CHECK ((state = 'sent') = (sent_at IS NOT NULL))
      )`);
    await isolateByCounty(db, 'meeting_letter', ALL);
    await db.query(`
      CREATE TABLE meeting_attendance (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        member_id uuid,
        organisation_id uuid,
        name text NOT NULL,
        status text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT meeting_attendance_pk PRIMARY KEY (id),
        CONSTRAINT meeting_attendance_meeting_fk FOREIGN KEY (county_id, meeting_id) REFERENCES meeting (county_id, id) ON DELETE CASCADE,
        CONSTRAINT meeting_attendance_member_fk FOREIGN KEY (county_id, member_id) REFERENCES group_member (county_id, id),
        CONSTRAINT meeting_attendance_organisation_fk FOREIGN KEY (county_id, organisation_id) REFERENCES organisation (county_id, id),
        CONSTRAINT meeting_attendance_member_unique UNIQUE (meeting_id, member_id),
        CONSTRAINT meeting_attendance_status_known CHECK (status IN ('present', 'remote', 'excused', 'absent')),
        CONSTRAINT meeting_attendance_name_given CHECK (name <> '')
      )`);
    await isolateByCounty(db, 'meeting_attendance', ALL);
    // Where the rotation wants each activity up. It becomes an agenda item when the agenda is made.
    await db.query(`
      CREATE TABLE rotation_item (
        meeting_id uuid NOT NULL,
        activity_id uuid NOT NULL,
        county_id uuid NOT NULL,
        is_pinned boolean NOT NULL DEFAULT false,
        CONSTRAINT rotation_item_pk PRIMARY KEY (meeting_id, activity_id),
        CONSTRAINT rotation_item_meeting_fk FOREIGN KEY (county_id, meeting_id) REFERENCES meeting (county_id, id) ON DELETE CASCADE,
        CONSTRAINT rotation_item_activity_fk FOREIGN KEY (county_id, activity_id) REFERENCES activity (county_id, id)
      )`);
    await db.query(`CREATE INDEX rotation_item_activity ON rotation_item (activity_id)`);
    await isolateByCounty(db, 'rotation_item', ALL);
  }

  private async addDecisions(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE lift (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        from_group_id uuid NOT NULL,
        to_group_id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        agenda_item_id uuid,
        activity_id uuid,
        goal_id uuid,
        question text NOT NULL,
        proposal text NOT NULL DEFAULT '',
        state text NOT NULL DEFAULT 'waiting',
        raised_by uuid NOT NULL,
        raised_at timestamptz NOT NULL DEFAULT now(),
        answer text NOT NULL DEFAULT '',
        answered_on date,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT lift_pk PRIMARY KEY (id),
        CONSTRAINT lift_in_county UNIQUE (county_id, id),
        CONSTRAINT lift_from_fk FOREIGN KEY (county_id, from_group_id) REFERENCES work_group (county_id, id),
        CONSTRAINT lift_to_fk FOREIGN KEY (county_id, to_group_id) REFERENCES work_group (county_id, id),
        CONSTRAINT lift_meeting_fk FOREIGN KEY (county_id, meeting_id) REFERENCES meeting (county_id, id),
        CONSTRAINT lift_activity_fk FOREIGN KEY (county_id, activity_id) REFERENCES activity (county_id, id),
        CONSTRAINT lift_goal_fk FOREIGN KEY (county_id, goal_id) REFERENCES goal (county_id, id),
        CONSTRAINT lift_raised_by_fk FOREIGN KEY (raised_by) REFERENCES person (id),
        CONSTRAINT lift_state_known CHECK (state IN ('waiting', 'answered', 'withdrawn')),
        CONSTRAINT lift_question_given CHECK (question <> ''),
        CONSTRAINT lift_elsewhere CHECK (to_group_id <> from_group_id),
        CONSTRAINT lift_answered CHECK ((state = 'answered') = (answered_on IS NOT NULL))
      )`);
    await db.query(`CREATE INDEX lift_to ON lift (to_group_id) WHERE state = 'waiting'`);
    await isolateByCounty(db, 'lift', ALL);
    await db.query(`
      CREATE TABLE agenda_item (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        kind text NOT NULL,
        position integer NOT NULL,
        activity_id uuid,
        decision_id uuid,
        action_point_id uuid,
        lift_id uuid,
        title text NOT NULL DEFAULT '',
        reasons jsonb NOT NULL DEFAULT '[]',
        minutes integer,
        origin text NOT NULL DEFAULT 'proposed',
        state text NOT NULL DEFAULT 'waiting',
        postponed_to_id uuid,
        state_reason text NOT NULL DEFAULT '',
        note text NOT NULL DEFAULT '',
        added_at timestamptz NOT NULL DEFAULT now(),
        state_at timestamptz,
        seconds_used integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT agenda_item_pk PRIMARY KEY (id),
        CONSTRAINT agenda_item_in_county UNIQUE (county_id, id),
        CONSTRAINT agenda_item_meeting_fk FOREIGN KEY (county_id, meeting_id) REFERENCES meeting (county_id, id) ON DELETE CASCADE,
        CONSTRAINT agenda_item_activity_fk FOREIGN KEY (county_id, activity_id) REFERENCES activity (county_id, id),
        CONSTRAINT agenda_item_lift_fk FOREIGN KEY (county_id, lift_id) REFERENCES lift (county_id, id),
        CONSTRAINT agenda_item_postponed_fk FOREIGN KEY (county_id, postponed_to_id) REFERENCES meeting (county_id, id),
        CONSTRAINT agenda_item_kind_known CHECK (kind IN ('free', 'activity', 'decision', 'action_point', 'lift', 'answer')),
        CONSTRAINT agenda_item_subject CHECK (
          (kind = 'free' AND title <> '' AND num_nonnulls(activity_id, decision_id, action_point_id, lift_id) = 0)
          OR (kind = 'activity' AND activity_id IS NOT NULL) OR (kind = 'decision' AND decision_id IS NOT NULL)
          OR (kind = 'action_point' AND action_point_id IS NOT NULL) OR (kind IN ('lift', 'answer') AND lift_id IS NOT NULL)),
        CONSTRAINT agenda_item_origin_known CHECK (origin IN ('proposed', 'rotation', 'added', 'postponed')),
        CONSTRAINT agenda_item_state_known CHECK (state IN ('waiting', 'treated', 'nothing_new', 'postponed', 'parked', 'removed')),
        CONSTRAINT agenda_item_minutes_range CHECK (minutes BETWEEN 1 AND 480),
        CONSTRAINT agenda_item_seconds_range CHECK (seconds_used BETWEEN 0 AND 86400)
      )`);
    await db.query(`CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, position)`);
    await db.query(`CREATE INDEX agenda_item_activity ON agenda_item (activity_id)`);
    await db.query(
      `CREATE UNIQUE INDEX agenda_item_activity_unique ON agenda_item (meeting_id, activity_id) WHERE kind = 'activity'`,
    );
    for (const column of ['decision_id', 'action_point_id', 'lift_id']) {
      await db.query(
        `CREATE UNIQUE INDEX agenda_item_${column.replace('_id', '')}_unique ON agenda_item (meeting_id, kind, ${column}) WHERE kind <> 'activity' AND ${column} IS NOT NULL`,
      );
    }
    await isolateByCounty(db, 'agenda_item', ALL);
    await db.query(`
      CREATE TABLE decision (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        group_id uuid NOT NULL,
        meeting_id uuid,
        agenda_item_id uuid,
        activity_id uuid,
        goal_id uuid,
        answers_lift_id uuid,
        year integer NOT NULL,
        number integer NOT NULL,
        decided_on date NOT NULL,
        text text NOT NULL,
        organisation_id uuid,
        person_id uuid,
        due date,
        state text NOT NULL DEFAULT 'open',
        done_text text NOT NULL DEFAULT '',
        done_on date,
        done_by uuid,
        records_number text NOT NULL DEFAULT '',
        search tsvector GENERATED ALWAYS AS (to_tsvector('swedish', text || ' ' || done_text || ' ' || records_number)) STORED,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT decision_pk PRIMARY KEY (id),
        CONSTRAINT decision_in_county UNIQUE (county_id, id),
        CONSTRAINT decision_group_fk FOREIGN KEY (county_id, group_id) REFERENCES work_group (county_id, id),
        CONSTRAINT decision_meeting_fk FOREIGN KEY (county_id, meeting_id) REFERENCES meeting (county_id, id),
        CONSTRAINT decision_item_fk FOREIGN KEY (county_id, agenda_item_id) REFERENCES agenda_item (county_id, id),
        CONSTRAINT decision_activity_fk FOREIGN KEY (county_id, activity_id) REFERENCES activity (county_id, id),
        CONSTRAINT decision_goal_fk FOREIGN KEY (county_id, goal_id) REFERENCES goal (county_id, id),
        CONSTRAINT decision_lift_fk FOREIGN KEY (county_id, answers_lift_id) REFERENCES lift (county_id, id),
        CONSTRAINT decision_organisation_fk FOREIGN KEY (county_id, organisation_id) REFERENCES organisation (county_id, id),
        CONSTRAINT decision_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT decision_done_by_fk FOREIGN KEY (done_by) REFERENCES person (id),
        CONSTRAINT decision_number_unique UNIQUE (group_id, year, number),
        CONSTRAINT decision_number_range CHECK (number > 0 AND year BETWEEN 1990 AND 2200),
        CONSTRAINT decision_text_given CHECK (text <> ''),
        CONSTRAINT decision_state_known CHECK (state IN ('open', 'done', 'withdrawn', 'standing')),
        CONSTRAINT decision_done CHECK ((state IN ('done', 'withdrawn')) = (done_on IS NOT NULL) AND (state NOT IN ('done', 'withdrawn') OR done_text <> ''))
      )`);
    await db.query(`CREATE INDEX decision_activity ON decision (activity_id)`);
    await db.query(`CREATE INDEX decision_meeting ON decision (meeting_id)`);
    await db.query(`CREATE INDEX decision_search ON decision USING gin (search)`);
    await isolateByCounty(db, 'decision', ALL);
    await db.query(`
      CREATE TABLE action_point (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        group_id uuid NOT NULL,
        meeting_id uuid,
        agenda_item_id uuid,
        decision_id uuid,
        activity_id uuid,
        text text NOT NULL,
        organisation_id uuid,
        person_id uuid,
        assignee text NOT NULL DEFAULT '',
        made_on date NOT NULL DEFAULT current_date,
        due date,
        state text NOT NULL DEFAULT 'open',
        done_text text NOT NULL DEFAULT '',
        done_on date,
        done_by uuid,
        search tsvector GENERATED ALWAYS AS (to_tsvector('swedish', text || ' ' || done_text)) STORED,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT action_point_pk PRIMARY KEY (id),
        CONSTRAINT action_point_in_county UNIQUE (county_id, id),
        CONSTRAINT action_point_group_fk FOREIGN KEY (county_id, group_id) REFERENCES work_group (county_id, id),
        CONSTRAINT action_point_meeting_fk FOREIGN KEY (county_id, meeting_id) REFERENCES meeting (county_id, id),
        CONSTRAINT action_point_item_fk FOREIGN KEY (county_id, agenda_item_id) REFERENCES agenda_item (county_id, id),
        CONSTRAINT action_point_decision_fk FOREIGN KEY (county_id, decision_id) REFERENCES decision (county_id, id),
        CONSTRAINT action_point_activity_fk FOREIGN KEY (county_id, activity_id) REFERENCES activity (county_id, id),
        CONSTRAINT action_point_organisation_fk FOREIGN KEY (county_id, organisation_id) REFERENCES organisation (county_id, id),
        CONSTRAINT action_point_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT action_point_done_by_fk FOREIGN KEY (done_by) REFERENCES person (id),
        CONSTRAINT action_point_text_given CHECK (text <> ''),
        CONSTRAINT action_point_state_known CHECK (state IN ('open', 'done', 'dropped')),
        CONSTRAINT action_point_done CHECK ((state <> 'open') = (done_on IS NOT NULL) AND (state = 'open' OR done_text <> ''))
      )`);
    await db.query(`CREATE INDEX action_point_activity ON action_point (activity_id)`);
    await db.query(`CREATE INDEX action_point_meeting ON action_point (meeting_id)`);
    await db.query(`CREATE INDEX action_point_person ON action_point (person_id) WHERE state = 'open'`);
    await db.query(`CREATE INDEX action_point_search ON action_point USING gin (search)`);
    await isolateByCounty(db, 'action_point', ALL);
    await db.query(`
      ALTER TABLE agenda_item
        ADD CONSTRAINT agenda_item_decision_fk FOREIGN KEY (county_id, decision_id) REFERENCES decision (county_id, id),
        ADD CONSTRAINT agenda_item_action_point_fk FOREIGN KEY (county_id, action_point_id) REFERENCES action_point (county_id, id)`);
    await db.query(`
      ALTER TABLE lift ADD CONSTRAINT lift_item_fk FOREIGN KEY (county_id, agenda_item_id) REFERENCES agenda_item (county_id, id)`);
    await db.query(`
      ALTER TABLE meeting ADD CONSTRAINT meeting_current_item_fk
        FOREIGN KEY (county_id, current_item_id) REFERENCES agenda_item (county_id, id)`);
  }

  /** What a meeting's minutes hold beyond its items, who is to adjust them, and papers as they were frozen. */
  private async addMinutes(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE minutes (
        meeting_id uuid NOT NULL,
        county_id uuid NOT NULL,
        opening text NOT NULL DEFAULT '',
        closing text NOT NULL DEFAULT '',
        records_number text NOT NULL DEFAULT '',
        state text NOT NULL DEFAULT 'draft',
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT minutes_pk PRIMARY KEY (meeting_id),
        CONSTRAINT minutes_in_county UNIQUE (county_id, meeting_id),
        CONSTRAINT minutes_meeting_fk FOREIGN KEY (county_id, meeting_id) REFERENCES meeting (county_id, id) ON DELETE CASCADE,
        CONSTRAINT minutes_state_known CHECK (state IN ('draft', 'adjusting', 'frozen'))
      )`);
    await isolateByCounty(db, 'minutes', ALL);
    await db.query(`
      CREATE TABLE minutes_adjuster (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        member_id uuid,
        name text NOT NULL,
        adjusted_at timestamptz,
        recorded_by uuid,
        channel text NOT NULL DEFAULT '',
        adjusted_version integer,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT minutes_adjuster_pk PRIMARY KEY (id),
        CONSTRAINT minutes_adjuster_minutes_fk FOREIGN KEY (county_id, meeting_id) REFERENCES minutes (county_id, meeting_id) ON DELETE CASCADE,
        CONSTRAINT minutes_adjuster_meeting_fk FOREIGN KEY (county_id, meeting_id) REFERENCES meeting (county_id, id) ON DELETE CASCADE,
        CONSTRAINT minutes_adjuster_member_fk FOREIGN KEY (county_id, member_id) REFERENCES group_member (county_id, id),
        CONSTRAINT minutes_adjuster_recorded_by_fk FOREIGN KEY (recorded_by) REFERENCES person (id),
        CONSTRAINT minutes_adjuster_member_unique UNIQUE (meeting_id, member_id),
        CONSTRAINT minutes_adjuster_name_given CHECK (name <> ''),
        CONSTRAINT minutes_adjuster_channel_known CHECK (channel IN ('', 'self', 'meeting', 'mail', 'paper')),
        CONSTRAINT minutes_adjuster_adjusted CHECK (
          (adjusted_at IS NULL) = (recorded_by IS NULL) AND (adjusted_at IS NULL) = (channel = '')
          AND (adjusted_at IS NULL) = (adjusted_version IS NULL))
      )`);
    await isolateByCounty(db, 'minutes_adjuster', ALL);
    await db.query(`
      CREATE TABLE paper (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        version_number integer NOT NULL,
        title text NOT NULL,
        canonical_json text NOT NULL,
        sha256 text NOT NULL,
        frozen_by uuid NOT NULL,
        frozen_at timestamptz NOT NULL,
        CONSTRAINT paper_pk PRIMARY KEY (id),
        CONSTRAINT paper_in_county UNIQUE (county_id, id),
        CONSTRAINT paper_county_fk FOREIGN KEY (county_id) REFERENCES county (id),
        CONSTRAINT paper_frozen_by_fk FOREIGN KEY (frozen_by) REFERENCES person (id),
        CONSTRAINT paper_version_unique UNIQUE (county_id, kind, subject_id, version_number),
        CONSTRAINT paper_kind_known CHECK (kind IN ('agenda', 'minutes', 'digest', 'work_plan')),
        CONSTRAINT paper_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$')
      )`);
    await isolateByCounty(db, 'paper', 'SELECT, INSERT');
    await db.query(`
      CREATE TABLE paper_file (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        paper_id uuid NOT NULL,
        format text NOT NULL,
        bytes bytea NOT NULL,
        sha256 text NOT NULL,
        CONSTRAINT paper_file_pk PRIMARY KEY (id),
        CONSTRAINT paper_file_paper_fk FOREIGN KEY (county_id, paper_id) REFERENCES paper (county_id, id),
        CONSTRAINT paper_file_unique UNIQUE (paper_id, format),
        CONSTRAINT paper_file_format_known CHECK (format IN ('docx', 'pdf', 'json')),
        CONSTRAINT paper_file_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$')
      )`);
    await isolateByCounty(db, 'paper_file', 'SELECT, INSERT');
  }

  /**
   * Adjusted minutes are closed, to the owner too: what was said, who was there, what was decided and under which number.
   * What happens to a decision, an action point or a lifted question afterwards (done, answered, and how) goes on.
   */
  private async guardAdjusted(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_adjusted_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        meeting_state text;
        of_meeting uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.meeting_id ELSE NEW.meeting_id END;
      BEGIN
        SELECT state INTO meeting_state FROM meeting WHERE id = of_meeting FOR SHARE;
        IF meeting_state = 'adjusted' THEN
          RAISE EXCEPTION 'the minutes are adjusted' USING ERRCODE = 'SH010';
        END IF;
        IF TG_OP = 'UPDATE' AND NEW.meeting_id IS DISTINCT FROM OLD.meeting_id THEN
          RAISE EXCEPTION 'a row cannot move between meetings' USING ERRCODE = 'SH010';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    for (const table of ['agenda_item', 'meeting_attendance', 'minutes', 'minutes_adjuster']) {
      await db.query(
        `CREATE TRIGGER ${table}_adjusted BEFORE INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_adjusted_meeting()`,
      );
    }
    await db.query(`
      CREATE TRIGGER decision_adjusted_new BEFORE INSERT OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION refuse_adjusted_meeting()`);
    await db.query(`
      CREATE TRIGGER decision_adjusted BEFORE UPDATE OF group_id, meeting_id, agenda_item_id, activity_id, goal_id, answers_lift_id,
        year, number, decided_on, text ON decision FOR EACH ROW EXECUTE FUNCTION refuse_adjusted_meeting()`);
    await db.query(`
      CREATE TRIGGER action_point_adjusted_new BEFORE INSERT OR DELETE ON action_point FOR EACH ROW EXECUTE FUNCTION refuse_adjusted_meeting()`);
    await db.query(`
      CREATE TRIGGER action_point_adjusted BEFORE UPDATE OF group_id, meeting_id, agenda_item_id, decision_id, activity_id, text
        ON action_point FOR EACH ROW EXECUTE FUNCTION refuse_adjusted_meeting()`);
    await db.query(`
      CREATE TRIGGER lift_adjusted_new BEFORE INSERT OR DELETE ON lift FOR EACH ROW EXECUTE FUNCTION refuse_adjusted_meeting()`);
    await db.query(`
      CREATE TRIGGER lift_adjusted BEFORE UPDATE OF from_group_id, meeting_id, agenda_item_id, activity_id, goal_id, question, proposal, raised_by, raised_at
        ON lift FOR EACH ROW EXECUTE FUNCTION refuse_adjusted_meeting()`);
    await db.query(`
      CREATE FUNCTION refuse_meeting_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state = 'adjusted' AND (TG_OP = 'DELETE' OR NEW IS DISTINCT FROM OLD) THEN
          RAISE EXCEPTION 'the minutes are adjusted' USING ERRCODE = 'SH010';
        END IF;
        IF TG_OP = 'UPDATE' AND NEW.state = 'adjusted' AND NOT EXISTS
          (SELECT 1 FROM paper p WHERE p.kind = 'minutes' AND p.subject_id = NEW.id) THEN
          RAISE EXCEPTION 'minutes are adjusted only together with their frozen paper' USING ERRCODE = 'SH010';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    await db.query(
      `CREATE TRIGGER meeting_adjusted BEFORE UPDATE OR DELETE ON meeting FOR EACH ROW EXECUTE FUNCTION refuse_meeting_change()`,
    );
    await db.query(`
      CREATE FUNCTION refuse_paper_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a frozen paper does not change' USING ERRCODE = 'SH010';
      END $$`);
    for (const table of ['paper', 'paper_file']) {
      await db.query(
        `CREATE TRIGGER ${table}_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_paper_change()`,
      );
    }
  }

  /**
   * Minutes that are out to be adjusted get another version with every change of what stands in them, whoever makes it, so that
   * nobody adjusts what they have not read. The rows have been held by their meeting before (refuse_adjusted_meeting).
   */
  private async versionSent(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION note_minutes_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE minutes SET version = version + 1 WHERE state = 'adjusting'
          AND meeting_id = CASE WHEN TG_OP = 'DELETE' THEN OLD.meeting_id ELSE NEW.meeting_id END;
        RETURN NULL;
      END $$`);
    for (const [table, columns] of Object.entries(STANDS_IN_MINUTES)) {
      const changed = columns.map((column) => `OLD.${column} IS DISTINCT FROM NEW.${column}`).join(' OR ');
      await db.query(
        `CREATE TRIGGER ${table}_in_minutes_new AFTER INSERT OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION note_minutes_changed()`,
      );
      await db.query(
        `CREATE TRIGGER ${table}_in_minutes AFTER UPDATE ON ${table} FOR EACH ROW WHEN (${changed}) EXECUTE FUNCTION note_minutes_changed()`,
      );
    }
  }

  /**
   * Whoever is removed from the county is forgotten here too: in the group, and in minutes that are not adjusted. What is
   * adjusted is the county's record, and says who was there.
   */
  private async forgetTheRemoved(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION forget_in_groups() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE forgotten CONSTANT text := 'Tidigare medarbetare';
      BEGIN
        UPDATE meeting_attendance x SET name = forgotten, version = x.version + 1 FROM group_member m, meeting t
          WHERE m.id = x.member_id AND t.id = x.meeting_id AND t.state <> 'adjusted'
            AND m.county_id = NEW.county_id AND m.person_id = NEW.person_id;
        UPDATE minutes_adjuster x SET name = forgotten, version = x.version + 1 FROM group_member m, meeting t
          WHERE m.id = x.member_id AND t.id = x.meeting_id AND t.state <> 'adjusted'
            AND m.county_id = NEW.county_id AND m.person_id = NEW.person_id;
        UPDATE group_member m SET name = forgotten, email = '', person_id = NULL, version = m.version + 1,
            to_day = least(coalesce(m.to_day, 'infinity'), greatest(m.from_day, (now() AT TIME ZONE 'Europe/Stockholm')::date))
          WHERE m.county_id = NEW.county_id AND m.person_id = NEW.person_id;
        UPDATE action_point x SET assignee = '', version = x.version + 1
          WHERE x.county_id = NEW.county_id AND x.person_id = NEW.person_id AND x.assignee <> '';
        RETURN NULL;
      END $$`);
    await db.query(
      `CREATE TRIGGER county_person_forgotten_in_groups AFTER UPDATE OF removed_at ON county_person FOR EACH ROW
         WHEN (NEW.removed_at IS NOT NULL AND OLD.removed_at IS NULL) EXECUTE FUNCTION forget_in_groups()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TRIGGER county_person_forgotten_in_groups ON county_person');
    await db.query('DROP FUNCTION forget_in_groups()');
    await db.query('ALTER TABLE meeting DROP CONSTRAINT meeting_current_item_fk');
    await db.query('ALTER TABLE lift DROP CONSTRAINT lift_item_fk');
    await db.query(
      'ALTER TABLE agenda_item DROP CONSTRAINT agenda_item_decision_fk, DROP CONSTRAINT agenda_item_action_point_fk',
    );
    const tables = [
      'paper_file',
      'paper',
      'minutes_adjuster',
      'minutes',
      'action_point',
      'decision',
      'agenda_item',
      'lift',
      'rotation_item',
      'meeting_attendance',
      'meeting_letter',
      'meeting',
      'activity_parking',
      'group_member',
      'group_activity',
      'work_group',
    ];
    for (const table of tables) await db.query(`DROP TABLE ${table}`);
    for (const name of [
      'refuse_adjusted_meeting',
      'refuse_meeting_change',
      'refuse_paper_change',
      'note_minutes_changed',
    ])
      await db.query(`DROP FUNCTION ${name}()`);
  }
}
