import { Injectable, Injector, computed, inject, signal } from '@angular/core';
import type {
  Id,
  Indicator,
  MoveRequest,
  PlanStructure,
  Plan,
  StructureActivity,
  StructureArea,
  StructureGoal,
  Versioned,
} from '@samhandling/contracts';
import { capitalised } from '@samhandling/domain';
import { Confirm } from '../core/confirm.ts';
import { CurrentPlan } from '../core/current-plan.ts';
import { Messages } from '../core/messages.ts';
import { problemOf } from '../core/problem.ts';
import { Session } from '../core/session.ts';
import { Words } from '../core/words.ts';
import { EditingApi, type ElementKind } from './data/editing-api.ts';
import { Organisations } from './data/organisations.ts';
import { findPlace, idOf, parentOf, referenceOf, withElement } from './data/tree.ts';

/** The plan being edited, and everything that changes its shape: add, remove, move. Provided by the page. */
@Injectable()
export class EditStore {
  private readonly api = inject(EditingApi);
  private readonly messages = inject(Messages);
  private readonly organisations = inject(Organisations);
  private readonly injector = inject(Injector);
  private readonly words = inject(Words);
  private readonly current = signal<PlanStructure | null>(null);
  readonly structure = this.current.asReadonly();
  readonly busy = signal(false);
  readonly slug = computed(() => this.current()?.plan.slug ?? '');
  private readonly session = inject(Session);
  /** How an indicator is measured may be settled by a planner after adoption too, until the plan is closed. */
  readonly mayEdit = computed(() => {
    const state = this.current()?.plan.state;
    return state !== undefined && state !== 'closed' && this.session.may('plan.edit');
  });
  /** The wording may change only while the plan is a draft. */
  readonly draft = computed(() => this.current()?.plan.mayEdit === true && this.current()?.plan.state === 'draft');

  load(structure: PlanStructure): void {
    this.current.set(structure);
    this.words.use(structure.plan.words);
    for (const { activities } of structure.goals.flatMap((goal) => goal.areas))
      for (const activity of activities)
        this.organisations.remember([
          ...activity.responsible,
          ...activity.partners,
          ...(activity.responsibleGroup ? [activity.responsibleGroup] : []),
        ]);
  }

  setPlan(plan: Plan): void {
    this.current.update((structure) => structure && { ...structure, plan });
    this.words.use(plan.words);
    this.injector.get(CurrentPlan).reload();
  }

  put(element: StructureGoal | StructureArea | StructureActivity): void {
    this.current.update((structure) => structure && withElement(structure, element));
  }

  putIndicator(indicator: Indicator): void {
    this.current.update(
      (structure) =>
        structure && {
          ...structure,
          goals: structure.goals.map((goal) => ({
            ...goal,
            areas: goal.areas.map((area) => ({
              ...area,
              activities: area.activities.map((activity) => ({
                ...activity,
                indicators: activity.indicators.map((one) => (one.id === indicator.id ? indicator : one)),
              })),
            })),
          })),
        },
    );
  }

  /** Yes to the proposed kind, unit and target as they stand. */
  async settleIndicator(indicator: Indicator): Promise<void> {
    await this.attempt(async () => {
      this.putIndicator(await this.api.updateIndicator(indicator.id, indicator.version, { settled: true }));
    });
  }

  /** Moves, says where it came to stand, and offers the way back. True when it was moved. */
  async move(request: MoveRequest, undoable = true): Promise<boolean> {
    const before = this.current();
    if (!before || this.busy()) return false;
    const place = findPlace(before, request.id);
    const done = await this.attempt(async () =>
      this.load(await this.api.move(before.plan.slug, before.orderVersion, request)),
    );
    if (!done) return false;
    const after = this.current();
    const now = after && findPlace(after, request.id);
    if (!now) return true;
    const word = capitalised(this.words.current()[now.kind].theOne);
    const text = $localize`:@@editing.moved:${word}:word: har nu nummer ${referenceOf(now)}:reference:`;
    const back: MoveRequest | null = place && {
      kind: place.kind,
      id: idOf(place),
      parentId: parentOf(place),
      index: place.index,
    };
    if (back && undoable)
      this.messages.say(text, { label: $localize`:@@editing.undo:Ångra`, run: () => void this.move(back, false) });
    else this.messages.say(text);
    return true;
  }

  /** The id of the new element, or null when it was refused. */
  async add(create: () => Promise<Versioned>): Promise<Id | null> {
    let id: Id | null = null;
    await this.attempt(async () => {
      id = (await create()).id;
      await this.refresh();
    });
    return id;
  }

  /** Asks first: what is taken away with it is said. */
  async remove(kind: ElementKind, element: Versioned, name: string, with_: string): Promise<boolean> {
    const sure = await this.injector.get(Confirm).ask({
      heading: $localize`:@@editing.remove.heading:Ta bort ${name}:name:?`,
      text: with_ === '' ? $localize`:@@editing.remove.text:Det går inte att ångra.` : with_,
      yes: $localize`:@@editing.remove.yes:Ta bort`,
      danger: true,
    });
    if (!sure) return false;
    return this.attempt(async () => {
      await this.api.remove(kind, element);
      await this.refresh();
      this.messages.say($localize`:@@editing.removed:Borttaget: ${name}:name:`);
    });
  }

  /** The plan anew, with its printed numbers, after something came or went. */
  async refresh(): Promise<void> {
    const slug = this.slug();
    if (slug !== '') this.load(await this.api.readStructure(slug));
  }

  private async attempt(step: () => Promise<void>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    try {
      await step();
      return true;
    } catch (error) {
      const problem = problemOf(error);
      const reasons = (problem.errors ?? []).map(({ reason }) => reason);
      this.messages.fail([problem.title, problem.detail, ...reasons].filter((part) => part !== '').join('. '));
      if (problem.status === 412) await this.refresh().catch(() => undefined);
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
