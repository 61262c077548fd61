/** Pieces of SQL that every page of the follow-up is made of. They take column names only, never what somebody typed. */

export function roundRef(alias: string): string {
  return `jsonb_build_object('id', ${alias}.id, 'label', ${alias}.label, 'state', ${alias}.state, 'versionNumber', ${alias}.version_number)`;
}

export const PLAN_WITH_WORDS = `jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'words', p.words)`;

/** The last adopted round of the same plan before the round with this alias: what stands beside as "last time". */
export function lastAdoptedBefore(alias: string): string {
  return `(SELECT earlier.id FROM follow_up_round earlier
    WHERE earlier.plan_id = ${alias}.plan_id AND earlier.state = 'adopted' AND earlier.from_day < ${alias}.from_day
    ORDER BY earlier.from_day DESC, earlier.id DESC LIMIT 1)`;
}

/**
 * True for an activity whose years cover some of the round. An activity without years lasts as long as its plan.
 */
export function activeIn(activity: string, round: string): string {
  return `(coalesce(${activity}.first_year, 0) <= extract(year FROM ${round}.to_day)
    AND coalesce(${activity}.last_year, 9999) >= extract(year FROM ${round}.from_day))`;
}

/**
 * Who has been asked to answer a follow-up: the responsible organisation its reporter reports for, else the first
 * responsible. `role_assignment` shows a person their own roles in other counties too, hence the county.
 */
export function askedOrganisation(activityId: string, reporterId: string): string {
  return `(SELECT jsonb_build_object('id', o.id, 'name', o.name)
    FROM activity_actor actor JOIN organisation o ON o.id = actor.organisation_id
    WHERE actor.activity_id = ${activityId} AND actor.role = 'responsible'
    ORDER BY EXISTS (SELECT 1 FROM role_assignment held WHERE held.county_id = current_county() AND held.role = 'reporter'
      AND held.person_id = ${reporterId} AND held.organisation_id = o.id) DESC, actor.position
    LIMIT 1)`;
}
