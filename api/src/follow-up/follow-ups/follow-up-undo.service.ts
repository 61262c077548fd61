import { Injectable } from '@nestjs/common';
import {
  FOLLOW_UP_UNDO_GUARDS,
  isFollowUpState,
  JUDGEMENTS,
  type FieldChanges,
  type FollowUpState,
  type FollowUpTransitionName,
} from '@samhandling/domain';
import type { QueryDeepPartialEntity } from 'typeorm';
import { Audit } from '../../platform/audit/audit.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound, refused, stale } from '../../platform/http/problem-exception.ts';
import { currentSession } from '../../platform/http/request-context.ts';
import { accessTo } from './follow-up-access.ts';
import type { FollowUpEntity } from './follow-up.entity.ts';
import { checkGuards, lockedProblem } from './follow-up-workflow.ts';
import { FollowUpsRepository, type StoredFollowUp } from './follow-ups.repository.ts';
import { FollowUpsService } from './follow-ups.service.ts';

function isTransition(action: string): action is FollowUpTransitionName {
  return Object.hasOwn(FOLLOW_UP_UNDO_GUARDS, action);
}

/** Takes back a transition, or what was chosen: a judgement, "inget nytt", a day, a reporter, with the rules there are for making one. */
@Injectable()
export class FollowUpUndoService {
  constructor(
    private readonly followUps: FollowUpsRepository,
    private readonly service: FollowUpsService,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /** `changes` is what of the change is taken back. Refused as the opposite act would be: 403, 409 or 422. */
  async undo(id: string, action: string, changes: FieldChanges): Promise<void> {
    await this.uow.run(async () => {
      const { state, judgement, nothingNew, nextStepDate, reporterId } = changes;
      if (state && isFollowUpState(state.old)) await this.undoState(id, action, state.old, changes);
      if (!judgement && !nothingNew && !nextStepDate && !reporterId) return;
      const stored = await this.find(id);
      const [wasReporter, wasDay] = [reporterId?.old, nextStepDate?.old];
      await this.service.update(id, stored.version, {
        ...(judgement && { judgement: JUDGEMENTS.find((known) => known === judgement.old) ?? null }),
        ...(nothingNew && { nothingNew: nothingNew.old === true }),
        ...(nextStepDate && { nextStepDate: typeof wasDay === 'string' ? wasDay : null }),
        ...(reporterId && { reporterId: typeof wasReporter === 'string' ? wasReporter : null }),
      });
    });
  }

  private async undoState(id: string, action: string, to: FollowUpState, changes: FieldChanges): Promise<void> {
    const stored = await this.find(id);
    const access = accessTo(stored, currentSession());
    if (!access.answersFor || stored.round.state === 'adopted') throw lockedProblem(stored, access);
    if (!isTransition(action) || stored.state !== changes['state']?.new) {
      throw refused({ sv: 'Läget har ändrats sedan dess.', en: 'The state has changed since.' });
    }
    checkGuards(stored, FOLLOW_UP_UNDO_GUARDS[action], access);
    const { returnReason } = changes;
    const question = typeof returnReason?.old === 'string' ? returnReason.old : null;
    const patch: QueryDeepPartialEntity<FollowUpEntity> = {
      state: to,
      ...(await this.stampsOf(stored, to)),
      ...(question !== null && { returnReason: question }),
    };
    if (!(await this.followUps.update(id, stored.version, patch))) throw stale(await this.service.get(id));
    await this.audit.record({
      action: 'undo',
      entity: 'follow_up',
      entityId: id,
      before: { state: stored.state, ...(question !== null && { returnReason: stored.returnReason }) },
      after: { state: to, ...(question !== null && { returnReason: question }) },
      onBehalfOfId: stored.onBehalfOf?.id ?? null,
    });
  }

  /** Who handed in and who accepted, as it was: whoever undoes did neither. */
  private async stampsOf(stored: StoredFollowUp, to: FollowUpState): Promise<QueryDeepPartialEntity<FollowUpEntity>> {
    const nobody = { submittedAt: null, submittedBy: null, acceptedAt: null, acceptedBy: null };
    if (to === 'draft' || to === 'returned') return nobody;
    const { submit, accept } = await this.followUps.findLastActs(stored.id);
    return {
      submittedAt: submit ? new Date(submit.at) : null,
      submittedBy: submit?.personId ?? null,
      acceptedAt: to === 'accepted' && accept ? new Date(accept.at) : null,
      acceptedBy: to === 'accepted' ? (accept?.personId ?? null) : null,
    };
  }

  private async find(id: string): Promise<StoredFollowUp> {
    const stored = await this.followUps.hold(id);
    if (!stored) throw notFound();
    return stored;
  }
}
