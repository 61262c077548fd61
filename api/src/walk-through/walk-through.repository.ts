import { Injectable } from '@nestjs/common';
import type { ActivityBriefing, Day, Instant, LiveState, WalkThrough } from '@samhandling/contracts';
import { actors, dayIn, instant, wasUpIn } from '../platform/database/sql.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { LIVE_STATE } from './live/live-state.sql.ts';

export type Frame = Pick<WalkThrough, 'members' | 'organisations' | 'liftsTo'> & { readonly live: LiveState };

export type StoredBriefing = Pick<ActivityBriefing, 'area' | 'goalTitle' | 'partners' | 'lastNote'> & {
  readonly activityId: string;
  /** When the group last had it up: its day, and when that meeting was over. */
  readonly lastUp: { readonly on: Day; readonly over: Instant } | null;
};

/** `m` the meeting, `g` its group; `$2` today. */
const FRAME = `
  SELECT json_build_object('live', ${LIVE_STATE},
    'members', (SELECT coalesce(json_agg(json_build_object('personId', x.person_id, 'memberId', x.id, 'name', coalesce(w.name, x.name),
        'organisation', json_build_object('id', o.id, 'name', o.name)) ORDER BY coalesce(w.name, x.name) COLLATE "sv-x-icu", x.id), '[]')
      FROM group_member x JOIN organisation o ON o.id = x.organisation_id LEFT JOIN person w ON w.id = x.person_id
      WHERE x.group_id = g.id AND x.from_day <= $2::date AND (x.to_day IS NULL OR x.to_day >= $2::date)),
    'organisations', (SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o.name COLLATE "sv-x-icu", o.id), '[]') FROM organisation o),
    'liftsTo', (SELECT json_build_object('id', t.id, 'name', t.name, 'kind', t.kind) FROM work_group t WHERE t.id = g.reports_to_id)) AS frame
  FROM meeting m JOIN work_group g ON g.id = m.group_id WHERE m.id = $1`;

/** `$1` the meeting, `$2` its activities. */
const BRIEFINGS = `
  WITH here AS (SELECT m.group_id, m.starts_at FROM meeting m WHERE m.id = $1),
  up AS (
    SELECT DISTINCT ON (i.activity_id) i.activity_id, m.starts_at, greatest(m.ends_at, m.held_at) AS over
    FROM here h JOIN meeting m ON m.group_id = h.group_id AND m.starts_at < h.starts_at
    JOIN agenda_item i ON i.meeting_id = m.id AND ${wasUpIn('i', 'm')}
    WHERE i.activity_id = ANY($2::uuid[]) ORDER BY i.activity_id, m.starts_at DESC),
  noted AS (
    SELECT DISTINCT ON (i.activity_id) i.activity_id, m.starts_at, g.name, i.note
    FROM here h JOIN meeting m ON m.starts_at < h.starts_at AND m.state IN ('held', 'adjusted') JOIN work_group g ON g.id = m.group_id
    JOIN agenda_item i ON i.meeting_id = m.id AND i.kind = 'activity' AND i.note <> ''
    WHERE i.activity_id = ANY($2::uuid[]) ORDER BY i.activity_id, m.starts_at DESC)
  SELECT a.id AS "activityId", json_build_object('number', ar.number, 'title', ar.title) AS area, go.title AS "goalTitle",
    ${actors('a.id', 'partner')} AS partners,
    CASE WHEN n.activity_id IS NOT NULL THEN json_build_object('on', ${dayIn('n.starts_at')}, 'group', n.name, 'text', n.note) END AS "lastNote",
    CASE WHEN u.activity_id IS NOT NULL THEN json_build_object('on', ${dayIn('u.starts_at')}, 'over', ${instant('u.over')}) END AS "lastUp"
  FROM activity a JOIN area ar ON ar.id = a.area_id JOIN goal go ON go.id = a.goal_id
  LEFT JOIN up u ON u.activity_id = a.id LEFT JOIN noted n ON n.activity_id = a.id WHERE a.id = ANY($2::uuid[])`;

@Injectable()
export class WalkThroughRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findFrame(meetingId: string, today: Day): Promise<Frame | null> {
    const rows = await this.uow.manager.query<{ frame: Frame }[]>(FRAME, [meetingId, today]);
    return rows[0]?.frame ?? null;
  }

  findBriefings(meetingId: string, activityIds: readonly string[]): Promise<StoredBriefing[]> {
    return this.uow.manager.query<StoredBriefing[]>(BRIEFINGS, [meetingId, activityIds]);
  }
}
