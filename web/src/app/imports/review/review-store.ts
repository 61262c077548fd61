import { Injectable, Injector, computed, inject, signal } from '@angular/core';
import type { ImportReview, Problem, UpdateImportRequest } from '@samhandling/contracts';
import type { SaveStatus } from '@samhandling/ui/work';
import { problemOf } from '../../core/problem.ts';
import type { StaleField } from '../../core/stale-dialog.ts';
import {
  type Clash,
  clashOf,
  decisionsOf,
  isEmptyChange,
  mergeChanges,
  withChange,
  withoutKeys,
} from '../data/decisions.ts';
import { ImportsApi, isImportReview } from '../data/imports-api.ts';
import { DecisionWords } from './decision-words.ts';

const NOTHING: UpdateImportRequest = {};

/**
 * The review on screen. Each decision is shown at once and saved as it is made, one request at a time: what is decided
 * while a request is on its way waits and goes together in the next, so nobody collides with themselves.
 */
@Injectable()
export class ReviewStore {
  private readonly api = inject(ImportsApi);
  private readonly injector = inject(Injector);
  private readonly words = inject(DecisionWords);

  /** As the server last said. */
  private readonly stored = signal<ImportReview | null>(null);
  private readonly sending = signal<UpdateImportRequest>(NOTHING);
  private readonly waiting = signal<UpdateImportRequest>(NOTHING);
  private readonly unsaved = computed(() => mergeChanges(this.sending(), this.waiting()));
  private running: Promise<void> | null = null;

  readonly review = computed(() => {
    const stored = this.stored();
    return stored && withChange(stored, this.unsaved());
  });
  readonly dirty = computed(() => !isEmptyChange(this.unsaved()));
  readonly status = signal<SaveStatus>('idle');
  readonly savedAt = signal<string | undefined>(undefined);
  readonly problem = signal<Problem | null>(null);
  /** In words, what somebody else changed while we worked. Shown until it is put away. */
  readonly changedByOthers = signal<readonly string[]>([]);
  readonly open = computed(() => this.stored()?.state === 'review');

  load(review: ImportReview): void {
    if (this.stored()?.id === review.id && this.dirty()) return;
    this.stored.set(review);
    this.sending.set(NOTHING);
    this.waiting.set(NOTHING);
  }

  change(change: UpdateImportRequest): void {
    this.waiting.update((waiting) => mergeChanges(waiting, change));
    void this.flush();
  }

  retry(): void {
    void this.flush();
  }

  /** Resolves when nothing is waiting, or when saving has failed. True when all is stored. */
  async settled(): Promise<boolean> {
    await this.flush();
    return !this.dirty();
  }

  /** Creates the plan out of what is stored. The slug, or null when it was refused; `problem` then says why. */
  async complete(): Promise<string | null> {
    return this.last(async (review) => (await this.api.complete(review.id, review.version)).slug);
  }

  async discard(): Promise<boolean> {
    const done = await this.last(async (review) => {
      this.accept(await this.api.discard(review.id, review.version));
      return true;
    });
    return done ?? false;
  }

  private async last<Answer>(step: (review: ImportReview) => Promise<Answer>): Promise<Answer | null> {
    if (!(await this.settled())) return null;
    const review = this.stored();
    if (!review) return null;
    this.problem.set(null);
    try {
      return await step(review);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 412 && isImportReview(problem.current)) {
        this.tellChanges(clashOf(review, review, problem.current), problem.current);
        this.accept(problem.current);
      }
      this.problem.set(problem);
      return null;
    }
  }

  private flush(): Promise<void> {
    if (this.running) return this.running;
    const stored = this.stored();
    if (!stored || !this.dirty()) return Promise.resolve();
    this.running = this.run(stored);
    return this.running;
  }

  private async run(first: ImportReview): Promise<void> {
    try {
      for (let stored = first; this.dirty(); stored = this.stored() ?? stored) {
        if (!(await this.saveOnce(stored))) return;
      }
      this.status.set('saved');
    } finally {
      this.running = null;
    }
  }

  private async saveOnce(stored: ImportReview): Promise<boolean> {
    const change = this.unsaved();
    this.sending.set(change);
    this.waiting.set(NOTHING);
    this.status.set('saving');
    this.problem.set(null);
    try {
      this.accept(await this.api.update(stored.id, stored.version, change));
      this.sending.set(NOTHING);
      this.savedAt.set(new Date().toISOString());
      this.status.set('saved');
      return true;
    } catch (error) {
      return this.mended(stored, problemOf(error));
    }
  }

  /** True when the queue may go on: somebody else had saved, and it is settled what holds. */
  private async mended(base: ImportReview, problem: Problem): Promise<boolean> {
    const mine = this.unsaved();
    this.waiting.set(mine);
    this.sending.set(NOTHING);
    if (problem.status !== 412 || !isImportReview(problem.current)) {
      this.status.set('failed');
      this.problem.set(problem);
      return false;
    }
    const theirs = problem.current;
    const clash = clashOf(base, withChange(base, mine), theirs);
    this.tellChanges(clash, theirs);
    const dropped = await this.ask(clash, base, withChange(base, mine), theirs);
    if (dropped === null) {
      this.status.set('failed');
      this.problem.set(problem);
      return false;
    }
    this.waiting.update((waiting) => withoutKeys(waiting, dropped));
    this.accept(theirs);
    return true;
  }

  /** The keys where the other person's decision should hold; null when the person went back without choosing. */
  private async ask(
    clash: Clash,
    base: ImportReview,
    mine: ImportReview,
    theirs: ImportReview,
  ): Promise<ReadonlySet<string> | null> {
    if (clash.both.length === 0) return new Set();
    const [my, their] = [decisionsOf(mine), decisionsOf(theirs)];
    const fields: StaleField[] = clash.both.map((key) => ({
      name: key,
      label: this.words.label(key, base),
      mine: this.words.shown(key, my[key], base),
      theirs: this.words.shown(key, their[key], base),
      proposed: null,
    }));
    const { askAboutStale } = await import('../../core/stale-dialog.ts');
    const answer = await askAboutStale(this.injector, { who: '', fields });
    return answer && new Set(clash.both.filter((key) => answer[key] === 'theirs'));
  }

  private tellChanges(clash: Clash, theirs: ImportReview): void {
    const their = decisionsOf(theirs);
    this.changedByOthers.set(
      clash.theirs.map((key) => `${this.words.label(key, theirs)}: ${this.words.shown(key, their[key], theirs)}`),
    );
  }

  /** The text and what was read of it never change, so what is drawn of them may stay. */
  private accept(answer: ImportReview): void {
    const before = this.stored();
    this.stored.set(
      before?.id === answer.id
        ? { ...answer, source: before.source, goals: before.goals, purposes: before.purposes }
        : answer,
    );
  }
}
