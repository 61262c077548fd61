import { Injectable } from '@nestjs/common';
import type { Id } from '@samhandling/contracts';
import type { AttentionReason, Day } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { Reasons } from './attention-facts.ts';
import { ToDoRepository } from './to-do.repository.ts';

/** Why an activity needs eyes, as far as its follow-up in one round says. */
export interface RoundAttention {
  readonly reasons: readonly AttentionReason[];
  /** Indicators that have not reached their target in two rounds running. */
  readonly belowTwice: readonly { readonly id: Id; readonly text: string }[];
  readonly dueOn: Day | null;
  readonly returnedOn: Day | null;
}

/** The reasons of a whole round at once, for meetings to be planned by. One statement. */
@Injectable()
export class RoundAttentionService {
  constructor(
    private readonly toDo: ToDoRepository,
    private readonly uow: UnitOfWork,
  ) {}

  /** By activity. */
  find(roundId: Id, today: Day): Promise<ReadonlyMap<Id, RoundAttention>> {
    return this.uow.read(async () => {
      const waiting = await this.toDo.find({ all: true, organisationIds: [], municipalityCodes: [], roundId }, today);
      const reasons = new Reasons(waiting, today);
      const dueOn = waiting.rounds[0]?.due ?? null;
      return new Map(
        waiting.followUps.map((row) => [
          row.activityId,
          {
            reasons: reasons.of(row),
            belowTwice: reasons.belowTwice(row),
            dueOn,
            returnedOn: row.returnedOn,
          },
        ]),
      );
    });
  }
}
