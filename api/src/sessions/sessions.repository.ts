import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AccountSession, Id } from '@samhandling/contracts';
import type { HeldRole } from '@samhandling/domain';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export type SignInMethod = AccountSession['method'];

export interface OpenSession {
  readonly id: Id;
  readonly method: SignInMethod;
  readonly expiresAt: string;
  readonly personId: Id;
  readonly name: string;
  readonly email: string;
  readonly countyId: Id;
  readonly csrfToken: string;
  readonly roles: readonly HeldRole[];
}

export interface SessionPlaces {
  readonly county: { readonly id: Id; readonly code: string; readonly name: string };
  readonly counties: readonly { readonly id: Id; readonly name: string }[];
  readonly organisations: readonly { readonly id: Id; readonly name: string }[];
}

export interface StoredSession {
  readonly id: Id;
  readonly browser: string;
  readonly method: SignInMethod;
  readonly since: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

@Injectable()
export class SessionsRepository {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly uow: UnitOfWork,
  ) {}

  /** Before there is a session there is no county, so this one statement runs outside the unit of work. */
  async open(tokenHash: Buffer, maxIdleMinutes: number, prolongs: boolean): Promise<OpenSession | null> {
    const rows = await this.source.query<{ session: OpenSession | null }[]>(
      'SELECT open_session($1, make_interval(mins => $2), $3) AS session',
      [tokenHash, maxIdleMinutes, prolongs],
    );
    return rows[0]?.session ?? null;
  }

  /** The counties where the person of the unit of work holds a role, by name; for an operator all of them. */
  async findCounties(): Promise<{ id: Id; name: string }[]> {
    return this.uow.manager.query(
      `SELECT c.id, c.name FROM county c WHERE EXISTS (SELECT 1 FROM role_assignment r WHERE r.county_id = c.id AND r.person_id = current_person())
         OR (SELECT is_operator FROM person WHERE id = current_person())
       ORDER BY c.name COLLATE "sv-x-icu"`,
    );
  }

  /** Where a new session begins: where the person has a role before where only an operator may go. */
  async findFirstCounty(): Promise<Id | null> {
    const rows = await this.uow.manager.query<{ id: Id }[]>(
      `SELECT c.id FROM county c
       LEFT JOIN (SELECT DISTINCT county_id FROM role_assignment WHERE person_id = current_person()) r ON r.county_id = c.id
       WHERE r.county_id IS NOT NULL OR (SELECT is_operator FROM person WHERE id = current_person())
       ORDER BY (r.county_id IS NULL), c.name COLLATE "sv-x-icu" LIMIT 1`,
    );
    return rows[0]?.id ?? null;
  }

  async findPlaces(countyId: Id, organisationIds: readonly Id[]): Promise<SessionPlaces> {
    const counties = await this.findCounties();
    const [row] = await this.uow.manager.query<Pick<SessionPlaces, 'county' | 'organisations'>[]>(
      `SELECT (SELECT jsonb_build_object('id', id, 'code', code, 'name', name) FROM county WHERE id = $1) AS county,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) ORDER BY name), '[]') FROM organisation WHERE id = ANY($2::uuid[])) AS organisations`,
      [countyId, organisationIds],
    );
    if (!row) throw new Error('A SELECT without FROM answered no row.');
    return { ...row, counties };
  }

  async create(row: {
    tokenHash: Buffer;
    countyId: Id;
    csrfToken: string;
    method: SignInMethod;
    browser: string;
    hours: number;
  }): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO session (token_hash, person_id, county_id, csrf_token, method, browser, expires_at)
       VALUES ($1, current_person(), $2, $3, $4, $5, now() + make_interval(hours => $6))`,
      [row.tokenHash, row.countyId, row.csrfToken, row.method, row.browser, row.hours],
    );
  }

  async updateCounty(tokenHash: Buffer, countyId: Id): Promise<void> {
    await this.uow.manager.query('UPDATE session SET county_id = $2 WHERE token_hash = $1', [tokenHash, countyId]);
  }

  /** Whoever's it is: the secret is the right to it. */
  async end(tokenHash: Buffer): Promise<void> {
    await this.uow.manager.query('SELECT end_session($1)', [tokenHash]);
  }

  /** Those of the person that still open something, the one last used first. */
  findOwn(maxIdleMinutes: number): Promise<StoredSession[]> {
    return this.uow.manager.query(
      `SELECT id, browser, method, created_at AS since, last_seen_at AS "lastSeenAt", expires_at AS "expiresAt" FROM session
       WHERE person_id = current_person() AND expires_at > now() AND last_seen_at > now() - make_interval(mins => $1)
       ORDER BY last_seen_at DESC, id`,
      [maxIdleMinutes],
    );
  }

  async deleteOwn(id: Id): Promise<boolean> {
    const [, count] = await this.uow.manager.query<[unknown[], number]>(
      'DELETE FROM session WHERE person_id = current_person() AND id = $1',
      [id],
    );
    return count === 1;
  }

  /** All but one, or all. Answers how many that were. */
  async deleteOthers(keepId: Id | null): Promise<number> {
    const [, count] = await this.uow.manager.query<[unknown[], number]>(
      'DELETE FROM session WHERE person_id = current_person() AND ($1::uuid IS NULL OR id <> $1)',
      [keepId],
    );
    return count;
  }
}
