/** Pieces of SQL that the statements about work plans share. They hold no values of the caller: those travel as parameters. */

export const GOAL = `jsonb_build_object('id', g.id, 'code', coalesce(nullif(g.code, ''), g.number::text), 'title', g.title)`;
export const PLAN = `jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title)`;
export const ACTIVITY = `'id', a.id, 'reference', ar.number || '/' || a.number, 'text', a.text`;

/** WorkPlanItem of row `x`. */
export const ITEM = `jsonb_build_object('id', x.id, 'version', x.version, 'title', x.title, 'description', x.description,
  'goal', (SELECT ${GOAL} FROM goal g WHERE g.id = x.goal_id),
  'activity', (SELECT jsonb_build_object(${ACTIVITY}) FROM activity a JOIN area ar ON ar.id = a.area_id WHERE a.id = x.activity_id),
  'need', (SELECT jsonb_build_object('id', n.id, 'title', n.title) FROM need n WHERE n.id = x.need_id),
  'continuedFrom', (SELECT b.year FROM work_plan_item f JOIN work_plan b ON b.id = f.work_plan_id WHERE f.id = x.came_from_id),
  'organisations', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) ORDER BY o.name COLLATE "sv-x-icu", o.id), '[]')
    FROM work_plan_item_organisation y JOIN organisation o ON o.id = y.organisation_id WHERE y.item_id = x.id),
  'responsibleName', x.responsible_name, 'fromDay', x.from_day, 'toDay', x.to_day, 'isByMonth', x.is_by_month,
  'amountKronor', x.amount_kronor, 'funding', x.funding, 'outcome', x.outcome, 'outcomeText', x.outcome_text)`;

/** WorkPlanItem[] of work plan `w`, in order. */
export const ITEMS = `(SELECT coalesce(jsonb_agg(${ITEM} ORDER BY x.position, x.id), '[]') FROM work_plan_item x WHERE x.work_plan_id = w.id)`;

/** How a decision is referred to: "Beredningsgruppen § 4/2026". */
export const DECISION_NUMBER = `dg.name || ' § ' || d.number || '/' || d.year`;
