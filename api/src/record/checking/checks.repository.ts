import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import type { Finding } from '../verifying/chain-walk.ts';
import type { Verification } from '../verifying/verifying.service.ts';

export interface StoredCheck extends Verification {
  readonly at: string;
}

export interface County {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** What verifying has found, kept so that the next one knows how long the chain was. */
@Injectable()
export class ChecksRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findLatest(): Promise<StoredCheck | null> {
    const rows = await this.uow.manager.query<StoredCheck[]>(
      `SELECT to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, jsonb_build_object('seq', c.head_seq, 'hash', c.head_hash) AS head,
         c.events, c.disposed, c.reports, c.files, c.findings, c.finding_count AS "findingCount"
       FROM record_check c ORDER BY c.at DESC, c.id DESC LIMIT 1`,
    );
    return rows[0] ?? null;
  }

  /**
   * The longest chain any check has seen. One that found fault does not count where the chain had become shorter, so that
   * a cut is told by every later check too.
   */
  async findLongest(): Promise<{ readonly seq: number; readonly hash: string } | null> {
    const rows = await this.uow.manager.query<{ seq: number; hash: string }[]>(
      `SELECT c.head_seq::float8 AS seq, c.head_hash AS hash FROM record_check c WHERE c.head_seq > 0
       ORDER BY c.head_seq DESC, c.at LIMIT 1`,
    );
    return rows[0] ?? null;
  }

  async add(check: Verification & { readonly at: Date; readonly findings: readonly Finding[] }): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO record_check (id, county_id, at, head_seq, head_hash, events, disposed, reports, files, finding_count, findings)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        newId(),
        check.at,
        check.head.seq,
        check.head.hash,
        check.events,
        check.disposed,
        check.reports,
        check.files,
        check.findingCount,
        JSON.stringify(check.findings.slice(0, 100)),
      ],
    );
  }

  async findCounties(): Promise<County[]> {
    return this.uow.manager.query<County[]>('SELECT id, code, name FROM county ORDER BY code');
  }
}
