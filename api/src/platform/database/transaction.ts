import type { ClientBase, QueryResult } from 'pg';
import { QueryFailedError, type EntityManager, type QueryRunner } from 'typeorm';
import { uncertain } from '../http/problem-exception.ts';
import { requestContext } from '../http/request-context.ts';
import type { Metrics, ReadPlace } from '../metrics/metrics.ts';
import { isDatabaseAway } from './connection-fault.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export interface Scope {
  readonly countyId: string | null;
  readonly personId: string | null;
}

/** Given the connection that the transaction had, which is free again. */
export type AfterCommit = (manager: EntityManager) => void | Promise<void>;

/** One transaction on one connection, begun and ended in as few round trips as can be. */
export class Transaction {
  readonly afterCommit: AfterCommit[] = [];
  private writes = false;
  private begun = 0;

  constructor(
    private readonly runner: QueryRunner,
    private readonly metrics: Metrics,
    private readonly pool: ReadPlace = 'primary',
  ) {}

  get manager(): EntityManager {
    return this.runner.manager;
  }

  /**
   * Begins, with the county and the person set for row-level security. `more`: a statement without parameters that goes in
   * the same round trip; its result is answered.
   */
  async begin(scope: Scope, writes: boolean, more?: string): Promise<QueryResult | null> {
    this.writes = writes;
    const { reading } = requestContext();
    // From here on the request stays with the primary: what it reads next must not be older than what it has seen.
    if (reading && this.pool === 'primary') reading.mayUseReplica = false;
    const asked = performance.now();
    await this.runner.connect();
    this.begun = performance.now();
    this.metrics.connectionTaken(this.pool, (this.begun - asked) / 1_000);
    const settings = `SELECT set_config('samhandling.county', '${checked(scope.countyId)}', true), set_config('samhandling.person', '${checked(scope.personId)}', true)`;
    const results = await this.send(`BEGIN${writes ? '' : ' READ ONLY'}; ${settings}${more ? `; ${more}` : ''}`);
    // TypeORM is told, so that nothing it does begins a transaction of its own.
    Object.assign(this.runner, { isTransactionActive: true });
    return more ? (results.at(-1) ?? null) : null;
  }

  /**
   * `more`: a statement that goes in the same round trip, before the COMMIT. Where it fails nothing is committed. When the
   * connection breaks just then, nobody knows whether the database had got it: that is what must be told.
   */
  async commit(more?: string): Promise<void> {
    const { reading } = requestContext();
    try {
      // Where there is a replica, the place in the log where the writing ends comes back in the same round trip.
      const place = this.writes && reading ? '; SELECT pg_current_wal_insert_lsn()::text AS place' : '';
      const results = await this.send(`${more ? `${more}; ` : ''}COMMIT${place}`);
      if (place) reading?.wrote((results.at(-1)?.rows[0] as { place: string }).place);
      this.ended('commit');
    } catch (fault) {
      if (this.writes && isDatabaseAway(fault)) throw uncertain();
      throw fault;
    }
    for (const task of this.afterCommit) await task(this.manager);
  }

  async undo(): Promise<void> {
    this.ended('rollback');
    try {
      await this.runner.query('ROLLBACK');
    } catch {
      // The connection is gone, and the transaction with it. The first fault is the one worth telling.
    }
  }

  release(): Promise<void> {
    return this.runner.release();
  }

  private ended(outcome: 'commit' | 'rollback'): void {
    if (this.begun === 0) return;
    const seconds = (performance.now() - this.begun) / 1_000;
    this.metrics.transactionEnded({ kind: this.writes ? 'write' : 'read', pool: this.pool, outcome }, seconds);
    this.begun = 0;
  }

  /** TypeORM answers nothing for several statements at once; the driver does. What it refuses is told as TypeORM tells it. */
  private async send(text: string): Promise<QueryResult[]> {
    const client = (await this.runner.connect()) as ClientBase;
    try {
      const results = (await client.query(text)) as QueryResult | QueryResult[];
      return Array.isArray(results) ? results : [results];
    } catch (fault) {
      throw new QueryFailedError(text, [], fault as Error);
    }
  }
}

/** The value goes into SQL text, so anything that is not a uuid stops here. */
function checked(id: string | null): string {
  if (id === null) return '';
  if (!UUID.test(id)) throw new Error('Not a uuid.');
  return id;
}
