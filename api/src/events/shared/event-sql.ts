/**
 * Pieces of SQL that the pages about events share, so that an event is written one way. They hold no values of the
 * caller: those travel as parameters.
 */

/** An instant as ISO 8601 in UTC. */
export function instant(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

export const planRef = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'title', ${alias}.title)`;

/** EventActivity of joined rows `a` (activity), `ar` (area) and `p` (plan). */
export const ACTIVITY_REF = `json_build_object('id', a.id, 'plan', ${planRef('p')}, 'reference', ar.number || '/' || a.number, 'text', a.text)`;

/** Activities in reading order, the newest plan first where an event serves several. */
export const READING_ORDER = 'p.first_year DESC, p.slug, g.position, ar.position, a.position';

/** EventActivity[] of event `e`. */
export const ACTIVITIES_OF_EVENT = `(SELECT coalesce(json_agg(${ACTIVITY_REF} ORDER BY ${READING_ORDER}), '[]')
  FROM event_activity x JOIN activity a ON a.id = x.activity_id JOIN area ar ON ar.id = a.area_id JOIN goal g ON g.id = a.goal_id
    JOIN plan p ON p.id = x.plan_id WHERE x.event_id = e.id)`;

/** References of the activities that indicator `i` serves, in reading order. */
export const REFERENCES_OF_INDICATOR = `(SELECT coalesce(json_agg(ar.number || '/' || a.number ORDER BY g.position, ar.position, a.position), '[]')
  FROM activity_indicator x JOIN activity a ON a.id = x.activity_id JOIN area ar ON ar.id = a.area_id JOIN goal g ON g.id = a.goal_id
  WHERE x.indicator_id = i.id)`;

/** The municipalities and organisations of event `e`, named, in Swedish order; `more` is added to each. */
export function municipalitiesOfEvent(more = ''): string {
  return `(SELECT coalesce(json_agg(json_build_object('code', m.code, 'name', m.name${more}) ORDER BY m.name COLLATE "sv-x-icu"), '[]')
    FROM event_municipality x JOIN municipality m ON m.code = x.municipality_code WHERE x.event_id = e.id)`;
}
export function organisationsOfEvent(more = ''): string {
  return `(SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name${more}) ORDER BY o.name COLLATE "sv-x-icu", o.id), '[]')
    FROM event_organisation x JOIN organisation o ON o.id = x.organisation_id WHERE x.event_id = e.id)`;
}

/** LoggedEvent of row `e`, but for `lockedReason`, which is words. */
export function eventBody(mayEdit: string): string {
  const participants = `, 'participants', x.participants`;
  return `json_build_object('id', e.id, 'version', e.version,
    'kind', (SELECT json_build_object('id', k.id, 'name', k.name) FROM event_kind k WHERE k.id = e.kind_id),
    'day', e.day, 'title', e.title, 'activities', ${ACTIVITIES_OF_EVENT},
    'municipalities', ${municipalitiesOfEvent(participants)}, 'organisations', ${organisationsOfEvent(participants)},
    'audiences', (SELECT coalesce(json_agg(json_build_object('name', x.name, 'participants', x.participants) ORDER BY x.name COLLATE "sv-x-icu"), '[]')
      FROM event_audience x WHERE x.event_id = e.id),
    'participants', e.participants, 'note', e.note,
    'createdAt', ${instant('e.created_at')}, 'createdBy', (SELECT json_build_object('id', w.id, 'name', w.name) FROM person w WHERE w.id = e.created_by),
    'updatedAt', ${instant('e.updated_at')}, 'updatedBy', (SELECT json_build_object('id', w.id, 'name', w.name) FROM person w WHERE w.id = e.updated_by),
    'mayEdit', ${mayEdit},
    'rounds', (SELECT coalesce(json_agg(json_build_object('id', r.id, 'plan', ${planRef('p')}, 'label', r.label, 'state', r.state)
        ORDER BY p.first_year DESC, r.from_day DESC, r.label DESC), '[]')
      FROM follow_up_round r JOIN plan p ON p.id = r.plan_id
      WHERE e.day BETWEEN r.from_day AND r.to_day AND r.plan_id IN (SELECT x.plan_id FROM event_activity x WHERE x.event_id = e.id)))`;
}

/**
 * The organisations a person speaks for: their own and the collectives these are members of today. `own` is a uuid[]
 * parameter, `today` a date.
 */
export function reachOf(own: string, today: string): string {
  return `SELECT unnest(${own}::uuid[]) AS id
    UNION SELECT m.collective_id FROM organisation_member m WHERE m.member_id = ANY(${own}::uuid[])
      AND (m.from_day IS NULL OR m.from_day <= ${today}::date) AND (m.to_day IS NULL OR m.to_day >= ${today}::date)`;
}

/** Is one of those in the common table `reach` responsible for activity `a`, the group they act through, or a partner? */
export const IS_MINE = `(coalesce(a.responsible_group_id IN (SELECT id FROM reach), false)
  OR EXISTS (SELECT 1 FROM activity_actor w WHERE w.activity_id = a.id AND w.organisation_id IN (SELECT id FROM reach)))`;

/** May the reader change event `e`? Needs `reach`; `any` is a boolean parameter, `codes` a text[] of municipalities. */
export function mayEditEvent(any: string, codes: string): string {
  return `(${any}::boolean
    OR EXISTS (SELECT 1 FROM event_municipality x WHERE x.event_id = e.id AND x.municipality_code = ANY(${codes}::text[]))
    OR (EXISTS (SELECT 1 FROM event_activity x WHERE x.event_id = e.id)
      AND NOT EXISTS (SELECT 1 FROM event_activity x JOIN activity a ON a.id = x.activity_id WHERE x.event_id = e.id AND NOT ${IS_MINE})))`;
}
