import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { AsyncLocalStorage } from 'node:async_hooks';
import { requestContext } from '../http/request-context.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface Work {
  readonly manager: EntityManager;
  readonly writes: boolean;
  readonly afterCommit: (() => void | Promise<void>)[];
}

export interface Scope {
  readonly countyId: string | null;
  readonly personId: string | null;
}

/**
 * One transaction per use case. It sets the county for row-level security and hands the EntityManager to repositories
 * through AsyncLocalStorage, so that nothing is threaded through signatures. Work inside work joins the outer one.
 */
@Injectable()
export class UnitOfWork {
  private readonly storage = new AsyncLocalStorage<Work>();

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** The manager of the transaction under way. Outside of one there is no county, so there is nothing to hand out. */
  get manager(): EntityManager {
    const work = this.storage.getStore();
    if (!work) throw new Error('A repository was used outside UnitOfWork.run or UnitOfWork.read.');
    return work.manager;
  }

  /** Reads in one snapshot. The database refuses writes here. */
  read<Result>(body: () => Promise<Result>, scope: Scope = this.scopeOfRequest()): Promise<Result> {
    return this.within(scope, false, body);
  }

  /** Writes, all or nothing. */
  run<Result>(body: () => Promise<Result>, scope: Scope = this.scopeOfRequest()): Promise<Result> {
    return this.within(scope, true, body);
  }

  /** Runs when the transaction under way has been committed, and never if it was not. */
  afterCommit(task: () => void | Promise<void>): void {
    const work = this.storage.getStore();
    if (!work) throw new Error('afterCommit was used outside UnitOfWork.run.');
    work.afterCommit.push(task);
  }

  private async within<Result>(scope: Scope, writes: boolean, body: () => Promise<Result>): Promise<Result> {
    const outer = this.storage.getStore();
    if (outer) {
      if (writes && !outer.writes) throw new Error('UnitOfWork.run inside UnitOfWork.read.');
      return body();
    }
    const runner = this.source.createQueryRunner();
    const afterCommit: Work['afterCommit'] = [];
    try {
      await this.begin(runner, scope, writes);
      const result = await this.storage.run({ manager: runner.manager, writes, afterCommit }, body);
      await runner.query('COMMIT');
      for (const task of afterCommit) await task();
      return result;
    } catch (fault) {
      await this.undo(runner);
      throw fault;
    } finally {
      await runner.release();
    }
  }

  private async begin(runner: QueryRunner, scope: Scope, writes: boolean): Promise<void> {
    const settings = `SELECT set_config('samhandling.county', '${checked(scope.countyId)}', true), set_config('samhandling.person', '${checked(scope.personId)}', true)`;
    // One round trip instead of two. TypeORM is told, so that nothing it does begins a transaction of its own.
    await runner.query(`BEGIN${writes ? '' : ' READ ONLY'}; ${settings}`);
    Object.assign(runner, { isTransactionActive: true });
  }

  private async undo(runner: QueryRunner): Promise<void> {
    try {
      await runner.query('ROLLBACK');
    } catch {
      // The connection is gone, and the transaction with it. The first fault is the one worth telling.
    }
  }

  private scopeOfRequest(): Scope {
    const { session } = requestContext();
    return { countyId: session?.countyId ?? null, personId: session?.personId ?? null };
  }
}

/** The value goes into SQL text, so anything that is not a uuid stops here. */
function checked(id: string | null): string {
  if (id === null) return '';
  if (!UUID.test(id)) throw new Error('Not a uuid.');
  return id;
}
