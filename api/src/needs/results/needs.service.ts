import { Injectable } from '@nestjs/common';
import type { CreateNeedRequest, Need, NeedTransitionRequest, UpdateNeedRequest } from '@samhandling/contracts';
import type { Label, NeedState } from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { given } from '../../platform/http/given.ts';
import { invalid, notFound, refused, stale } from '../../platform/http/problem-exception.ts';
import { NeedsRepository, type NeedFields, type StoredNeed } from './needs.repository.ts';
import { ResultsService } from './results.service.ts';

const UNKNOWN_TEXT: Label = {
  sv: 'Ett av svaren finns inte bland dem som visas i inventeringen.',
  en: 'One of the answers is not among those shown in the inventory.',
};
const UNKNOWN_GOAL: Label = { sv: 'Målet finns inte i planen.', en: 'The goal is not in the plan.' };
const REASON_MISSING: Label = {
  sv: 'Skriv varför behovet avböjs, så att de som har svarat kan läsa det.',
  en: 'Write why the need is declined, so that those who answered can read it.',
};
const IS_CHOSEN: Label = {
  sv: 'Behovet är med i en verksamhetsplan. Ta bort insatsen där först.',
  en: 'The need is in a work plan. Take the item away there first.',
};
const IS_THERE_ALREADY: Label = {
  sv: 'Behovet är redan ett förslag.',
  en: 'The need is a proposal already.',
};

/** Needs: what several answers come to, in the planner's words, and what becomes of them. */
@Injectable()
export class NeedsService {
  constructor(
    private readonly needs: NeedsRepository,
    private readonly results: ResultsService,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  create(inventoryId: string, request: CreateNeedRequest): Promise<Need> {
    return this.uow.run(async () => {
      const { planId, year, ids } = await this.results.shownTexts(inventoryId);
      const fields: NeedFields = {
        title: request.title.trim(),
        description: request.description?.trim() ?? '',
        goalId: request.goalId ?? null,
        textIds: request.textIds ?? [],
      };
      await this.check(planId, fields, ids);
      const id = await this.needs.create(inventoryId, planId, year, fields);
      await this.audit.record({ action: 'create', entity: 'need', entityId: id, after: auditOf(fields) });
      return shown(await this.load(id));
    });
  }

  update(id: string, version: number, patch: UpdateNeedRequest): Promise<Need> {
    return this.uow.run(async () => {
      const before = await this.loadVersion(id, version);
      const known = before.inventoryId === null ? null : await this.results.shownTexts(before.inventoryId);
      const old: NeedFields = {
        title: before.title,
        description: before.description,
        goalId: before.goal?.id ?? null,
        textIds: before.textIds,
      };
      const after: NeedFields = { ...old, ...given(patch) };
      await this.check(before.planId, after, known?.ids ?? new Set());
      if (!(await this.needs.update(id, version, after))) throw stale(shown(await this.load(id)));
      await this.audit.record({
        action: 'update',
        entity: 'need',
        entityId: id,
        before: auditOf(old),
        after: auditOf(after),
      });
      return shown(await this.load(id));
    });
  }

  transition(id: string, version: number, { transition, reason = '' }: NeedTransitionRequest): Promise<Need> {
    return this.uow.run(async () => {
      const before = await this.loadVersion(id, version);
      if (before.state === 'chosen') throw refused(IS_CHOSEN);
      if (transition === 'propose' && before.state === 'proposed') throw refused(IS_THERE_ALREADY);
      const words = reason.trim();
      if (transition === 'decline' && words === '')
        throw invalid([{ pointer: '/reason', code: 'missing', reason: REASON_MISSING }]);
      await this.move(
        before,
        transition === 'decline' ? 'declined' : 'proposed',
        transition === 'decline' ? words : '',
      );
      return shown(await this.load(id));
    });
  }

  delete(id: string, version: number): Promise<void> {
    return this.uow.run(async () => {
      const before = await this.loadVersion(id, version);
      if (before.state === 'chosen') throw refused(IS_CHOSEN);
      if (!(await this.needs.delete(id, version))) throw stale(shown(await this.load(id)));
      await this.audit.record({
        action: 'delete',
        entity: 'need',
        entityId: id,
        before: { title: before.title, description: before.description },
      });
    });
  }

  /** For the work plan: the needs of the year, whatever has become of them. In a unit of work. */
  listOfYear(planId: string, year: number): Promise<readonly Need[]> {
    return this.needs.findOfYear(planId, year);
  }

  /** For the work plan: a need of the plan that is chosen into it, whatever it was. In a unit of work. */
  async choose(id: string, planId: string): Promise<Need> {
    const need = await this.needs.find(id);
    if (need?.planId !== planId) throw notFound();
    if (need.state === 'chosen') throw refused(IS_CHOSEN);
    await this.move(need, 'chosen', '');
    return shown(need);
  }

  /** For the work plan: a need that was taken out again is a proposal as before. In a unit of work. */
  async release(id: string): Promise<void> {
    const need = await this.needs.find(id);
    if (need?.state === 'chosen') await this.move(need, 'proposed', '');
  }

  private async move(before: StoredNeed, to: NeedState, reason: string): Promise<void> {
    const { id, version, state, declineReason } = before;
    if (!(await this.needs.move(id, version, to, reason))) throw stale(shown(await this.load(id)));
    await this.audit.record({
      action: to === 'declined' ? 'decline' : to === 'chosen' ? 'choose' : 'propose',
      entity: 'need',
      entityId: id,
      before: { state, declineReason },
      after: { state: to, declineReason: reason },
    });
  }

  private async check(planId: string, { goalId, textIds }: NeedFields, known: ReadonlySet<string>): Promise<void> {
    if (textIds.some((id) => !known.has(id)))
      throw invalid([{ pointer: '/textIds', code: 'unknown', reason: UNKNOWN_TEXT }]);
    if (goalId !== null && !(await this.needs.hasGoal(planId, goalId)))
      throw invalid([{ pointer: '/goalId', code: 'unknown', reason: UNKNOWN_GOAL }]);
  }

  private async load(id: string): Promise<StoredNeed> {
    const need = await this.needs.find(id);
    if (!need) throw notFound();
    return need;
  }

  private async loadVersion(id: string, version: number): Promise<StoredNeed> {
    const need = await this.load(id);
    if (need.version !== version) throw stale(shown(need));
    return need;
  }
}

function auditOf({ title, description, goalId, textIds }: NeedFields): Record<string, unknown> {
  return { title, description, goalId, answers: textIds.length };
}

function shown(need: StoredNeed): Need {
  return {
    id: need.id,
    version: need.version,
    year: need.year,
    inventoryId: need.inventoryId,
    goal: need.goal,
    title: need.title,
    description: need.description,
    state: need.state,
    declineReason: need.declineReason,
    textIds: need.textIds,
    workPlan: need.workPlan,
  };
}
