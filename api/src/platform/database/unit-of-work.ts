import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AsyncLocalStorage } from 'node:async_hooks';
import { requestContext } from '../http/request-context.ts';
import { Metrics, type PoolFigures } from '../metrics/metrics.ts';
import { Frame } from './frame.ts';
import { ReplicaReader } from './replica-reader.ts';
import { Transaction, type AfterCommit, type Scope } from './transaction.ts';

export type { Scope } from './transaction.ts';

/** `primary`: for what is kept under a mark that was read there, and so must not be older than the mark. */
export type ReadFrom = 'anywhere' | 'primary';

interface Work {
  readonly transaction: Transaction;
  readonly writes: boolean;
}

/**
 * One transaction per use case. It sets the county for row-level security and hands the EntityManager to repositories
 * through AsyncLocalStorage, so that nothing is threaded through signatures. Work inside work joins the outer one.
 */
@Injectable()
export class UnitOfWork implements OnModuleInit {
  private readonly storage = new AsyncLocalStorage<Work | Frame>();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly replica: ReplicaReader,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    const { master } = this.source.driver as unknown as { master: PoolFigures };
    this.metrics.watchPool('primary', () => master);
  }

  /** The manager of the transaction under way. Outside of one there is no county, so there is nothing to hand out. */
  get manager(): EntityManager {
    return this.underWay('A repository was used outside UnitOfWork.run or UnitOfWork.read.').manager;
  }

  /**
   * Reads, from a replica where there is one that has all this reader has written. The database refuses writes here. What
   * is read on a replica may be read anew on the primary, so a body does nothing but read.
   */
  async read<Result>(
    body: () => Promise<Result>,
    scope: Scope = this.scopeOfRequest(),
    from: ReadFrom = 'anywhere',
  ): Promise<Result> {
    if (from === 'anywhere' && !this.storage.getStore()) {
      const answer = await this.replica.read(scope, (transaction) =>
        this.storage.run({ transaction, writes: false }, body),
      );
      if (answer) return answer.result;
    }
    return this.within(scope, false, body);
  }

  /** Writes, all or nothing. */
  run<Result>(body: () => Promise<Result>, scope: Scope = this.scopeOfRequest()): Promise<Result> {
    return this.within(scope, true, body);
  }

  /** Runs when the transaction under way has been committed, and never if it was not. */
  afterCommit(task: AfterCommit): void {
    this.underWay('afterCommit was used outside UnitOfWork.run.').afterCommit.push(task);
  }

  /**
   * What `body` writes first opens the frame, and all it writes after that joins, so that the caller can write something
   * of its own with both ends: see `Frame`. What it only reads before that is read as ever.
   */
  framed<Result>(frame: Frame, body: () => Promise<Result>): Promise<Result> {
    return this.storage.run(frame, body);
  }

  /**
   * Commits what the request has written so far, where it would otherwise wait for the end. For what must stand before
   * something that cannot be taken back is done with it, such as sending it by mail.
   */
  async settle(): Promise<void> {
    const frame = this.storage.getStore();
    if (frame instanceof Frame) await frame.settle();
  }

  private async within<Result>(scope: Scope, writes: boolean, body: () => Promise<Result>): Promise<Result> {
    const outer = this.storage.getStore();
    if (outer instanceof Frame) return this.inFrame(outer, scope, writes, body);
    if (!outer) return this.alone(scope, writes, body);
    if (writes && !outer.writes) throw new Error('UnitOfWork.run inside UnitOfWork.read.');
    return body();
  }

  private async alone<Result>(scope: Scope, writes: boolean, body: () => Promise<Result>): Promise<Result> {
    const transaction = new Transaction(this.source.createQueryRunner(), this.metrics);
    try {
      await transaction.begin(scope, writes);
      const result = await this.storage.run({ transaction, writes }, body);
      await transaction.commit();
      return result;
    } catch (fault) {
      await transaction.undo();
      throw fault;
    } finally {
      await transaction.release();
    }
  }

  private async inFrame<Result>(
    frame: Frame,
    scope: Scope,
    writes: boolean,
    body: () => Promise<Result>,
  ): Promise<Result> {
    if (frame.isSettled || (!writes && !frame.isOpen)) return this.alone(scope, writes, body);
    const transaction = await frame.open(() => new Transaction(this.source.createQueryRunner(), this.metrics), scope);
    if (!writes) return this.storage.run({ transaction, writes: true }, body);
    try {
      const result = await this.storage.run({ transaction, writes }, body);
      frame.noteWritten();
      return result;
    } catch (fault) {
      await frame.abandon();
      throw fault;
    }
  }

  private underWay(otherwise: string): Transaction {
    const work = this.storage.getStore();
    const transaction = work instanceof Frame ? null : work?.transaction;
    if (!transaction) throw new Error(otherwise);
    return transaction;
  }

  private scopeOfRequest(): Scope {
    const { session } = requestContext();
    return { countyId: session?.countyId ?? null, personId: session?.personId ?? null };
  }
}
