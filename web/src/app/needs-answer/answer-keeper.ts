import { DOCUMENT, DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { NeedsAnswerSaved, NeedsAnswerSheet, Problem } from '@samhandling/contracts';
import type { NeedsAnswerValue } from '@samhandling/domain';
import type { SaveStatus } from '@samhandling/ui/work';
import { problemOf } from '../core/problem.ts';
import { UnsavedChanges } from '../core/unsaved-changes.ts';
import { byPlace, isSameSheet, merged, toSend, type Answers } from './answer-sheet.ts';
import { NeedsAnswerApi } from './needs-answer-api.ts';

const WAIT_MS = 800;
const RETRY_MS = 5000;
const PREFIX = 'sam.needs:';

/**
 * Keeps what somebody answers: in this browser at once, on the server soon after, and again when a lost connection is back.
 * Nothing is taken away here before the server has it.
 */
@Injectable()
export class AnswerKeeper {
  private readonly api = inject(NeedsAnswerApi);
  private readonly view = inject(DOCUMENT).defaultView;
  private token = '';
  private version = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isSending = false;
  /** What the server has. */
  private readonly saved = signal<Answers>({});

  readonly answers = signal<Answers>({});
  readonly problem = signal<Problem | null>(null);
  readonly savedAt = signal<string | null>(null);
  private readonly phase = signal<SaveStatus>('idle');
  readonly dirty = computed(() => !isSameSheet(this.answers(), this.saved()));
  readonly status = computed<SaveStatus>(() => {
    const phase = this.phase();
    return phase === 'saving' || phase === 'failed' ? phase : this.dirty() ? 'changed' : phase;
  });

  constructor() {
    inject(UnsavedChanges).watch(() => this.dirty());
    const again = (): void => void this.flush();
    this.view?.addEventListener('online', again);
    inject(DestroyRef).onDestroy(() => {
      this.view?.removeEventListener('online', again);
      clearTimeout(this.timer);
    });
  }

  /** What was written here and never reached the server comes first. */
  begin(token: string, sheet: NeedsAnswerSheet): void {
    this.token = token;
    this.version = sheet.version;
    this.saved.set(byPlace(sheet.answers));
    const kept = this.read();
    this.answers.set(kept ? merged(kept.answers, kept.base, this.saved()) : this.saved());
    if (this.dirty()) this.soon();
  }

  set(place: string, answer: NeedsAnswerValue): void {
    this.answers.update((answers) => ({ ...answers, [place]: answer }));
    this.keep();
    this.soon();
  }

  /** Saves what is left now. True when the server has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.isSending) return false;
    if (!this.dirty()) return true;
    this.isSending = true;
    this.phase.set('saving');
    const sent = this.answers();
    try {
      this.settle(await this.api.save(this.token, this.version, toSend(sent)));
    } catch (error) {
      this.refuse(problemOf(error));
    } finally {
      this.isSending = false;
    }
    if (this.phase() === 'saved' && this.dirty()) return this.flush();
    return !this.dirty();
  }

  private settle({ version, answers }: NeedsAnswerSaved): void {
    this.version = version;
    this.saved.set(byPlace(answers));
    this.problem.set(null);
    this.savedAt.set(new Date().toISOString());
    this.phase.set('saved');
    if (this.dirty()) this.keep();
    else this.forget();
  }

  private refuse(problem: Problem): void {
    const current = problem.current as NeedsAnswerSaved | undefined;
    if (problem.code === 'stale' && current) {
      // Saved from another window, or the answer to our own saving never came: what was written here is put on top.
      const theirs = byPlace(current.answers);
      this.answers.set(merged(this.answers(), this.saved(), theirs));
      this.saved.set(theirs);
      this.version = current.version;
      this.phase.set('idle');
      this.keep();
      this.soon();
      return;
    }
    this.problem.set(problem);
    this.phase.set('failed');
    if (problem.status === 0 || problem.status >= 500) this.soon(RETRY_MS);
  }

  private soon(ms = WAIT_MS): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private key(): string {
    return `${PREFIX}${this.token.slice(0, 12)}`;
  }

  private keep(): void {
    try {
      this.view?.localStorage.setItem(this.key(), JSON.stringify({ answers: this.answers(), base: this.saved() }));
    } catch {
      // A browser that keeps nothing: the server does, as soon as it can be reached.
    }
  }

  private forget(): void {
    try {
      this.view?.localStorage.removeItem(this.key());
    } catch {
      // There was nothing to forget.
    }
  }

  private read(): { readonly answers: Answers; readonly base: Answers } | null {
    try {
      const kept: unknown = JSON.parse(this.view?.localStorage.getItem(this.key()) ?? 'null');
      return isKept(kept) ? kept : null;
    } catch {
      return null;
    }
  }
}

function isKept(value: unknown): value is { readonly answers: Answers; readonly base: Answers } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'answers' in value &&
    'base' in value &&
    typeof value.answers === 'object' &&
    value.answers !== null &&
    typeof value.base === 'object' &&
    value.base !== null
  );
}
