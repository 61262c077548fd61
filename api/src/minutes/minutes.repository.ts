import { Injectable } from '@nestjs/common';
import type { AttendanceRow, GroupRef, MeetingRef, PersonRef, UpdateMinutesRequest } from '@samhandling/contracts';
import type { AdjustingChannel, Day, MinutesState } from '@samhandling/domain';
import { newId } from '../platform/database/ids.ts';
import { dayIn, instant, isToldIn, organisation, person } from '../platform/database/sql.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import type { LetterState } from './minutes-letters.repository.ts';

export interface StoredMinutes {
  readonly meeting: MeetingRef & { readonly version: number };
  readonly meetingDay: Day;
  readonly group: GroupRef;
  /** The reader is in the group today. */
  readonly isMine: boolean;
  /** 0 until somebody has written something. */
  readonly version: number;
  readonly state: MinutesState;
  readonly opening: string;
  readonly closing: string;
  readonly recordsNumber: string;
  readonly adjusters: readonly StoredAdjuster[];
  readonly attendance: readonly AttendanceRow[];
  readonly untreated: readonly string[];
}

export interface StoredAdjuster {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly memberId: string | null;
  readonly personId: string | null;
  readonly adjustedAt: string | null;
  readonly adjustedVersion: number | null;
  readonly channel: AdjustingChannel | null;
  readonly recordedBy: PersonRef | null;
  readonly hasAddress: boolean;
  /** Null: none was asked for. */
  readonly letter: { readonly state: LetterState; readonly reason: string } | null;
}

const MEMBER_NAME = `coalesce((SELECT n.name FROM person n WHERE n.id = gm.person_id), gm.name)`;

const ADJUSTERS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'version', x.version, 'name', x.name, 'memberId', x.member_id,
    'personId', gm.person_id, 'adjustedAt', ${instant('x.adjusted_at')}, 'adjustedVersion', x.adjusted_version,
    'channel', nullif(x.channel, ''), 'recordedBy', ${person('x.recorded_by')},
    'hasAddress', coalesce((SELECT nullif(p.email, '') FROM person p WHERE p.id = gm.person_id), gm.email, '') <> '',
    'letter', (SELECT jsonb_build_object('state', l.state, 'reason', l.reason) FROM minutes_letter l WHERE l.adjuster_id = x.id)) ORDER BY x.name COLLATE "sv-x-icu", x.id), '[]')
  FROM minutes_adjuster x LEFT JOIN group_member gm ON gm.id = x.member_id WHERE x.meeting_id = m.id)`;

const ATTENDANCE = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'version', x.version, 'memberId', x.member_id,
    'name', CASE WHEN gm.id IS NULL THEN x.name ELSE ${MEMBER_NAME} END, 'organisation', ${organisation('coalesce(x.organisation_id, gm.organisation_id)')},
    'role', gm.role, 'substituteFor', (SELECT s.name FROM group_member s WHERE s.id = gm.substitute_for_id), 'status', x.status,
    'isOutside', gm.id IS NOT NULL AND (gm.from_day > (m.starts_at AT TIME ZONE 'Europe/Stockholm')::date
      OR coalesce(gm.to_day < (m.starts_at AT TIME ZONE 'Europe/Stockholm')::date, false)))
    ORDER BY x.name COLLATE "sv-x-icu", x.id), '[]')
  FROM meeting_attendance x LEFT JOIN group_member gm ON gm.id = x.member_id WHERE x.meeting_id = m.id)`;

/** Names of items nobody has said anything of: a reference, or a title. */
const UNTREATED = `(SELECT coalesce(jsonb_agg(coalesce(nullif(i.title, ''), ar.number || '/' || a.number,
    (SELECT '§ ' || d.number || '/' || d.year FROM decision d WHERE d.id = i.decision_id),
    (SELECT left(p.text, 40) FROM action_point p WHERE p.id = i.action_point_id), (SELECT left(l.question, 40) FROM lift l WHERE l.id = i.lift_id)) ORDER BY i.position), '[]')
  FROM agenda_item i LEFT JOIN activity a ON a.id = i.activity_id LEFT JOIN area ar ON ar.id = a.area_id
  WHERE i.meeting_id = m.id AND i.state = 'waiting')`;

/** All SQL of minutes. A read is one statement. */
@Injectable()
export class MinutesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(meetingId: string, today: Day): Promise<StoredMinutes | null> {
    const rows = await this.uow.manager.query<{ found: StoredMinutes }[]>(
      `SELECT jsonb_build_object('meeting', jsonb_build_object('id', m.id, 'version', m.version, 'startsAt', ${instant('m.starts_at')},
           'endsAt', ${instant('m.ends_at')}, 'title', m.title, 'state', m.state), 'meetingDay', ${dayIn('m.starts_at')},
         'group', jsonb_build_object('id', g.id, 'name', g.name, 'kind', g.kind),
         'isMine', EXISTS (SELECT 1 FROM group_member x WHERE x.group_id = g.id AND x.person_id = current_person()
           AND x.from_day <= $2::date AND (x.to_day IS NULL OR x.to_day >= $2::date)),
         'version', coalesce(w.version, 0), 'state', coalesce(w.state, 'draft'), 'opening', coalesce(w.opening, ''),
         'closing', coalesce(w.closing, ''), 'recordsNumber', coalesce(w.records_number, ''),
         'adjusters', ${ADJUSTERS}, 'attendance', ${ATTENDANCE}, 'untreated', ${UNTREATED}) AS found
       FROM meeting m JOIN work_group g ON g.id = m.group_id LEFT JOIN minutes w ON w.meeting_id = m.id WHERE m.id = $1`,
      [meetingId, today],
    );
    return rows[0]?.found ?? null;
  }

  /** The meeting somebody adjusts the minutes of, held until the commit: its writers and adjusters go one after the other. */
  async holdMeetingOf(adjusterId: string): Promise<string | null> {
    const rows = await this.uow.manager.query<{ id: string }[]>(
      `SELECT m.id FROM meeting m JOIN minutes_adjuster x ON x.meeting_id = m.id WHERE x.id = $1 FOR UPDATE OF m`,
      [adjusterId],
    );
    return rows[0]?.id ?? null;
  }

  /** Made when somebody first writes something. False when another version stands. */
  async write(meetingId: string, version: number, patch: UpdateMinutesRequest): Promise<boolean> {
    if (version === 0)
      return this.moved(
        `INSERT INTO minutes (meeting_id, county_id, opening, closing, records_number)
         VALUES ($1, current_county(), coalesce($2, ''), coalesce($3, ''), coalesce($4, '')) ON CONFLICT DO NOTHING RETURNING meeting_id`,
        [meetingId, patch.opening, patch.closing, patch.recordsNumber],
      );
    return this.moved(
      `UPDATE minutes SET opening = coalesce($3, opening), closing = coalesce($4, closing), records_number = coalesce($5, records_number),
         version = version + 1 WHERE meeting_id = $1 AND version = $2 RETURNING meeting_id`,
      [meetingId, version, patch.opening, patch.closing, patch.recordsNumber],
    );
  }

  async setState(meetingId: string, version: number, state: MinutesState): Promise<boolean> {
    return this.moved(
      'UPDATE minutes SET state = $3, version = version + 1 WHERE meeting_id = $1 AND version = $2 RETURNING meeting_id',
      [meetingId, version, state],
    );
  }

  /** What the minutes tell of decisions between meetings is told: no others tell it. Before the meeting is closed. */
  async keepTold(meetingId: string): Promise<void> {
    await this.uow.manager.query(
      `UPDATE decision d SET told_in_id = m.id FROM meeting m WHERE m.id = $1 AND d.told_in_id IS NULL AND ${isToldIn('d', 'm')}`,
      [meetingId],
    );
  }

  /** Everybody's yes stands already, so its version is kept: it is what they said yes to. */
  async freeze(meetingId: string): Promise<void> {
    await this.uow.manager.query(`UPDATE minutes SET state = 'frozen' WHERE meeting_id = $1`, [meetingId]);
  }

  /** After its paper: the database asks for that. */
  async closeMeeting(meetingId: string): Promise<void> {
    await this.uow.manager.query(
      `UPDATE meeting SET state = 'adjusted', version = version + 1, live_number = live_number + 1, writer_id = NULL, writer_until = NULL
       WHERE id = $1 AND state = 'held'`,
      [meetingId],
    );
  }

  /** Those who are named anew; who stood there before keeps the row. */
  async replaceAdjusters(
    meetingId: string,
    adjusters: readonly { readonly memberId: string | null; readonly name: string }[],
  ): Promise<void> {
    const wanted = JSON.stringify(adjusters.map((one) => ({ id: newId(), member_id: one.memberId, name: one.name })));
    await this.uow.manager.query(
      `DELETE FROM minutes_adjuster x WHERE x.meeting_id = $1 AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset($2) AS w(member_id uuid, name text)
         WHERE w.member_id IS NOT DISTINCT FROM x.member_id AND (w.member_id IS NOT NULL OR w.name = x.name))`,
      [meetingId, wanted],
    );
    await this.uow.manager.query(
      `INSERT INTO minutes_adjuster (id, county_id, meeting_id, member_id, name)
       SELECT w.id, current_county(), $1, w.member_id, w.name FROM jsonb_to_recordset($2) AS w(id uuid, member_id uuid, name text)
       WHERE NOT EXISTS (SELECT 1 FROM minutes_adjuster x WHERE x.meeting_id = $1
         AND w.member_id IS NOT DISTINCT FROM x.member_id AND (w.member_id IS NOT NULL OR w.name = x.name))`,
      [meetingId, wanted],
    );
  }

  /** Members of the meeting's group by id, with the names they go by. */
  async findMembers(meetingId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.uow.manager.query<{ id: string; name: string }[]>(
      `SELECT gm.id, ${MEMBER_NAME} AS name FROM group_member gm JOIN meeting m ON m.group_id = gm.group_id
       WHERE m.id = $1 AND gm.id = ANY($2::uuid[])`,
      [meetingId, ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async adjust(
    adjusterId: string,
    version: number,
    said: {
      readonly at: Date;
      readonly by: string;
      readonly channel: AdjustingChannel;
      readonly minutesVersion: number;
    },
  ): Promise<boolean> {
    return this.moved(
      `UPDATE minutes_adjuster SET adjusted_at = $3, recorded_by = $4, channel = $5, adjusted_version = $6, version = version + 1
       WHERE id = $1 AND version = $2 RETURNING id`,
      [adjusterId, version, said.at, said.by, said.channel, said.minutesVersion],
    );
  }

  private async moved(sql: string, values: unknown[]): Promise<boolean> {
    const answer = await this.uow.manager.query<[object[], number] | object[]>(sql, values);
    const rows = Array.isArray(answer[0]) ? answer[0] : answer;
    return rows.length === 1;
  }
}
