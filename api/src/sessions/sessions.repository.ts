import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { HeldRole } from '@samhandling/domain';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export interface OpenSession {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly countyId: string;
  readonly csrfToken: string;
  readonly roles: readonly HeldRole[];
}

export interface SignInCandidate {
  readonly id: string;
  readonly passwordHash: string | null;
}

export interface SessionPlaces {
  readonly county: { readonly id: string; readonly code: string; readonly name: string };
  readonly counties: readonly { readonly id: string; readonly name: string }[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
}

@Injectable()
export class SessionsRepository {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly uow: UnitOfWork,
  ) {}

  /** Before there is a session there is no county, so this one statement runs outside the unit of work. */
  async open(tokenHash: Buffer, maxIdleHours: number): Promise<OpenSession | null> {
    const rows = await this.source.query<{ session: OpenSession | null }[]>(
      'SELECT open_session($1, make_interval(hours => $2)) AS session',
      [tokenHash, maxIdleHours],
    );
    return rows[0]?.session ?? null;
  }

  async findCandidate(email: string): Promise<SignInCandidate | null> {
    const rows = await this.uow.manager.query<SignInCandidate[]>(
      'SELECT id, password_hash AS "passwordHash" FROM person WHERE email = lower($1) AND is_active',
      [email],
    );
    return rows[0] ?? null;
  }

  /** The counties where the person of the unit of work holds a role, by name. */
  async findCounties(): Promise<{ id: string; name: string }[]> {
    return this.uow.manager.query(
      `SELECT c.id, c.name FROM county c WHERE EXISTS (SELECT 1 FROM role_assignment r WHERE r.county_id = c.id AND r.person_id = current_person())
       ORDER BY c.name COLLATE "sv-x-icu"`,
    );
  }

  async findPlaces(countyId: string, organisationIds: readonly string[]): Promise<SessionPlaces> {
    const counties = await this.findCounties();
    const [row] = await this.uow.manager.query<Pick<SessionPlaces, 'county' | 'organisations'>[]>(
      `SELECT (SELECT jsonb_build_object('id', id, 'code', code, 'name', name) FROM county WHERE id = $1) AS county,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) ORDER BY name), '[]') FROM organisation WHERE id = ANY($2::uuid[])) AS organisations`,
      [countyId, organisationIds],
    );
    if (!row) throw new Error('A SELECT without FROM answered no row.');
    return { ...row, counties };
  }

  async create(row: { tokenHash: Buffer; personId: string; countyId: string; csrfToken: string }): Promise<void> {
    await this.uow.manager.query(
      'INSERT INTO session (token_hash, person_id, county_id, csrf_token) VALUES ($1, $2, $3, $4)',
      [row.tokenHash, row.personId, row.countyId, row.csrfToken],
    );
  }

  async updateCounty(tokenHash: Buffer, countyId: string): Promise<void> {
    await this.uow.manager.query('UPDATE session SET county_id = $2 WHERE token_hash = $1', [tokenHash, countyId]);
  }

  async delete(tokenHash: Buffer): Promise<void> {
    await this.uow.manager.query('DELETE FROM session WHERE token_hash = $1', [tokenHash]);
  }

  async secondsToWait(keyHash: Buffer, freeTries: number, longestWait: number): Promise<number> {
    const rows = await this.uow.manager.query<{ wait: number }[]>(
      `SELECT ceil(extract(epoch FROM last_at + make_interval(secs => least($3, power(2, failures - $2))) - now()))::int AS wait
       FROM sign_in_failure WHERE key_hash = $1 AND failures >= $2`,
      [keyHash, freeTries, longestWait],
    );
    return Math.max(0, rows[0]?.wait ?? 0);
  }

  async countFailure(keyHash: Buffer): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO sign_in_failure (key_hash, failures, last_at) VALUES ($1, 1, now())
       ON CONFLICT (key_hash) DO UPDATE SET last_at = now(),
         failures = CASE WHEN sign_in_failure.last_at < now() - interval '1 hour' THEN 1 ELSE sign_in_failure.failures + 1 END`,
      [keyHash],
    );
  }

  async forgetFailures(keyHash: Buffer): Promise<void> {
    await this.uow.manager.query('DELETE FROM sign_in_failure WHERE key_hash = $1', [keyHash]);
  }
}
