/** Resources as JSON, written one way for pages, for the editor and for the answers of edits. */

const ACTIVITY_FIELDS = `'id', a.id, 'version', a.version, 'areaId', a.area_id, 'reference', r.number || '/' || a.number, 'number', a.number,
  'text', a.text, 'recurrence', a.recurrence, 'firstYear', a.first_year, 'lastYear', a.last_year,
  'responsible', ${actorList('responsible')},
  'responsibleGroup', (SELECT json_build_object('id', o.id, 'name', o.name) FROM organisation o WHERE o.id = a.responsible_group_id),
  'partners', ${actorList('partner')}, 'openEnded', a.open_ended`;

function actorList(role: 'responsible' | 'partner'): string {
  return `coalesce((SELECT json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY x.position)
    FROM activity_actor x JOIN organisation o ON o.id = x.organisation_id WHERE x.activity_id = a.id AND x.role = '${role}'), '[]')`;
}

/** Activity of `a` (activity) and `r` (its area), without what depends on who asks. */
export const ACTIVITY_JSON = `json_build_object(${ACTIVITY_FIELDS})`;

/** Indicator of `i`. */
export const INDICATOR_JSON = `json_build_object('id', i.id, 'version', i.version, 'text', i.text, 'kind', i.kind, 'unit', i.unit, 'decimals', i.decimals,
  'direction', i.direction, 'breakdown', i.breakdown, 'bySex', i.by_sex, 'combinePlaces', i.combine_places, 'combinePeriods', i.combine_periods,
  'target', i.target, 'targetMargin', i.target_margin, 'baselineValue', i.baseline_value, 'baselineYear', i.baseline_year, 'baselineSource', i.baseline_source,
  'smallNumberThreshold', i.small_number_threshold, 'definitionVersion', i.definition_version, 'settled', i.settled)`;

/** StructureActivity of `a` and `r`, without what depends on who asks. */
export const STRUCTURE_ACTIVITY_JSON = `json_build_object(${ACTIVITY_FIELDS},
  'indicators', coalesce((SELECT json_agg(${INDICATOR_JSON} ORDER BY l.position) FROM activity_indicator l JOIN indicator i ON i.id = l.indicator_id
    WHERE l.activity_id = a.id), '[]'))`;

/** StructureArea of `r`. */
export const STRUCTURE_AREA_JSON = `json_build_object('id', r.id, 'version', r.version, 'number', r.number, 'title', r.title,
  'activities', coalesce((SELECT json_agg(${STRUCTURE_ACTIVITY_JSON} ORDER BY a.position) FROM activity a WHERE a.area_id = r.id), '[]'))`;

/** StructureGoal of `g`. */
export const STRUCTURE_GOAL_JSON = `json_build_object('id', g.id, 'version', g.version, 'number', g.number, 'code', g.code, 'title', g.title, 'tips', g.tips,
  'areas', coalesce((SELECT json_agg(${STRUCTURE_AREA_JSON} ORDER BY r.position) FROM area r WHERE r.goal_id = g.id), '[]'))`;

/** Stored plan of `p`, with the facts its workflow asks for. */
export const PLAN_JSON = `json_build_object('id', p.id, 'version', p.version, 'slug', p.slug, 'title', p.title, 'theme', p.theme, 'firstYear', p.first_year,
  'lastYear', p.last_year, 'state', p.state, 'purposes', p.purposes, 'overarchingGoals', p.overarching_goals, 'specificGoals', p.specific_goals,
  'recordsNumber', p.records_number, 'decisionReference', p.decision_reference, 'words', p.words,
  'facts', json_build_object(
    'hasActivities', EXISTS (SELECT 1 FROM activity a WHERE a.plan_id = p.id),
    'everyActivityHasResponsible', NOT EXISTS (SELECT 1 FROM activity a WHERE a.plan_id = p.id AND a.responsible_group_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM activity_actor x WHERE x.activity_id = a.id AND x.role = 'responsible')),
    'noRoundOpen', NOT EXISTS (SELECT 1 FROM follow_up_round r WHERE r.plan_id = p.id AND r.state IN ('open', 'in_review'))))`;
