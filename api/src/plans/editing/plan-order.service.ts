import { Injectable } from '@nestjs/common';
import type { MoveRequest, PlanStructure } from '@samhandling/contracts';
import { Audit } from '../../platform/audit/audit.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, stale } from '../../platform/http/problem-exception.ts';
import { assertEditable } from '../shared/locks.ts';
import { planNotFound } from '../shared/page-head.ts';
import { OrderRepository } from './order.repository.ts';
import { toStructure } from './structure.mapper.ts';
import { StructureRepository, type ElementKind } from './structure.repository.ts';

const PARENT_KIND: Readonly<Record<Exclude<ElementKind, 'goal'>, ElementKind>> = {
  area: 'goal',
  activity: 'area',
  indicator: 'activity',
};

/** Moves elements of a draft plan. Numbers are printed anew only in the goals where something moved. */
@Injectable()
export class PlanOrderService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly structures: StructureRepository,
    private readonly order: OrderRepository,
    private readonly audit: Audit,
  ) {}

  move(slug: string, version: number, { kind, id, parentId, index }: MoveRequest): Promise<PlanStructure> {
    return this.uow.run(async () => {
      const plan = await this.structures.lockPlan(slug);
      if (!plan) throw planNotFound();
      assertEditable(plan.state);
      if (!(await this.order.noteMoved(plan.id, version))) throw stale(await this.structure(slug));
      const to = await this.checkTarget(plan.id, kind, id, parentId);
      const from = await this.chooseOrigin(kind, id, to);
      const goalsBefore = await this.goalsOf(kind, id);
      const before = await this.order.findSiblings(kind, from);
      if (from !== to && kind === 'indicator') await this.order.moveIndicator(id, from, to);
      const siblings = (await this.order.findSiblings(kind, to)).filter((sibling) => sibling !== id);
      siblings.splice(Math.min(index, siblings.length), 0, id);
      await this.order.place(kind, to, siblings);
      if (from !== to)
        await this.order.place(
          kind,
          from,
          before.filter((sibling) => sibling !== id),
        );
      await this.renumber(plan.id, kind, id, goalsBefore);
      await this.audit.record({
        action: 'update',
        entity: kind,
        entityId: id,
        before: { parent: from, index: before.indexOf(id) },
        after: { parent: to, index: siblings.indexOf(id) },
      });
      return this.structure(slug);
    });
  }

  private async structure(slug: string): Promise<PlanStructure> {
    const structure = await this.structures.findStructure(slug);
    if (!structure) throw planNotFound();
    return toStructure(structure);
  }

  /** The parent to hang in, after checking that it and the element belong to the plan. */
  private async checkTarget(planId: string, kind: ElementKind, id: string, parentId: string | null): Promise<string> {
    if (!(await this.order.isInPlan(kind, id, planId)))
      throw invalid([
        { pointer: '/id', code: 'unknown', reason: { sv: 'Finns inte i planen.', en: 'Is not in the plan.' } },
      ]);
    if (kind === 'goal') return planId;
    if (parentId === null || !(await this.order.isInPlan(PARENT_KIND[kind], parentId, planId))) {
      throw invalid([
        {
          pointer: '/parentId',
          code: 'unknown',
          reason: { sv: 'Välj en plats som finns i planen.', en: 'Choose a place that is in the plan.' },
        },
      ]);
    }
    return parentId;
  }

  /** Where it is taken from. An indicator that several activities share can only change place within one of them. */
  private async chooseOrigin(kind: ElementKind, id: string, to: string): Promise<string> {
    const parents = await this.order.findParents(kind, id);
    const [only, another] = parents;
    if (parents.includes(to)) return to;
    if (only === undefined || another !== undefined) {
      throw invalid([
        {
          pointer: '/parentId',
          code: 'shared',
          reason: {
            sv: 'Indikatorn delas av flera aktiviteter och kan inte flyttas mellan dem.',
            en: 'The indicator is shared by several activities and cannot move between them.',
          },
        },
      ]);
    }
    return only;
  }

  private async goalsOf(kind: ElementKind, id: string): Promise<string[]> {
    return kind === 'area' || kind === 'activity' ? this.order.findGoals(kind, id) : [];
  }

  private async renumber(planId: string, kind: ElementKind, id: string, goalsBefore: readonly string[]): Promise<void> {
    if (kind === 'goal') await this.order.numberAreas(await this.order.numberGoals(planId));
    if (kind !== 'area' && kind !== 'activity') return;
    await this.order.followAreas(planId);
    const goals = [...new Set([...goalsBefore, ...(await this.goalsOf(kind, id))])];
    if (kind === 'area') await this.order.numberAreas(goals);
    await this.order.numberActivities(goals);
  }
}
