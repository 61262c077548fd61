import { Component, Injector, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { WorkPlanItem } from '@samhandling/contracts';
import { ITEM_OUTCOMES, ITEM_OUTCOME_LABELS } from '@samhandling/domain';
import { Button, Choice, Choices, Field, Input, ProblemView, injectSay } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { mergedByChoice, staleFields } from '../../core/stale.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { FIRST_WRONG, focusWithin } from '../../session/focus-within.ts';
import { WorkPlanStore } from './work-plan-store.ts';

type OutcomeValues = Pick<WorkPlanItem, 'outcome' | 'outcomeText'>;

const outcomeOf = ({ outcome, outcomeText }: WorkPlanItem): OutcomeValues => ({ outcome, outcomeText });

/** What became of an item: done, partly, or not, and in words. */
@Component({
  selector: 'sam-outcome-form',
  imports: [Autosize, Button, Choice, Choices, Field, Input, ProblemView],
  template: `
    <form class="sam-stack" (submit)="send($event)">
      <sam-choices beside required [label]="labels.outcome" [error]="outcomeError()">
        @for (one of outcomes; track one.outcome) {
          <label samChoice>
            <input
              type="radio"
              [name]="item().id"
              [checked]="values().outcome === one.outcome"
              (change)="change({ outcome: one.outcome })"
            />
            <span>{{ one.label }}</span>
          </label>
        }
      </sam-choices>
      <sam-field [required]="values().outcome !== 'done'" [label]="labels.words" [error]="wordsError()">
        <textarea
          samInput
          samAutosize
          rows="2"
          maxlength="4000"
          [value]="values().outcomeText"
          (input)="typed($event)"
        ></textarea>
      </sam-field>
      @if (store.formProblem(); as problem) {
        <sam-problem [problem]="problem" />
      }
      <div class="sam-buttons">
        <button samButton="primary" type="submit" [busy]="store.busy()" i18n="@@workPlans.outcome.save">Spara</button>
        <button samButton type="button" (click)="done.emit()" i18n="@@workPlans.cancel">Avbryt</button>
      </div>
    </form>
  `,
})
export class OutcomeForm {
  readonly item = input.required<WorkPlanItem>();
  /** Saved, or left as it was. */
  readonly done = output<void>();

  protected readonly store = inject(WorkPlanStore);
  private readonly injector = inject(Injector);
  private readonly say = injectSay();
  private readonly focus = focusWithin();
  private readonly tried = signal(false);
  /** What was loaded; moves on when somebody else has saved meanwhile. */
  private readonly base = signal<WorkPlanItem | null>(null);
  protected readonly values = signal<OutcomeValues>({ outcome: null, outcomeText: '' });
  private readonly dirty = computed(() => {
    const base = this.base();
    return base !== null && JSON.stringify(this.values()) !== JSON.stringify(outcomeOf(base));
  });
  protected readonly outcomes = ITEM_OUTCOMES.map((outcome) => ({
    outcome,
    label: this.say(ITEM_OUTCOME_LABELS[outcome]),
  }));
  protected readonly labels = {
    outcome: $localize`:@@workPlans.outcome.label:Vad blev det av insatsen?`,
    words: $localize`:@@workPlans.outcome.words:Med egna ord`,
  };
  protected readonly outcomeError = computed(() =>
    this.tried() && this.values().outcome === null
      ? $localize`:@@workPlans.outcome.unsaid:Välj vad det blev av insatsen.`
      : null,
  );
  protected readonly wordsError = computed(() => {
    const { outcome, outcomeText } = this.values();
    return this.tried() && outcome !== null && outcome !== 'done' && outcomeText.trim() === ''
      ? [$localize`:@@workPlans.outcome.missing:Skriv vad det blev, när insatsen inte är helt genomförd.`]
      : [];
  });

  constructor() {
    inject(UnsavedChanges).watch(() => this.dirty());
    effect(() => {
      const item = this.item();
      // What is written is never thrown away: it meets the other version when it is saved.
      if (untracked(() => this.dirty())) return;
      this.base.set(item);
      this.values.set(outcomeOf(item));
    });
  }

  protected typed(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.change({ outcomeText: event.target.value });
  }

  protected change(part: Partial<OutcomeValues>): void {
    this.values.update((values) => ({ ...values, ...part }));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.outcomeError() !== null || this.wordsError().length > 0) this.focus(FIRST_WRONG);
    else if (!this.store.busy()) await this.save();
  }

  private async save(): Promise<void> {
    const base = this.base();
    const { outcome, outcomeText } = this.values();
    if (!base) return;
    const theirs = await this.store.updateItem(base, { outcome, outcomeText: outcomeText.trim() });
    if (theirs) await this.choose(base, theirs);
    else if (this.store.formProblem() === null) this.done.emit();
  }

  /** Somebody else said what became of it first: the person chooses, and then it is saved on top of theirs. */
  private async choose(base: WorkPlanItem, theirs: WorkPlanItem): Promise<void> {
    const [mine, stored] = [this.values(), outcomeOf(theirs)];
    const labels = { outcome: this.labels.outcome, outcomeText: this.labels.words };
    const fields = staleFields(outcomeOf(base), mine, stored, labels, (field, side) =>
      field === 'outcome' ? this.outcomeWords(side) : side.outcomeText,
    );
    const { askAboutStale } = await import('../../core/stale-dialog.ts');
    const answer = fields.length > 0 ? await askAboutStale(this.injector, { who: '', fields }) : {};
    if (answer === null) return;
    this.values.set(mergedByChoice(mine, stored, answer));
    this.base.set(theirs);
    if (this.wordsError().length > 0) this.focus(FIRST_WRONG);
    else await this.save();
  }

  private outcomeWords({ outcome }: OutcomeValues): string {
    return outcome === null ? '' : this.say(ITEM_OUTCOME_LABELS[outcome]);
  }
}
