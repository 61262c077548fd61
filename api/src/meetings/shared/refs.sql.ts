import { instant } from '../../platform/database/sql.ts';

/** MeetingRef of row `alias`. */
export const meetingRef = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'startsAt', ${instant(`${alias}.starts_at`)}, 'endsAt', ${instant(`${alias}.ends_at`)},
    'title', ${alias}.title, 'state', ${alias}.state)`;

/** GroupRef of row `alias`. */
export const groupRef = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'kind', ${alias}.kind)`;

/** Of row `alias` of group_member: the person's own where there is an account, so that a new name and address are used at once. */
export const memberName = (alias: string): string =>
  `coalesce((SELECT w.name FROM person w WHERE w.id = ${alias}.person_id), ${alias}.name)`;
export const memberEmail = (alias: string): string =>
  `coalesce((SELECT w.email FROM person w WHERE w.id = ${alias}.person_id), ${alias}.email)`;

/** The day of meeting `alias` in Sweden, as a date. */
export const meetingDay = (alias: string): string => `(${alias}.starts_at AT TIME ZONE 'Europe/Stockholm')::date`;

/** Row `member` of group_member belongs to the group on `day`, both ends included. */
export const belongsOn = (member: string, day: string): string =>
  `${member}.from_day <= ${day} AND (${member}.to_day IS NULL OR ${member}.to_day >= ${day})`;

/** Belongs to the group on `day`, and has not left the county's work before it: who is expected, and is called. */
export const expectedOn = (member: string, day: string): string =>
  `${belongsOn(member, day)} AND NOT EXISTS (SELECT 1 FROM county_person c WHERE c.county_id = ${member}.county_id AND c.person_id = ${member}.person_id
    AND (c.left_at AT TIME ZONE 'Europe/Stockholm')::date < ${day})`;

/** The meeting has been held, whatever has become of its minutes. */
export const wasHeld = (alias: string): string => `${alias}.state IN ('held', 'adjusted')`;

/** "§ 12/2026" of row `alias` of decision. */
export const decisionReference = (alias: string): string => `'§ ' || ${alias}.number || '/' || ${alias}.year`;

/** Who does action point `alias`, in words: the person, a name without account, or the organisation. */
export const assignee = (alias: string): string =>
  `coalesce((SELECT w.name FROM person w WHERE w.id = ${alias}.person_id), nullif(${alias}.assignee, ''),
    (SELECT o.name FROM organisation o WHERE o.id = ${alias}.organisation_id), '')`;

/** Others lift questions to group row `group`: it is a consultation group, or another group reports to it. */
export const isReportedTo = (group: string): string =>
  `(${group}.kind = 'consultation' OR EXISTS (SELECT 1 FROM work_group below WHERE below.reports_to_id = ${group}.id))`;
