import { Injectable } from '@nestjs/common';
import type { AttendanceRow } from '@samhandling/contracts';
import type { Attendance } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { ATTENDANCE_OF_MEETING } from '../shared/meeting.sql.ts';
import { expectedOn, meetingDay, memberName } from '../shared/refs.sql.ts';

/** Somebody who is or has been in the group. */
export interface KnownMember {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
  /** Is expected on the day of the meeting. */
  readonly isExpected: boolean;
}

export interface StatedAttendance {
  readonly id: string;
  readonly version: number;
  readonly memberId: string | null;
  readonly organisationId: string | null;
  readonly name: string;
  readonly status: Attendance;
}

@Injectable()
export class AttendanceRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findRows(meetingId: string): Promise<readonly AttendanceRow[]> {
    const rows = await this.uow.manager.query<{ rows: readonly AttendanceRow[] }[]>(ATTENDANCE_OF_MEETING, [meetingId]);
    return rows[0]?.rows ?? [];
  }

  async findKnown(
    meetingId: string,
    organisationIds: readonly string[],
  ): Promise<{ readonly members: readonly KnownMember[]; readonly organisationIds: readonly string[] }> {
    const rows = await this.uow.manager.query<
      { readonly members: readonly KnownMember[]; readonly organisationIds: readonly string[] }[]
    >(
      `SELECT (SELECT coalesce(json_agg(json_build_object('id', m.id, 'name', ${memberName('m')}, 'organisationId', m.organisation_id,
           'isExpected', ${expectedOn('m', meetingDay('t'))})), '[]') FROM group_member m WHERE m.group_id = t.group_id) AS members,
         ARRAY(SELECT o.id FROM organisation o WHERE o.id = ANY($2::uuid[])) AS "organisationIds"
       FROM meeting t WHERE t.id = $1`,
      [meetingId, organisationIds],
    );
    return rows[0] ?? { members: [], organisationIds: [] };
  }

  /** Ids of those written. Somebody who was stated by another first is left as they are. */
  create(meetingId: string, rows: readonly StatedAttendance[]): Promise<Set<string>> {
    return this.written(
      `INSERT INTO meeting_attendance (id, county_id, meeting_id, member_id, organisation_id, name, status)
       SELECT n.id, current_county(), $1, n."memberId", n."organisationId", n.name, n.status
       FROM jsonb_to_recordset($2) AS n(id uuid, "memberId" uuid, "organisationId" uuid, name text, status text) ORDER BY n.id
       ON CONFLICT ON CONSTRAINT meeting_attendance_member_unique DO NOTHING RETURNING id`,
      meetingId,
      rows,
    );
  }

  update(meetingId: string, rows: readonly StatedAttendance[]): Promise<Set<string>> {
    return this.written(
      `UPDATE meeting_attendance x SET status = n.status, name = n.name, organisation_id = n."organisationId", version = x.version + 1
       FROM jsonb_to_recordset($2) AS n(id uuid, version integer, "organisationId" uuid, name text, status text)
       WHERE x.meeting_id = $1 AND x.id = n.id AND x.version = n.version RETURNING x.id`,
      meetingId,
      rows,
    );
  }

  delete(meetingId: string, rows: readonly { readonly id: string; readonly version: number }[]): Promise<Set<string>> {
    return this.written(
      `DELETE FROM meeting_attendance x USING jsonb_to_recordset($2) AS n(id uuid, version integer)
       WHERE x.meeting_id = $1 AND x.id = n.id AND x.version = n.version RETURNING x.id`,
      meetingId,
      rows,
    );
  }

  private async written(statement: string, meetingId: string, rows: readonly object[]): Promise<Set<string>> {
    if (rows.length === 0) return new Set();
    const done = await this.uow.manager.query<{ id: string }[]>(`WITH done AS (${statement}) SELECT id FROM done`, [
      meetingId,
      JSON.stringify(rows),
    ]);
    return new Set(done.map(({ id }) => id));
  }
}
