import { Injectable } from '@nestjs/common';
import type { GroupRef, MeetingRef, PlanRef, RotationActivity } from '@samhandling/contracts';
import type { AgendaItemState, Day } from '@samhandling/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { ROTATION } from './rotation.sql.ts';

/** An activity in a meeting: planned there, on its agenda, or both. */
export interface StoredEntry {
  readonly activityId: string;
  readonly isPinned: boolean;
  readonly isPlanned: boolean;
  /** Null when it is not on the agenda. */
  readonly itemState: AgendaItemState | null;
}
export interface StoredMeeting extends MeetingRef {
  readonly version: number;
  readonly isOfYear: boolean;
  readonly minutesForOther: number;
  readonly entries: readonly StoredEntry[];
}
export interface StoredActivity extends Pick<
  RotationActivity,
  'id' | 'reference' | 'text' | 'goal' | 'area' | 'responsible' | 'judgement' | 'lastUpOn' | 'parking'
> {
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly nextStepDate: Day | null;
  readonly hasFigures: boolean;
}
export interface StoredRotation {
  readonly group: GroupRef;
  readonly plan: PlanRef;
  readonly closedOn: Day | null;
  /** The plan's newest round that has been opened. */
  readonly roundId: string | null;
  readonly meetingsPerYear: number | null;
  readonly minutesPerItem: number;
  readonly silentAfterDays: number;
  readonly meetings: readonly StoredMeeting[];
  readonly milestones: readonly (MeetingRef & { readonly group: GroupRef; readonly isOfYear: boolean })[];
  readonly activities: readonly StoredActivity[];
  readonly rounds: readonly { readonly label: string; readonly opens: Day; readonly due: Day }[];
  /** Dates of the year wheel when figures come; without activities, for all that have figures. */
  readonly marks: readonly { readonly title: string; readonly on: Day; readonly activityIds: readonly string[] }[];
}
export interface PutMeeting {
  readonly meetingId: string;
  readonly version: number;
  readonly entries: readonly { readonly activityId: string; readonly isPinned: boolean }[];
}

@Injectable()
export class RotationRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** One statement, whatever the number of meetings and activities. */
  async find(groupId: string, year: number): Promise<StoredRotation | null> {
    const rows = await this.uow.manager.query<{ found: StoredRotation }[]>(ROTATION, [groupId, year]);
    return rows[0]?.found ?? null;
  }

  /** The group and the year of a meeting; null when there is none. */
  async findPlace(meetingId: string): Promise<{ groupId: string; year: number } | null> {
    const rows = await this.uow.manager.query<{ groupId: string; year: number }[]>(
      `SELECT group_id AS "groupId", extract(year FROM starts_at AT TIME ZONE 'Europe/Stockholm')::int AS year FROM meeting WHERE id = $1`,
      [meetingId],
    );
    return rows[0] ?? null;
  }

  /** Holds the meetings until the commit, in one order, so that two who plan at once wait instead of standing still. */
  async hold(meetingIds: readonly string[]): Promise<void> {
    await this.uow.manager.query('SELECT id FROM meeting WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [
      meetingIds,
    ]);
  }

  /** The ids of the meetings that had the version they were sent with, each now with these entries and one version up. */
  async put(meetings: readonly PutMeeting[]): Promise<readonly string[]> {
    const [changed] = await this.uow.manager.query<[{ id: string }[], number]>(
      `UPDATE meeting m SET version = m.version + 1 FROM jsonb_to_recordset($1) AS r("meetingId" uuid, version int)
       WHERE m.id = r."meetingId" AND m.version = r.version RETURNING m.id`,
      [JSON.stringify(meetings)],
    );
    const ids = changed.map(({ id }) => id);
    const entries = meetings.flatMap(({ meetingId, entries: of }) => of.map((entry) => ({ meetingId, ...entry })));
    await this.uow.manager.query('DELETE FROM rotation_item WHERE meeting_id = ANY($1::uuid[])', [ids]);
    await this.uow.manager.query(
      `INSERT INTO rotation_item (meeting_id, activity_id, county_id, is_pinned)
       SELECT r."meetingId", r."activityId", current_county(), r."isPinned"
       FROM jsonb_to_recordset($1) AS r("meetingId" uuid, "activityId" uuid, "isPinned" boolean) WHERE r."meetingId" = ANY($2::uuid[])`,
      [JSON.stringify(entries), ids],
    );
    return ids;
  }
}
