import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CalendarFeed, Id } from '@samhandling/contracts';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';

/** Whose calendar it is. */
export type FeedSubject = { readonly personId: Id } | { readonly groupId: Id };
export type EndedBecause = 'renewed' | 'removed' | 'left' | 'shut_out';

/** A feed as `open_calendar_feed()` tells of it. What has ended says no more than why. */
export type FoundFeed =
  | { readonly id: Id; readonly endedBecause: EndedBecause }
  | {
      readonly id: Id;
      readonly endedBecause: '';
      readonly countyId: Id;
      readonly kind: 'person' | 'group';
      readonly personId: Id | null;
      readonly groupId: Id | null;
    };

const INSTANT = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const FEED = `SELECT f.id, ${INSTANT('f.created_at')} AS "createdAt", f.fetches, ${INSTANT('f.last_fetched_at')} AS "lastFetchedAt",
  (SELECT jsonb_build_object('id', p.id, 'name', p.name) FROM person p WHERE p.id = f.created_by) AS "createdBy" FROM calendar_feed f`;
const OF = (subject: FeedSubject): string => ('personId' in subject ? 'f.person_id = $1' : 'f.group_id = $1');
const idOf = (subject: FeedSubject): Id => ('personId' in subject ? subject.personId : subject.groupId);

@Injectable()
export class FeedsRepository {
  constructor(
    private readonly uow: UnitOfWork,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  /** By the hash of the secret, before anybody is known; notes that it was asked for if it still holds. */
  async open(tokenHash: Buffer, now: Date): Promise<FoundFeed | null> {
    const rows = await this.source.query<{ feed: FoundFeed | null }[]>('SELECT open_calendar_feed($1, $2) AS feed', [
      tokenHash,
      now,
    ]);
    return rows[0]?.feed ?? null;
  }

  async findInForce(subject: FeedSubject): Promise<CalendarFeed | null> {
    const rows = await this.uow.manager.query<CalendarFeed[]>(
      `${FEED} WHERE ${OF(subject)} AND f.county_id = current_county() AND f.ended_at IS NULL`,
      [idOf(subject)],
    );
    return rows[0] ?? null;
  }

  async groupExists(id: Id): Promise<boolean> {
    const rows = await this.uow.manager.query<object[]>('SELECT 1 FROM work_group WHERE id = $1', [id]);
    return rows.length === 1;
  }

  async create(id: Id, subject: FeedSubject, tokenHash: Buffer, now: Date, by: Id): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO calendar_feed (id, county_id, kind, person_id, group_id, token_hash, created_at, created_by)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6, $7)`,
      [
        id,
        'personId' in subject ? 'person' : 'group',
        'personId' in subject ? subject.personId : null,
        'groupId' in subject ? subject.groupId : null,
        tokenHash,
        now,
        by,
      ],
    );
  }

  /** The ids of what was ended by this: nothing when somebody else was first. */
  async end(subject: FeedSubject, because: EndedBecause, now: Date, onlyId: Id | null = null): Promise<Id[]> {
    const [rows] = await this.uow.manager.query<[{ id: Id }[], number]>(
      `UPDATE calendar_feed f SET ended_at = $2, ended_because = $3
       WHERE ${OF(subject)} AND f.county_id = current_county() AND f.ended_at IS NULL AND ($4::uuid IS NULL OR f.id = $4) RETURNING f.id`,
      [idOf(subject), now, because, onlyId],
    );
    return rows.map(({ id }) => id);
  }
}
