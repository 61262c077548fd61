import { Injectable, type Provider, inject } from '@angular/core';
import {
  type FollowUpPage,
  type FollowUpTransitionRequest,
  type Id,
  type PutOutcomeAnswer,
  type PutOutcomeRequest,
  type PutOutcomesAnswer,
  type PutOutcomesCell,
  type PutOutcomesRequest,
  type PutOutcomesResult,
  type UpdateFollowUpRequest,
} from '@samhandling/contracts';
import { DraftStore } from '../../core/draft-store.ts';
import { problemOf } from '../../core/problem.ts';
import { FollowUpApi } from '../../follow-up/data/follow-up-api.ts';
import { storedCell } from '../../grid/data/cell-view.ts';
import { OutcomesApi } from '../../grid/data/outcomes-api.ts';
import { AnswerApi } from './answer-api.ts';

/** The form of a follow-up, sent the link's way. */
@Injectable()
export class AnswerFollowUps extends FollowUpApi {
  private readonly api = inject(AnswerApi);

  override update(id: Id, version: number, changes: UpdateFollowUpRequest): Promise<FollowUpPage> {
    return this.api.update(id, version, changes);
  }

  override transition(id: Id, version: number, request: FollowUpTransitionRequest): Promise<FollowUpPage> {
    return this.api.transition(id, version, request);
  }
}

/** The cells of values, sent the link's way: one by one, since a link has no way in for many at once. */
@Injectable()
export class AnswerOutcomes extends OutcomesApi {
  private readonly api = inject(AnswerApi);

  override put(_roundId: Id, indicatorId: Id, version: number, request: PutOutcomeRequest): Promise<PutOutcomeAnswer> {
    return this.api.putOutcome(indicatorId, version, request);
  }

  override async putMany(_roundId: Id, request: PutOutcomesRequest): Promise<PutOutcomesAnswer> {
    const cells: PutOutcomesResult[] = [];
    const rows = new Map<Id, PutOutcomesAnswer['rows'][number]>();
    for (const cell of request.cells) {
      cells.push(
        await this.putOne(cell, (answer) => rows.set(cell.indicatorId, { indicatorId: cell.indicatorId, ...answer })),
      );
    }
    const count = (result: PutOutcomesResult['result']): number =>
      cells.filter((each) => each.result === result).length;
    return { cells, saved: count('saved'), refused: count('refused'), stale: count('stale'), rows: [...rows.values()] };
  }

  private async putOne(
    { indicatorId, version, ...request }: PutOutcomesCell,
    saved: (answer: Pick<PutOutcomeAnswer, 'combined'>) => void,
  ): Promise<PutOutcomesResult> {
    const { municipalityCode, sex } = request;
    try {
      const { cell, combined } = await this.api.putOutcome(indicatorId, version, request);
      saved({ combined });
      return { indicatorId, municipalityCode, sex, result: 'saved', cell };
    } catch (error) {
      const problem = problemOf(error);
      // No answer at all is no verdict on the cell: the page keeps what was typed and tries again.
      if (problem.status === 0 || problem.status >= 500) throw error;
      const theirs = storedCell(problem);
      if (theirs) return { indicatorId, municipalityCode, sex, result: 'stale', cell: theirs };
      const errors = problem.errors ?? [{ pointer: '', code: problem.code, reason: problem.detail }];
      return { indicatorId, municipalityCode, sex, result: 'refused', errors };
    }
  }
}

/** Drafts of the person the link is for: somebody else on the same telephone does not get them. */
@Injectable()
export class AnswerDrafts extends DraftStore {
  private id = '';

  belongTo(personId: Id): void {
    this.id = personId;
  }

  protected override owner(): string {
    return this.id;
  }
}

/** Makes the parts of the signed-in form work on the page of a link. */
export const ANSWER_STAND_INS: readonly Provider[] = [
  AnswerApi,
  AnswerDrafts,
  { provide: DraftStore, useExisting: AnswerDrafts },
  { provide: FollowUpApi, useClass: AnswerFollowUps },
  { provide: OutcomesApi, useClass: AnswerOutcomes },
];
