import { Injectable } from '@nestjs/common';
import type { ToDo, ToDoGroup } from '@samhandling/contracts';
import { isAllowed, type FollowUpState } from '@samhandling/domain';
import { OutcomesService, type RoundFigure } from '../../outcomes/outcomes.service.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { RoundsService } from '../rounds/rounds.service.ts';
import { toFollowUpItems } from './follow-up-items.ts';
import { toGoalItems, toRoundItems } from './round-items.ts';
import { ToDoRepository, type WaitingFollowUp, type WaitingRound } from './to-do.repository.ts';

/** What waits for the person asking. The number of statements follows the open rounds, never the activities in them. */
@Injectable()
export class ToDoService {
  constructor(
    private readonly toDo: ToDoRepository,
    private readonly rounds: RoundsService,
    private readonly outcomes: OutcomesService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async get(): Promise<ToDo> {
    return this.uow.read(async () => {
      const { roles, personId } = currentSession();
      const { locale } = requestContext();
      const today = this.clock.today();
      const organisationIds = roles.flatMap((held) =>
        held.role === 'reporter' && held.organisationId ? [held.organisationId] : [],
      );
      const waiting = await this.toDo.findFollowUps(isAllowed(roles, 'follow_up.review'), organisationIds);
      const figures = await this.figuresOf(waiting);
      const inState = (state: FollowUpState): ToDoGroup['items'] =>
        toFollowUpItems(
          waiting.filter((row) => row.state === state),
          (roundId) => figures.get(roundId) ?? [],
          today,
          locale,
        );
      const goals = isAllowed(roles, 'goal_judgement.edit') ? await this.toDo.findGoals() : [];
      const rounds = isAllowed(roles, 'round.manage') ? await this.toDo.findRounds() : [];
      const blocking = await this.blockingOf(rounds);
      const all: ToDoGroup[] = [
        { kind: 'returned', items: inState('returned') },
        { kind: 'answer', items: inState('draft') },
        { kind: 'review', items: inState('submitted') },
        { kind: 'judge', items: toGoalItems(goals, locale) },
        { kind: 'round', items: toRoundItems(rounds, (id) => blocking.get(id) ?? 0, personId, today, locale) },
      ];
      const groups = all.filter((group) => group.items.length > 0);
      const total = groups.reduce((sum, group) => sum + group.items.length, 0);
      return { scope: 'me', scopes: [{ scope: 'me', total }], groups, total };
    });
  }

  private async figuresOf(waiting: readonly WaitingFollowUp[]): Promise<ReadonlyMap<string, readonly RoundFigure[]>> {
    const figures = new Map<string, readonly RoundFigure[]>();
    for (const roundId of new Set(waiting.map((row) => row.round.id))) {
      figures.set(roundId, (await this.outcomes.findFiguresForRound(roundId)).figures);
    }
    return figures;
  }

  private async blockingOf(rounds: readonly WaitingRound[]): Promise<ReadonlyMap<string, number>> {
    const blocking = new Map<string, number>();
    for (const { id, round } of rounds) {
      if (round.state === 'in_review') blocking.set(id, await this.rounds.countBlocking(id));
    }
    return blocking;
  }
}
