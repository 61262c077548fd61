import { Injectable, Injector, computed, effect, inject, signal } from '@angular/core';
import type { Problem, Versioned } from '@samhandling/contracts';
import type { SaveStatus } from '@samhandling/ui/work';
import { DraftStore } from '../core/draft-store.ts';
import { problemOf } from '../core/problem.ts';
import { settled } from '../core/stale.ts';
import { UnsavedChanges } from '../core/unsaved-changes.ts';

/** A form's value: texts and yes-or-no by field, so that two versions compare field by field. Lists are JSON. */
export type FormValue = Readonly<Record<string, string | boolean>>;
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** How a stored thing becomes a form and back. */
export interface EditRules<Stored extends Versioned, Value extends FormValue = FormValue> {
  /** Key of the local draft: "goal", "plan-words". */
  readonly name: string;
  readonly labels: Readonly<Record<keyof Value & string, string>>;
  valueOf(stored: Stored): Value;
  /** A field as a reader sees it, in the dialogue about two versions. */
  shown(field: keyof Value & string, value: Value): string;
  /** What is wrong with what is written, by field; empty when it may be sent. */
  check(value: Value): FieldErrors;
  save(stored: Stored, version: number, value: Value, base: Value): Promise<Stored>;
  /** What is written, without what may not be changed any more in the thing as it is stored now. */
  within?(value: Value, stored: Stored): Value;
  /** The field a JSON pointer of the API is about. */
  fieldOf?(pointer: string): string;
}

interface Draft<Value extends FormValue> {
  readonly version: number;
  readonly base: Value;
  readonly value: Value;
}

/**
 * One thing being edited: what was loaded, what is written, how saving went. Texts others read are saved when asked for;
 * until then they are kept in this browser. Provided by each form.
 */
@Injectable()
export class EditSession<Stored extends Versioned, Value extends FormValue = FormValue> {
  private readonly drafts = inject(DraftStore);
  private readonly injector = inject(Injector);
  private rules: EditRules<Stored, Value> | null = null;
  private onSaved: (stored: Stored) => void = () => undefined;

  private readonly stored = signal<Stored | null>(null);
  private readonly base = signal({} as Value);
  private readonly written = signal({} as Value);
  private version = 0;

  readonly value = this.written.asReadonly();
  readonly status = signal<SaveStatus>('idle');
  readonly savedAt = signal<string | undefined>(undefined);
  readonly problem = signal<Problem | null>(null);
  readonly errors = signal<FieldErrors>({});
  /** When what stands here was typed, where it comes from a draft in this browser; an ISO instant. */
  readonly restoredFrom = signal('');
  readonly busy = signal(false);
  readonly dirty = computed(() => !sameValue(this.base(), this.written()));

  constructor() {
    inject(UnsavedChanges).watch(() => this.dirty());
    effect(() => {
      const value = this.written();
      const base = this.base();
      const stored = this.stored();
      if (!stored || !this.rules) return;
      if (sameValue(base, value)) this.drafts.discard(this.key(stored));
      else this.drafts.keep(this.key(stored), { version: this.version, base, value } satisfies Draft<Value>);
    });
  }

  /** Call once, in the constructor of the form. */
  begin(rules: EditRules<Stored, Value>, onSaved: (stored: Stored) => void): void {
    this.rules = rules;
    this.onSaved = onSaved;
  }

  /** The thing as the server has it; called again after every change of it. What is written is never thrown away. */
  load(stored: Stored): void {
    const rules = this.rules;
    if (!rules) return;
    const before = this.stored();
    if (before?.id === stored.id) {
      if (this.dirty()) return;
      this.accept(stored);
      return;
    }
    const draft = this.drafts.read(this.key(stored), isDraft<Value>);
    this.accept(stored);
    this.status.set('idle');
    if (!draft || sameValue(draft.value.value, this.base())) return;
    this.version = draft.value.version;
    this.base.set(draft.value.base);
    this.written.set(this.within({ ...this.base(), ...draft.value.value }, stored));
    this.restoredFrom.set(draft.savedAt);
    this.status.set('changed');
  }

  text(field: string): string {
    return String(this.written()[field] ?? '');
  }

  flag(field: string): boolean {
    return this.written()[field] === true;
  }

  set(field: string, value: string | boolean): void {
    this.written.update((written) => ({ ...written, [field]: value }));
    if (this.errors()[field]) this.errors.update(({ [field]: _, ...rest }) => rest);
    this.status.set(this.dirty() ? 'changed' : 'idle');
  }

  setAll(values: FormValue): void {
    for (const [field, value] of Object.entries(values)) this.set(field, value);
  }

  /** Back to what is stored. */
  discard(): void {
    const stored = this.stored();
    if (!stored) return;
    this.accept(stored);
    this.status.set('idle');
    this.errors.set({});
    this.problem.set(null);
  }

  /** True when everything written is on the server. */
  async save(): Promise<boolean> {
    const { rules } = this;
    const stored = this.stored();
    if (!rules || !stored || this.busy()) return false;
    if (!this.dirty()) return true;
    const value = this.written();
    const wrong = rules.check(value);
    this.errors.set(wrong);
    if (Object.keys(wrong).length > 0) return false;
    this.busy.set(true);
    this.status.set('saving');
    this.problem.set(null);
    try {
      const answer = await rules.save(stored, this.version, value, this.base());
      this.accept(answer, value);
      this.savedAt.set(new Date().toISOString());
      this.onSaved(answer);
      return true;
    } catch (error) {
      return await this.failed(problemOf(error), rules);
    } finally {
      this.busy.set(false);
    }
  }

  /** What was written while the request was on its way stays, as not saved. */
  private accept(stored: Stored, sent?: Value): void {
    const value = this.rules?.valueOf(stored) ?? ({} as Value);
    const written = this.written();
    const since = sent ? Object.fromEntries(Object.entries(written).filter(([name, now]) => sent[name] !== now)) : {};
    this.stored.set(stored);
    this.version = stored.version;
    this.base.set(value);
    this.written.set({ ...value, ...since });
    this.restoredFrom.set('');
    // At once: a form that closes when it is saved has no time for the effect.
    if (!this.dirty()) this.drafts.discard(this.key(stored));
    if (sent) this.status.set(Object.keys(since).length > 0 ? 'changed' : 'saved');
  }

  private async failed(problem: Problem, rules: EditRules<Stored, Value>): Promise<boolean> {
    this.status.set('failed');
    const before = this.stored();
    if (problem.status === 412 && before && isVersioned(problem.current) && problem.current.id === before.id)
      return this.settle(problem.current as Stored, rules);
    this.problem.set(problem);
    const errors: Record<string, string[]> = {};
    for (const { pointer, reason } of problem.errors ?? []) {
      const field = rules.fieldOf?.(pointer) ?? pointer.split('/')[1] ?? '';
      if (field in this.base()) (errors[field] ??= []).push(reason);
    }
    this.errors.set(errors);
    return false;
  }

  /** Somebody else saved first: both versions, field by field, then the save once more with what was chosen. */
  private async settle(theirs: Stored, rules: EditRules<Stored, Value>): Promise<boolean> {
    const versions = {
      base: this.base(),
      mine: this.within(this.written(), theirs),
      theirs: rules.valueOf(theirs),
    };
    const { labels } = rules;
    const chosen = await settled(this.injector, versions, { labels, shown: (name, value) => rules.shown(name, value) });
    if (chosen === null) {
      this.status.set('changed');
      return false;
    }
    this.accept(theirs);
    this.written.set(chosen);
    this.onSaved(theirs);
    this.busy.set(false);
    if (this.dirty()) return this.save();
    this.status.set('saved');
    return true;
  }

  private within(value: Value, stored: Stored): Value {
    return this.rules?.within?.(value, stored) ?? value;
  }

  private key(stored: Stored): string {
    return `edit/${this.rules?.name ?? ''}/${stored.id}`;
  }
}

export function sameValue(one: FormValue, other: FormValue): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}

/** Only what differs from the base, as the API's partial request. */
export function changedFields(value: FormValue, base: FormValue): readonly string[] {
  return Object.keys(value).filter((name) => value[name] !== base[name]);
}

function isVersioned(current: unknown): current is Versioned {
  return typeof current === 'object' && current !== null && 'id' in current && 'version' in current;
}

function isDraft<Value extends FormValue>(value: unknown): value is Draft<Value> {
  return typeof value === 'object' && value !== null && 'version' in value && 'base' in value && 'value' in value;
}
