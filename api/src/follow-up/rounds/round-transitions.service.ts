import { Injectable } from '@nestjs/common';
import type { Round, RoundTransitionRequest } from '@samhandling/contracts';
import { proposeReporters, type RoundTransitionName } from '@samhandling/domain';
import { ComputingService } from '../../events/computing/computing.service.ts';
import { AdoptionService } from '../adoption/adoption.service.ts';
import { Audit, type AuditEntry } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/database/ids.ts';
import { Statistics } from '../../platform/database/statistics.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound, stale } from '../../platform/http/problem-exception.ts';
import { currentSession } from '../../platform/http/request-context.ts';
import { RoundOpeningRepository } from './round-opening.repository.ts';
import { takeRoundTransition } from './round-workflow.ts';
import { RoundsRepository, type StoredRound } from './rounds.repository.ts';
import { RoundsService } from './rounds.service.ts';

/** Moves a round. Each transition first takes the round's row, so that two at once come one after the other. */
@Injectable()
export class RoundTransitionsService {
  constructor(
    private readonly rounds: RoundsRepository,
    private readonly service: RoundsService,
    private readonly opening: RoundOpeningRepository,
    private readonly adoption: AdoptionService,
    private readonly computing: ComputingService,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly statistics: Statistics,
  ) {}

  async transition(id: string, version: number, request: RoundTransitionRequest): Promise<Round> {
    return this.uow.run(async () => {
      const round = await this.rounds.lock(id);
      if (!round) throw notFound();
      if (round.version !== version) throw stale(await this.service.get(id));
      const reason = request.reason?.trim() ?? '';
      const blocking = round.state === 'in_review' ? await this.service.countBlocking(id) : null;
      takeRoundTransition(round, request.transition, blocking, currentSession(), reason);
      await this.take(round, request.transition, reason);
      // The events may have moved while the round was closed to them.
      if (request.transition === 'open' || request.transition === 'reopen') await this.computing.recomputeRound(id);
      return this.service.get(id);
    });
  }

  private async take(round: StoredRound, name: RoundTransitionName, reason: string): Promise<void> {
    switch (name) {
      case 'open':
        return this.open(round);
      case 'start_review':
        return this.move(round, 'start_review', 'in_review');
      case 'resume':
        return this.move(round, 'resume', 'open');
      case 'propose_adoption':
        return this.adoption.propose(round);
      case 'withdraw_adoption':
        return this.adoption.withdraw(round);
      case 'adopt':
        return this.adoption.adopt(round);
      case 'reopen':
        return this.adoption.reopen(round, reason);
    }
  }

  /** Every active activity gets a follow-up with a proposed reporter, and every goal a judgement to fill in. */
  private async open(round: StoredRound): Promise<void> {
    const { activities, lastRound, people, goals } = await this.opening.findFacts(round.id);
    const followUps = proposeReporters(activities, lastRound, people).map(({ activityId, personId }) => ({
      id: newId(),
      activityId,
      reporterId: personId,
    }));
    const judgements = goals.map((goalId) => ({ id: newId(), goalId }));
    await this.opening.createFollowUps(round, followUps, this.clock.now());
    await this.opening.createGoalJudgements(round, judgements);
    await this.rounds.update(round.id, round.version, { state: 'open' });
    this.statistics.refreshAfterCommit();
    await this.audit.record(
      {
        action: 'open',
        entity: 'follow_up_round',
        entityId: round.id,
        before: { state: round.state },
        after: { state: 'open' },
      },
      ...followUps.map(({ id, ...after }): AuditEntry => ({
        action: 'create',
        entity: 'follow_up',
        entityId: id,
        after,
      })),
      ...judgements.map(({ id, ...after }): AuditEntry => ({
        action: 'create',
        entity: 'goal_judgement',
        entityId: id,
        after,
      })),
    );
  }

  /** Opening for answers again takes a proposal to adopt with it: what was proposed is about to change. */
  private async move(
    round: StoredRound,
    action: 'start_review' | 'resume',
    state: 'in_review' | 'open',
  ): Promise<void> {
    await this.rounds.update(round.id, round.version, { state, adoptionProposedBy: null, adoptionProposedAt: null });
    await this.audit.record({
      action,
      entity: 'follow_up_round',
      entityId: round.id,
      before: { state: round.state, adoptionProposedBy: round.adoptionProposedBy?.id ?? null },
      after: { state, adoptionProposedBy: null },
    });
  }
}
