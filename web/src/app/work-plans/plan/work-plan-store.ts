import { Injectable, Injector, computed, inject, linkedSignal, signal } from '@angular/core';
import type {
  CreateWorkPlanItemRequest,
  Id,
  Need,
  Problem,
  UpdateWorkPlanItemRequest,
  UpdateWorkPlanRequest,
  Versioned,
  WorkPlan,
  WorkPlanItem,
  WorkPlanTransitionRequest,
} from '@samhandling/contracts';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { reordered } from '../../meetings/data/agenda-rows.ts';
import { againOf, isWorkPlan } from '../data/item-values.ts';
import { WorkPlansApi } from '../data/work-plans-api.ts';

/**
 * The work plan on screen, and everything that is changed in it: one change at a time, each from the version the one before
 * it gave. What somebody else changed meanwhile is shown, never written over.
 */
@Injectable()
export class WorkPlanStore {
  private readonly api = inject(WorkPlansApi);
  private readonly messages = inject(Messages);
  private readonly injector = inject(Injector);
  private readonly id = signal<Id | undefined>(undefined);

  readonly resource = this.api.plan(this.id);
  readonly plan = linkedSignal<WorkPlan | undefined>(() =>
    this.resource.hasValue() ? this.resource.value() : undefined,
  );
  readonly mayBuild = computed(() => this.plan()?.state === 'draft' && this.plan()?.mayManage === true);
  readonly materialResource = this.api.material(() => (this.mayBuild() ? this.id() : undefined));
  readonly material = computed(() => (this.materialResource.hasValue() ? this.materialResource.value() : undefined));
  /** The item in its form; "new" for one that is not there yet. */
  readonly editing = signal<string | null>(null);
  readonly busy = signal(false);
  readonly problem = signal<Problem | null>(null);
  readonly formProblem = signal<Problem | null>(null);
  /** Of the form with title and introduction, which may be open beside that of an item. */
  readonly textsProblem = signal<Problem | null>(null);
  /** For the live region: where what was moved is now. */
  readonly said = signal('');

  private chain: Promise<unknown> = Promise.resolve();

  open(id: Id): void {
    this.id.set(id);
  }

  edit(id: string): void {
    this.formProblem.set(null);
    this.editing.set(id);
  }

  add(request: CreateWorkPlanItemRequest): Promise<boolean> {
    return this.work((plan) => this.api.addItem(plan.id, request), this.formProblem);
  }

  choose(request: CreateWorkPlanItemRequest): Promise<boolean> {
    return this.work(async (plan) => {
      const after = await this.api.addItem(plan.id, request);
      this.messages.say($localize`:@@workPlans.chosen:”${after.items.at(-1)?.title ?? ''}:title:” är med i planen.`);
      return after;
    });
  }

  decline(need: Need, reason: string): Promise<boolean> {
    return this.work(() => this.api.decline(need, reason));
  }

  /** The plan as somebody else has stored it, for its form to compare with; null when it is saved or refused with a reason. */
  update(base: Versioned, request: UpdateWorkPlanRequest): Promise<WorkPlan | null> {
    return this.compared(() => this.api.update(base, request), this.textsProblem);
  }

  /** As `update`, of an item. */
  async updateItem(base: WorkPlanItem, request: UpdateWorkPlanItemRequest): Promise<WorkPlanItem | null> {
    const theirs = await this.compared(() => this.api.updateItem(base, request));
    return theirs?.items.find(({ id }) => id === base.id) ?? null;
  }

  remove(item: WorkPlanItem): Promise<boolean> {
    return this.work(async (plan) => {
      const after = await this.api.deleteItem(item);
      this.messages.say($localize`:@@workPlans.removed:Insatsen är borttagen.`, {
        label: $localize`:@@workPlans.undo:Ångra`,
        run: () => void this.work(() => this.api.addItem(plan.id, againOf(item))),
      });
      return after;
    });
  }

  /** Shown at once, saved after. */
  order(items: readonly WorkPlanItem[]): Promise<boolean> {
    const before = this.plan();
    const mine = items.map(({ id }) => id);
    if (before) this.plan.set({ ...before, items });
    return this.work(async (plan) => {
      try {
        return await this.api.putOrder(plan, mine);
      } catch (error) {
        const problem = problemOf(error);
        if (problem.code === 'stale' && isWorkPlan(problem.current))
          return this.chooseOrder(before, mine, problem.current);
        if (before) this.plan.set(before);
        throw error;
      }
    });
  }

  sayPlace({ title }: WorkPlanItem, number: number, count: number): void {
    this.said.set($localize`:@@workPlans.movedTo:”${title}:title:” är nu nummer ${number}:number: av ${count}:count:.`);
  }

  transition(request: WorkPlanTransitionRequest): Promise<boolean> {
    return this.work(
      (plan) => this.api.transition(plan, request),
      request.transition === 'decide' ? this.formProblem : this.problem,
    );
  }

  delete(plan: WorkPlan): Promise<boolean> {
    return this.work(() => this.api.delete(plan));
  }

  /** One change after the other. Answers whether it was made; why not is in `said`, with what somebody else has changed. */
  private work(body: (plan: WorkPlan) => Promise<unknown>, said = this.problem): Promise<boolean> {
    const run = this.chain.then(async () => {
      const plan = this.plan();
      if (!plan) return false;
      this.busy.set(true);
      this.problem.set(null);
      this.formProblem.set(null);
      this.textsProblem.set(null);
      try {
        const after = await body(plan);
        if (isWorkPlan(after)) this.plan.set(after);
        return true;
      } catch (error) {
        const problem = problemOf(error);
        said.set(problem);
        if (problem.code === 'stale' && isWorkPlan(problem.current)) this.plan.set(problem.current);
        return false;
      } finally {
        this.busy.set(false);
        this.materialResource.reload();
      }
    });
    this.chain = run;
    return run;
  }

  private async compared(save: () => Promise<WorkPlan>, said = this.formProblem): Promise<WorkPlan | null> {
    let theirs: WorkPlan | null = null;
    await this.work(async (plan) => {
      try {
        return await save();
      } catch (error) {
        const { code, current } = problemOf(error);
        if (code !== 'stale' || !isWorkPlan(current)) throw error;
        theirs = current;
        // The form would go, with what is written in it, if the plan that has moved on were shown.
        return current.state === plan.state ? current : undefined;
      }
    }, said);
    return theirs;
  }

  /** Somebody else changed the plan. If that was its order both are shown, and a person chooses. */
  private async chooseOrder(before: WorkPlan | undefined, mine: readonly Id[], theirs: WorkPlan): Promise<WorkPlan> {
    const stored = theirs.items.map(({ id }) => id);
    const ids = reordered(mine, stored);
    const was = reordered(before?.items.map(({ id }) => id) ?? [], stored);
    this.plan.set(theirs);
    if (theirs.state !== 'draft' || ids.join() === stored.join()) return theirs;
    if (was.join() !== stored.join()) {
      const names = new Map(theirs.items.map(({ id, title }) => [id, title]));
      const listed = (order: readonly Id[]): string =>
        order.map((id, at) => `${String(at + 1)}. ${names.get(id) ?? ''}`).join('\n');
      const field = {
        name: 'order',
        label: $localize`:@@workPlans.order:Insatsernas ordning`,
        mine: listed(ids),
        theirs: listed(stored),
        proposed: null,
      };
      const { askAboutStale } = await import('../../core/stale-dialog.ts');
      const answer = await askAboutStale(this.injector, { who: '', fields: [field] });
      if (answer?.['order'] !== 'mine') return theirs;
    }
    return this.api.putOrder(theirs, ids);
  }
}
