/** Resources as JSON, written one way for pages and for the answers of edits. */

/** Activity of `a` (activity) and `r` (its area), without what depends on who asks. */
export const ACTIVITY_JSON = `json_build_object('id', a.id, 'version', a.version, 'areaId', a.area_id, 'reference', r.number || '/' || a.number, 'number', a.number,
  'text', a.text, 'recurrence', a.recurrence, 'firstYear', a.first_year, 'lastYear', a.last_year,
  'responsible', ${actorList('responsible')},
  'responsibleGroup', (SELECT json_build_object('id', o.id, 'name', o.name) FROM organisation o WHERE o.id = a.responsible_group_id),
  'partners', ${actorList('partner')}, 'openEnded', a.open_ended)`;

function actorList(role: 'responsible' | 'partner'): string {
  return `coalesce((SELECT json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY x.position)
    FROM activity_actor x JOIN organisation o ON o.id = x.organisation_id WHERE x.activity_id = a.id AND x.role = '${role}'), '[]')`;
}

/** Indicator of `i`. */
export const INDICATOR_JSON = `json_build_object('id', i.id, 'version', i.version, 'text', i.text, 'kind', i.kind, 'unit', i.unit, 'decimals', i.decimals,
  'direction', i.direction, 'breakdown', i.breakdown, 'bySex', i.by_sex, 'combinePlaces', i.combine_places, 'combinePeriods', i.combine_periods,
  'target', i.target, 'baselineValue', i.baseline_value, 'baselineYear', i.baseline_year, 'baselineSource', i.baseline_source,
  'smallNumberThreshold', i.small_number_threshold, 'definitionVersion', i.definition_version, 'settled', i.settled)`;
