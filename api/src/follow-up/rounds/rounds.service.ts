import { Injectable } from '@nestjs/common';
import type { Round, RoundInput, RoundList, RoundPage, UpdateRoundRequest } from '@samhandling/contracts';
import { countJudgements, isAllowed, type Label } from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, notFound, ProblemException, refused, stale } from '../../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { toGoalJudgement } from '../goal-judgements/goal-judgement.mapper.ts';
import { countBlocking, EMPTY_REHEARSAL, toOrganisations, toRehearsal } from './rehearsal.mapper.ts';
import { RoundFiguresRepository, type RoundFigures } from './round-figures.repository.ts';
import { toRound, type Blocking } from './round-workflow.ts';
import { RoundsRepository, type PlanOfRounds, type StoredRound } from './rounds.repository.ts';
import { given } from '../../platform/http/given.ts';

const NO_FIGURES: RoundFigures = { activities: [], goals: [] };

@Injectable()
export class RoundsService {
  constructor(
    private readonly rounds: RoundsRepository,
    private readonly figures: RoundFiguresRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  async list(slug: string): Promise<RoundList> {
    return this.uow.read(async () => {
      const plan = await this.planOf(slug);
      const stored = await this.rounds.findOfPlan(plan.id);
      const inReview = stored.find((round) => round.state === 'in_review');
      const blocking = inReview ? await this.countBlocking(inReview.id) : null;
      return {
        plan: toPlanRef(plan),
        rounds: stored.map((round) => this.describe(round, round.state === 'in_review' ? blocking : null)),
        mayCreate: isAllowed(currentSession().roles, 'round.manage') && plan.state !== 'closed',
      };
    });
  }

  async page(slug: string, label: string): Promise<RoundPage> {
    return this.uow.read(async () => {
      const plan = await this.planOf(slug);
      const stored = await this.rounds.findByLabel(plan.id, label);
      if (!stored) throw notFound();
      const [figures, goals] =
        stored.state === 'planned'
          ? [NO_FIGURES, []]
          : [await this.figures.findFigures(stored.id), await this.figures.findGoalJudgements(stored.id)];
      const { locale } = requestContext();
      const followed = figures.activities.filter((activity) => activity.followUpState !== null);
      return {
        plan: toPlanRef(plan),
        round: this.describe(stored, stored.state === 'in_review' ? countBlocking(figures) : null),
        counts: countJudgements(followed.map((activity) => activity.judgement)),
        goals: goals.map((goal) => toGoalJudgement(goal, currentSession())),
        rehearsal:
          stored.state === 'planned'
            ? EMPTY_REHEARSAL
            : toRehearsal(figures, {
                planSlug: plan.slug,
                roundLabel: stored.label,
                words: plan.words[locale],
                locale,
              }),
        organisations: toOrganisations(followed),
      };
    });
  }

  async create(slug: string, input: RoundInput): Promise<Round> {
    return this.uow.run(async () => {
      const plan = await this.planOf(slug);
      if (plan.state === 'closed') throw refused(PLAN_IS_CLOSED);
      refuseBackwardDays(input);
      const id = newId();
      await this.rounds.create({ id, planId: plan.id, ...input });
      await this.audit.record({ action: 'create', entity: 'follow_up_round', entityId: id, after: { ...input } });
      return this.get(id);
    });
  }

  async update(id: string, version: number, request: UpdateRoundRequest): Promise<Round> {
    return this.uow.run(async () => {
      const stored = await this.rounds.lock(id);
      if (!stored) throw notFound();
      if (stored.version !== version) throw stale(await this.get(id));
      if (stored.state === 'adopted') throw new ProblemException('locked', ROUND_IS_ADOPTED);
      if (stored.state === 'in_review') throw refused(ROUND_IS_IN_REVIEW);
      const before = { label: stored.label, from: stored.from, to: stored.to, opens: stored.opens, due: stored.due };
      const after = { ...before, ...given(request) };
      refuseBackwardDays(after);
      if (stored.state === 'open') refuseMovedPeriod(before, after);
      if (JSON.stringify(before) === JSON.stringify(after)) return this.get(id);
      if (!(await this.rounds.update(id, version, after))) throw stale(await this.get(id));
      await this.audit.record({ action: 'update', entity: 'follow_up_round', entityId: id, before, after });
      return this.get(id);
    });
  }

  /** The round as this person sees it. Inside a unit of work, it is the round as the work has left it. */
  async get(id: string): Promise<Round> {
    return this.uow.read(async () => {
      const stored = await this.rounds.find(id);
      if (!stored) throw notFound();
      return this.describe(stored, stored.state === 'in_review' ? await this.countBlocking(id) : null);
    });
  }

  /** Counted only where adoption is near: from other states the round cannot be adopted anyway. */
  async countBlocking(roundId: string): Promise<number> {
    return countBlocking(await this.figures.findFigures(roundId));
  }

  private describe(stored: StoredRound, blocking: Blocking): Round {
    return toRound(stored, blocking, currentSession(), requestContext().locale);
  }

  private async planOf(slug: string): Promise<PlanOfRounds> {
    const plan = await this.rounds.findPlan(slug);
    if (!plan) throw notFound();
    return plan;
  }
}

function toPlanRef({ id, slug, title, words }: PlanOfRounds): RoundList['plan'] {
  return { id, slug, title, words };
}

function refuseBackwardDays(days: RoundInput): void {
  const errors = [];
  if (days.to < days.from) errors.push({ pointer: '/to', code: 'days', reason: TO_BEFORE_FROM });
  if (days.due < days.opens) errors.push({ pointer: '/due', code: 'days', reason: DUE_BEFORE_OPENS });
  if (errors.length > 0) throw invalid(errors);
}

/** The period decides which activities the round asks about, and that was settled when it opened. */
function refuseMovedPeriod(before: RoundInput, after: RoundInput): void {
  const moved = (['from', 'to'] as const).filter((field) => before[field] !== after[field]);
  if (moved.length === 0) return;
  throw refused(
    PERIOD_IS_SETTLED,
    moved.map((field) => ({ pointer: `/${field}`, code: 'period_is_settled', reason: PERIOD_IS_SETTLED })),
  );
}

const PLAN_IS_CLOSED: Label = {
  sv: 'Planen är avslutad, så den får inga nya omgångar.',
  en: 'The plan is closed, so it gets no new rounds.',
};
const ROUND_IS_ADOPTED: Label = {
  sv: 'Omgången är fastställd. En planerare kan öppna den igen med en motivering.',
  en: 'The round is adopted. A planner can reopen it with a reason.',
};
const ROUND_IS_IN_REVIEW: Label = {
  sv: 'Omgången granskas. Öppna den för svar igen om du behöver ändra namn eller datum.',
  en: 'The round is in review. Open it for answers again if you need to change its name or dates.',
};
const PERIOD_IS_SETTLED: Label = {
  sv: 'Perioden kan inte ändras när omgången är öppen, eftersom den avgör vilka aktiviteter som följs upp.',
  en: 'The period cannot change while the round is open, since it decides which activities are followed up.',
};
const TO_BEFORE_FROM: Label = {
  sv: 'Perioden kan inte sluta innan den börjar.',
  en: 'The period cannot end before it begins.',
};
const DUE_BEFORE_OPENS: Label = {
  sv: 'Sista svarsdag kan inte ligga före dagen då omgången öppnar.',
  en: 'The last day for answers cannot be before the day the round opens.',
};
