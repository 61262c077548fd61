import { Injectable } from '@nestjs/common';
import type {
  CreateWorkPlanRequest,
  FrozenPaper,
  UpdateWorkPlanRequest,
  WorkPlan,
  WorkPlanList,
  WorkPlanMaterial,
  WorkPlanTransitionRequest,
} from '@samhandling/contracts';
import {
  isAllowed,
  sumWorkPlan,
  takeTransition,
  WORK_PLAN_GUARD_REASONS,
  WORK_PLAN_TRANSITION_LABELS,
  WORK_PLAN_WORKFLOW,
  type GuardAnswers,
  type WorkPlanGuard,
  type WorkPlanState,
  type WorkPlanTransitionName,
} from '@samhandling/domain';
import { NeedsService } from '../needs/results/needs.service.ts';
import { PapersService } from '../papers/papers.service.ts';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { invalid, notFound, refused, stale } from '../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import { joinReasons, offerTransitions, type Workflow } from '../platform/http/transitions.ts';
import {
  CLOSED,
  DAY_AHEAD,
  DAY_MISSING,
  DECIDED,
  NO_SUCH_YEAR,
  UNKNOWN_DECISION,
  YEAR_TAKEN,
} from './work-plan-words.ts';
import { WorkPlansRepository, type DecisionWish, type StoredWorkPlan } from './work-plans.repository.ts';

const WORKFLOW: Workflow<WorkPlanState, WorkPlanTransitionName, WorkPlanGuard> = {
  table: WORK_PLAN_WORKFLOW,
  labels: WORK_PLAN_TRANSITION_LABELS,
  reasons: (guard) => [WORK_PLAN_GUARD_REASONS[guard]],
};

/** The year's work plan: made, decided with its paper, and closed with what became of it. */
@Injectable()
export class WorkPlansService {
  constructor(
    private readonly plans: WorkPlansRepository,
    private readonly needs: NeedsService,
    private readonly papers: PapersService,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(slug: string): Promise<WorkPlanList> {
    return this.uow.read(async () => {
      const list = await this.plans.findList(slug);
      if (!list) throw notFound();
      const { firstYear, lastYear } = list;
      const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at);
      return {
        plan: list.plan,
        items: list.items.map(({ items, ...plan }) => ({ ...plan, sums: sumWorkPlan(items.map(summed)) })),
        freeYears: years.filter((year) => !list.items.some((plan) => plan.year === year)),
        mayManage: this.mayManage(),
      };
    });
  }

  get(id: string): Promise<WorkPlan> {
    return this.uow.read(async () => this.shown(await this.load(id)));
  }

  create(slug: string, { year, title }: CreateWorkPlanRequest): Promise<WorkPlan> {
    return this.uow.run(async () => {
      const list = await this.plans.findList(slug);
      if (!list) throw notFound();
      if (year < list.firstYear || year > list.lastYear)
        throw invalid([
          { pointer: '/year', code: 'out_of_range', reason: NO_SUCH_YEAR(list.firstYear, list.lastYear) },
        ]);
      if (await this.plans.isTaken(list.plan.id, year))
        throw invalid([{ pointer: '/year', code: 'taken', reason: YEAR_TAKEN }]);
      const name = title?.trim() ?? `Verksamhetsplan ${year}`;
      const id = await this.plans.create(list.plan.id, year, name);
      await this.audit.record({ action: 'create', entity: 'work_plan', entityId: id, after: { title: name, year } });
      return this.shown(await this.load(id));
    });
  }

  update(id: string, version: number, patch: UpdateWorkPlanRequest): Promise<WorkPlan> {
    return this.uow.run(async () => {
      const before = await this.loadVersion(id, version);
      if (before.state !== 'draft') throw refused(DECIDED);
      const after = { title: patch.title?.trim() ?? before.title, intro: patch.intro?.trim() ?? before.intro };
      if (!(await this.plans.update(id, version, after.title, after.intro)))
        throw stale(await this.shown(await this.load(id)));
      const { title, intro } = before;
      await this.audit.record({ action: 'update', entity: 'work_plan', entityId: id, before: { title, intro }, after });
      return this.shown(await this.load(id));
    });
  }

  async transition(id: string, version: number, request: WorkPlanTransitionRequest): Promise<WorkPlan> {
    return this.uow.run(async () => {
      await this.plans.hold(id);
      const before = await this.loadVersion(id, version);
      const wish = request.transition === 'decide' ? await this.wishOf(before, request) : null;
      const answers = this.answersOf(before, wish !== null);
      const result = takeTransition(WORK_PLAN_WORKFLOW, before.state, request.transition, answers);
      if (!result.allowed)
        throw refused(
          result.reason === 'guard'
            ? joinReasons(result.failed.map((guard) => WORK_PLAN_GUARD_REASONS[guard]))
            : before.state === 'closed'
              ? CLOSED
              : DECIDED,
        );
      if (wish) await this.decide(before, wish);
      else if (!(await this.plans.close(id, version, this.clock.today())))
        throw stale(await this.shown(await this.load(id)));
      await this.audit.record({
        action: request.transition,
        entity: 'work_plan',
        entityId: id,
        before: { state: before.state },
        after: { state: result.to, ...(wish && { decidedOn: wish.on, decisionReference: wish.reference }) },
      });
      return this.shown(await this.load(id));
    });
  }

  delete(id: string, version: number): Promise<void> {
    return this.uow.run(async () => {
      const before = await this.loadVersion(id, version);
      if (before.state !== 'draft') throw refused(DECIDED);
      for (const { need } of before.items) if (need) await this.needs.release(need.id);
      if (!(await this.plans.delete(id, version))) throw stale(await this.shown(await this.load(id)));
      const { title, year } = before;
      await this.audit.record({
        action: 'delete',
        entity: 'work_plan',
        entityId: id,
        before: { title, year, items: before.items.map((item) => item.title) },
      });
    });
  }

  getMaterial(id: string): Promise<WorkPlanMaterial> {
    return this.uow.read(async () => {
      const plan = await this.load(id);
      const material = await this.plans.findMaterial(id);
      if (!material) throw notFound();
      const needs = await this.needs.listOfYear(plan.plan.id, plan.year);
      return {
        ...material,
        needs: needs.filter(({ state }) => state === 'proposed'),
        declined: needs.filter(({ state }) => state === 'declined'),
      };
    });
  }

  /** The plan as it is now, for whoever has changed an item of it. In a unit of work. */
  async shownNow(id: string): Promise<WorkPlan> {
    return this.shown(await this.load(id));
  }

  /** The plan's paper and the change of its state are one: neither is ever there without the other. */
  private async decide(before: StoredWorkPlan, wish: DecisionWish): Promise<void> {
    const { id, version } = before;
    await this.plans.prepareDecision(id, wish);
    await this.papers.freeze({
      kind: 'work_plan',
      subjectId: id,
      by: currentSession().personId,
      at: this.clock.now(),
    });
    if (!(await this.plans.decide(id, version))) throw stale(await this.shown(await this.load(id)));
  }

  /** Null when nothing says which decision it is; 422 when what is said cannot be. */
  private async wishOf(plan: StoredWorkPlan, request: WorkPlanTransitionRequest): Promise<DecisionWish | null> {
    const reference = request.decisionReference?.trim() ?? '';
    const { decisionId = null } = request;
    if (decisionId === null && reference === '') return null;
    const decision = decisionId === null ? null : await this.plans.findDecision(decisionId, plan.plan.id);
    if (decisionId !== null && !decision)
      throw invalid([{ pointer: '/decisionId', code: 'unknown', reason: UNKNOWN_DECISION }]);
    const on = decision?.on ?? request.decidedOn;
    if (on === undefined) throw invalid([{ pointer: '/decidedOn', code: 'missing', reason: DAY_MISSING }]);
    if (on > this.clock.today()) throw invalid([{ pointer: '/decidedOn', code: 'ahead', reason: DAY_AHEAD }]);
    return { decisionId, reference, on };
  }

  private answersOf(plan: StoredWorkPlan, hasDecision: boolean): GuardAnswers<WorkPlanGuard> {
    return {
      may_manage: this.mayManage(),
      has_items: plan.items.length > 0,
      has_decision: hasDecision,
      all_have_outcome: plan.items.every(({ outcome }) => outcome !== null),
    };
  }

  private mayManage(): boolean {
    return isAllowed(currentSession().roles, 'work_plan.manage');
  }

  private async load(id: string): Promise<StoredWorkPlan> {
    const plan = await this.plans.find(id);
    if (!plan) throw notFound();
    return plan;
  }

  private async loadVersion(id: string, version: number): Promise<StoredWorkPlan> {
    const plan = await this.load(id);
    if (plan.version !== version) throw stale(await this.shown(plan));
    return plan;
  }

  private async shown(plan: StoredWorkPlan): Promise<WorkPlan> {
    const { locale } = requestContext();
    const paper: FrozenPaper | null =
      plan.state === 'draft' ? null : await this.papers.findFrozen('work_plan', plan.id);
    return {
      ...plan,
      // A draft's decision is only there in the moment it is decided.
      decidedOn: plan.state === 'draft' ? null : plan.decidedOn,
      sums: sumWorkPlan(plan.items.map(summed)),
      // The decision is said when the transition is taken, so its absence does not stop the offer.
      transitions: offerTransitions(WORKFLOW, plan.state, this.answersOf(plan, true), ['may_manage'], locale),
      paper,
      mayManage: this.mayManage(),
      lockedReason: plan.state === 'draft' ? '' : (plan.state === 'decided' ? DECIDED : CLOSED)[locale],
    };
  }
}

function summed(item: WorkPlan['items'][number]) {
  return { ...item, needId: item.need?.id ?? null };
}
