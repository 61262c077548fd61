/** Pieces of SQL that the statements about needs share. They hold no values of the caller: those travel as parameters. */

export const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** GoalToAsk of row `g`. */
export const GOAL_TO_ASK = `jsonb_build_object('id', g.id, 'code', coalesce(nullif(g.code, ''), g.number::text), 'title', g.title)`;

/** The goals of inventory `i`'s plan, in the plan's order. */
export const GOALS_OF_INVENTORY = `(SELECT coalesce(jsonb_agg(${GOAL_TO_ASK} ORDER BY g.position), '[]') FROM goal g WHERE g.plan_id = i.plan_id)`;

/** NeedsQuestion[] of inventory `i`, in order. */
export const QUESTIONS_OF_INVENTORY = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'kind', q.kind, 'isPerGoal', q.is_per_goal,
    'text', q.text, 'hint', q.hint, 'options', to_jsonb(q.options), 'lowLabel', q.low_label, 'highLabel', q.high_label) ORDER BY q.position), '[]')
  FROM needs_question q WHERE q.inventory_id = i.id)`;

export const ANSWERED_OF_INVENTORY = `(SELECT count(*)::int FROM needs_invitation v WHERE v.inventory_id = i.id AND v.has_answered)`;

/** Who is in a group on a day: those who are asked. Substitutes are not, since the one they stand in for is. */
export const IN_GROUP = (day: string): string =>
  `m.from_day <= ${day}::date AND (m.to_day IS NULL OR m.to_day >= ${day}::date) AND m.role <> 'substitute'`;

/** Need of row `n`. */
export const NEED = `jsonb_build_object('id', n.id, 'version', n.version, 'year', n.year, 'inventoryId', n.inventory_id,
  'goal', (SELECT ${GOAL_TO_ASK} FROM goal g WHERE g.id = n.goal_id), 'title', n.title, 'description', n.description,
  'state', n.state, 'declineReason', n.decline_reason,
  'textIds', (SELECT coalesce(jsonb_agg(s.text_id ORDER BY s.text_id), '[]') FROM need_source s WHERE s.need_id = n.id),
  'workPlan', (SELECT jsonb_build_object('id', w.id, 'year', w.year) FROM work_plan_item x JOIN work_plan w ON w.id = x.work_plan_id
    WHERE x.need_id = n.id ORDER BY w.year DESC LIMIT 1))`;
