import { Injectable, Injector, computed, effect, inject, signal } from '@angular/core';
import type { FollowUp, FollowUpPage, Problem } from '@samhandling/contracts';
import {
  FOLLOW_UP_FIELD_REASONS,
  FOLLOW_UP_TRANSITION_LABELS,
  type FollowUpTransitionName,
  missingFields,
} from '@samhandling/domain';
import { formatInstant, injectLocale } from '@samhandling/ui';
import { type SaveStatus } from '@samhandling/ui/work';
import { DraftStore } from '../core/draft-store.ts';
import { problemOf } from '../core/problem.ts';
import { mergedByChoice, staleFields } from '../core/stale.ts';
import { FIELD_LABELS, shownField } from './data/field-labels.ts';
import { FollowUpApi, isFollowUpPage } from './data/follow-up-api.ts';
import {
  FORM_FIELDS,
  type FormField,
  type FormValue,
  changesOf,
  formOf,
  isFormDraft,
  sameForm,
} from './data/follow-up-form.ts';

export type FieldProblems = Readonly<Partial<Record<FormField, readonly string[]>>>;

/**
 * One follow-up being written: what was loaded, what is written, and how saving went. Provided by the form, so that each
 * follow-up has its own. What is written is kept in this browser until the server has it.
 */
@Injectable()
export class FollowUpEditor {
  private readonly api = inject(FollowUpApi);
  private readonly drafts = inject(DraftStore);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();

  private readonly loaded = signal<FollowUpPage | null>(null);
  private readonly base = signal<FormValue | null>(null);
  private readonly written = signal<FormValue | null>(null);
  /** The version what is written started from; a draft may be older than what is stored. */
  private version = 0;

  readonly status = signal<SaveStatus>('idle');
  readonly savedAt = signal<string | undefined>(undefined);
  readonly problem = signal<Problem | null>(null);
  readonly errors = signal<FieldProblems>({});
  readonly busy = signal(false);
  /** Set when a draft from before was put back: the instant it was written. */
  readonly restoredFrom = signal<string | null>(null);
  /** Goes up each time errors should be shown and the first of them focused. */
  readonly focusErrors = signal(0);

  readonly followUp = computed(() => this.loaded()?.followUp ?? null);
  readonly form = this.written.asReadonly();
  readonly page = this.loaded.asReadonly();
  readonly dirty = computed(() => {
    const base = this.base();
    const form = this.written();
    return base !== null && form !== null && !sameForm(base, form);
  });

  constructor() {
    effect(() => {
      const form = this.written();
      const base = this.base();
      const followUp = this.followUp();
      if (!form || !base || !followUp) return;
      if (sameForm(base, form)) this.drafts.discard(resourceOf(followUp));
      else this.drafts.keep(resourceOf(followUp), { version: this.version, base, form });
    });
  }

  load(page: FollowUpPage): void {
    const draft = page.followUp.mayEdit ? this.drafts.read(resourceOf(page.followUp), isFormDraft) : null;
    this.accept(page);
    if (!draft || sameForm(draft.value.form, formOf(page.followUp))) return;
    this.version = draft.value.version;
    this.base.set(draft.value.base);
    this.written.set(draft.value.form);
    this.restoredFrom.set(draft.savedAt);
    this.status.set('changed');
  }

  set<Name extends FormField>(name: Name, value: FormValue[Name]): void {
    this.written.update((form) => (form ? { ...form, [name]: value } : form));
    if (this.errors()[name]) this.errors.update(({ [name]: _, ...rest }) => rest);
    this.status.set(this.dirty() ? 'changed' : 'idle');
  }

  /** Back to what is stored. */
  discard(): void {
    const page = this.loaded();
    if (page) this.accept(page);
  }

  /** As it is stored now, when something else than the form has changed it. What is being written stays. */
  async refresh(): Promise<void> {
    const followUp = this.followUp();
    const form = this.written();
    if (!followUp) return;
    const isWriting = this.dirty();
    const page = await this.api.get(followUp.id);
    this.accept(page);
    if (isWriting && form) this.written.set(form);
  }

  /** True when everything written is on the server. */
  async save(): Promise<boolean> {
    const followUp = this.followUp();
    const base = this.base();
    const form = this.written();
    if (!followUp || !base || !form || this.busy()) return false;
    if (!this.dirty()) return true;
    this.begin();
    try {
      this.accept(await this.api.update(followUp.id, this.version, changesOf(base, form)), form);
      this.savedAt.set(new Date().toISOString());
      return true;
    } catch (error) {
      return await this.failed(problemOf(error), () => this.save());
    } finally {
      this.busy.set(false);
    }
  }

  /** Saves what is written, then takes the step. True when it was taken. */
  async take(transition: FollowUpTransitionName, reason?: string): Promise<boolean> {
    if (transition === 'submit' && this.showMissing()) return false;
    if (!(await this.save())) return false;
    const followUp = this.followUp();
    if (!followUp) return false;
    this.begin();
    try {
      const request = reason === undefined ? { transition } : { transition, reason };
      this.accept(await this.api.transition(followUp.id, this.version, request));
      this.status.set('idle');
      return true;
    } catch (error) {
      return await this.failed(problemOf(error), null);
    } finally {
      this.busy.set(false);
    }
  }

  /** The same rule as the server's, so that nobody has to send the form to hear what it lacks. */
  private showMissing(): boolean {
    const form = this.written();
    const missing = form ? missingFields(form) : [];
    if (missing.length === 0) return false;
    this.errors.set(Object.fromEntries(missing.map((name) => [name, [FOLLOW_UP_FIELD_REASONS[name][this.locale]]])));
    this.focusErrors.update((count) => count + 1);
    return true;
  }

  private begin(): void {
    this.busy.set(true);
    this.status.set('saving');
    this.problem.set(null);
    this.errors.set({});
  }

  /** `sent`: what was saved; anything written after that is kept as not saved. */
  private accept(page: FollowUpPage, sent?: FormValue): void {
    const stored = formOf(page.followUp);
    const written = this.written();
    this.loaded.set(page);
    this.version = page.followUp.version;
    this.base.set(stored);
    this.restoredFrom.set(null);
    const keepsWriting = sent && written && !sameForm(sent, written);
    this.written.set(keepsWriting ? { ...stored, ...writtenSince(sent, written) } : stored);
    this.status.set(keepsWriting ? 'changed' : sent ? 'saved' : 'idle');
  }

  private async failed(problem: Problem, again: (() => Promise<boolean>) | null): Promise<boolean> {
    this.status.set('failed');
    const theirs = problem.status === 412 && isFollowUpPage(problem.current) ? problem.current : null;
    if (theirs && again) return this.settle(theirs, again);
    if (theirs) this.accept(theirs);
    this.problem.set(problem);
    const errors = fieldErrors(problem);
    this.errors.set(errors);
    if (Object.keys(errors).length > 0) this.focusErrors.update((count) => count + 1);
    return false;
  }

  /** Somebody else saved first: both versions, field by field, and then the save once more with what was chosen. */
  private async settle(theirs: FollowUpPage, again: () => Promise<boolean>): Promise<boolean> {
    const base = this.base();
    const mine = this.written();
    if (!base || !mine) return false;
    const stored = formOf(theirs.followUp);
    const people = [...theirs.reporters, ...peopleOf(theirs.followUp)];
    const fields = staleFields(base, mine, stored, FIELD_LABELS, (name, value) =>
      shownField(name, value, people, this.locale),
    );
    if (fields.length === 0) {
      this.accept(theirs, mine);
      return true;
    }
    this.status.set('changed');
    const { askAboutStale } = await import('../core/stale-dialog.ts');
    const answer = await askAboutStale(this.injector, { who: whoSaved(theirs.followUp, this.locale), fields });
    if (answer === null) return false;
    this.loaded.set(theirs);
    this.version = theirs.followUp.version;
    this.base.set(stored);
    this.written.set(mergedByChoice(mine, stored, answer));
    this.busy.set(false);
    this.status.set('changed');
    return again();
  }
}

function resourceOf(followUp: FollowUp): string {
  return `follow-up/${followUp.id}`;
}

function writtenSince(sent: FormValue, written: FormValue): Partial<FormValue> {
  return Object.fromEntries(
    FORM_FIELDS.filter((name) => sent[name] !== written[name]).map((name) => [name, written[name]]),
  );
}

function peopleOf(followUp: FollowUp): { readonly id: string; readonly name: string }[] {
  return [followUp.reporter, followUp.onBehalfOf].filter((person) => person !== null);
}

function whoSaved(followUp: FollowUp, locale: 'sv' | 'en'): string {
  const when = formatInstant(followUp.updatedAt, locale);
  return followUp.updatedBy
    ? $localize`:@@followUp.stale.who:${followUp.updatedBy.name}:name: sparade ${when}:when:.`
    : $localize`:@@followUp.stale.when:Svaret sparades ${when}:when:.`;
}

/** Reasons by field, from the pointers of the problem ("/done"). Others are shown with the problem itself. */
export function fieldErrors(problem: Problem): FieldProblems {
  const found: Partial<Record<FormField, string[]>> = {};
  for (const { pointer, reason } of problem.errors ?? []) {
    const name = FORM_FIELDS.find((field) => pointer === `/${field}`);
    if (name) (found[name] ??= []).push(reason);
  }
  return found;
}

/** The step in words, as the glossary says it. */
export function stepLabel(name: FollowUpTransitionName, locale: 'sv' | 'en'): string {
  return FOLLOW_UP_TRANSITION_LABELS[name][locale];
}
