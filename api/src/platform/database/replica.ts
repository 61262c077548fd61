import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Metrics } from '../metrics/metrics.ts';
import { logPlaceNumber } from './log-place.ts';
import { REPLICA_POOL } from './replica.token.ts';

/** A standby that is further behind than this is nobody's source. */
const MOST_LAG_MS = 10_000;
const LOOK_MS = 2_000;
/** How long a standby that failed somebody is left alone. */
const REST_MS = 10_000;
const LOOK_LIMIT_MS = 1_500;
const KEPT_SAMPLES = 40;

interface Sample {
  readonly place: bigint;
  readonly at: number;
}

/**
 * The standby that readers may be sent to, and how far behind it is. Lag is told by the primary's places in the log: how
 * long ago was the primary where the standby is now? A standby that has lost its primary is found out that way too, which
 * its own clock would not tell.
 */
@Injectable()
export class Replica implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('Replica');
  private samples: Sample[] = [];
  private lagMs = NaN;
  private lagBytes = NaN;
  private usable = false;
  private timer: NodeJS.Timeout | undefined;
  private isOver = false;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(REPLICA_POOL) private readonly pool: pg.Pool | null,
    private readonly metrics: Metrics,
  ) {}

  get exists(): boolean {
    return this.pool !== null;
  }

  get isUsable(): boolean {
    return this.usable;
  }

  onModuleInit(): void {
    if (!this.pool) return;
    const { pool } = this;
    // An idle connection that breaks is dropped by the pool; there is nobody to tell.
    pool.on('error', () => undefined);
    this.metrics.watchPool('replica', () => pool);
    this.metrics.watch('samhandling_replica_lag_seconds', 'How long ago the primary was where the replica is.', () => this.lagMs / 1_000); // prettier-ignore
    this.metrics.watch('samhandling_replica_lag_bytes', 'How much of the log the replica lacks.', () => this.lagBytes);
    this.metrics.watch('samhandling_replica_usable', '1 when readers are sent to the replica.', () =>
      this.usable ? 1 : 0,
    );
    this.lookLater(0);
  }

  async onModuleDestroy(): Promise<void> {
    this.isOver = true;
    clearTimeout(this.timer);
    await this.pool?.end();
  }

  connect(): Promise<pg.PoolClient> {
    if (!this.pool) throw new Error('There is no replica.');
    return this.pool.connect();
  }

  /** It failed somebody: nobody is sent there until it has been looked at, some time from now. */
  leaveAlone(fault: unknown): void {
    if (this.usable) this.logger.warn(`The replica is left alone: ${wordsOf(fault)}`);
    this.usable = false;
    this.lookLater(REST_MS);
  }

  /** Asks both where they are. By itself every other second; tests ask when they want to know. */
  async look(at = performance.now()): Promise<boolean> {
    const was = this.usable;
    try {
      await this.compare(at);
      this.usable = this.lagMs <= MOST_LAG_MS;
      if (was && !this.usable) this.logger.warn('The replica lags, so it is left alone.');
    } catch (fault) {
      if (was) this.logger.warn(`The replica is left alone: ${wordsOf(fault)}`);
      this.usable = false;
      this.lagMs = this.lagBytes = NaN;
    }
    if (!was && this.usable) this.logger.log('The replica is read from.');
    return this.usable;
  }

  private async compare(at: number): Promise<void> {
    const [primary] = await this.source.query<{ place: string }[]>('SELECT pg_current_wal_flush_lsn()::text AS place');
    const now = logPlaceNumber(primary?.place ?? '');
    this.samples = [...this.samples, { place: now, at }].slice(-KEPT_SAMPLES);
    const standby = await this.askStandby();
    const there = logPlaceNumber(standby);
    const reached = this.samples.findLast(({ place }) => place <= there);
    this.lagMs = at - (reached?.at ?? -Infinity);
    this.lagBytes = Math.max(0, Number(now - there));
  }

  /** Where the standby is. A server that is no standby, or a role that row-level security does not hold, is refused. */
  private async askStandby(): Promise<string> {
    const client = await this.connect();
    let fault: Error | undefined;
    try {
      const { rows } = await client.query<{ place: string | null; standby: boolean; unheld: boolean }>({
        text: `SELECT pg_last_wal_replay_lsn()::text AS place, pg_is_in_recovery() AS standby,
                      (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS unheld`,
        query_timeout: LOOK_LIMIT_MS,
      } as pg.QueryConfig);
      const [row] = rows;
      if (!row?.standby || row.place === null) throw new Error('the server is no standby');
      if (row.unheld) throw new Error('DATABASE_REPLICA_URL names a role that row-level security does not hold');
      return row.place;
    } catch (caught) {
      fault = caught as Error;
      throw caught;
    } finally {
      client.release(fault);
    }
  }

  private lookLater(milliseconds: number): void {
    if (this.isOver) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      void this.look().finally(() => this.lookLater(this.usable ? LOOK_MS : REST_MS));
    }, milliseconds);
    this.timer.unref();
  }
}

function wordsOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
