import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { JOB_SCHEMA } from '../jobs/job-schema.ts';
import { QUEUES } from '../jobs/queues.ts';
import { Metrics } from './metrics.ts';

const WATCHED = ['created', 'retry', 'active', 'failed'];

interface Figures {
  readonly jobs: readonly { readonly queue: string; readonly state: string; readonly count: number }[];
  readonly sessions: number;
}

/**
 * What only the database knows, asked when the figures are. Every process gives the same answer, so a graph takes the
 * greatest of them, not the sum. Sessions are counted as the database's own statistics do, since each session is its
 * owner's alone to see.
 */
@Injectable()
export class DatabaseFigures {
  private asking: Promise<Figures | null> | undefined;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly metrics: Metrics,
  ) {}

  /** Called once, when somebody will ask. */
  register(): void {
    const registers = [this.metrics.registry];
    const ask = (): Promise<Figures | null> => this.ask();
    new Gauge({
      name: 'samhandling_database_up',
      help: '1 when the database answers the application’s role.',
      registers,
      async collect() {
        this.set((await ask()) === null ? 0 : 1);
      },
    });
    new Gauge({
      name: 'samhandling_jobs',
      help: 'Jobs the queues remember, by queue and state. The same in every process.',
      labelNames: ['queue', 'state'],
      registers,
      async collect() {
        this.reset();
        const figures = await ask();
        if (figures === null) return;
        // A queue with nothing in it says so, so that a graph or an alarm has something to look at.
        for (const { name } of QUEUES) for (const state of WATCHED) this.set({ queue: name, state }, 0);
        for (const { queue, state, count } of figures.jobs) this.set({ queue, state }, count);
      },
    });
    new Gauge({
      name: 'samhandling_sessions_open',
      help: 'Sessions in the table, as estimated by the database. The same in every process.',
      registers,
      async collect() {
        this.set((await ask())?.sessions ?? 0);
      },
    });
  }

  /** One question for all gauges of one scrape. */
  private ask(): Promise<Figures | null> {
    this.asking ??= this.askNow().finally(() => setImmediate(() => (this.asking = undefined)));
    return this.asking;
  }

  private async askNow(): Promise<Figures | null> {
    try {
      const [row] = await this.source.query<Figures[]>(
        `SELECT (SELECT coalesce(jsonb_agg(j), '[]') FROM (SELECT name AS queue, state, count(*)::int AS count FROM ${JOB_SCHEMA}.job GROUP BY 1, 2) j) AS jobs,
                (SELECT coalesce(sum(n_live_tup), 0)::int FROM pg_stat_user_tables WHERE schemaname = 'public' AND relname = 'session') AS sessions`,
      );
      return row ?? null;
    } catch {
      return null;
    }
  }
}
