import { Injectable } from '@nestjs/common';
import type { ActivityInput, StructureActivity, UpdateActivityRequest } from '@samhandling/contracts';
import { Audit } from '../../platform/audit/audit.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, stale, type FieldProblem } from '../../platform/http/problem-exception.ts';
import { given } from '../../platform/http/given.ts';
import { EditingService } from './editing.service.ts';
import { ElementsRepository } from './elements.repository.ts';
import { OrderRepository } from './order.repository.ts';
import { toActivity } from './structure.mapper.ts';
import type { StoredActivity } from './structure.repository.ts';

@Injectable()
export class ActivityEditingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly editing: EditingService,
    private readonly elements: ElementsRepository,
    private readonly order: OrderRepository,
    private readonly audit: Audit,
  ) {}

  get(id: string): Promise<StructureActivity> {
    return this.uow.read(async () => {
      const { body, state } = await this.editing.load('activity', id);
      return toActivity(body, state);
    });
  }

  create({ areaId, text }: ActivityInput): Promise<StructureActivity> {
    return this.uow.run(async () => {
      const plan = await this.editing.openParent('area', areaId, '/areaId');
      const id = await this.elements.createActivity(areaId, text);
      // Put last in its area it may still stand before the goal's later areas, whose numbers then go on from it.
      await this.order.numberActivities(await this.goalsWithLaterAreas(id));
      await this.audit.record({ action: 'create', entity: 'activity', entityId: id, after: { areaId, text } });
      return toActivity((await this.editing.load('activity', id)).body, plan.state);
    });
  }

  update(id: string, version: number, request: UpdateActivityRequest): Promise<StructureActivity> {
    return this.uow.run(async () => {
      const before = await this.editing.open('activity', id, version, toActivity);
      const { responsibleIds, partnerIds, ...patch } = given(request);
      await this.check(before.body, request);
      if (!(await this.elements.updateActivity(id, version, patch)))
        throw stale(toActivity((await this.editing.load('activity', id)).body, before.state));
      if (responsibleIds) await this.elements.replaceActors(id, 'responsible', [...new Set(responsibleIds)]);
      if (partnerIds) await this.elements.replaceActors(id, 'partner', [...new Set(partnerIds)]);
      const { body, state } = await this.editing.load('activity', id);
      await this.audit.record({
        action: 'update',
        entity: 'activity',
        entityId: id,
        before: auditOf(before.body),
        after: auditOf(body),
      });
      return toActivity(body, state);
    });
  }

  private async goalsWithLaterAreas(id: string): Promise<string[]> {
    const [areaId = ''] = await this.order.findParents('activity', id);
    const goals = await this.order.findGoals('activity', id);
    const [goalId = ''] = goals;
    return (await this.order.findSiblings('area', goalId)).at(-1) === areaId ? [] : goals;
  }

  private async check(before: StoredActivity, request: UpdateActivityRequest): Promise<void> {
    const problems: FieldProblem[] = [];
    const firstYear = request.firstYear === undefined ? before.firstYear : request.firstYear;
    const lastYear = request.lastYear === undefined ? before.lastYear : request.lastYear;
    if (firstYear !== null && lastYear !== null && lastYear < firstYear) {
      problems.push({
        pointer: '/lastYear',
        code: 'before_first_year',
        reason: { sv: 'Sista året kan inte vara före det första.', en: 'The last year cannot be before the first.' },
      });
    }
    const named = [
      ...(request.responsibleIds ?? []).map((id, index) => ({ id, pointer: `/responsibleIds/${index}` })),
      ...(request.partnerIds ?? []).map((id, index) => ({ id, pointer: `/partnerIds/${index}` })),
      ...(request.responsibleGroupId ? [{ id: request.responsibleGroupId, pointer: '/responsibleGroupId' }] : []),
    ];
    const known = new Set(named.length > 0 ? await this.elements.findOrganisations(named.map(({ id }) => id)) : []);
    for (const { id, pointer } of named) {
      if (!known.has(id.toLowerCase()))
        problems.push({
          pointer,
          code: 'unknown',
          reason: { sv: 'Organisationen finns inte.', en: 'The organisation does not exist.' },
        });
    }
    if (problems.length > 0) throw invalid(problems);
  }
}

function auditOf({
  text,
  recurrence,
  firstYear,
  lastYear,
  responsible,
  responsibleGroup,
  partners,
  openEnded,
}: StoredActivity): Record<string, unknown> {
  return {
    text,
    recurrence,
    firstYear,
    lastYear,
    responsible: responsible.map(({ name }) => name),
    responsibleGroup: responsibleGroup?.name ?? null,
    partners: partners.map(({ name }) => name),
    openEnded,
  };
}
