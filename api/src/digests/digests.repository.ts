import { Injectable } from '@nestjs/common';
import type { DigestLetter, GroupRef, LetterState, MeetingRef, PersonRef, PlanRef } from '@samhandling/contracts';
import type { Day, DigestSection, DigestState, Locale, PlanWords } from '@samhandling/domain';
import type { DigestPaperFacts } from '@samhandling/report-model';
import { isReportedTo } from '../meetings/shared/refs.sql.ts';
import { day, dayIn, instant, LETTER_SENDER, letterLocale, person } from '../platform/database/sql.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import type { LetterReader, LetterSender } from '../platform/mail/write-letter.ts';
import type { DigestPlace } from './digest-texts.ts';

export interface StoredDigest {
  readonly id: string;
  readonly version: number;
  readonly meeting: MeetingRef & { readonly on: Day };
  readonly group: GroupRef;
  readonly plan: PlanRef & { readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly from: Day;
  readonly to: Day;
  readonly state: DigestState;
  readonly sentAt: string | null;
  readonly sentBy: PersonRef | null;
  /** In the group on the day of the meeting. */
  readonly members: readonly { readonly id: string; readonly name: string; readonly email: string }[];
  readonly letters: readonly StoredLetter[];
  readonly texts: readonly StoredText[];
}
export interface StoredLetter extends Omit<DigestLetter, 'mayMail'> {
  readonly hasAddress: boolean;
}
export interface StoredText {
  readonly id: string;
  readonly goalId: string | null;
  readonly section: DigestSection;
  readonly text: string;
  readonly writtenOver: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: PersonRef;
}
export type DigestHead = Pick<DigestPaperFacts, 'county' | 'meeting'>;

export interface LetterToWrite {
  readonly state: LetterState;
  readonly to: LetterReader;
  readonly group: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly message: string;
  readonly sender: LetterSender;
  readonly sentBy: string;
}
export interface MeetingToDigest {
  readonly id: string;
  readonly on: Day;
  readonly state: MeetingRef['state'];
  readonly groupName: string;
  readonly planId: string;
  /** Another group reports to this one, or it is a consultation group. */
  readonly isReportedTo: boolean;
  /** The day after the group's last held meeting before this one. */
  readonly sinceLast: Day | null;
  readonly planBegins: Day;
}

const DIGEST = `SELECT d.id, d.version, ${day('d.from_day')} AS "from", ${day('d.to_day')} AS "to", d.state, ${instant('d.sent_at')} AS "sentAt",
  ${person('d.sent_by')} AS "sentBy",
  jsonb_build_object('id', m.id, 'startsAt', ${instant('m.starts_at')}, 'endsAt', ${instant('m.ends_at')}, 'title', m.title, 'state', m.state,
    'on', ${dayIn('m.starts_at')}) AS meeting,
  jsonb_build_object('id', g.id, 'name', g.name, 'kind', g.kind) AS "group",
  jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'words', p.words) AS plan,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', x.id, 'name', coalesce(who.name, x.name), 'email', coalesce(who.email, x.email)) ORDER BY x.name COLLATE "sv-x-icu", x.id)
    FROM group_member x LEFT JOIN person who ON who.id = x.person_id
    WHERE x.group_id = g.id AND x.from_day <= ${dayIn('m.starts_at')}::date AND (x.to_day IS NULL OR x.to_day >= ${dayIn('m.starts_at')}::date)), '[]') AS members,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'goalId', t.goal_id, 'section', t.section, 'text', t.text, 'writtenOver', t.written_over,
    'version', t.version, 'updatedAt', ${instant('t.updated_at')}, 'updatedBy', ${person('t.updated_by')})) FROM digest_text t WHERE t.digest_id = d.id), '[]') AS texts
  , coalesce((SELECT jsonb_agg(jsonb_build_object('memberId', x.id, 'name', coalesce(who.name, x.name), 'state', l.state, 'reason', l.reason,
      'hasAddress', coalesce(who.email, x.email, '') <> '') ORDER BY x.name COLLATE "sv-x-icu", x.id)
    FROM digest_letter l JOIN group_member x ON x.id = l.member_id LEFT JOIN person who ON who.id = x.person_id WHERE l.digest_id = d.id), '[]') AS letters
  FROM digest d JOIN meeting m ON m.id = d.meeting_id JOIN work_group g ON g.id = m.group_id JOIN plan p ON p.id = g.plan_id`;

@Injectable()
export class DigestsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(id: string): Promise<StoredDigest | null> {
    const rows = await this.uow.manager.query<StoredDigest[]>(`${DIGEST} WHERE d.id = $1`, [id]);
    return rows[0] ?? null;
  }

  async findOfMeeting(meetingId: string): Promise<StoredDigest | null> {
    const rows = await this.uow.manager.query<StoredDigest[]>(`${DIGEST} WHERE d.meeting_id = $1`, [meetingId]);
    return rows[0] ?? null;
  }

  /** Nobody writes in the digest, or sends it, until the work is done. */
  async lock(id: string): Promise<void> {
    await this.uow.manager.query('SELECT 1 FROM digest WHERE id = $1 FOR UPDATE', [id]);
  }

  async findMeeting(meetingId: string): Promise<MeetingToDigest | null> {
    const rows = await this.uow.manager.query<MeetingToDigest[]>(
      `SELECT m.id, ${dayIn('m.starts_at')} AS "on", m.state, g.name AS "groupName", g.plan_id AS "planId",
         ${isReportedTo('g')} AS "isReportedTo",
         (SELECT ${day(`max(${dayIn('before.starts_at')}::date) + 1`)} FROM meeting before
           WHERE before.group_id = g.id AND before.state IN ('held', 'adjusted') AND before.starts_at < m.starts_at) AS "sinceLast",
         p.first_year || '-01-01' AS "planBegins"
       FROM meeting m JOIN work_group g ON g.id = m.group_id JOIN plan p ON p.id = g.plan_id WHERE m.id = $1`,
      [meetingId],
    );
    return rows[0] ?? null;
  }

  /** What stands at the head of the paper: the meeting, and the county it is in. */
  async findHead(meetingId: string): Promise<DigestHead | null> {
    const year = `extract(year FROM m.starts_at AT TIME ZONE 'Europe/Stockholm')::int`;
    const rows = await this.uow.manager.query<DigestHead[]>(
      `SELECT jsonb_build_object('code', c.code, 'name', c.name) AS county,
         jsonb_build_object('group', jsonb_build_object('name', g.name, 'kind', g.kind), 'plan', jsonb_build_object('title', p.title, 'words', p.words),
           'title', m.title, 'year', ${year}, 'number', (SELECT count(*) FROM meeting o WHERE o.group_id = m.group_id AND o.state <> 'cancelled'
             AND o.starts_at <= m.starts_at AND extract(year FROM o.starts_at AT TIME ZONE 'Europe/Stockholm') = ${year}),
           'startsAt', ${instant('m.starts_at')}, 'endsAt', ${instant('m.ends_at')}, 'place', m.place, 'link', m.link, 'state', m.state) AS meeting
       FROM meeting m JOIN work_group g ON g.id = m.group_id JOIN plan p ON p.id = g.plan_id JOIN county c ON c.id = m.county_id WHERE m.id = $1`,
      [meetingId],
    );
    return rows[0] ?? null;
  }

  async create(id: string, meetingId: string, from: Day, to: Day): Promise<void> {
    await this.uow.manager.query(
      'INSERT INTO digest (id, county_id, meeting_id, from_day, to_day) VALUES ($1, current_county(), $2, $3, $4)',
      [id, meetingId, from, to],
    );
  }

  /** False when it has another version by now. */
  async update(id: string, version: number, from: Day, to: Day): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[object[], number]>(
      'UPDATE digest SET from_day = $3, to_day = $4, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id',
      [id, version, from, to],
    );
    return rows.length === 1;
  }

  /** False when it has another version by now. */
  async send(id: string, version: number, at: Date, message: string, memberIds: readonly string[]): Promise<boolean> {
    const rows = await this.uow.manager.query<object[]>(
      `WITH done AS (UPDATE digest SET state = 'sent', sent_at = $3, sent_by = current_person(), message = $4, version = version + 1
         WHERE id = $1 AND version = $2 RETURNING id),
       letters AS (INSERT INTO digest_letter (digest_id, member_id, county_id) SELECT done.id, unnest($5::uuid[]), current_county() FROM done)
       SELECT id FROM done`,
      [id, version, at, message, memberIds],
    );
    return rows.length === 1;
  }

  /** Held until the commit. */
  async findLetter(digestId: string, memberId: string): Promise<LetterToWrite | null> {
    const rows = await this.uow.manager.query<LetterToWrite[]>(
      `SELECT l.state, json_build_object('name', coalesce(who.name, x.name), 'email', coalesce(who.email, x.email),
           'hasAccount', coalesce(who.has_account, false), 'locale', ${letterLocale('who')}) AS "to", g.name AS "group",
         ${instant('m.starts_at')} AS "startsAt", ${instant('m.ends_at')} AS "endsAt", d.message,
         ${LETTER_SENDER} AS sender,
         (SELECT p.name FROM person p WHERE p.id = d.sent_by) AS "sentBy"
       FROM digest_letter l JOIN group_member x ON x.id = l.member_id LEFT JOIN person who ON who.id = x.person_id
         JOIN digest d ON d.id = l.digest_id JOIN meeting m ON m.id = d.meeting_id JOIN work_group g ON g.id = m.group_id
       WHERE l.digest_id = $1 AND l.member_id = $2 FOR UPDATE OF l`,
      [digestId, memberId],
    );
    return rows[0] ?? null;
  }

  /** A letter that waits once more, from whoever asks for it. */
  async prepareAgain(digestId: string, memberId: string): Promise<void> {
    await this.uow.manager.query(
      `UPDATE digest_letter SET state = 'waiting', reason = '', sent_by = current_person(), set_aside_at = NULL
       WHERE digest_id = $1 AND member_id = $2`,
      [digestId, memberId],
    );
  }

  /** What has been settled stays as it is. */
  async settleLetter(digestId: string, memberId: string, state: LetterState, reason = ''): Promise<void> {
    await this.uow.manager.query(
      `UPDATE digest_letter SET state = $3, reason = $4, settled_at = now()
       WHERE digest_id = $1 AND member_id = $2 AND state IN ('waiting', 'sending', 'retrying', 'unknown')`,
      [digestId, memberId, state, reason],
    );
  }

  async hasGoal(planId: string, goalId: string): Promise<boolean> {
    const rows = await this.uow.manager.query<object[]>('SELECT 1 FROM goal WHERE id = $1 AND plan_id = $2', [
      goalId,
      planId,
    ]);
    return rows.length > 0;
  }

  /** The first text in a place names no index to conflict with: whoever comes second at the same moment is told so. */
  async createText(id: string, digestId: string, place: DigestPlace, text: string, over: string): Promise<boolean> {
    const rows = await this.uow.manager.query<object[]>(
      `INSERT INTO digest_text (id, county_id, digest_id, goal_id, section, text, written_over, updated_by)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6, current_person()) ON CONFLICT DO NOTHING RETURNING id`,
      [id, digestId, place.goalId, place.section, text, over],
    );
    return rows.length === 1;
  }

  async updateText(id: string, version: number, text: string, over: string): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[object[], number]>(
      `UPDATE digest_text SET text = $3, written_over = $4, updated_at = now(), updated_by = current_person(), version = version + 1
       WHERE id = $1 AND version = $2 RETURNING id`,
      [id, version, text, over],
    );
    return rows.length === 1;
  }

  async deleteText(id: string, version: number): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[object[], number]>(
      'DELETE FROM digest_text WHERE id = $1 AND version = $2 RETURNING id',
      [id, version],
    );
    return rows.length === 1;
  }
}
