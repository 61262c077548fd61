import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByCounty } from './county-table.ts';

/** A published plan of the county of the transaction. Said in every view, since a superuser as owner passes by row-level security. */
const PUBLISHED_PLAN = `JOIN publication u ON u.plan_id = p.id AND u.round_id IS NULL AND u.published_at IS NOT NULL
  WHERE p.county_id = current_county() AND u.county_id = current_county() AND p.state IN ('adopted', 'closed')`;
const OF_PUBLISHED_PLAN = (alias: string): string => `JOIN plan p ON p.id = ${alias}.plan_id ${PUBLISHED_PLAN}`;

/** The frozen facts of the version that was published, while its plan is published too. Others are not even read. */
const PUBLISHED_ROUND = `FROM publication shown
  JOIN frozen_report f ON f.id = shown.frozen_report_id AND f.county_id = current_county()
  CROSS JOIN LATERAL (SELECT CASE WHEN shown.published_at IS NOT NULL THEN f.canonical_json::jsonb END AS facts OFFSET 0) report
  JOIN plan p ON p.id = shown.plan_id
  JOIN publication u ON u.plan_id = p.id AND u.round_id IS NULL AND u.published_at IS NOT NULL`;
const IS_PUBLISHED_ROUND = `WHERE shown.county_id = current_county() AND p.county_id = current_county()
  AND shown.round_id IS NOT NULL AND shown.published_at IS NOT NULL
  AND report.facts->>'form' = 'samhandling.county-report.1'`;

/** What the public may read, column by column. api/src/public/public-fields.ts names the same, and a test holds them together. */
const VIEWS: readonly (readonly [name: string, select: string])[] = [
  [
    'county',
    `SELECT c.id, c.code, c.name, count(*)::int AS plans,
       md5(string_agg(u.plan_id::text || ':' || u.edition, ',' ORDER BY u.plan_id)) AS edition
     FROM county c JOIN publication u ON u.county_id = c.id AND u.round_id IS NULL AND u.published_at IS NOT NULL
     GROUP BY c.id, c.code, c.name`,
  ],
  [
    'plan',
    `SELECT p.id, p.slug, p.title, p.theme, p.first_year, p.last_year, p.state, p.purposes, p.overarching_goals,
       p.specific_goals, p.records_number, p.decision_reference, p.words, u.published_at
     FROM plan p ${PUBLISHED_PLAN}`,
  ],
  ['goal', `SELECT g.id, g.plan_id, g.position, g.number, g.code, g.title FROM goal g ${OF_PUBLISHED_PLAN('g')}`],
  ['area', `SELECT a.id, a.plan_id, a.goal_id, a.position, a.number, a.title FROM area a ${OF_PUBLISHED_PLAN('a')}`],
  [
    'activity',
    `SELECT a.id, a.plan_id, a.goal_id, a.area_id, a.position, a.number, a.text, a.recurrence, a.first_year, a.last_year,
       a.open_ended, (SELECT o.name FROM organisation o WHERE o.id = a.responsible_group_id) AS responsible_group
     FROM activity a ${OF_PUBLISHED_PLAN('a')}`,
  ],
  [
    'activity_actor',
    `SELECT a.plan_id, a.activity_id, a.role, a.position, o.name
     FROM activity_actor a JOIN organisation o ON o.id = a.organisation_id ${OF_PUBLISHED_PLAN('a')}`,
  ],
  [
    'activity_indicator',
    `SELECT a.plan_id, a.activity_id, a.position, i.id AS indicator_id, i.text
     FROM activity_indicator a JOIN indicator i ON i.id = a.indicator_id ${OF_PUBLISHED_PLAN('a')}`,
  ],
  [
    'round',
    `SELECT shown.round_id AS id, shown.plan_id, report.facts->'round'->>'label' AS label,
       report.facts->'round'->>'from' AS from_day, report.facts->'round'->>'to' AS to_day,
       report.facts->'lastRound'->>'label' AS last_label, report.facts->'municipalities' AS municipalities,
       f.version_number, f.adopted_at, f.sha256, shown.published_at
     ${PUBLISHED_ROUND} ${IS_PUBLISHED_ROUND}`,
  ],
  [
    'round_goal',
    `SELECT shown.round_id, shown.plan_id, goal.place::int AS position, (goal.facts->>'number')::int AS number,
       goal.facts->>'judgement' AS judgement, goal.facts->>'text' AS text, goal.facts->'last'->>'judgement' AS last_judgement
     ${PUBLISHED_ROUND}
     CROSS JOIN LATERAL jsonb_array_elements(report.facts->'goals') WITH ORDINALITY AS goal(facts, place)
     ${IS_PUBLISHED_ROUND}`,
  ],
  [
    'round_activity',
    `SELECT shown.round_id, shown.plan_id, activity.facts->>'reference' AS reference,
       activity.facts->'followUp'->>'judgement' AS judgement, activity.facts->'followUp' <> 'null' AS is_followed,
       activity.facts->'last'->>'judgement' AS last_judgement
     ${PUBLISHED_ROUND}
     CROSS JOIN LATERAL jsonb_array_elements(report.facts->'goals') AS goal(facts)
     CROSS JOIN LATERAL jsonb_array_elements(goal.facts->'areas') AS area(facts)
     CROSS JOIN LATERAL jsonb_array_elements(area.facts->'activities') AS activity(facts)
     ${IS_PUBLISHED_ROUND}`,
  ],
  [
    'round_figure',
    `SELECT shown.round_id, shown.plan_id, (figure.facts->>'id')::uuid AS indicator_id, figure.place::int AS position,
       ${[
         'text',
         'kind',
         'unit',
         'decimals',
         'direction',
         'breakdown',
         'settled',
         'target',
         'baseline',
         'activities',
         'now',
         'last',
         'sexes',
         'places',
       ]
         .map((field) => `nullif(figure.facts->'${field}', 'null') AS ${field}`)
         .join(', ')},
       nullif(figure.facts->'combinePlaces', 'null') AS combine_places,
       nullif(figure.facts->'smallNumberThreshold', 'null') AS small_number_threshold,
       nullif(figure.facts->'changedSinceLast', 'null') AS changed_since_last
     ${PUBLISHED_ROUND}
     CROSS JOIN LATERAL jsonb_array_elements(report.facts->'indicators') WITH ORDINALITY AS figure(facts, place)
     ${IS_PUBLISHED_ROUND}`,
  ],
  [
    'report_file',
    `SELECT shown.round_id, shown.plan_id, d.format, d.sha256, octet_length(d.bytes) AS size, d.bytes
     ${PUBLISHED_ROUND} JOIN frozen_file d ON d.frozen_report_id = f.id AND d.county_id = current_county()
     ${IS_PUBLISHED_ROUND}`,
  ],
];

/**
 * What a county has decided to show the world, and a role for the world to read it by. The role sees nothing but the views
 * in `published`: no table, no function but the one that says which county, no row that nobody has published.
 */
export class Publishing1767000300000 implements MigrationInterface {
  readonly name = 'Publishing1767000300000';

  async up(db: QueryRunner): Promise<void> {
    await this.addRole(db);
    await this.closeFunctions(db);
    await this.addPublication(db);
    await this.guardPublication(db);
    await this.moveEditions(db);
    await this.addViews(db);
  }

  /** The role is the cluster's, so it may be there already; its settings are then its keeper's. */
  private async addRole(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'samhandling_public') THEN RETURN; END IF;
        CREATE ROLE samhandling_public LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOINHERIT;
        ALTER ROLE samhandling_public SET default_transaction_read_only = on;
        ALTER ROLE samhandling_public SET statement_timeout = '5s';
        ALTER ROLE samhandling_public SET idle_in_transaction_session_timeout = '10s';
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$`);
  }

  /** PostgreSQL lets everybody call every function unless told otherwise. From here on it has to be told to. */
  private async closeFunctions(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $$ DECLARE f record; BEGIN
        FOR f IN SELECT p.oid::regprocedure AS name, p.prorettype = 'trigger'::regtype AS is_trigger FROM pg_proc p
          WHERE p.pronamespace = 'public'::regnamespace AND p.proowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)
            AND (p.proacl IS NULL OR EXISTS (SELECT 1 FROM aclexplode(p.proacl) a WHERE a.grantee = 0))
        LOOP
          EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f.name);
          IF NOT f.is_trigger THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO samhandling_app', f.name); END IF;
        END LOOP;
      END $$`);
    await db.query(`ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC`);
    // The views and the policies behind them ask which county it is about, in the name of whoever reads.
    await db.query(`GRANT EXECUTE ON FUNCTION current_county() TO samhandling_public`);
  }

  /** One row per plan and one per round, which stays when it is taken back: who showed what, and until when. */
  private async addPublication(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE publication (
        id uuid NOT NULL,
        county_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        round_id uuid,
        frozen_report_id uuid,
        published_at timestamptz,
        published_by uuid,
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        edition bigint NOT NULL DEFAULT 1,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT publication_pk PRIMARY KEY (id),
        CONSTRAINT publication_unique UNIQUE NULLS NOT DISTINCT (plan_id, round_id),
        CONSTRAINT publication_plan_fk FOREIGN KEY (county_id, plan_id) REFERENCES plan (county_id, id) ON DELETE CASCADE,
        CONSTRAINT publication_round_fk FOREIGN KEY (county_id, round_id) REFERENCES follow_up_round (county_id, id) ON DELETE CASCADE,
        CONSTRAINT publication_report_fk FOREIGN KEY (county_id, frozen_report_id) REFERENCES frozen_report (county_id, id),
        CONSTRAINT publication_published_by_fk FOREIGN KEY (published_by) REFERENCES person (id),
        CONSTRAINT publication_withdrawn_by_fk FOREIGN KEY (withdrawn_by) REFERENCES person (id),
        CONSTRAINT publication_round_by_report CHECK ((round_id IS NULL) = (frozen_report_id IS NULL)),
        CONSTRAINT publication_shown_or_not CHECK (published_at IS NULL OR withdrawn_at IS NULL)
      )`);
    await isolateByCounty(db, 'publication', 'SELECT, INSERT, UPDATE');
    // Which counties show something is told across counties, by the view alone: it reads as the owner.
    await db.query(`CREATE POLICY publication_shown ON publication FOR SELECT TO CURRENT_USER
      USING (round_id IS NULL AND published_at IS NOT NULL)`);
  }

  /** Only what is adopted can be shown. The lock keeps a round from being reopened while it is being published. */
  private async guardPublication(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_unadopted_publication() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND (NEW.plan_id <> OLD.plan_id OR NEW.round_id IS DISTINCT FROM OLD.round_id) THEN
          RAISE EXCEPTION 'a publication is of one plan or round' USING ERRCODE = 'SH004';
        END IF;
        IF NEW.published_at IS NULL OR (TG_OP = 'UPDATE' AND NEW.published_at IS NOT DISTINCT FROM OLD.published_at
            AND NEW.frozen_report_id IS NOT DISTINCT FROM OLD.frozen_report_id) THEN
          RETURN NEW;
        END IF;
        IF NEW.round_id IS NULL THEN
          PERFORM 1 FROM plan p WHERE p.id = NEW.plan_id AND p.state IN ('adopted', 'closed') FOR SHARE;
        ELSE
          PERFORM 1 FROM follow_up_round r JOIN frozen_report f ON f.round_id = r.id AND f.version_number = r.version_number
            WHERE r.id = NEW.round_id AND r.plan_id = NEW.plan_id AND r.state = 'adopted' AND f.id = NEW.frozen_report_id
            FOR SHARE OF r;
        END IF;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'only what is adopted can be published' USING ERRCODE = 'SH004';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(
      `CREATE TRIGGER publication_adopted BEFORE INSERT OR UPDATE ON publication FOR EACH ROW EXECUTE FUNCTION refuse_unadopted_publication()`,
    );
    await db.query(`
      CREATE FUNCTION refuse_published_draft() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM publication u WHERE u.plan_id = NEW.id AND u.published_at IS NOT NULL) THEN
          RAISE EXCEPTION 'a published plan cannot become a draft' USING ERRCODE = 'SH004';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(
      `CREATE TRIGGER plan_published BEFORE UPDATE ON plan FOR EACH ROW WHEN (OLD.state <> 'draft' AND NEW.state = 'draft')
       EXECUTE FUNCTION refuse_published_draft()`,
    );
  }

  /** A plan's edition moves with everything its public pages show, so that a kept page is never stale. */
  private async moveEditions(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION move_edition() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN NEW.edition := OLD.edition + 1; RETURN NEW; END $$`);
    await db.query(
      `CREATE TRIGGER publication_edition BEFORE UPDATE ON publication FOR EACH ROW EXECUTE FUNCTION move_edition()`,
    );
    const touch = async (name: string, when: string): Promise<void> => {
      await db.query(`
        CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN UPDATE publication SET edition = edition WHERE round_id IS NULL AND ${when}; RETURN NULL; END $$`);
    };
    await touch('move_edition_of_plan', 'plan_id = NEW.id');
    await touch('move_edition_of_round', 'plan_id = NEW.plan_id');
    await touch('move_editions_of_county', 'county_id = NEW.county_id');
    await db.query(
      `CREATE TRIGGER publication_round_edition AFTER INSERT OR UPDATE ON publication FOR EACH ROW WHEN (NEW.round_id IS NOT NULL)
       EXECUTE FUNCTION move_edition_of_round()`,
    );
    await db.query(
      `CREATE TRIGGER plan_edition_moves AFTER UPDATE ON plan FOR EACH ROW WHEN (OLD.state <> 'draft')
       EXECUTE FUNCTION move_edition_of_plan()`,
    );
    await db.query(
      `CREATE TRIGGER organisation_edition_moves AFTER UPDATE ON organisation FOR EACH ROW WHEN (OLD.name <> NEW.name)
       EXECUTE FUNCTION move_editions_of_county()`,
    );
  }

  private async addViews(db: QueryRunner): Promise<void> {
    await db.query(`CREATE SCHEMA published`);
    await db.query(`GRANT USAGE ON SCHEMA published TO samhandling_public`);
    for (const [name, select] of VIEWS) {
      await db.query(`CREATE VIEW published.${name} WITH (security_barrier) AS ${select}`);
      await db.query(`GRANT SELECT ON published.${name} TO samhandling_public`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP SCHEMA published CASCADE`);
    await db.query(`DROP TRIGGER organisation_edition_moves ON organisation`);
    await db.query(`DROP TRIGGER plan_edition_moves ON plan`);
    await db.query(`DROP TRIGGER plan_published ON plan`);
    await db.query(`DROP TABLE publication`);
    for (const name of [
      'move_editions_of_county',
      'move_edition_of_round',
      'move_edition_of_plan',
      'move_edition',
      'refuse_published_draft',
      'refuse_unadopted_publication',
    ])
      await db.query(`DROP FUNCTION ${name}()`);
    await db.query(`REVOKE EXECUTE ON FUNCTION current_county() FROM samhandling_public`);
    await db.query(`ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC`);
    // The functions of the owner's rights were closed by the migrations that made them, and stay so.
    await db.query(`
      DO $$ DECLARE f record; BEGIN
        FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND NOT p.prosecdef
          AND p.proowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)
        LOOP
          EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM samhandling_app', f.name);
          EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO PUBLIC', f.name);
        END LOOP;
      END $$`);
  }
}
