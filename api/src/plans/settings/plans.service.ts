import { Injectable } from '@nestjs/common';
import type { CreatePlanRequest, Plan, PlanListItem, UpdatePlanRequest } from '@samhandling/contracts';
import {
  PLAN_GUARD_REASONS,
  PLAN_STATE_LABELS,
  PLAN_TRANSITION_LABELS,
  PLAN_WORKFLOW,
  takeTransition,
  type Label,
  type PlanState,
  type PlanTransitionName,
} from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, refused, stale } from '../../platform/http/problem-exception.ts';
import { PlanWriter } from '../plan-writer.ts';
import { given } from '../../platform/http/given.ts';
import { assertEditable } from '../shared/locks.ts';
import { planNotFound } from '../shared/page-head.ts';
import { guardAnswers, toPlan, type StoredPlan } from './plan.mapper.ts';
import { PlansRepository } from './plans.repository.ts';

@Injectable()
export class PlansService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly plans: PlansRepository,
    private readonly writer: PlanWriter,
    private readonly audit: Audit,
  ) {}

  list(): Promise<PlanListItem[]> {
    return this.uow.read(() => this.plans.findList());
  }

  get(slug: string): Promise<Plan> {
    return this.uow.read(async () => toPlan(required(await this.plans.find(slug))));
  }

  create(input: CreatePlanRequest): Promise<Plan> {
    checkPeriod(input.firstYear, input.lastYear);
    return this.uow.run(async () => {
      const { slug } = await this.writer.createFromProposal({
        ...input,
        purposes: [],
        overarchingGoals: [],
        specificGoals: [],
        goals: [],
      });
      return toPlan(required(await this.plans.find(slug)));
    });
  }

  update(slug: string, version: number, request: UpdatePlanRequest): Promise<Plan> {
    const patch = given(request);
    return this.uow.run(async () => {
      const before = required(await this.plans.lock(slug));
      if (before.version !== version) throw stale(toPlan(before));
      // Words are how the county speaks of the plan, not what it adopted, so they may change as long as the plan lives.
      if (before.state !== 'adopted' || Object.keys(patch).some((field) => field !== 'words'))
        assertEditable(before.state);
      checkPeriod(patch.firstYear ?? before.firstYear, patch.lastYear ?? before.lastYear);
      await this.store(before, version, patch);
      const after = required(await this.plans.find(slug));
      await this.audit.record({
        action: 'update',
        entity: 'plan',
        entityId: before.id,
        before: pick(before, patch),
        after: pick(after, patch),
      });
      return toPlan(after);
    });
  }

  transition(slug: string, version: number, name: PlanTransitionName): Promise<Plan> {
    return this.uow.run(async () => {
      const before = required(await this.plans.lock(slug));
      if (before.version !== version) throw stale(toPlan(before));
      const result = takeTransition(PLAN_WORKFLOW, before.state, name, guardAnswers(before, before.facts));
      if (!result.allowed)
        throw refused(
          result.reason === 'guard'
            ? joined(result.failed.map((guard) => PLAN_GUARD_REASONS[guard]))
            : wrongState(name, before.state),
        );
      await this.store(before, version, { state: result.to });
      await this.audit.record({
        action: name,
        entity: 'plan',
        entityId: before.id,
        before: { state: before.state },
        after: { state: result.to },
      });
      return toPlan(required(await this.plans.find(slug)));
    });
  }

  private async store(
    before: StoredPlan,
    version: number,
    patch: UpdatePlanRequest & { readonly state?: PlanState },
  ): Promise<void> {
    const { purposes, overarchingGoals, specificGoals, ...rest } = patch;
    const lists = {
      ...(purposes && { purposes: [...purposes] }),
      ...(overarchingGoals && { overarchingGoals: [...overarchingGoals] }),
      ...(specificGoals && { specificGoals: [...specificGoals] }),
    };
    if (!(await this.plans.update(before.id, version, { ...rest, ...lists })))
      throw stale(toPlan(required(await this.plans.find(before.slug))));
  }
}

function required(plan: StoredPlan | null): StoredPlan {
  if (!plan) throw planNotFound();
  return plan;
}

function checkPeriod(firstYear: number, lastYear: number): void {
  if (lastYear < firstYear)
    throw invalid([
      {
        pointer: '/lastYear',
        code: 'before_first_year',
        reason: { sv: 'Sista året kan inte vara före det första.', en: 'The last year cannot be before the first.' },
      },
    ]);
  if (lastYear > firstYear + 50)
    throw invalid([
      {
        pointer: '/lastYear',
        code: 'too_long',
        reason: { sv: 'En plan kan gälla högst 50 år.', en: 'A plan can run for 50 years at most.' },
      },
    ]);
}

function joined(reasons: readonly Label[]): Label {
  return { sv: reasons.map((reason) => reason.sv).join(' '), en: reasons.map((reason) => reason.en).join(' ') };
}

function wrongState(name: PlanTransitionName, state: PlanState): Label {
  const [step, now] = [PLAN_TRANSITION_LABELS[name], PLAN_STATE_LABELS[state]];
  return {
    sv: `”${step.sv}” går inte: planen är ${now.sv.toLocaleLowerCase('sv')}.`,
    en: `“${step.en}” is not possible: the plan is ${now.en.toLocaleLowerCase('en')}.`,
  };
}

function pick(plan: StoredPlan, patch: UpdatePlanRequest): Record<string, unknown> {
  const fields = Object.keys(patch) as (keyof UpdatePlanRequest)[];
  return Object.fromEntries(fields.map((field) => [field, plan[field]]));
}
