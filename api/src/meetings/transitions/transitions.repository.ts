import { Injectable } from '@nestjs/common';
import type { CalledAs, Day, Locale } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { instant } from '../../platform/database/sql.ts';
import { expectedOn, meetingDay } from '../shared/refs.sql.ts';

/** What the event of a held meeting is made of. */
export interface HeldMeeting {
  readonly isHeld: boolean;
  readonly eventId: string | null;
  readonly groupName: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly day: Day;
  readonly kindId: string | null;
  readonly activityIds: readonly string[];
  readonly organisationIds: readonly string[];
  readonly came: number;
}

/** What letters of one calling have in common. */
export interface CallWords {
  readonly sequence: number;
  readonly message: string;
  /** What is new since the calling before, in words. */
  readonly changes: Readonly<Record<Locale, readonly string[]>>;
  readonly now: Date;
}

/** Where a meeting goes from one state to the next. Each is false when the meeting has another version by now. */
@Injectable()
export class TransitionsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  setCalled(id: string, version: number, as: CalledAs, sequence: number, now: Date): Promise<boolean> {
    return this.moved(
      `state = 'called', called_at = $3, called_by = current_person(), called_as = $4, invitation_sequence = $5`,
      [id, version, now, JSON.stringify(as), sequence],
    );
  }

  setCancelled(id: string, version: number, reason: string, sequence: number): Promise<boolean> {
    return this.moved(
      `state = 'cancelled', cancel_reason = $3, invitation_sequence = $4, writer_id = NULL, writer_until = NULL, current_item_id = NULL`,
      [id, version, reason, sequence],
    );
  }

  setHeld(id: string, version: number, now: Date): Promise<boolean> {
    return this.moved(`state = 'held', held_at = $3`, [id, version, now]);
  }

  /** A meeting that nobody was called to is planned again; the others stand as called. */
  setReopened(id: string, version: number): Promise<boolean> {
    return this.moved(`state = CASE WHEN called_at IS NULL THEN 'planned' ELSE 'called' END, held_at = NULL`, [
      id,
      version,
    ]);
  }

  async setEvent(id: string, eventId: string): Promise<void> {
    await this.uow.manager.query('UPDATE meeting SET event_id = $2 WHERE id = $1 AND event_id IS DISTINCT FROM $2', [
      id,
      eventId,
    ]);
  }

  async findHeld(id: string): Promise<HeldMeeting> {
    const rows = await this.uow.manager.query<HeldMeeting[]>(
      `SELECT t.state = 'held' AS "isHeld", t.event_id AS "eventId", g.name AS "groupName", t.title, ${instant('t.starts_at')} AS "startsAt",
         ${instant('t.ends_at')} AS "endsAt", to_char(${meetingDay('t')}, 'YYYY-MM-DD') AS day, g.event_kind_id AS "kindId",
         ARRAY(SELECT x.activity_id FROM group_activity x WHERE x.group_id = g.id ORDER BY 1) AS "activityIds",
         ARRAY(SELECT DISTINCT x.organisation_id FROM meeting_attendance x WHERE x.meeting_id = t.id AND x.status IN ('present', 'remote')
           AND x.organisation_id IS NOT NULL ORDER BY 1) AS "organisationIds",
         (SELECT count(*)::int FROM meeting_attendance x WHERE x.meeting_id = t.id AND x.status IN ('present', 'remote')) AS came
       FROM meeting t JOIN work_group g ON g.id = t.group_id WHERE t.id = $1`,
      [id],
    );
    const [row] = rows;
    if (!row) throw new Error('A meeting that is held by the work under way is not there.');
    return row;
  }

  /** Meetings of the group that begin after the moment and are not cancelled, held until the commit in the order of their time. */
  async holdAhead(groupId: string, after: Date): Promise<string[]> {
    const rows = await this.uow.manager.query<{ id: string }[]>(
      `SELECT t.id FROM meeting t WHERE t.group_id = $1 AND t.state IN ('planned', 'called') AND t.starts_at > $2 ORDER BY t.starts_at, t.id
       FOR NO KEY UPDATE`,
      [groupId, after],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * A letter to everybody in the group on the day of the meeting who has an address, and a cancellation to those who were
   * called before and are not in it any more. Answers the letters' ids.
   */
  async makeCallLetters(meetingId: string, { sequence, message, changes, now }: CallWords): Promise<string[]> {
    return this.letters(
      `SELECT m.id, CASE WHEN called.is_in THEN 'call' ELSE 'cancel' END AS kind FROM (
         SELECT m.id, (${expectedOn('m', meetingDay('t'))}) AS is_in,
           EXISTS (SELECT 1 FROM meeting_letter l WHERE l.meeting_id = t.id AND l.member_id = m.id AND l.kind = 'call'
             AND l.sequence = (SELECT max(o.sequence) FROM meeting_letter o WHERE o.meeting_id = t.id AND o.kind = 'call')) AS was_called
         FROM meeting t JOIN group_member m ON m.group_id = t.group_id WHERE t.id = $1) called
       JOIN group_member m ON m.id = called.id
       WHERE (called.is_in OR called.was_called) AND coalesce((SELECT w.email FROM person w WHERE w.id = m.person_id), m.email) <> ''`,
      meetingId,
      { sequence, message, changes, now },
    );
  }

  /** To those who were called the last time. */
  async makeCancelLetters(meetingId: string, words: CallWords): Promise<string[]> {
    return this.letters(
      `SELECT l.member_id AS id, 'cancel' AS kind FROM meeting_letter l WHERE l.meeting_id = $1 AND l.kind = 'call'
         AND l.sequence = (SELECT max(o.sequence) FROM meeting_letter o WHERE o.meeting_id = $1 AND o.kind = 'call')`,
      meetingId,
      words,
    );
  }

  private async letters(
    to: string,
    meetingId: string,
    { sequence, message, changes, now }: CallWords,
  ): Promise<string[]> {
    // What still waits from a calling before is overtaken: nobody is to get an old time after a new one.
    await this.uow.manager.query(
      `UPDATE meeting_letter SET state = 'dropped' WHERE meeting_id = $1 AND sequence < $2 AND state IN ('waiting', 'retrying')`,
      [meetingId, sequence],
    );
    const rows = await this.uow.manager.query<{ id: string }[]>(
      `INSERT INTO meeting_letter (id, county_id, meeting_id, member_id, kind, sequence, message, changes, changes_en, made_at)
       SELECT gen_random_uuid(), current_county(), $1, x.id, x.kind, $2, $3, $5, $6, $4 FROM (${to}) x RETURNING id`,
      [meetingId, sequence, message, now, changes.sv, changes.en],
    );
    return rows.map(({ id }) => id);
  }

  private async moved(what: string, values: readonly unknown[]): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[object[], number]>(
      `UPDATE meeting SET ${what}, version = version + 1, live_number = live_number + 1 WHERE id = $1 AND version = $2 RETURNING id`,
      [...values],
    );
    return rows.length === 1;
  }
}
