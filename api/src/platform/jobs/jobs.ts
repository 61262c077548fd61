import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Db, JobWithMetadata, PgBoss } from 'pg-boss';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Metrics } from '../metrics/metrics.ts';
import { JOB_SCHEMA } from './job-schema.ts';
import { JOBS_URL } from './jobs.token.ts';
import { QUEUES, type QueueName, type QueuePlan } from './queues.ts';

/** A job as its handler sees it. */
export interface Job<Data> {
  readonly data: Data;
  /** 0 the first time. */
  readonly attempt: number;
  /** Not to be tried again after this one. */
  readonly isLast: boolean;
}

export interface SendOptions {
  /** The same id is sent once, for as long as the queue remembers it. */
  readonly id?: string;
  /** In an `exclusive` queue: not sent while another with the key waits or is worked on. */
  readonly key?: string;
}

type Handler = (job: Job<never>) => Promise<void>;

/**
 * Work that outlives the request, kept in PostgreSQL, so that several processes share it and a stopped one loses nothing.
 * Nothing is started, not even loaded, until somebody sends a job or `start` is called.
 */
@Injectable()
export class Jobs implements OnModuleDestroy {
  private readonly logger = new Logger('Jobs');
  private readonly handlers = new Map<QueueName, Handler>();
  private readonly workers = new Map<QueueName, string>();
  private opening: Promise<PgBoss> | undefined;
  private isWorking = false;

  constructor(
    @Inject(JOBS_URL) private readonly url: string,
    private readonly uow: UnitOfWork,
    private readonly metrics: Metrics,
  ) {}

  /** One handler per queue. A handler that throws is tried again as the queue says. */
  handle<Data>(queue: QueueName, handler: (job: Job<Data>) => Promise<void>): void {
    this.handlers.set(queue, handler as Handler);
  }

  /** Sends in the transaction under way: no commit, no job. Answers false when there was such a job already. */
  async send(queue: QueueName, data: object, options: SendOptions = {}): Promise<boolean> {
    const boss = await this.open();
    const id = await boss.send(queue, data, {
      db: this.transaction(),
      ...(options.id !== undefined && { id: options.id }),
      ...(options.key !== undefined && { singletonKey: options.key }),
    });
    this.uow.afterCommit(() => this.wake(queue));
    return id !== null;
  }

  /** Sends outside any transaction, as a timer does. */
  async sendAlone(queue: QueueName, data: object): Promise<void> {
    const boss = await this.open();
    await boss.send(queue, data);
    this.wake(queue);
  }

  /** Whether the queue remembers a job with the id, done or not. In a unit of work. */
  async has(queue: QueueName, id: string): Promise<boolean> {
    const rows = await this.uow.manager.query<unknown[]>(
      `SELECT 1 FROM ${JOB_SCHEMA}.job WHERE name = $1 AND id = $2`,
      [queue, id],
    );
    return rows.length > 0;
  }

  /** Whether a job for the county waits or is worked on. In a unit of work. */
  async isUnderWay(queue: QueueName): Promise<boolean> {
    const rows = await this.uow.manager.query<unknown[]>(
      `SELECT 1 FROM ${JOB_SCHEMA}.job WHERE name = $1 AND state IN ('created', 'retry', 'active')
         AND data->>'countyId' = current_county()::text LIMIT 1`,
      [queue],
    );
    return rows.length > 0;
  }

  /** From now on this process takes its share of the work, and of looking after the queues. */
  async start(): Promise<void> {
    this.isWorking = true;
    // Opened by somebody who only sent, it would neither keep the clock nor look after the queues.
    const sender = await this.opening?.catch(() => undefined);
    this.opening = undefined;
    const boss = await this.open();
    await sender?.stop({ graceful: false });
    for (const plan of QUEUES) {
      const options = {
        pollingIntervalSeconds: plan.pollSeconds,
        localConcurrency: plan.atOnce,
        includeMetadata: true,
      };
      const worker = await boss.work<object, void, typeof options & { includeMetadata: true }>(
        plan.name,
        { ...options, includeMetadata: true },
        async (jobs) => {
          for (const job of jobs) await this.run(plan, job);
        },
      );
      this.workers.set(plan.name, worker);
    }
  }

  /**
   * Works off what waits, here and now, and answers how many jobs that was. For commands and tests, which wait for nobody.
   * `delayed`: also what is to be tried again later.
   */
  async workOff(which: 'ready' | 'delayed' = 'ready'): Promise<number> {
    const boss = await this.open();
    let done = 0;
    let more = true;
    let ignoreStartAfter = which === 'delayed';
    while (more) {
      more = false;
      for (const plan of QUEUES) {
        const jobs = await boss.fetch<object>(plan.name, { batchSize: 200, includeMetadata: true, ignoreStartAfter });
        for (const job of jobs) {
          await this.settle(boss, plan, job);
          done += 1;
          more = true;
        }
      }
      ignoreStartAfter = false;
    }
    return done;
  }

  /**
   * Takes no more jobs and waits for those under way; one that does not finish in time is handed back to its queue. After
   * this, nothing starts the work again.
   */
  async stop(milliseconds: number): Promise<void> {
    const boss = await this.opening?.catch(() => undefined);
    this.opening = undefined;
    await boss?.stop({ graceful: this.isWorking, timeout: milliseconds });
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop(5_000);
  }

  private async settle(boss: PgBoss, plan: QueuePlan, job: JobWithMetadata<object>): Promise<void> {
    try {
      await this.run(plan, job);
      await boss.complete(plan.name, job.id);
    } catch (fault) {
      await boss.fail(plan.name, job.id, { message: fault instanceof Error ? fault.message : String(fault) });
    }
  }

  private async run({ name, spareTries = 0 }: QueuePlan, job: JobWithMetadata<object>): Promise<void> {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`No handler for ${name}.`);
    try {
      const isLast = job.retryCount >= job.retryLimit - spareTries;
      await handler({ data: job.data as never, attempt: job.retryCount, isLast });
      this.metrics.jobDone(name, 'done');
    } catch (fault) {
      this.metrics.jobDone(name, 'failed');
      throw fault;
    }
  }

  private wake(queue: QueueName): void {
    const worker = this.workers.get(queue);
    if (worker === undefined) return;
    void this.opening?.then((boss) => boss.notifyWorker(worker)).catch(() => undefined);
  }

  private transaction(): Db {
    const { manager } = this.uow;
    return {
      executeSql: async (text, values) => {
        const runner = manager.queryRunner;
        if (!runner) throw new Error('A job was sent outside UnitOfWork.run.');
        const result = await runner.query(text, values, true);
        return { rows: result.records };
      },
    };
  }

  private open(): Promise<PgBoss> {
    this.opening ??= this.openNow().catch((fault: unknown) => {
      this.opening = undefined;
      throw fault;
    });
    return this.opening;
  }

  private async openNow(): Promise<PgBoss> {
    const { PgBoss } = await import('pg-boss');
    const boss = new PgBoss({
      connectionString: this.url,
      schema: JOB_SCHEMA,
      application_name: 'samhandling-jobs',
      max: this.isWorking ? 3 : 1,
      migrate: false,
      createSchema: false,
      supervise: this.isWorking,
      schedule: this.isWorking,
      // Both want the owner's rights.
      reindex: false,
      monitorVacuum: false,
    });
    boss.on('error', (fault) => this.logger.error(fault.stack ?? fault.message));
    await boss.start();
    return boss;
  }
}
