/** The reference for events: one hand-written statement per answer, as in bare-sql.ts. */

const MADE = `
  made AS (
    INSERT INTO logged_event (id, county_id, registration_key, kind_id, day, title, participants, created_by, updated_by)
    VALUES (uuidv7(), $1, uuidv7(), $3, $4, $5, $6, $2, $2) RETURNING *),
  activities AS (
    INSERT INTO event_activity (event_id, activity_id, plan_id, county_id)
    SELECT made.id, a.id, a.plan_id, $1 FROM made, activity a WHERE a.id = ANY($7::uuid[])),
  municipalities AS (
    INSERT INTO event_municipality (event_id, municipality_code, county_id) SELECT made.id, x, $1 FROM made, unnest($8::text[]) x),
  organisations AS (
    INSERT INTO event_organisation (event_id, organisation_id, county_id) SELECT made.id, x, $1 FROM made, unnest($9::uuid[]) x),
  audited AS (
    INSERT INTO audit_event (id, county_id, person_id, source, action, entity, entity_id, changes)
    SELECT uuidv7(), $1, $2, 'web', 'create', 'event', id, jsonb_build_object('title', jsonb_build_object('new', title)) FROM made)`;

/** $1 county, $2 person, $3 kind, $4 day, $5 title, $6 participants, $7 activities, $8 municipalities, $9 organisations */
export const EVENT = `WITH ${MADE} SELECT row_to_json(made)::text AS body FROM made`;

/**
 * The same event with the rows the API writes because of it: each figure the rules give, the outcome where it stands, and
 * that one's audit row. It adds one to each and asks no rule; what it costs is the rows.
 */
export const EVENT_AND_FIGURES = `WITH ${MADE},
  figures AS (
    UPDATE computed_outcome c SET value = c.value + 1, event_ids = c.event_ids || made.id, computed_at = now() FROM made
    WHERE c.indicator_id IN (SELECT indicator_id FROM activity_indicator WHERE activity_id = ANY($7::uuid[]))
      AND c.round_id = (SELECT r.id FROM follow_up_round r JOIN activity a ON a.plan_id = r.plan_id WHERE r.state = 'open' AND a.id = ($7::uuid[])[1])
      AND (c.municipality_code IS NULL OR c.municipality_code = ANY($8::text[]))
    RETURNING c.round_id, c.indicator_id, c.municipality_code, c.value),
  outcomes AS (
    UPDATE outcome o SET value = f.value, version = o.version + 1, reported_at = now(), reported_by = $2 FROM figures f
    WHERE o.round_id = f.round_id AND o.indicator_id = f.indicator_id AND o.municipality_code IS NOT DISTINCT FROM f.municipality_code
      AND o.source = 'events' RETURNING o.id, o.value),
  changes AS (
    INSERT INTO audit_event (id, county_id, person_id, source, action, entity, entity_id, changes)
    SELECT uuidv7(), $1, $2, 'web', 'update', 'outcome', id, jsonb_build_object('value', jsonb_build_object('new', value)) FROM outcomes)
  SELECT row_to_json(made)::text AS body FROM made`;

const ACTIVITIES_OF = `(SELECT json_agg(json_build_object('id', a.id, 'plan', json_build_object('id', p.id, 'slug', p.slug, 'title', p.title),
    'reference', ar.number || '/' || a.number, 'text', a.text) ORDER BY ar.position, a.position)
  FROM event_activity x JOIN activity a ON a.id = x.activity_id JOIN area ar ON ar.id = a.area_id JOIN p ON p.id = a.plan_id WHERE x.event_id = e.id)`;

/** $1 county, $2 slug: the newest 50 of the plan's events, how many there are, and what each filter would give. */
export const EVENTS = `WITH p AS (SELECT * FROM plan WHERE county_id = $1 AND slug = $2),
  hits AS MATERIALIZED (SELECT e.* FROM logged_event e WHERE e.deleted_at IS NULL AND e.county_id = $1
    AND e.id IN (SELECT event_id FROM event_activity WHERE plan_id = (SELECT id FROM p))),
  shown AS (SELECT h.*, k.name AS kind_name FROM (SELECT * FROM hits ORDER BY day DESC, id DESC LIMIT 50) h JOIN event_kind k ON k.id = h.kind_id)
  SELECT json_build_object(
    'items', (SELECT json_agg(json_build_object('id', e.id, 'version', e.version, 'kind', json_build_object('id', e.kind_id, 'name', e.kind_name), 'day', e.day,
        'title', e.title, 'activities', ${ACTIVITIES_OF},
        'municipalities', (SELECT json_agg(json_build_object('code', m.code, 'name', m.name) ORDER BY m.name COLLATE "sv-x-icu")
          FROM event_municipality x JOIN municipality m ON m.code = x.municipality_code WHERE x.event_id = e.id),
        'organisations', (SELECT json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o.name COLLATE "sv-x-icu")
          FROM event_organisation x JOIN organisation o ON o.id = x.organisation_id WHERE x.event_id = e.id),
        'participants', e.participants, 'mayEdit', true) ORDER BY e.day DESC, e.id DESC) FROM shown e),
    'total', (SELECT count(*) FROM hits), 'page', 1, 'pageSize', 50,
    'participants', (SELECT json_build_object('sum', sum(participants), 'counted', count(participants)) FROM hits),
    'facets', json_build_object(
      'kind', (SELECT json_agg(json_build_object('value', k.id, 'label', k.name, 'count', n.count) ORDER BY k.position)
        FROM (SELECT kind_id, count(*) FROM hits GROUP BY 1) n JOIN event_kind k ON k.id = n.kind_id),
      'municipality', (SELECT json_agg(json_build_object('value', m.code, 'label', m.name, 'count', n.count) ORDER BY m.name COLLATE "sv-x-icu")
        FROM (SELECT x.municipality_code, count(*) FROM hits JOIN event_municipality x ON x.event_id = hits.id GROUP BY 1) n JOIN municipality m ON m.code = n.municipality_code),
      'organisation', (SELECT json_agg(json_build_object('value', o.id, 'label', o.name, 'count', n.count) ORDER BY o.name COLLATE "sv-x-icu")
        FROM (SELECT x.organisation_id, count(*) FROM hits JOIN event_organisation x ON x.event_id = hits.id GROUP BY 1) n JOIN organisation o ON o.id = n.organisation_id),
      'activity', (SELECT json_agg(json_build_object('value', a.id, 'label', ar.number || '/' || a.number, 'count', n.count) ORDER BY ar.position, a.position)
        FROM (SELECT x.activity_id, count(*) FROM hits JOIN event_activity x ON x.event_id = hits.id WHERE x.plan_id = (SELECT id FROM p) GROUP BY 1) n
        JOIN activity a ON a.id = n.activity_id JOIN area ar ON ar.id = a.area_id)))::text AS body`;
