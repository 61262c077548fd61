import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from './unit-of-work.ts';

/**
 * Lets the database look at tables that have grown, after something that writes many rows at once. By itself it does so first
 * within a minute, and until then its plans are made for empty tables (ADR 34).
 */
@Injectable()
export class Statistics {
  private readonly logger = new Logger('Statistics');

  constructor(private readonly uow: UnitOfWork) {}

  /** When the transaction under way has been committed, and before its request is answered. */
  refreshAfterCommit(): void {
    this.uow.afterCommit(async (manager) => {
      try {
        await this.refresh(manager);
      } catch (fault) {
        // What was asked for is done; the database comes round to this by itself.
        this.logger.warn(fault);
      }
    });
  }

  /** Now, in the transaction of `manager` where there is one: what it has written itself counts. */
  async refresh(manager: EntityManager): Promise<void> {
    await manager.query('SELECT refresh_statistics()');
  }
}
