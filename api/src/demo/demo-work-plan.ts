import { Injectable } from '@nestjs/common';
import { addDays, instantAt, type Day } from '@samhandling/domain';
import { NeedsRepository } from '../needs/results/needs.repository.ts';
import { PapersService } from '../papers/papers.service.ts';
import { WorkPlanItemsRepository, type ItemFields } from '../work-plans/work-plan-items.repository.ts';
import { WorkPlansRepository } from '../work-plans/work-plans.repository.ts';
import { DEMO_NEEDS, DEMO_WORK_PLAN, DEMO_WORK_PLAN_INTRO, type DemoWorkPlanItem } from './content/index.ts';
import type { LoadedPlan } from './demo-plan.ts';
import { DemoRecord, type DemoEntry } from './demo-record.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export interface DemoDecision {
  readonly id: string;
  readonly on: Day;
}

/** This year's work plan: made of needs and activities, decided with its paper, and in part carried out. */
@Injectable()
export class DemoWorkPlanLoader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly plans: WorkPlansRepository,
    private readonly items: WorkPlanItemsRepository,
    private readonly needs: NeedsRepository,
    private readonly papers: PapersService,
    private readonly record: DemoRecord,
  ) {}

  async load(
    plan: LoadedPlan,
    by: string,
    needs: ReadonlyMap<string, string>,
    year: number,
    decision: DemoDecision,
    today: Day,
  ): Promise<void> {
    const madeOn = addDays(decision.on, -14);
    const at = new Date(instantAt(madeOn, '10:00'));
    const title = `Verksamhetsplan ${year}`;
    const id = await this.plans.create(plan.planId, year, title);
    await this.plans.update(id, 1, title, DEMO_WORK_PLAN_INTRO);
    const entries: DemoEntry[] = [
      { at, by, action: 'create', entity: 'work_plan', entityId: id, after: { title, year } },
      {
        at,
        by,
        action: 'update',
        entity: 'work_plan',
        entityId: id,
        before: { title, intro: '' },
        after: { title, intro: DEMO_WORK_PLAN_INTRO },
      },
    ];
    const outcomes: { readonly id: string; readonly item: DemoWorkPlanItem; readonly on: Day }[] = [];
    for (const item of DEMO_WORK_PLAN) {
      const needId = needs.get(item.need ?? '') ?? null;
      const activityId = plan.activities.get(item.activity ?? '') ?? null;
      const fields = await this.fieldsOf(plan, item, activityId, year);
      if (needId !== null) {
        await this.needs.move(needId, 1, 'chosen', '');
        entries.push({
          at,
          by,
          action: 'choose',
          entity: 'need',
          entityId: needId,
          before: { state: 'proposed' },
          after: { state: 'chosen' },
        });
      }
      const itemId = await this.items.create(id, fields, { activityId, needId, cameFromId: null });
      await this.plans.touch(id);
      entries.push({
        at,
        by,
        action: 'create',
        entity: 'work_plan_item',
        entityId: itemId,
        after: { ...fields, workPlanId: id, needId, activityId },
      });
      if (item.outcome && fields.toDay !== null && fields.toDay < today)
        outcomes.push({ id: itemId, item, on: addDays(fields.toDay, 1) });
    }
    await this.decide(id, by, decision);
    entries.push({
      at: new Date(instantAt(decision.on, '13:00')),
      by,
      action: 'decide',
      entity: 'work_plan',
      entityId: id,
      before: { state: 'draft' },
      after: { state: 'decided', decidedOn: decision.on, decisionReference: '' },
    });
    for (const { id: itemId, item, on } of outcomes) {
      const { is, text } = item.outcome ?? { is: null, text: '' };
      await this.items.putOutcome(itemId, 1, is, text);
      await this.plans.touch(id);
      entries.push({
        at: new Date(instantAt(on < today ? on : today, '08:15')),
        by,
        action: 'update',
        entity: 'work_plan_item',
        entityId: itemId,
        before: { outcome: null, outcomeText: '' },
        after: { outcome: is, outcomeText: text },
      });
    }
    await this.record.write(entries);
  }

  /** The plan's paper and the change of its state are one, as when a planner decides it. */
  private async decide(id: string, by: string, decision: DemoDecision): Promise<void> {
    await this.plans.prepareDecision(id, { decisionId: decision.id, reference: '', on: decision.on });
    const at = new Date(instantAt(decision.on, '13:00'));
    await this.papers.freezeUndrawn({ kind: 'work_plan', subjectId: id, by, at });
    const [row] = await this.uow.manager.query<{ version: number }[]>('SELECT version FROM work_plan WHERE id = $1', [
      id,
    ]);
    await this.plans.decide(id, row?.version ?? 0);
  }

  private async fieldsOf(
    plan: LoadedPlan,
    item: DemoWorkPlanItem,
    activityId: string | null,
    year: number,
  ): Promise<ItemFields> {
    const need = DEMO_NEEDS.find(({ key }) => key === item.need);
    const activity = activityId === null ? null : await this.items.findActivity(activityId, plan.planId);
    const goal = item.goal ?? need?.goal ?? null;
    const [first, last = first] = item.months;
    return {
      title: item.title ?? need?.title ?? activity?.text ?? '',
      description: item.description ?? need?.description ?? '',
      goalId: activity?.goalId ?? (goal === null ? null : (plan.goals.get(goal) ?? null)),
      organisationIds: item.organisations.map((key) => plan.organisations.get(key) ?? ''),
      responsibleName: item.responsible,
      fromDay: monthBegins(year, first),
      toDay: addDays(last === 12 ? monthBegins(year + 1, 1) : monthBegins(year, last + 1), -1),
      isByMonth: true,
      amountKronor: item.kronor,
      funding: item.funding,
    };
  }
}

function monthBegins(year: number, month: number): Day {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}
