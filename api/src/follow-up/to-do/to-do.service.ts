import { Injectable } from '@nestjs/common';
import type { ToDo, ToDoGroup, ToDoScope } from '@samhandling/contracts';
import { isAllowed, type Label } from '@samhandling/domain';
import { LostLettersService } from '../../letters/lost-letters.service.ts';
import { entryRight } from '../../outcomes/entry-right.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notAllowed } from '../../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { AtMost } from '../../platform/limits/at-most.ts';
import { Reasons } from './attention-facts.ts';
import { findChoices, toChooseItems } from './choose-items.ts';
import { toFollowUpItems } from './follow-up-items.ts';
import { toGoalItems, toRoundItems } from './round-items.ts';
import { ToDoRepository, type WaitingFollowUp } from './to-do.repository.ts';
import { sortWaiting } from './whose-turn.ts';

/** One is read while another is worked out; each holds a county's open rounds meanwhile. */
const AT_ONCE = 2;

/** What waits: for the person asking, for their organisations, in a plan. One statement, whatever there is, and one for letters. */
@Injectable()
export class ToDoService {
  private readonly turns = new AtMost(AT_ONCE);

  constructor(
    private readonly toDo: ToDoRepository,
    private readonly lostLetters: LostLettersService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** For pages, of which many may be asked for at once. Not in a unit of work: whoever waits for a turn must hold no connection. */
  getInTurn(scope?: ToDoScope, planSlug?: string): Promise<ToDo> {
    return this.turns.run(() => this.get(scope, planSlug));
  }

  async get(scope: ToDoScope = 'me', planSlug?: string): Promise<ToDo> {
    return this.uow.read(async () => {
      const { roles, personId } = currentSession();
      const { locale } = requestContext();
      const today = this.clock.today();
      const isPlanner = isAllowed(roles, 'follow_up.review');
      const organisationIds = roles.flatMap((held) =>
        held.role === 'reporter' && held.organisationId ? [held.organisationId] : [],
      );
      if (scope === 'plan' && !isPlanner) throw notAllowed('follow_up.review');
      if (scope === 'organisation' && organisationIds.length === 0) throw notAllowed('follow_up.answer_own');
      const waiting = await this.toDo.find(
        {
          all: isPlanner,
          organisationIds,
          municipalityCodes: roles.flatMap((held) => (held.municipalityCode === null ? [] : [held.municipalityCode])),
        },
        today,
      );
      const reasons = new Reasons(waiting, today);
      const rounds = new Map(waiting.rounds.map((round) => [round.id, round]));
      const sorted = sortWaiting(waiting, { personId, roles, isPlanner, organisationIds, planSlug, reasons });
      const followUps = (rows: readonly WaitingFollowUp[], first?: (row: WaitingFollowUp) => readonly Label[]) =>
        toFollowUpItems(rows, rounds, reasons, locale, roles, first);
      const choices = findChoices(waiting.figures, (figure, code) => {
        const round = rounds.get(figure.roundId);
        if (!round) return false;
        const place = { state: round.round.state, opens: round.opens };
        return entryRight(roles, place, figure.responsibleIds, code).mayEnter;
      });
      const letters = await this.lostLetters.find();
      const steps = isAllowed(roles, 'round.manage') ? toRoundItems(waiting.rounds, personId, today, locale) : [];
      const shared = (): ToDoGroup[] => [
        { kind: 'respond', items: followUps(sorted.respond, respondWords) },
        { kind: 'choose', items: toChooseItems(choices, waiting, rounds, locale) },
      ];
      const groupsOf: Readonly<Record<ToDoScope, () => ToDoGroup[]>> = {
        me: () => [
          { kind: 'returned', items: followUps(sorted.mine.returned) },
          { kind: 'answer', items: followUps(sorted.mine.draft) },
          ...shared(),
          { kind: 'review', items: followUps(sorted.review) },
          { kind: 'judge', items: toGoalItems(waiting.goals, rounds, locale) },
          { kind: 'round', items: steps },
          { kind: 'letters', items: letters },
        ],
        organisation: () => [
          { kind: 'returned', items: followUps(sorted.organisation.returned) },
          { kind: 'answer', items: followUps(sorted.organisation.draft) },
          ...shared(),
        ],
        plan: () => [
          { kind: 'returned', items: followUps(sorted.plan.returned) },
          { kind: 'answer', items: followUps(sorted.plan.draft) },
          { kind: 'review', items: followUps(sorted.plan.submitted) },
          { kind: 'attention', items: followUps(sorted.plan.accepted) },
        ],
      };
      const common = sorted.respond.length + choices.length;
      const totals: Readonly<Record<ToDoScope, number>> = {
        me: [
          common,
          sorted.mine.total,
          sorted.review.length,
          waiting.goals.length,
          steps.length,
          letters.length,
        ].reduce((sum, each) => sum + each),
        organisation: sorted.organisation.total + common,
        plan: sorted.plan.total,
      };
      const held: ToDoScope[] = [
        'me',
        ...(organisationIds.length > 0 ? (['organisation'] as const) : []),
        ...(isPlanner ? (['plan'] as const) : []),
      ];
      return {
        scope,
        scopes: held.map((each) => ({ scope: each, total: totals[each] })),
        groups: groupsOf[scope]().filter((group) => group.items.length > 0),
        total: totals[scope],
      };
    });
  }

  /** Why one follow-up needs eyes, in words, most urgent first: the same reasons as in the list, one statement. */
  async findAttention(followUpId: string): Promise<readonly string[]> {
    return this.uow.read(async () => {
      const today = this.clock.today();
      const waiting = await this.toDo.find(
        { all: false, organisationIds: [], municipalityCodes: [], followUpId },
        today,
      );
      const { locale } = requestContext();
      const [row] = waiting.followUps;
      return row ? new Reasons(waiting, today).of(row).map((reason) => reason.words[locale]) : [];
    });
  }
}

function respondWords({ asked }: WaitingFollowUp): Label[] {
  const name = asked?.name;
  return [
    {
      sv: `${name === undefined ? 'Svaret' : `Svaret från ${name}`} är inlämnat. Säg om ni instämmer eller vill lägga till något.`,
      en: `The answer${name === undefined ? '' : ` from ${name}`} is submitted. Say whether you agree or want to add something.`,
    },
  ];
}
