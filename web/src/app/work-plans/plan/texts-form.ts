import { Component, Injector, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { WorkPlan } from '@samhandling/contracts';
import { Button, Field, Input, ProblemView, formatInstant, injectLocale } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { DraftStore } from '../../core/draft-store.ts';
import { Messages } from '../../core/messages.ts';
import { settled } from '../../core/stale.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { besideFields, reasonsAt } from '../../session/field-reasons.ts';
import { FIRST_WRONG, focusWithin } from '../../session/focus-within.ts';
import { type PlanTexts, type TextsBase, baseOf, isTextsDraft, sameTexts, textsOf } from '../data/plan-texts.ts';
import { WorkPlanStore } from './work-plan-store.ts';

/** The title of the work plan and its introduction. What is typed survives a lost session, and is saved when somebody says so. */
@Component({
  selector: 'sam-work-plan-texts',
  imports: [Autosize, Button, Field, Input, ProblemView],
  template: `
    @if (restored()) {
      <p class="sam-quiet" role="status">{{ restored() }}</p>
    }
    <form class="sam-stack form" (submit)="send($event)">
      <sam-field required [label]="labels.title" [error]="titleErrors()">
        <input samInput name="title" maxlength="300" [value]="texts().title" (input)="write('title', $event)" />
      </sam-field>
      <sam-field [label]="labels.intro" [hint]="labels.introHint" [length]="texts().intro.length" [max]="most">
        <textarea
          samInput
          samAutosize
          name="intro"
          rows="4"
          [attr.maxlength]="most"
          [value]="texts().intro"
          (input)="write('intro', $event)"
        ></textarea>
      </sam-field>
      @if (shown(); as problem) {
        <sam-problem [problem]="problem" />
      }
      <div class="sam-buttons">
        <button samButton="primary" type="submit" [busy]="store.busy()" i18n="@@workPlans.texts.save">
          Spara texterna
        </button>
        <button samButton="quiet" type="button" (click)="cancel()" i18n="@@workPlans.cancel">Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--sam-space-8);
    }
    .form {
      max-width: 40rem;
    }
  `,
})
export class TextsForm {
  readonly plan = input.required<WorkPlan>();
  /** Saved, or left as it was. */
  readonly done = output<void>();

  protected readonly store = inject(WorkPlanStore);
  private readonly drafts = inject(DraftStore);
  private readonly messages = inject(Messages);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  private readonly focus = focusWithin();
  protected readonly most = 4000;
  protected readonly labels = {
    title: $localize`:@@workPlans.texts.title:Rubrik`,
    intro: $localize`:@@workPlans.texts.intro:Inledning`,
    introHint: $localize`:@@workPlans.texts.introHint:Står först i verksamhetsplanen.`,
  };
  protected readonly texts = signal<PlanTexts>({ title: '', intro: '' });
  /** What the texts began as; moves on when nobody has written in them, here or elsewhere. */
  private readonly base = signal<TextsBase | null>(null);
  protected readonly restored = signal('');
  private readonly tried = signal(false);
  private readonly dirty = computed(() => {
    const base = this.base();
    return base !== null && !sameTexts(this.texts(), base);
  });
  protected readonly titleErrors = computed(() =>
    this.tried() && this.texts().title.trim() === ''
      ? [$localize`:@@workPlans.texts.titleMissing:Skriv vad verksamhetsplanen heter.`]
      : reasonsAt(this.store.textsProblem(), '/title'),
  );
  protected readonly shown = computed(() => besideFields(this.store.textsProblem(), ['/title']));

  constructor() {
    inject(UnsavedChanges).watch(() => this.dirty());
    effect(() => {
      const plan = this.plan();
      untracked(() => this.take(plan));
    });
  }

  protected write(field: keyof PlanTexts, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLTextAreaElement;
    this.texts.update((texts) => ({ ...texts, [field]: value }));
    if (this.dirty()) this.drafts.keep(this.key(), { texts: this.texts(), base: this.base() });
    else this.drafts.discard(this.key());
  }

  protected cancel(): void {
    this.drafts.discard(this.key());
    this.base.set(null);
    this.done.emit();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const base = this.base();
    if (base === null || this.store.busy()) return;
    if (this.texts().title.trim() === '') this.focus(FIRST_WRONG);
    else await this.save(base);
  }

  private take(plan: WorkPlan): void {
    const before = this.base();
    if (before === null) return this.begin(plan);
    // Where somebody else has changed the texts, what is written here meets theirs when it is saved.
    if (this.dirty() && !sameTexts(before, plan)) return;
    if (!this.dirty()) this.texts.set(textsOf(plan));
    this.base.set(baseOf(plan));
  }

  private begin(plan: WorkPlan): void {
    const draft = this.drafts.read(this.key(), isTextsDraft);
    this.base.set(draft?.value.base ?? baseOf(plan));
    this.texts.set(draft?.value.texts ?? textsOf(plan));
    if (!draft) return;
    const when = formatInstant(draft.savedAt, this.locale);
    this.restored.set(
      $localize`:@@workPlans.texts.restored:Det du skrev ${when}:when: är inte sparat än och finns kvar här.`,
    );
  }

  private async save(base: TextsBase): Promise<void> {
    const { title, intro } = this.texts();
    const mine = { title: title.trim(), intro: intro.trim() };
    const theirs = await this.store.update(base, mine);
    if (theirs) return this.choose(base, mine, theirs);
    if (this.store.textsProblem() !== null) return this.focus(FIRST_WRONG);
    this.drafts.discard(this.key());
    this.base.set(null);
    this.messages.say($localize`:@@workPlans.texts.saved:Rubriken och inledningen är sparade.`);
    this.done.emit();
  }

  /** Somebody else saved first. If that was the texts, they are chosen field by field; then they are saved on top of theirs. */
  private async choose(base: TextsBase, mine: PlanTexts, theirs: WorkPlan): Promise<void> {
    const versions = { base: textsOf(base), mine, theirs: textsOf(theirs) };
    // A plan that is decided takes no texts, and says so.
    const asks = theirs.state === 'draft' && !sameTexts(versions.base, versions.theirs);
    const { title, intro } = this.labels;
    const chosen = asks
      ? await settled(this.injector, versions, { labels: { title, intro }, shown: (name, value) => value[name] })
      : mine;
    if (chosen === null) return;
    this.texts.set(chosen);
    this.base.set(baseOf(theirs));
    await this.save(baseOf(theirs));
  }

  private key(): string {
    return textsKey(this.plan().id);
  }
}

/** Under which what is written is kept in this browser. */
export function textsKey(planId: string): string {
  return `work-plan/${planId}/texts`;
}
