import { Component, Injector, computed, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import type { Decision, Problem } from '@samhandling/contracts';
import { Button, Choice, Field, Input, ProblemView, formatDay, formatInstant, injectLocale } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { DraftStore } from '../../core/draft-store.ts';
import { problemOf } from '../../core/problem.ts';
import { askAboutStale } from '../../core/stale-dialog.ts';
import { mergedByChoice, staleFields, yesOrNo } from '../../core/stale.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { FIRST_WRONG, focusWithin } from '../../session/focus-within.ts';
import { DecisionsApi } from '../data/decisions-api.ts';
import {
  type DecisionBase,
  type DecisionDraft,
  type DecisionText,
  type DecisionValues,
  baseOf,
  changesIn,
  isChanged,
  isDecision,
  isDecisionDraft,
  valuesOf,
  withinLock,
} from '../data/decision-values.ts';

/** Changing a decision: wording and number until the minutes are adjusted, who and when as long as it matters. */
@Component({
  selector: 'sam-decision-form',
  imports: [Autosize, Button, Choice, Field, Input, ProblemView],
  templateUrl: './decision-form.html',
  styles: `
    form {
      max-width: 46rem;
    }
  `,
})
export class DecisionForm {
  readonly decision = input.required<Decision>();
  readonly saved = output<Decision>();
  /** Somebody else's version, which what is written here is now compared with. */
  readonly overtaken = output<Decision>();
  readonly cancelled = output();

  private readonly api = inject(DecisionsApi);
  private readonly drafts = inject(DraftStore);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  private readonly focus = focusWithin();
  private readonly choices = this.api.choices(() => this.decision().planSlug);
  /** A newer version of the same decision leaves what is written as it is. */
  private readonly key = computed(() => `decision/${this.decision().id}`);
  private readonly kept = computed(() => this.drafts.read(this.key(), isDecisionDraft));
  private readonly base = linkedSignal<string, DecisionBase>({
    source: this.key,
    computation: () => untracked(() => this.kept()?.value.base ?? baseOf(this.decision())),
  });
  protected readonly values = linkedSignal<string, DecisionValues>({
    source: this.key,
    computation: () =>
      untracked(() => withinLock(this.kept()?.value.values ?? valuesOf(this.decision()), this.decision())),
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
    text: $localize`:@@decisions.field.text:Beslut`,
    number: $localize`:@@decisions.field.number:Nummer (§)`,
    numberHint: $localize`:@@decisions.field.numberHint:Numret löper per grupp och år.`,
    organisation: $localize`:@@decisions.field.organisation:Organisation som genomför`,
    person: $localize`:@@decisions.field.person:Person som genomför`,
    due: $localize`:@@decisions.fact.due:Klart senast`,
    isOpen: $localize`:@@decisions.field.isOpen:Ska genomföras, och kommer tillbaka tills det är gjort`,
    records: $localize`:@@decisions.fact.records:Diarienummer`,
  };
  protected readonly pointers = {
    '/text': this.labels.text,
    '/number': this.labels.number,
    '/organisationId': this.labels.organisation,
    '/personId': this.labels.person,
    '/due': this.labels.due,
    '/recordsNumber': this.labels.records,
  };
  /** With whoever stands there, though they have left or the list has not come. */
  protected readonly organisations = computed(() => {
    const all = this.choices.hasValue() ? this.choices.value().organisations : [];
    return withHeld(all, this.decision().organisation);
  });
  protected readonly people = computed(() => {
    const all = this.choices.hasValue() ? this.choices.value().people : [];
    return withHeld(all, this.decision().person);
  });
  protected readonly textError = computed(() =>
    this.tried() && this.values().text.trim() === '' ? $localize`:@@decisions.field.textMissing:Skriv beslutet.` : null,
  );
  protected readonly numberError = computed(() =>
    this.tried() && !/^[1-9]\d{0,5}$/.test(this.values().number)
      ? $localize`:@@decisions.field.numberWrong:Skriv numret med siffror.`
      : null,
  );

  constructor() {
    inject(UnsavedChanges).watch(() => !this.done && isChanged(this.base().values, this.values()));
    this.focus('textarea, select');
  }

  protected set(name: DecisionText, { target }: Event): void {
    if (
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement
    )
      this.change({ [name]: target.value });
  }

  protected setOpen({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.change({ isOpen: target.checked });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy()) return;
    if (this.textError() !== null || this.numberError() !== null) return this.focus(FIRST_WRONG);
    await this.save();
  }

  protected cancel(): void {
    this.forget();
    this.cancelled.emit();
  }

  private change(part: Partial<DecisionValues>): void {
    this.values.update((values) => ({ ...values, ...part }));
    const draft: DecisionDraft = { base: this.base(), values: this.values() };
    if (isChanged(draft.base.values, draft.values)) this.drafts.keep(this.key(), draft);
    else this.drafts.discard(this.key());
  }

  private async save(): Promise<void> {
    const { version, values } = this.base();
    const changes = changesIn(values, this.values());
    if (Object.keys(changes).length === 0) return this.cancel();
    this.busy.set(true);
    this.problem.set(null);
    try {
      const saved = await this.api.update({ id: this.decision().id, version }, changes);
      this.forget();
      this.saved.emit(saved);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'stale' && isDecision(problem.current)) await this.choose(problem.current);
      else {
        this.problem.set(problem);
        this.focus(FIRST_WRONG);
      }
    } finally {
      this.busy.set(false);
    }
  }

  /** Somebody else saved first: the person chooses field by field, and then it is saved on top of theirs. */
  private async choose(theirs: Decision): Promise<void> {
    const [mine, stored] = [withinLock(this.values(), theirs), valuesOf(theirs)];
    const { text, number, organisation, person, due, isOpen, records } = this.labels;
    const labels = {
      text,
      number,
      organisationId: organisation,
      personId: person,
      due,
      isOpen,
      recordsNumber: records,
    };
    const fields = staleFields(this.base().values, mine, stored, labels, (name, side) => this.wordsOf(name, side));
    const answer = fields.length === 0 ? {} : await askAboutStale(this.injector, { who: '', fields });
    if (answer === null) return;
    const merged = mergedByChoice(mine, stored, answer);
    this.overtaken.emit(theirs);
    this.base.set(baseOf(theirs));
    this.values.set(merged);
    this.change({});
    await this.save();
  }

  private wordsOf(name: keyof DecisionValues, side: DecisionValues): string {
    switch (name) {
      case 'organisationId':
        return this.organisations().find(({ id }) => id === side.organisationId)?.name ?? '';
      case 'personId':
        return this.people().find(({ id }) => id === side.personId)?.name ?? '';
      case 'due':
        return side.due === '' ? '' : formatDay(side.due, this.locale);
      case 'isOpen':
        return yesOrNo(side.isOpen);
      default:
        return side[name];
    }
  }

  private forget(): void {
    this.done = true;
    this.drafts.discard(this.key());
  }
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function withHeld(all: readonly Named[], held: Named | null): readonly Named[] {
  return held === null || all.some(({ id }) => id === held.id) ? all : [held, ...all];
}
