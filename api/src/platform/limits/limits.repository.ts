import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Taken } from './leases.ts';
import type { Limit } from './purposes.ts';

/** Outside the unit of work: what is refused is counted all the same, and belongs to no county. */
@Injectable()
export class LimitsRepository {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Windows are those of the database's clock, so that processes agree. One row for each key, whatever the number of windows. */
  async take(keyHash: Buffer, { seconds, lease }: Limit): Promise<Taken> {
    const rows = await this.source.query<Taken[]>(
      `INSERT INTO rate_limit AS kept (key_hash, window_ends, taken)
       VALUES ($1, date_bin(make_interval(secs => $2), clock_timestamp(), 'epoch') + make_interval(secs => $2), $3)
       ON CONFLICT ON CONSTRAINT rate_limit_pk DO UPDATE SET window_ends = excluded.window_ends,
         taken = CASE WHEN kept.window_ends = excluded.window_ends THEN kept.taken ELSE 0 END + excluded.taken
       RETURNING taken AS total, extract(epoch FROM window_ends - clock_timestamp())::float8 AS "secondsLeft"`,
      [keyHash, seconds, lease],
    );
    const [row] = rows;
    if (!row) throw new Error('An upsert answered no row.');
    return row;
  }

  async deleteEnded(): Promise<void> {
    await this.source.query('DELETE FROM rate_limit WHERE window_ends < clock_timestamp()');
  }
}
