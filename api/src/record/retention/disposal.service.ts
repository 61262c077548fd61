import { Injectable } from '@nestjs/common';
import type { RetentionClass } from '@samhandling/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { RetentionRepository } from './retention.repository.ts';

/** Rows taken in one transaction. A run that is stopped has done whole batches, and the next one goes on from there. */
const BATCH = 1000;

export interface DisposedClass {
  readonly name: string;
  readonly count: number;
}

/** Gallring of one county. What may go, and that it is old enough, the database's own function decides. */
@Injectable()
export class DisposalService {
  constructor(
    private readonly retention: RetentionRepository,
    private readonly uow: UnitOfWork,
  ) {}

  /** What a run would take now. */
  async preview(countyId: string): Promise<readonly RetentionClass[]> {
    const classes = await this.uow.read(() => this.retention.findClasses(), { countyId, personId: null });
    return classes.filter(({ due }) => due > 0);
  }

  /** Two at once take turns, and share what there is. */
  async run(countyId: string): Promise<readonly DisposedClass[]> {
    const done: DisposedClass[] = [];
    for (const { key, name } of await this.preview(countyId)) {
      let count = 0;
      for (let taken = BATCH; taken === BATCH; count += taken)
        taken = await this.uow.run(() => this.retention.disposeBatch(key, BATCH), { countyId, personId: null });
      if (count > 0) done.push({ name, count });
    }
    return done;
  }
}
