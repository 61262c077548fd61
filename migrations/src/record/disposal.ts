import type { QueryRunner } from 'typeorm';

const NAMES_ONLY = (row: string): string =>
  `(SELECT coalesce(jsonb_object_agg(k, '{}'::jsonb), '{}'::jsonb) FROM jsonb_object_keys(${row}.changes) k)`;

/** Rows of the record that tell of gallring hold nobody's data, and are what the disposed rows are checked against. */
const TELLS_OF_DISPOSAL = `(e.entity = 'retention_class' AND e.action = 'dispose')`;

/** Gallring: what is due, one batch of it, and the only change that a row of the record lets happen to it. */
export async function addDisposal(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE FUNCTION disposed_before(years integer) RETURNS timestamptz LANGUAGE sql STABLE AS
    $$ SELECT (date_trunc('day', now() AT TIME ZONE 'Europe/Stockholm') - make_interval(years => years)) AT TIME ZONE 'Europe/Stockholm' $$`);
  await db.query(`GRANT EXECUTE ON FUNCTION disposed_before(integer) TO samhandling_app`);
  await addCandidates(db);
  await guardRecord(db);
  // A mail keeps that it was sent; to whom, where and about what goes.
  await db.query(`ALTER TABLE mail_message ALTER COLUMN person_id DROP NOT NULL`);
  await addBatch(db);
}

/** One list for the preview and for the run, so that they cannot differ. */
async function addCandidates(db: QueryRunner): Promise<void> {
  const of = (key: string, table: string, at: string, isLeft: string): string =>
    `SELECT c.county_id, c.key, c.years, e.id, ${at} AS at FROM retention_class c
       JOIN ${table} e ON e.county_id = c.county_id AND ${at} < disposed_before(c.years) WHERE c.key = '${key}' AND ${isLeft}`;
  await db.query(`
    CREATE VIEW disposal_candidate WITH (security_invoker = true) AS
    ${[
      of('record', 'audit_event', 'e.at', `e.disposed_by IS NULL AND NOT ${TELLS_OF_DISPOSAL}`),
      of('mail', 'mail_message', 'e.created_at', `(e.person_id IS NOT NULL OR e.address <> '')`),
      of('answer_link', 'answer_link_use', 'e.at', `e.browser <> ''`),
      of('import', 'plan_import', 'e.created_at', `e.state <> 'imported'`),
    ].join(' UNION ALL ')}`);
  await db.query(`GRANT SELECT ON disposal_candidate TO samhandling_app`);
}

/**
 * The record may lose whom a row was about, when it is old enough by the county's own decision, and nothing else: the rule
 * holds whoever asks, the owner included.
 */
async function guardRecord(db: QueryRunner): Promise<void> {
  await db.query(`DROP TRIGGER audit_event_written_once ON audit_event`);
  await db.query(
    `CREATE TRIGGER audit_event_written_once BEFORE DELETE OR TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  );
  await db.query(`
    CREATE FUNCTION refuse_record_change() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE e audit_event := OLD;
    BEGIN
      IF OLD.disposed_by IS NULL AND NEW.disposed_by IS NOT NULL AND NEW.changes = ${NAMES_ONLY('OLD')}
        AND (NEW.id, NEW.county_id, NEW.at, NEW.source, NEW.action, NEW.entity, NEW.entity_id)
          = (OLD.id, OLD.county_id, OLD.at, OLD.source, OLD.action, OLD.entity, OLD.entity_id)
        AND NOT ${TELLS_OF_DISPOSAL}
        AND EXISTS (SELECT 1 FROM retention_class c WHERE c.county_id = OLD.county_id AND c.key = 'record' AND OLD.at < disposed_before(c.years))
      THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'audit_event is written once' USING ERRCODE = 'SH003';
    END $$`);
  await db.query(
    `CREATE TRIGGER audit_event_only_disposed BEFORE UPDATE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_record_change()`,
  );
}

/**
 * Takes one batch of what is due in the county under way, oldest first, and records it, in one transaction: a run that
 * stops half-way has done whole batches, and the next goes on. Two at once take turns. Answers how many were taken.
 */
async function addBatch(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE FUNCTION dispose_batch(class_key text, most integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    DECLARE
      place uuid := current_county();
      entry uuid := gen_random_uuid();
      rule retention_class;
      due uuid[];
      oldest timestamptz;
    BEGIN
      IF place IS NULL OR most NOT BETWEEN 1 AND 10000 THEN
        RAISE EXCEPTION 'a batch has a county and at most 10000 rows' USING ERRCODE = '22023';
      END IF;
      PERFORM pg_advisory_xact_lock(7264216, ('x' || right(place::text, 8))::bit(32)::integer);
      SELECT * INTO rule FROM retention_class c WHERE c.county_id = place AND c.key = class_key;
      SELECT array_agg(d.id), min(d.at) INTO due, oldest FROM
        (SELECT c.id, c.at FROM disposal_candidate c WHERE c.county_id = place AND c.key = class_key ORDER BY c.at, c.id LIMIT most) d;
      IF due IS NULL THEN RETURN 0; END IF;
      CASE class_key
        WHEN 'record' THEN
          UPDATE audit_event e SET person_id = NULL, on_behalf_of_id = NULL, request_id = NULL, salt = NULL,
            changes = ${NAMES_ONLY('e')}, disposed_by = entry WHERE e.id = ANY(due);
        WHEN 'mail' THEN
          UPDATE mail_message m SET person_id = NULL, address = '', subject = '', contents = '[]', last_error = '' WHERE m.id = ANY(due);
        WHEN 'answer_link' THEN UPDATE answer_link_use u SET browser = '' WHERE u.id = ANY(due);
        WHEN 'import' THEN DELETE FROM plan_import i WHERE i.id = ANY(due);
      END CASE;
      INSERT INTO audit_event (id, county_id, person_id, source, action, entity, entity_id, changes)
        VALUES (entry, place, current_person(), 'system', 'dispose', 'retention_class', rule.id, jsonb_build_object(
          'class', jsonb_build_object('new', class_key), 'count', jsonb_build_object('new', cardinality(due)),
          'from', jsonb_build_object('new', to_char(oldest AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD')),
          'before', jsonb_build_object('new', to_char(disposed_before(rule.years) AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD'))));
      RETURN cardinality(due);
    END $$`);
  await db.query(`REVOKE EXECUTE ON FUNCTION dispose_batch(text, integer) FROM PUBLIC`);
  await db.query(`GRANT EXECUTE ON FUNCTION dispose_batch(text, integer) TO samhandling_app`);
}

export async function removeDisposal(db: QueryRunner): Promise<void> {
  await db.query(`DROP FUNCTION dispose_batch(text, integer)`);
  // Held to the county like everybody, so county by county.
  await db.query(`
    DO $$
    DECLARE place uuid;
    BEGIN
      FOR place IN SELECT id FROM county LOOP
        PERFORM set_config('samhandling.county', place::text, true);
        DELETE FROM mail_message WHERE person_id IS NULL;
      END LOOP;
      PERFORM set_config('samhandling.county', '', true);
    END $$`);
  await db.query(`ALTER TABLE mail_message ALTER COLUMN person_id SET NOT NULL`);
  await db.query(`DROP TRIGGER audit_event_only_disposed ON audit_event`);
  await db.query(`DROP FUNCTION refuse_record_change()`);
  await db.query(`DROP TRIGGER audit_event_written_once ON audit_event`);
  await db.query(
    `CREATE TRIGGER audit_event_written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  );
  await db.query(`DROP VIEW disposal_candidate`);
  await db.query(`DROP FUNCTION disposed_before(integer)`);
}
