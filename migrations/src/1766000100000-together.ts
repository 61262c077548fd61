import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByCounty } from './county-table.ts';

/**
 * Answering together: what the other responsible organisations say about an answer, who of a collective takes part,
 * handing over one person's items to another, and targets with a margin of their own.
 */
export class Together1766000100000 implements MigrationInterface {
  readonly name = 'Together1766000100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE follow_up_response (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        round_id uuid NOT NULL,
        follow_up_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        kind text NOT NULL,
        text text NOT NULL DEFAULT '',
        person_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT follow_up_response_pk PRIMARY KEY (id),
        CONSTRAINT follow_up_response_round_fk FOREIGN KEY (county_id, round_id) REFERENCES follow_up_round (county_id, id) ON DELETE CASCADE,
        CONSTRAINT follow_up_response_follow_up_fk FOREIGN KEY (county_id, follow_up_id) REFERENCES follow_up (county_id, id) ON DELETE CASCADE,
        CONSTRAINT follow_up_response_organisation_fk FOREIGN KEY (county_id, organisation_id) REFERENCES organisation (county_id, id),
        CONSTRAINT follow_up_response_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT follow_up_response_unique UNIQUE (follow_up_id, organisation_id),
        CONSTRAINT follow_up_response_kind_known CHECK (kind IN ('agree', 'add')),
        CONSTRAINT follow_up_response_addition_given CHECK (kind = 'agree' OR text <> '')
      )`);
    await isolateByCounty(db, 'follow_up_response', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      CREATE TABLE participation (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        round_id uuid NOT NULL,
        activity_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        state text NOT NULL,
        note text NOT NULL DEFAULT '',
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT participation_pk PRIMARY KEY (id),
        CONSTRAINT participation_round_fk FOREIGN KEY (county_id, round_id) REFERENCES follow_up_round (county_id, id) ON DELETE CASCADE,
        CONSTRAINT participation_activity_fk FOREIGN KEY (county_id, activity_id) REFERENCES activity (county_id, id),
        CONSTRAINT participation_organisation_fk FOREIGN KEY (county_id, organisation_id) REFERENCES organisation (county_id, id),
        CONSTRAINT participation_updated_by_fk FOREIGN KEY (updated_by) REFERENCES person (id),
        CONSTRAINT participation_unique UNIQUE (round_id, activity_id, organisation_id),
        CONSTRAINT participation_state_known CHECK (state IN ('invited', 'confirmed', 'took_part', 'declined'))
      )`);
    await db.query(`CREATE INDEX participation_activity ON participation (activity_id)`);
    await db.query(`CREATE INDEX participation_organisation ON participation (organisation_id)`);
    await isolateByCounty(db, 'participation', 'SELECT, INSERT, UPDATE, DELETE');
    for (const table of ['follow_up_response', 'participation']) {
      await db.query(
        `CREATE TRIGGER ${table}_adopted BEFORE INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_adopted_round()`,
      );
    }
    await this.addPlacesLeftOut(db);
    await db.query(`
      CREATE TABLE handover (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        from_person_id uuid NOT NULL,
        to_person_id uuid NOT NULL,
        reason text NOT NULL DEFAULT '',
        follow_up_ids uuid[] NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        by_person_id uuid NOT NULL,
        undone_at timestamptz,
        undone_by uuid,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT handover_pk PRIMARY KEY (id),
        CONSTRAINT handover_county_fk FOREIGN KEY (county_id) REFERENCES county (id),
        CONSTRAINT handover_from_fk FOREIGN KEY (from_person_id) REFERENCES person (id),
        CONSTRAINT handover_to_fk FOREIGN KEY (to_person_id) REFERENCES person (id),
        CONSTRAINT handover_by_fk FOREIGN KEY (by_person_id) REFERENCES person (id),
        CONSTRAINT handover_undone_by_fk FOREIGN KEY (undone_by) REFERENCES person (id),
        CONSTRAINT handover_to_somebody_else CHECK (from_person_id <> to_person_id),
        CONSTRAINT handover_undone CHECK ((undone_at IS NULL) = (undone_by IS NULL))
      )`);
    await isolateByCounty(db, 'handover', 'SELECT, INSERT, UPDATE');
    await db.query(`
      ALTER TABLE indicator ADD COLUMN target_margin numeric,
        ADD CONSTRAINT indicator_target_margin_range CHECK (target_margin BETWEEN 0 AND 1)`);
  }

  /**
   * Municipalities that an indicator does not ask in a round: left out of each collective its activities name because they
   * were no member at the round's end, or declined in all of those activities. Without a collective everybody is asked.
   */
  private async addPlacesLeftOut(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE VIEW place_left_out WITH (security_invoker = true) AS
      WITH asked AS (
        SELECT DISTINCT r.id AS round_id, ai.indicator_id, ai.activity_id, aa.organisation_id AS collective_id, r.to_day, r.county_id
        FROM follow_up_round r
        JOIN indicator i ON i.plan_id = r.plan_id AND i.breakdown = 'municipality'
        JOIN activity_indicator ai ON ai.indicator_id = i.id
        JOIN activity_actor aa ON aa.activity_id = ai.activity_id
        JOIN organisation c ON c.id = aa.organisation_id AND c.kind = 'collective'
      ), place AS (
        SELECT asked.round_id, asked.indicator_id, asked.activity_id, asked.county_id, m.municipality_code,
          bool_or(coalesce(om.from_day, '-infinity') <= asked.to_day AND coalesce(om.to_day, 'infinity') >= asked.to_day
            AND coalesce(p.state, '') <> 'declined') AS takes_part,
          bool_or(p.state = 'declined') AS declined
        FROM asked
        JOIN organisation_member om ON om.collective_id = asked.collective_id
        JOIN organisation m ON m.id = om.member_id AND m.municipality_code IS NOT NULL
        LEFT JOIN participation p ON p.round_id = asked.round_id AND p.activity_id = asked.activity_id AND p.organisation_id = m.id
        GROUP BY 1, 2, 3, 4, 5
      )
      SELECT round_id, indicator_id, county_id, municipality_code, bool_or(declined) AS declined
      FROM place GROUP BY 1, 2, 3, 4 HAVING NOT bool_or(takes_part)`);
    await db.query(`GRANT SELECT ON place_left_out TO samhandling_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE indicator DROP CONSTRAINT indicator_target_margin_range, DROP COLUMN target_margin`);
    await db.query(`DROP VIEW place_left_out`);
    for (const table of ['handover', 'participation', 'follow_up_response']) await db.query(`DROP TABLE ${table}`);
  }
}
