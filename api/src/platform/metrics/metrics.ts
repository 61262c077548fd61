import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** From a cached answer to a report: seconds. */
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

/** What can be told of a pool of connections at this moment. */
export interface PoolFigures {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

export type ReadPlace = 'primary' | 'replica';

/**
 * The figures of this process, each named and labelled by what there are few of: a route's template, a queue, an outcome.
 * Never an id, an address or a name. Each process tells its own, and Prometheus adds them up.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly registers = [this.registry];

  private readonly requests = new Histogram({
    name: 'samhandling_http_request_duration_seconds',
    help: 'How long requests took to answer, by route template, method and class of status.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: this.registers,
  });
  private readonly waits = new Histogram({
    name: 'samhandling_database_wait_seconds',
    help: 'How long units of work waited for a connection.',
    labelNames: ['pool'],
    buckets: SECONDS,
    registers: this.registers,
  });
  private readonly transactions = new Histogram({
    name: 'samhandling_transaction_duration_seconds',
    help: 'How long transactions took, by what they did, where, and how they ended.',
    labelNames: ['kind', 'pool', 'outcome'],
    buckets: SECONDS,
    registers: this.registers,
  });
  private readonly reads = new Counter({
    name: 'samhandling_reads_total',
    help: 'Units of work that only read, by where they were sent and why.',
    labelNames: ['pool', 'why'],
    registers: this.registers,
  });
  private readonly mails = new Counter({
    name: 'samhandling_mails_total',
    help: 'Mails handed to the mail server or the folder, by what came of it.',
    labelNames: ['outcome'],
    registers: this.registers,
  });
  private readonly auditRows = new Counter({
    name: 'samhandling_audit_rows_total',
    help: 'Rows written to the record.',
    registers: this.registers,
  });
  private readonly jobsDone = new Counter({
    name: 'samhandling_jobs_done_total',
    help: 'Jobs this process has worked on, by queue and outcome.',
    labelNames: ['queue', 'outcome'],
    registers: this.registers,
  });

  private readonly pools = new Map<ReadPlace, () => PoolFigures>();

  constructor() {
    const { pools } = this;
    new Gauge({
      name: 'samhandling_database_connections',
      help: 'Connections in use and idle, and units of work waiting for one.',
      labelNames: ['pool', 'state'],
      registers: this.registers,
      collect() {
        for (const [pool, figures] of pools) {
          const { totalCount, idleCount, waitingCount } = figures();
          this.set({ pool, state: 'used' }, totalCount - idleCount);
          this.set({ pool, state: 'idle' }, idleCount);
          this.set({ pool, state: 'waiting' }, waitingCount);
        }
      },
    });
  }

  requestAnswered(answer: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
  }): void {
    const { method, route, status, seconds } = answer;
    this.requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds);
  }

  connectionTaken(pool: ReadPlace, seconds: number): void {
    this.waits.observe({ pool }, seconds);
  }

  transactionEnded(
    ended: { readonly kind: 'read' | 'write'; readonly pool: ReadPlace; readonly outcome: 'commit' | 'rollback' },
    seconds: number,
  ): void {
    this.transactions.observe(ended, seconds);
  }

  readSent(pool: ReadPlace, why: string): void {
    this.reads.inc({ pool, why });
  }

  mailSent(outcome: string): void {
    this.mails.inc({ outcome });
  }

  auditRowsWritten(count: number): void {
    this.auditRows.inc(count);
  }

  jobDone(queue: string, outcome: 'done' | 'failed'): void {
    this.jobsDone.inc({ queue, outcome });
  }

  /** Read when somebody asks for the figures. */
  watchPool(name: ReadPlace, figures: () => PoolFigures): void {
    this.pools.set(name, figures);
  }

  /** A figure somebody else keeps. Not a number: there is nothing to tell, and nothing is told. */
  watch(name: string, help: string, figure: () => number): void {
    new Gauge({
      name,
      help,
      registers: this.registers,
      collect() {
        const value = figure();
        if (Number.isFinite(value)) this.set(value);
        else this.reset();
      },
    });
  }
}
