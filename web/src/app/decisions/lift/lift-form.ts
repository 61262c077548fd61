import { Component, Injector, computed, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import type { Lift, Problem } from '@samhandling/contracts';
import { Button, Field, Input, ProblemView, formatInstant, injectLocale } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { DraftStore } from '../../core/draft-store.ts';
import { problemOf } from '../../core/problem.ts';
import { askAboutStale } from '../../core/stale-dialog.ts';
import { mergedByChoice, staleFields } from '../../core/stale.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { FIRST_WRONG, focusWithin } from '../../session/focus-within.ts';
import { DecisionsApi } from '../data/decisions-api.ts';
import { type LiftDraft, type LiftValues, isLift, isLiftDraft, liftChanges, liftValues } from '../data/lift-values.ts';

/** Changing a question while it waits for its answer. */
@Component({
  selector: 'sam-lift-form',
  imports: [Autosize, Button, Field, Input, ProblemView],
  template: `
    <form class="sam-stack" novalidate (submit)="send($event)">
      @if (restored()) {
        <p class="sam-quiet" role="status">{{ restored() }}</p>
      }
      @if (problem(); as problem) {
        <sam-problem [problem]="problem" [labels]="pointers" />
      }
      <sam-field required [label]="labels.question" [error]="error()">
        <textarea
          samInput
          samAutosize
          rows="3"
          lang="sv"
          maxlength="4000"
          [value]="values().question"
          (input)="set('question', $event)"
        ></textarea>
      </sam-field>
      <sam-field [label]="labels.proposal" [hint]="labels.proposalHint">
        <textarea
          samInput
          samAutosize
          rows="3"
          lang="sv"
          maxlength="4000"
          [value]="values().proposal"
          (input)="set('proposal', $event)"
        ></textarea>
      </sam-field>
      <div class="sam-buttons">
        <button samButton="primary" type="submit" [busy]="busy()" i18n="@@decisions.lift.save">Spara frågan</button>
        <button samButton type="button" (click)="cancel()" i18n="@@decisions.cancel">Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    form {
      max-width: 46rem;
    }
  `,
})
export class LiftForm {
  readonly lift = input.required<Lift>();
  readonly saved = output<Lift>();
  /** Somebody else's version, which what is written here is now compared with. */
  readonly overtaken = output<Lift>();
  readonly cancelled = output();

  private readonly api = inject(DecisionsApi);
  private readonly drafts = inject(DraftStore);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  private readonly focus = focusWithin();
  /** A newer version of the same question leaves what is written as it is. */
  private readonly key = computed(() => `lift/${this.lift().id}`);
  private readonly kept = computed(() => this.drafts.read(this.key(), isLiftDraft));
  private readonly base = linkedSignal<string, LiftDraft['base']>({
    source: this.key,
    computation: () => untracked(() => this.kept()?.value.base ?? baseOf(this.lift())),
  });
  protected readonly values = linkedSignal<string, LiftValues>({
    source: this.key,
    computation: () => untracked(() => this.kept()?.value.values ?? liftValues(this.lift())),
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  private readonly tried = signal(false);
  private done = false;
  protected readonly restored = computed(() => {
    const kept = this.kept();
    if (!kept) return '';
    const when = formatInstant(kept.savedAt, this.locale);
    return $localize`:@@decisions.restored:Det du skrev ${when}:when: är inte sparat än och finns kvar här.`;
  });
  protected readonly labels = {
    question: $localize`:@@decisions.lift.question:Fråga`,
    proposal: $localize`:@@decisions.lift.proposal:Förslag till beslut`,
    proposalHint: $localize`:@@decisions.lift.proposalHint:Det ni vill att gruppen beslutar. Kan lämnas tomt.`,
  };
  protected readonly pointers = { '/question': this.labels.question, '/proposal': this.labels.proposal };
  protected readonly error = computed(() =>
    this.tried() && this.values().question.trim() === ''
      ? $localize`:@@decisions.lift.questionMissing:Skriv frågan.`
      : null,
  );

  constructor() {
    inject(UnsavedChanges).watch(() => !this.done && this.isChanged());
    this.focus('textarea');
  }

  protected set(name: keyof LiftValues, { target }: Event): void {
    if (target instanceof HTMLTextAreaElement) this.change({ [name]: target.value });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy()) return;
    if (this.error() !== null) return this.focus(FIRST_WRONG);
    await this.save();
  }

  protected cancel(): void {
    this.forget();
    this.cancelled.emit();
  }

  private isChanged(): boolean {
    return Object.keys(liftChanges(this.base(), this.values())).length > 0;
  }

  private change(part: Partial<LiftValues>): void {
    this.values.update((values) => ({ ...values, ...part }));
    const draft: LiftDraft = { base: this.base(), values: this.values() };
    if (this.isChanged()) this.drafts.keep(this.key(), draft);
    else this.drafts.discard(this.key());
  }

  private async save(): Promise<void> {
    if (!this.isChanged()) return this.cancel();
    this.busy.set(true);
    this.problem.set(null);
    try {
      const { version } = this.base();
      const changes = liftChanges(this.base(), this.values());
      const saved = await this.api.updateLift({ id: this.lift().id, version }, changes);
      this.forget();
      this.saved.emit(saved);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'stale' && isLift(problem.current)) await this.choose(problem.current);
      else {
        this.problem.set(problem);
        this.focus(FIRST_WRONG);
      }
    } finally {
      this.busy.set(false);
    }
  }

  /** Somebody else saved first: the person chooses field by field, and then it is saved on top of theirs. */
  private async choose(theirs: Lift): Promise<void> {
    const [mine, stored] = [this.values(), liftValues(theirs)];
    const { question, proposal } = this.labels;
    const labels = { question, proposal };
    const fields = staleFields(liftValues(this.base()), mine, stored, labels, (name, side) => side[name]);
    const answer = fields.length === 0 ? {} : await askAboutStale(this.injector, { who: '', fields });
    if (answer === null) return;
    this.overtaken.emit(theirs);
    this.base.set(baseOf(theirs));
    this.values.set(mergedByChoice(mine, stored, answer));
    this.change({});
    // Answered or withdrawn meanwhile: what is written stays a draft, and the page says what happened.
    if (theirs.mayEdit) await this.save();
  }

  private forget(): void {
    this.done = true;
    this.drafts.discard(this.key());
  }
}

function baseOf(lift: Lift): LiftDraft['base'] {
  return { ...liftValues(lift), version: lift.version };
}
