import { Injectable } from '@nestjs/common';
import type { GoalJudgementItem, UpdateGoalJudgementRequest } from '@samhandling/contracts';
import { roundTakesCorrections } from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { updateVersioned } from '../../platform/database/versioned.ts';
import { notFound, ProblemException, stale } from '../../platform/http/problem-exception.ts';
import { currentSession } from '../../platform/http/request-context.ts';
import { RoundFiguresRepository, type StoredGoalJudgement } from '../rounds/round-figures.repository.ts';
import { GoalJudgementEntity } from './goal-judgement.entity.ts';
import { toGoalJudgement } from './goal-judgement.mapper.ts';
import { given } from '../../platform/http/given.ts';

@Injectable()
export class GoalJudgementsService {
  constructor(
    private readonly figures: RoundFiguresRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async update(id: string, version: number, request: UpdateGoalJudgementRequest): Promise<GoalJudgementItem> {
    return this.uow.run(async () => {
      await this.figures.holdRound(id);
      const stored = await this.find(id);
      if (stored.version !== version) throw stale(toGoalJudgement(stored, currentSession()));
      if (!roundTakesCorrections(stored.roundState)) throw locked();
      const before = { judgement: stored.judgement, text: stored.text };
      const after = { ...before, ...given(request) };
      if (before.judgement === after.judgement && before.text === after.text)
        return toGoalJudgement(stored, currentSession());
      const patch = { ...after, updatedAt: this.clock.now(), updatedBy: currentSession().personId };
      if (!(await updateVersioned(this.uow.manager, GoalJudgementEntity, id, version, patch))) {
        throw stale(toGoalJudgement(await this.find(id), currentSession()));
      }
      await this.audit.record({ action: 'update', entity: 'goal_judgement', entityId: id, before, after });
      return toGoalJudgement(await this.find(id), currentSession());
    });
  }

  private async find(id: string): Promise<StoredGoalJudgement> {
    const stored = await this.figures.findGoalJudgement(id);
    if (!stored) throw notFound();
    return stored;
  }
}

function locked(): ProblemException {
  return new ProblemException('locked', {
    sv: 'Omgången är fastställd, så bedömningen kan inte ändras. En planerare kan öppna omgången igen med en motivering.',
    en: 'The round is adopted, so the judgement cannot change. A planner can reopen the round with a reason.',
  });
}
