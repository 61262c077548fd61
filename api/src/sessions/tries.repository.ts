import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export interface TryLimit {
  /** Tries before waiting begins; then 1, 2, 4 … seconds. */
  readonly free: number;
  readonly longestWaitSeconds: number;
  /** So long after the last one, all are forgotten. */
  readonly forgetSeconds: number;
  /** One is forgiven for each such time that passes. 0: none before all are forgotten. */
  readonly forgiveSeconds: number;
}

/** What is left of the failures of row `f` by now. Parameters 2 to 5 are the limit's. */
const LEFT = `CASE WHEN f.last_at < now() - make_interval(secs => $4) THEN 0
  WHEN $5::float8 = 0 THEN f.failures
  ELSE greatest(0, f.failures - floor(extract(epoch FROM now() - f.last_at) / $5::float8)::int) END`;
const READY = `(${LEFT} < $2 OR f.last_at + make_interval(secs => least($3::float8, power(2, least(30, ${LEFT} - $2)))) <= now())`;

/** Counts tries by the hash of who tries. Nobody's name or address is kept. */
@Injectable()
export class TriesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Counts one try and answers 0, or counts nothing and answers the seconds to wait. Tries at once take turns on the row. */
  async take(keyHash: Buffer, { free, longestWaitSeconds, forgetSeconds, forgiveSeconds }: TryLimit): Promise<number> {
    const limit = [keyHash, free, longestWaitSeconds, forgetSeconds, forgiveSeconds];
    const taken = await this.uow.manager.query<unknown[]>(
      `INSERT INTO sign_in_failure AS f (key_hash, failures, last_at) VALUES ($1, 1, now())
       ON CONFLICT (key_hash) DO UPDATE SET last_at = now(), failures = ${LEFT} + 1 WHERE ${READY}
       RETURNING failures`,
      limit,
    );
    if (taken.length > 0) return 0;
    const [row] = await this.uow.manager.query<{ wait: number }[]>(
      `SELECT ceil(extract(epoch FROM f.last_at + make_interval(secs => least($3::float8, power(2, least(30, ${LEFT} - $2)))) - now()))::int AS wait
       FROM sign_in_failure f WHERE f.key_hash = $1`,
      limit,
    );
    return Math.max(1, row?.wait ?? 1);
  }

  async giveBack(keyHash: Buffer): Promise<void> {
    await this.uow.manager.query(
      'UPDATE sign_in_failure SET failures = greatest(0, failures - 1) WHERE key_hash = $1',
      [keyHash],
    );
  }

  async forget(keyHash: Buffer): Promise<void> {
    await this.uow.manager.query('DELETE FROM sign_in_failure WHERE key_hash = $1', [keyHash]);
  }
}
