import { Injectable } from '@nestjs/common';
import type { Day, Id, Instant } from '@samhandling/contracts';
import type { MeetingState, YearMarkKind } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import type { FeedSubject } from './feeds.repository.ts';

export interface StoredFeed {
  /** The person's or the group's name. */
  readonly name: string;
  readonly meetings: readonly {
    readonly id: Id;
    readonly sequence: number;
    readonly title: string;
    readonly group: string;
    readonly place: string;
    readonly link: string;
    readonly state: MeetingState;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
  }[];
  readonly rounds: readonly {
    readonly id: Id;
    readonly version: number;
    readonly label: string;
    readonly plan: string;
    readonly slug: string;
    readonly opens: Day;
    readonly due: Day;
  }[];
  readonly marks: readonly {
    readonly id: Id;
    readonly version: number;
    readonly kind: YearMarkKind;
    readonly title: string;
    readonly slug: string;
    readonly from: Day;
    readonly to: Day;
  }[];
  readonly decisions: readonly DueItem[];
  readonly actionPoints: readonly DueItem[];
}
export interface DueItem {
  readonly id: Id;
  readonly version: number;
  /** "§ 12/2026" of a decision; the group's name of an action point. */
  readonly reference: string;
  readonly text: string;
  readonly due: Day;
  readonly slug: string;
}

const DAY = (column: string): string => `to_char(${column}, 'YYYY-MM-DD')`;
const INSTANT = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const list = (what: string, order: string, from: string): string =>
  `(SELECT coalesce(jsonb_agg(${what} ORDER BY ${order}), '[]') FROM ${from})`;

/** Of whatever is written about: what is older is left to the record. */
const SINCE = `(($2::timestamptz AT TIME ZONE 'Europe/Stockholm')::date - 400)`;
const TODAY = `($2::timestamptz AT TIME ZONE 'Europe/Stockholm')::date`;

const MEETING = `jsonb_build_object('id', m.id, 'sequence', m.invitation_sequence, 'title', m.title, 'group', g.name, 'place', m.place,
  'link', m.link, 'state', m.state, 'startsAt', ${INSTANT('m.starts_at')}, 'endsAt', ${INSTANT('m.ends_at')})`;
const ROUND = `jsonb_build_object('id', r.id, 'version', r.version, 'label', r.label, 'plan', p.title, 'slug', p.slug,
  'opens', ${DAY('r.opens')}, 'due', ${DAY('r.due')})`;
const MARK = `jsonb_build_object('id', k.id, 'version', k.version, 'kind', k.kind, 'title', k.title, 'slug', p.slug,
  'from', ${DAY('k.from_day')}, 'to', ${DAY('k.to_day')})`;
const DECISION = `jsonb_build_object('id', d.id, 'version', d.version, 'reference', '§ ' || d.number || '/' || d.year,
  'text', d.text, 'due', ${DAY('d.due')}, 'slug', p.slug)`;
const ACTION = `jsonb_build_object('id', a.id, 'version', a.version, 'reference', g.name, 'text', a.text, 'due', ${DAY('a.due')}, 'slug', p.slug)`;
const OPEN_DECISIONS = `decision d JOIN work_group g ON g.id = d.group_id JOIN plan p ON p.id = g.plan_id
  WHERE d.state = 'open' AND d.due IS NOT NULL`;
const OPEN_ACTIONS = `action_point a JOIN work_group g ON g.id = a.group_id JOIN plan p ON p.id = g.plan_id
  WHERE a.state = 'open' AND a.due IS NOT NULL`;

/** What stands in a feed. Titles and days only: what was said in a meeting, and notes of any kind, are not here to be sent. */
@Injectable()
export class FeedEntriesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  find(subject: FeedSubject, now: Date): Promise<StoredFeed | null> {
    return 'personId' in subject ? this.findOfPerson(subject.personId, now) : this.findOfGroup(subject.groupId, now);
  }

  /** Meetings of the groups the person is in on the day, what the person is to do, and the rounds they answer in. */
  private async findOfPerson(personId: Id, now: Date): Promise<StoredFeed | null> {
    return this.one(
      `SELECT who.name,
        ${list(
          MEETING,
          'm.starts_at, m.id',
          `meeting m JOIN work_group g ON g.id = m.group_id WHERE m.starts_at >= ${SINCE} AND EXISTS (
             SELECT 1 FROM group_member x WHERE x.group_id = g.id AND x.person_id = $1
               AND x.from_day <= (m.starts_at AT TIME ZONE 'Europe/Stockholm')::date
               AND (x.to_day IS NULL OR (x.to_day >= (m.starts_at AT TIME ZONE 'Europe/Stockholm')::date AND x.to_day >= ${TODAY})))`,
        )} AS meetings,
        ${list(
          ROUND,
          'r.due, r.id',
          `follow_up_round r JOIN plan p ON p.id = r.plan_id WHERE r.due >= ${SINCE}
             AND EXISTS (SELECT 1 FROM follow_up f WHERE f.round_id = r.id AND f.reporter_id = $1)`,
        )} AS rounds,
        '[]'::jsonb AS marks,
        ${list(DECISION, 'd.due, d.id', `${OPEN_DECISIONS} AND d.person_id = $1`)} AS decisions,
        ${list(ACTION, 'a.due, a.id', `${OPEN_ACTIONS} AND a.person_id = $1`)} AS "actionPoints"
       FROM person who WHERE who.id = $1`,
      [personId, now],
    );
  }

  /** The group's meetings, what it has decided and waits for, and the days of its plan. */
  private async findOfGroup(groupId: Id, now: Date): Promise<StoredFeed | null> {
    return this.one(
      `SELECT grp.name,
        ${list(MEETING, 'm.starts_at, m.id', `meeting m JOIN work_group g ON g.id = m.group_id WHERE g.id = $1 AND m.starts_at >= ${SINCE}`)} AS meetings,
        ${list(ROUND, 'r.due, r.id', `follow_up_round r JOIN plan p ON p.id = r.plan_id WHERE p.id = grp.plan_id AND r.due >= ${SINCE}`)} AS rounds,
        ${list(MARK, 'k.from_day, k.id', `year_mark k JOIN plan p ON p.id = k.plan_id WHERE p.id = grp.plan_id AND k.to_day >= ${SINCE}`)} AS marks,
        ${list(DECISION, 'd.due, d.id', `${OPEN_DECISIONS} AND d.group_id = $1`)} AS decisions,
        ${list(ACTION, 'a.due, a.id', `${OPEN_ACTIONS} AND a.group_id = $1`)} AS "actionPoints"
       FROM work_group grp WHERE grp.id = $1`,
      [groupId, now],
    );
  }

  private async one(sql: string, given: readonly unknown[]): Promise<StoredFeed | null> {
    const rows = await this.uow.manager.query<StoredFeed[]>(sql, [...given]);
    return rows[0] ?? null;
  }
}
