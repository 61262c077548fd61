import { Injectable } from '@nestjs/common';
import type { CreateWorkPlanItemRequest, UpdateWorkPlanItemRequest, WorkPlan } from '@samhandling/contracts';
import { Audit } from '../platform/audit/audit.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { given } from '../platform/http/given.ts';
import { invalid, notFound, refused, stale, type FieldProblem } from '../platform/http/problem-exception.ts';
import { NeedsService } from '../needs/results/needs.service.ts';
import {
  WorkPlanItemsRepository,
  type ItemFields,
  type ItemOrigin,
  type StoredItem,
} from './work-plan-items.repository.ts';
import {
  CLOSED,
  DECIDED,
  ENDS_EARLY,
  FROM_MISSING,
  NOT_DECIDED,
  ONE_ORIGIN,
  OTHER_ITEMS,
  TITLE_MISSING,
  UNKNOWN_ACTIVITY,
  UNKNOWN_GOAL,
  UNKNOWN_ITEM,
  UNKNOWN_NEED,
  UNKNOWN_ORGANISATION,
  WORDS_MISSING,
} from './work-plan-words.ts';
import { WorkPlansRepository, type StoredWorkPlan } from './work-plans.repository.ts';
import { WorkPlansService } from './work-plans.service.ts';

const TITLE_LENGTH = 300;
const EMPTY: ItemFields = {
  title: '',
  description: '',
  goalId: null,
  organisationIds: [],
  responsibleName: '',
  fromDay: null,
  toDay: null,
  isByMonth: false,
  amountKronor: null,
  funding: '',
};

/** The items of a work plan: chosen, written, put in order, and afterwards what became of each. */
@Injectable()
export class WorkPlanItemsService {
  constructor(
    private readonly items: WorkPlanItemsRepository,
    private readonly plans: WorkPlansRepository,
    private readonly workPlans: WorkPlansService,
    private readonly needs: NeedsService,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  create(workPlanId: string, request: CreateWorkPlanItemRequest): Promise<WorkPlan> {
    return this.uow.run(async () => {
      const plan = await this.loadDraft(workPlanId);
      const { needId = null, activityId = null, cameFromId = null, ...input } = request;
      if ([needId, activityId, cameFromId].filter((id) => id !== null).length > 1)
        throw invalid([{ pointer: '/needId', code: 'one_origin', reason: ONE_ORIGIN }]);
      const { start, origin } = await this.startOf(plan, { needId, activityId, cameFromId });
      const fields = trimmed({ ...start, ...given(input) });
      await this.check(plan.plan.id, fields);
      const id = await this.items.create(workPlanId, fields, origin);
      await this.plans.touch(workPlanId);
      await this.audit.record({
        action: 'create',
        entity: 'work_plan_item',
        entityId: id,
        after: { ...fields, workPlanId, needId, activityId },
      });
      return this.workPlans.shownNow(workPlanId);
    });
  }

  update(id: string, version: number, request: UpdateWorkPlanItemRequest): Promise<WorkPlan> {
    return this.uow.run(async () => {
      const before = await this.loadVersion(id, version);
      const { outcome, outcomeText, ...patch } = given(request) as UpdateWorkPlanItemRequest;
      const saysOutcome = outcome !== undefined || outcomeText !== undefined;
      if (before.state === 'closed') throw refused(CLOSED);
      if (before.state === 'draft' && saysOutcome) throw refused(NOT_DECIDED);
      if (before.state === 'decided' && Object.keys(patch).length > 0) throw refused(DECIDED);
      if (before.state === 'decided') await this.putOutcome(before, { outcome, outcomeText });
      else await this.putFields(before, trimmed({ ...fieldsOf(before), ...given(patch) }));
      await this.plans.touch(before.workPlanId);
      return this.workPlans.shownNow(before.workPlanId);
    });
  }

  /** A need that was chosen into the plan is a proposal again. */
  delete(id: string, version: number): Promise<WorkPlan> {
    return this.uow.run(async () => {
      const before = await this.loadVersion(id, version);
      if (before.state !== 'draft') throw refused(before.state === 'closed' ? CLOSED : DECIDED);
      if (!(await this.items.delete(id, version))) throw stale(await this.workPlans.shownNow(before.workPlanId));
      // One that went on from an earlier year keeps its need chosen there.
      if (before.needId !== null && before.cameFromId === null) await this.needs.release(before.needId);
      await this.plans.touch(before.workPlanId);
      await this.audit.record({
        action: 'delete',
        entity: 'work_plan_item',
        entityId: id,
        before: { ...fieldsOf(before), workPlanId: before.workPlanId },
      });
      return this.workPlans.shownNow(before.workPlanId);
    });
  }

  putOrder(workPlanId: string, version: number, itemIds: readonly string[]): Promise<WorkPlan> {
    return this.uow.run(async () => {
      const plan = await this.loadDraft(workPlanId);
      if (plan.version !== version) throw stale(await this.workPlans.shownNow(workPlanId));
      const before = plan.items.map(({ id }) => id);
      if (itemIds.length !== before.length || before.some((id) => !itemIds.includes(id)))
        throw invalid([{ pointer: '/itemIds', code: 'other_items', reason: OTHER_ITEMS }]);
      await this.items.putOrder(workPlanId, itemIds);
      await this.plans.touch(workPlanId);
      const named = (ids: readonly string[]) => ids.map((id) => plan.items.find((item) => item.id === id)?.title ?? '');
      await this.audit.record({
        action: 'update',
        entity: 'work_plan',
        entityId: workPlanId,
        before: { order: named(before) },
        after: { order: named(itemIds) },
      });
      return this.workPlans.shownNow(workPlanId);
    });
  }

  /** What an item begins as: what it comes from says it, and the one who adds it may say otherwise. */
  private async startOf(
    plan: StoredWorkPlan,
    { needId, activityId, cameFromId }: ItemOrigin,
  ): Promise<{ readonly start: ItemFields; readonly origin: ItemOrigin }> {
    const nowhere: ItemOrigin = { needId: null, activityId: null, cameFromId: null };
    if (needId !== null) {
      const need = await this.needs.choose(needId, plan.plan.id).catch((fault: unknown) => {
        throw isNotFound(fault) ? invalid([{ pointer: '/needId', code: 'unknown', reason: UNKNOWN_NEED }]) : fault;
      });
      const { title, description, goal } = need;
      return { start: { ...EMPTY, title, description, goalId: goal?.id ?? null }, origin: { ...nowhere, needId } };
    }
    if (activityId !== null) {
      const activity = await this.items.findActivity(activityId, plan.plan.id);
      if (!activity) throw invalid([{ pointer: '/activityId', code: 'unknown', reason: UNKNOWN_ACTIVITY }]);
      const { text, goalId, organisationIds } = activity;
      return {
        start: { ...EMPTY, ...titleOf(text), goalId, organisationIds },
        origin: { ...nowhere, activityId },
      };
    }
    if (cameFromId !== null) {
      const earlier = await this.items.find(cameFromId);
      if (earlier?.planId !== plan.plan.id || earlier.workPlanId === plan.id)
        throw invalid([{ pointer: '/cameFromId', code: 'unknown', reason: UNKNOWN_ITEM }]);
      // The time has passed, so it is not taken along.
      return {
        start: { ...fieldsOf(earlier), fromDay: null, toDay: null, isByMonth: false },
        origin: { needId: earlier.needId, activityId: earlier.activityId, cameFromId },
      };
    }
    return { start: EMPTY, origin: nowhere };
  }

  private async putFields(before: StoredItem, after: ItemFields): Promise<void> {
    await this.check(before.planId, after);
    if (!(await this.items.update(before.id, before.version, after)))
      throw stale(await this.workPlans.shownNow(before.workPlanId));
    await this.audit.record({
      action: 'update',
      entity: 'work_plan_item',
      entityId: before.id,
      before: { ...fieldsOf(before) },
      after: { ...after },
    });
  }

  private async putOutcome(
    before: StoredItem,
    said: Pick<UpdateWorkPlanItemRequest, 'outcome' | 'outcomeText'>,
  ): Promise<void> {
    const outcome = said.outcome === undefined ? before.outcome : said.outcome;
    const outcomeText = said.outcomeText?.trim() ?? before.outcomeText;
    if (outcome !== null && outcome !== 'done' && outcomeText === '')
      throw invalid([{ pointer: '/outcomeText', code: 'missing', reason: WORDS_MISSING }]);
    if (!(await this.items.putOutcome(before.id, before.version, outcome, outcomeText)))
      throw stale(await this.workPlans.shownNow(before.workPlanId));
    await this.audit.record({
      action: 'update',
      entity: 'work_plan_item',
      entityId: before.id,
      before: { outcome: before.outcome, outcomeText: before.outcomeText },
      after: { outcome, outcomeText },
    });
  }

  private async check(planId: string, fields: ItemFields): Promise<void> {
    const { title, fromDay, toDay, goalId, organisationIds } = fields;
    const unknown = await this.items.findUnknown(planId, goalId, organisationIds);
    const problems: FieldProblem[] = [
      ...(title === '' ? [{ pointer: '/title', code: 'missing', reason: TITLE_MISSING }] : []),
      ...(fromDay === null && toDay !== null ? [{ pointer: '/fromDay', code: 'missing', reason: FROM_MISSING }] : []),
      ...(fromDay !== null && toDay !== null && toDay < fromDay
        ? [{ pointer: '/toDay', code: 'before_start', reason: ENDS_EARLY }]
        : []),
      ...(unknown.goal ? [{ pointer: '/goalId', code: 'unknown', reason: UNKNOWN_GOAL }] : []),
      ...(unknown.organisations
        ? [{ pointer: '/organisationIds', code: 'unknown', reason: UNKNOWN_ORGANISATION }]
        : []),
    ];
    if (problems.length > 0) throw invalid(problems);
  }

  private async loadDraft(workPlanId: string): Promise<StoredWorkPlan> {
    await this.plans.hold(workPlanId);
    const plan = await this.plans.find(workPlanId);
    if (!plan) throw notFound();
    if (plan.state !== 'draft') throw refused(plan.state === 'closed' ? CLOSED : DECIDED);
    return plan;
  }

  private async loadVersion(id: string, version: number): Promise<StoredItem> {
    const found = await this.items.find(id);
    if (!found) throw notFound();
    await this.plans.hold(found.workPlanId);
    const item = await this.items.find(id);
    if (!item) throw notFound();
    if (item.version !== version) throw stale(await this.workPlans.shownNow(item.workPlanId));
    return item;
  }
}

function isNotFound(fault: unknown): boolean {
  return fault instanceof Error && fault.message.startsWith('not_found');
}

/** A wording that is too long for a title stands whole in the description, and its beginning, to a whole word, as the title. */
function titleOf(text: string): Pick<ItemFields, 'title' | 'description'> {
  if (text.length <= TITLE_LENGTH) return { title: text, description: '' };
  const start = text.slice(0, TITLE_LENGTH - 2);
  return { title: `${start.slice(0, Math.max(start.lastIndexOf(' '), 1))} …`, description: text };
}

function trimmed(fields: ItemFields): ItemFields {
  const { title, description, responsibleName, funding } = fields;
  return {
    ...fields,
    title: title.trim(),
    description: description.trim(),
    responsibleName: responsibleName.trim(),
    funding: funding.trim(),
  };
}

function fieldsOf(item: StoredItem): ItemFields {
  const {
    title,
    description,
    goalId,
    organisationIds,
    responsibleName,
    fromDay,
    toDay,
    isByMonth,
    amountKronor,
    funding,
  } = item;
  return {
    title,
    description,
    goalId,
    organisationIds,
    responsibleName,
    fromDay,
    toDay,
    isByMonth,
    amountKronor,
    funding,
  };
}
