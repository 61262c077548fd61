/** Pieces of SQL that every feature writes the same way. They take column names only, never what somebody typed. */

/** A timestamp as ISO 8601 in UTC, the form of every stamp in JSON. */
export function instant(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** A timestamp as the day it was in Sweden. */
export function dayIn(column: string): string {
  return `to_char(${column} AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD')`;
}

export function day(column: string): string {
  return `to_char(${column}, 'YYYY-MM-DD')`;
}

/** Id and name of a person, or null. */
export function person(column: string): string {
  return `(SELECT jsonb_build_object('id', who.id, 'name', who.name) FROM person who WHERE who.id = ${column})`;
}

/** Id and name of an organisation, or null. */
export function organisation(column: string): string {
  return `(SELECT jsonb_build_object('id', org.id, 'name', org.name) FROM organisation org WHERE org.id = ${column})`;
}

/** The organisations of an activity in the order of the plan. */
export function actors(activityId: string, role: 'responsible' | 'partner'): string {
  return `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) ORDER BY actor.position), '[]')
    FROM activity_actor actor JOIN organisation o ON o.id = actor.organisation_id
    WHERE actor.activity_id = ${activityId} AND actor.role = '${role}')`;
}

/**
 * Agenda item `item` had its activity up in meeting `meeting`, which has been held. Postponed, parked and removed is not up
 * (`wasUp` in libs/domain). Whatever says when something was up asks this.
 */
export function wasUpIn(item: string, meeting: string): string {
  return `${item}.kind = 'activity' AND ${item}.state IN ('treated', 'nothing_new') AND ${meeting}.state IN ('held', 'adjusted')`;
}

/** "Senast uppe": the day of the group's last held meeting that had the activity up, or null. */
export function lastUpOn(groupId: string, activityId: string): string {
  return `(SELECT max(${dayIn('held.starts_at')}) FROM agenda_item was JOIN meeting held ON held.id = was.meeting_id
    WHERE was.activity_id = ${activityId} AND held.group_id = ${groupId} AND ${wasUpIn('was', 'held')})`;
}

/**
 * The minutes of meeting `meeting` tell of decision `decision`, which was made between meetings (`toldIn` in libs/domain). Whatever
 * tells of it, or keeps that it was told, asks this.
 */
export function isToldIn(decision: string, meeting: string): string {
  return `${decision}.meeting_id IS NULL AND ${decision}.group_id = ${meeting}.group_id AND ${meeting}.id = coalesce(${decision}.told_in_id,
    (SELECT o.id FROM meeting o WHERE o.group_id = ${meeting}.group_id AND (o.state = 'held' OR o.id = ${meeting}.id)
      AND (o.starts_at AT TIME ZONE 'Europe/Stockholm')::date > ${decision}.decided_on ORDER BY o.starts_at, o.id LIMIT 1))`;
}

/** From whom the county's letters are, as `LetterSender`. */
export const LETTER_SENDER = `(SELECT json_build_object('countyName', c.name, 'senderName', coalesce(s.sender_name, ''), 'replyTo', coalesce(s.reply_to, ''))
  FROM county c LEFT JOIN mail_setting s ON s.county_id = c.id WHERE c.id = current_county())`;

/** The language somebody gets letters in: their own choice, and Swedish for who has no account to choose in. `who` may be null. */
export function letterLocale(who: string): string {
  return `(CASE WHEN ${who}.has_account THEN ${who}.letter_locale ELSE 'sv' END)`;
}
