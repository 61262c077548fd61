import { Component, Injector, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { WorkPlanItem } from '@samhandling/contracts';
import { Button, Choice, Field, Input, ProblemView, injectLocale } from '@samhandling/ui';
import { Combobox } from '@samhandling/ui/choosing';
import { Autosize } from '@samhandling/ui/work';
import { mergedByChoice, staleFields } from '../../core/stale.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { besideFields, reasonsAt } from '../../session/field-reasons.ts';
import { FIRST_WRONG, focusWithin } from '../../session/focus-within.ts';
import { type FlatItem, flat, shownField, unflat } from '../data/item-stale.ts';
import { inputOf, kronorIn, valuesOf, type ItemValues } from '../data/item-values.ts';
import { WorkPlanStore } from './work-plan-store.ts';

type TextField = Exclude<keyof ItemValues, 'organisationIds' | 'isByMonth'>;

/** What, who, when and with what money. */
@Component({
  selector: 'sam-item-form',
  imports: [Autosize, Button, Choice, Combobox, Field, Input, ProblemView],
  templateUrl: './item-form.html',
})
export class ItemForm {
  /** Null for a new one. */
  readonly item = input.required<WorkPlanItem | null>();
  /** Saved, or left as it was. */
  readonly done = output<void>();

  protected readonly store = inject(WorkPlanStore);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  private readonly focus = focusWithin();
  /** What was loaded; moves on when somebody else has saved meanwhile. */
  private readonly base = signal<WorkPlanItem | null>(null);
  protected readonly values = signal<ItemValues>(valuesOf(null));
  private readonly tried = signal(false);
  private readonly dirty = computed(() => JSON.stringify(this.values()) !== JSON.stringify(valuesOf(this.base())));
  protected readonly goals = computed(() => this.store.plan()?.goals ?? []);
  private readonly organisations = computed(() => this.store.material()?.organisations ?? []);
  protected readonly options = computed(() => this.organisations().map(({ id, name }) => ({ id, label: name })));
  private readonly problem = this.store.formProblem;
  protected readonly errors = computed(() => ({
    title:
      this.tried() && this.values().title.trim() === ''
        ? [$localize`:@@workPlans.item.titleMissing:Skriv vad som ska göras.`]
        : this.refused('/title'),
    amount:
      kronorIn(this.values().amount) === undefined
        ? [$localize`:@@workPlans.item.amountWrong:Skriv hela kronor, till exempel 25 000, eller lämna tomt.`]
        : this.refused('/amountKronor'),
    from: this.refused('/fromDay'),
    to: this.refused('/toDay'),
  }));
  protected readonly shown = computed(() =>
    besideFields(this.problem(), ['/title', '/amountKronor', '/fromDay', '/toDay']),
  );
  protected readonly labels = {
    title: $localize`:@@workPlans.item.title:Vad ska göras?`,
    description: $localize`:@@workPlans.item.description:Beskrivning`,
    goal: $localize`:@@workPlans.item.goal:Mål`,
    organisations: $localize`:@@workPlans.item.organisations:Vilka gör det?`,
    organisationsHint: $localize`:@@workPlans.item.organisationsHint:Sök på namn. Du kan välja flera.`,
    name: $localize`:@@workPlans.item.name:Vem håller i det?`,
    from: $localize`:@@workPlans.item.from:Från`,
    to: $localize`:@@workPlans.item.to:Till`,
    amount: $localize`:@@workPlans.item.amount:Belopp i kronor`,
    amountHint: $localize`:@@workPlans.item.amountHint:Hela kronor. Tomt om det inte kostar något särskilt eller inte är känt.`,
    funding: $localize`:@@workPlans.item.funding:Vem betalar?`,
  };

  constructor() {
    inject(UnsavedChanges).watch(() => this.dirty());
    effect(() => {
      const item = this.item();
      // What is written is never thrown away: it meets the other version when it is saved.
      if (untracked(() => this.dirty())) return;
      this.base.set(item);
      this.values.set(valuesOf(item));
    });
  }

  protected typed(name: TextField, event: Event): void {
    const { target } = event;
    if (
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement
    )
      this.change({ [name]: target.value });
  }

  /** A month has no days, and a day is in a month. */
  protected pickMonths(event: Event): void {
    const isByMonth = event.target instanceof HTMLInputElement && event.target.checked;
    const { from, to } = this.values();
    const shown = (when: string, day: string): string =>
      when === '' ? '' : isByMonth ? when.slice(0, 7) : `${when}-${day}`;
    this.change({ isByMonth, from: shown(from, '01'), to: shown(to, '28') });
  }

  protected change(part: Partial<ItemValues>): void {
    this.values.update((values) => ({ ...values, ...part }));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.values().title.trim() === '' || kronorIn(this.values().amount) === undefined) this.focus(FIRST_WRONG);
    else if (!this.store.busy()) await this.save();
  }

  private async save(): Promise<void> {
    const base = this.base();
    const input = inputOf(this.values());
    const theirs = base ? await this.store.updateItem(base, input) : null;
    if (base && theirs) return this.choose(base, theirs);
    if (base ? this.problem() === null : await this.store.add(input)) this.done.emit();
    else this.focus(FIRST_WRONG);
  }

  /** Somebody else saved first: the person chooses field by field, and then it is saved on top of theirs. */
  private async choose(base: WorkPlanItem, theirs: WorkPlanItem): Promise<void> {
    const [mine, stored] = [flat(this.values()), flat(valuesOf(theirs))];
    const names = new Map([
      ...this.goals().map(({ id, code, title }) => [id, `${code}. ${title}`] as const),
      ...[...this.organisations(), ...theirs.organisations].map(({ id, name }) => [id, name] as const),
    ]);
    const fields = staleFields(flat(valuesOf(base)), mine, stored, this.fieldLabels(), (field, side) =>
      shownField(field, side, (id) => names.get(id) ?? '', this.locale),
    );
    const { askAboutStale } = await import('../../core/stale-dialog.ts');
    const answer = fields.length > 0 ? await askAboutStale(this.injector, { who: '', fields }) : {};
    if (answer === null) return;
    this.values.set(unflat(mergedByChoice(mine, stored, answer)));
    this.base.set(theirs);
    await this.save();
  }

  private fieldLabels(): Readonly<Record<keyof FlatItem, string>> {
    const { title, description, goal, organisations, name, amount, funding } = this.labels;
    const when = $localize`:@@workPlans.item.when:När?`;
    return {
      title,
      description,
      goalId: goal,
      organisationIds: organisations,
      responsibleName: name,
      when,
      amount,
      funding,
    };
  }

  private refused(pointer: string): readonly string[] {
    return reasonsAt(this.problem(), pointer);
  }
}
