import { Injectable } from '@nestjs/common';
import type { Day } from '@samhandling/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { instant } from '../platform/database/sql.ts';
import { MEETING_STANDING, ONE_MEETING } from './shared/meeting.sql.ts';
import type { MeetingStanding, StoredMeeting } from './shared/stored.ts';

/** What is typed about a meeting, as it is stored. */
export interface MeetingFields {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: string;
  readonly place: string;
  readonly link: string;
}

export interface TakenTime {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

@Injectable()
export class MeetingsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(id: string, today: Day): Promise<StoredMeeting | null> {
    const rows = await this.uow.manager.query<{ found: StoredMeeting }[]>(ONE_MEETING, [id, today]);
    return rows[0]?.found ?? null;
  }

  async findStanding(id: string, today: Day): Promise<MeetingStanding | null> {
    const rows = await this.uow.manager.query<{ found: MeetingStanding }[]>(MEETING_STANDING, [id, today]);
    return rows[0]?.found ?? null;
  }

  /** Held until the commit: whoever changes the meeting comes one after the other. */
  async lock(id: string): Promise<boolean> {
    const rows = await this.uow.manager.query<object[]>('SELECT 1 FROM meeting WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return rows.length === 1;
  }

  /** Holds the group, since two who plan at once would not see each other's meetings. Null when it is not there. */
  async holdGroup(groupId: string): Promise<{ readonly closedOn: Day | null } | null> {
    const rows = await this.uow.manager.query<{ closedOn: Day | null }[]>(
      `SELECT to_char(closed_on, 'YYYY-MM-DD') AS "closedOn" FROM work_group WHERE id = $1 FOR NO KEY UPDATE`,
      [groupId],
    );
    return rows[0] ?? null;
  }

  /** The group's meetings that are not cancelled, within the days asked about. */
  async findTimes(groupId: string, from: string, to: string): Promise<TakenTime[]> {
    return this.uow.manager.query<TakenTime[]>(
      `SELECT t.id, ${instant('t.starts_at')} AS "startsAt", ${instant('t.ends_at')} AS "endsAt" FROM meeting t
       WHERE t.group_id = $1 AND t.state <> 'cancelled' AND t.starts_at < $3::timestamptz AND t.ends_at > $2::timestamptz ORDER BY t.starts_at`,
      [groupId, from, to],
    );
  }

  async create(groupId: string, meetings: readonly (MeetingFields & { readonly id: string })[]): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO meeting (id, county_id, group_id, starts_at, ends_at, title, place, link)
       SELECT n.id, current_county(), $1, n."startsAt", n."endsAt", n.title, n.place, n.link
       FROM jsonb_to_recordset($2) AS n(id uuid, "startsAt" timestamptz, "endsAt" timestamptz, title text, place text, link text)`,
      [groupId, JSON.stringify(meetings)],
    );
  }

  /** False when the meeting has another version by now. */
  async update(id: string, version: number, fields: MeetingFields): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[object[], number]>(
      `UPDATE meeting SET starts_at = $3, ends_at = $4, title = $5, place = $6, link = $7, version = version + 1, live_number = live_number + 1
       WHERE id = $1 AND version = $2 RETURNING id`,
      [id, version, fields.startsAt, fields.endsAt, fields.title, fields.place, fields.link],
    );
    return rows.length === 1;
  }

  /** The meeting has changed as a whole, such as the order of its agenda. False when it has another version by now. */
  async noteVersion(id: string, version: number): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[object[], number]>(
      'UPDATE meeting SET version = version + 1 WHERE id = $1 AND version = $2 RETURNING id',
      [id, version],
    );
    return rows.length === 1;
  }
}
