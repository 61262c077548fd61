import { Injectable } from '@nestjs/common';
import type { AreaInput, GoalInput, PlanStructure, StructureArea, StructureGoal } from '@samhandling/contracts';
import { Audit } from '../../platform/audit/audit.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, notFound, stale } from '../../platform/http/problem-exception.ts';
import { given } from '../../platform/http/given.ts';
import { assertEditable } from '../shared/locks.ts';
import { planNotFound } from '../shared/page-head.ts';
import { ElementsRepository } from './elements.repository.ts';
import { OrderRepository } from './order.repository.ts';
import { toArea, toGoal, toStructure } from './structure.mapper.ts';
import { StructureRepository, type Element, type ElementKind, type OwningPlan } from './structure.repository.ts';

/** Editing of a draft plan: its structure, goals and areas, and what all kinds of elements share. */
@Injectable()
export class EditingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly structures: StructureRepository,
    private readonly elements: ElementsRepository,
    private readonly order: OrderRepository,
    private readonly audit: Audit,
  ) {}

  getStructure(slug: string): Promise<PlanStructure> {
    return this.uow.read(async () => {
      const structure = await this.structures.findStructure(slug);
      if (!structure) throw planNotFound();
      return toStructure(structure);
    });
  }

  getGoal(id: string): Promise<StructureGoal> {
    return this.uow.read(async () => {
      const { body, state } = await this.load('goal', id);
      return toGoal(body, state);
    });
  }

  getArea(id: string): Promise<StructureArea> {
    return this.uow.read(async () => {
      const { body, state } = await this.load('area', id);
      return toArea(body, state);
    });
  }

  createGoal(slug: string, { title, code = null, tips = [] }: GoalInput): Promise<StructureGoal> {
    return this.uow.run(async () => {
      const plan = await this.structures.lockPlan(slug);
      if (!plan) throw planNotFound();
      assertEditable(plan.state);
      const id = await this.elements.createGoal(plan.id, { title, code, tips });
      await this.audit.record({ action: 'create', entity: 'goal', entityId: id, after: { title, code, tips } });
      return toGoal((await this.load('goal', id)).body, plan.state);
    });
  }

  createArea({ goalId, title }: AreaInput): Promise<StructureArea> {
    return this.uow.run(async () => {
      const plan = await this.openParent('goal', goalId, '/goalId');
      const id = await this.elements.createArea(goalId, title);
      await this.audit.record({ action: 'create', entity: 'area', entityId: id, after: { goalId, title } });
      return toArea((await this.load('area', id)).body, plan.state);
    });
  }

  updateGoal(id: string, version: number, request: Partial<GoalInput>): Promise<StructureGoal> {
    return this.uow.run(async () => {
      const before = await this.open('goal', id, version, toGoal);
      const { tips, ...rest } = given(request);
      const patch = { ...rest, ...(tips && { tips: [...tips] }) };
      if (!(await this.elements.updateGoal(id, version, patch)))
        throw stale(toGoal((await this.load('goal', id)).body, before.state));
      const { body, state } = await this.load('goal', id);
      await this.audit.record({
        action: 'update',
        entity: 'goal',
        entityId: id,
        before: { title: before.body.title, code: before.body.code, tips: before.body.tips },
        after: { title: body.title, code: body.code, tips: body.tips },
      });
      return toGoal(body, state);
    });
  }

  updateArea(id: string, version: number, request: Partial<Pick<AreaInput, 'title'>>): Promise<StructureArea> {
    return this.uow.run(async () => {
      const before = await this.open('area', id, version, toArea);
      if (!(await this.elements.updateArea(id, version, given(request))))
        throw stale(toArea((await this.load('area', id)).body, before.state));
      const { body, state } = await this.load('area', id);
      await this.audit.record({
        action: 'update',
        entity: 'area',
        entityId: id,
        before: { title: before.body.title },
        after: { title: body.title },
      });
      return toArea(body, state);
    });
  }

  /** Takes an element away with all below it. What came after it is numbered anew; if it was last, every number stands. */
  delete(kind: ElementKind, id: string, version: number): Promise<void> {
    return this.uow.run(async () => {
      const { body, plan } = await this.open(kind, id, version, (found) => found);
      const goals = kind === 'area' || kind === 'activity' ? await this.order.findGoals(kind, id) : [];
      const [parent = plan.id] = await this.order.findParents(kind, id);
      const isLast = (await this.order.findSiblings(kind, parent)).at(-1) === id;
      await this.elements.delete(kind, id, plan.id);
      await this.order.noteMoved(plan.id, null);
      if (kind === 'goal' && !isLast) await this.order.numberAreas(await this.order.numberGoals(plan.id));
      if (kind === 'area' && !isLast) await this.order.numberAreas(goals);
      if (kind !== 'goal') await this.order.numberActivities(isLast && kind === 'area' ? [] : goals);
      await this.audit.record({
        action: 'delete',
        entity: kind,
        entityId: id,
        before: { ...('title' in body ? { title: body.title } : { text: body.text }), version: body.version },
      });
    });
  }

  /** The element with the state of its plan; 404 when there is none that this person may see. */
  async load<Kind extends ElementKind>(kind: Kind, id: string): Promise<Element<Kind>> {
    const element = await this.structures.find(kind, id);
    if (!element) throw notFound();
    return element;
  }

  /** Loads it for a change: the plan held, editable, and the version the one the caller saw. */
  async open<Kind extends ElementKind>(
    kind: Kind,
    id: string,
    version: number,
    show: (body: Element<Kind>['body'], state: OwningPlan['state']) => unknown,
  ): Promise<Element<Kind> & { readonly plan: OwningPlan }> {
    const plan = await this.structures.lockPlanOf(kind, id);
    if (!plan) throw notFound();
    assertEditable(plan.state);
    const element = await this.load(kind, id);
    if (element.body.version !== version) throw stale(show(element.body, element.state));
    return { ...element, plan };
  }

  /** The plan of the parent something is put in; a parent that does not exist is a fault of the field. */
  async openParent(kind: ElementKind, id: string, pointer: string): Promise<OwningPlan> {
    const plan = await this.structures.lockPlanOf(kind, id);
    if (!plan) throw invalid([{ pointer, code: 'unknown', reason: { sv: 'Finns inte.', en: 'Does not exist.' } }]);
    assertEditable(plan.state);
    return plan;
  }
}
