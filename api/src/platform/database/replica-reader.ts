import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { requestContext } from '../http/request-context.ts';
import { Metrics } from '../metrics/metrics.ts';
import { isLogPlace } from './log-place.ts';
import { Replica } from './replica.ts';
import { Transaction, type Scope } from './transaction.ts';

/** Reads from the standby what may be read there, and leaves the rest to the primary. */
@Injectable()
export class ReplicaReader {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly replica: Replica,
    private readonly metrics: Metrics,
  ) {}

  /**
   * Null: to be read from the primary. Whatever fails on the standby is, so that nobody is refused anything for its lag
   * or its loss; a body that only reads can be run twice.
   */
  async read<Result>(
    scope: Scope,
    body: (transaction: Transaction) => Promise<Result>,
  ): Promise<{ result: Result } | null> {
    const why = this.whyNot();
    if (why !== null) return this.leaveToPrimary(why);
    let client: PoolClient;
    try {
      client = await this.replica.connect();
    } catch (fault) {
      this.replica.leaveAlone(fault);
      return this.leaveToPrimary('replica failed');
    }
    let broken: Error | undefined;
    const transaction = this.transactionOver(client);
    try {
      const after = requestContext().reading?.after ?? '0/0';
      if (!isLogPlace(after)) throw new Error('Not a place in the log.');
      const answer = await transaction.begin(
        scope,
        false,
        `SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= '${after}'::pg_lsn AS fresh`,
      );
      if ((answer?.rows[0] as { fresh: boolean } | undefined)?.fresh !== true) {
        await transaction.undo();
        return this.leaveToPrimary('replica not there yet');
      }
      const result = await body(transaction);
      await transaction.commit();
      this.metrics.readSent('replica', 'caught up');
      return { result };
    } catch (fault) {
      // One that does not answer is not asked once more; one that is gone cannot be.
      broken = isSilence(fault) ? (fault as Error) : await whyGone(client);
      if (broken) this.replica.leaveAlone(fault);
      return this.leaveToPrimary('replica failed');
    } finally {
      client.release(broken);
    }
  }

  private whyNot(): string | null {
    if (!this.replica.exists) return 'no replica';
    const { reading } = requestContext();
    if (!reading) return 'no request';
    if (!reading.mayUseReplica) return 'written or read there';
    return this.replica.isUsable ? null : 'replica left alone';
  }

  private leaveToPrimary(why: string): null {
    this.metrics.readSent('primary', why);
    return null;
  }

  /** TypeORM's runner takes a connection from its own pool only when it has none. */
  private transactionOver(client: PoolClient): Transaction {
    const runner = this.source.createQueryRunner();
    Object.assign(runner, { databaseConnection: client });
    return new Transaction(runner, this.metrics, 'replica');
  }
}

function whyGone(client: PoolClient): Promise<Error | undefined> {
  return client.query('ROLLBACK').then(
    () => undefined,
    (fault: Error) => fault,
  );
}

/** How the driver says that no answer came in time. */
function isSilence(fault: unknown): boolean {
  const { message, driverError } = fault as { message?: string; driverError?: Error };
  return message === 'Query read timeout' || driverError?.message === 'Query read timeout';
}
