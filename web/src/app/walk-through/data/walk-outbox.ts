import { DOCUMENT, DestroyRef, Service, computed, inject, signal } from '@angular/core';
import type { Problem } from '@samhandling/contracts';
import { Subject, TimeoutError } from 'rxjs';
import { DraftStore } from '../../core/draft-store.ts';
import { problemOf } from '../../core/problem.ts';
import { Session } from '../../core/session.ts';
import { type Operation, type Resource, isOperation } from './operations.ts';
import { type Outbox, answered, learned, nextToSend, refused, sending, transitionStale } from './outbox.ts';
import { storedIn } from './stored.ts';
import { WalkApi } from './walk-api.ts';

const KEPT = 'walk-through/op/';
const LOCK = 'samhandling-walk-through';
/** Letters are gathered for this long before they are sent; everything is in the browser's storage at once. */
const GATHER = 700;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
/** A server that fails this often at one thing will go on doing so: it is put aside, with why, so that the others go. */
const MOST_FAILURES = 5;

export interface Answered {
  readonly operation: Operation;
  readonly body: unknown;
}

/**
 * The outbox of the one who is signed in, for all meetings: kept in the browser, one entry for each operation so that two
 * tabs never write over each other, and sent by one tab at a time (ADR 21).
 */
@Service()
export class WalkOutbox {
  private readonly api = inject(WalkApi);
  private readonly drafts = inject(DraftStore);
  private readonly session = inject(Session);
  private readonly window = inject(DOCUMENT).defaultView;

  private readonly all = signal<Outbox>([]);
  /** What the browser would not keep lives here only. */
  private readonly unkept = new Map<string, Operation>();
  private readonly failures = new Map<string, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wait = FIRST_WAIT;
  private isSending = false;

  readonly operations = this.all.asReadonly();
  readonly offline = signal(false);
  readonly signedOut = signal(false);
  readonly kept = signal(true);
  readonly answers = new Subject<Answered>();
  readonly refusals = new Subject<Operation>();
  readonly held = computed(() => this.all().filter(({ hold }) => hold !== null));

  constructor() {
    const heard = (): void => this.all.set(this.read());
    const back = (): void => this.back();
    const gone = (): void => this.offline.set(true);
    this.window?.addEventListener('storage', heard);
    this.window?.addEventListener('online', back);
    this.window?.addEventListener('offline', gone);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      this.window?.removeEventListener('storage', heard);
      this.window?.removeEventListener('online', back);
      this.window?.removeEventListener('offline', gone);
    });
  }

  /** Takes up what an earlier page, or a crashed browser, left behind. */
  resume(): void {
    this.all.set(this.read());
    this.kick(0);
  }

  update(change: (outbox: Outbox) => Outbox, wait = GATHER): void {
    this.store(change);
    this.kick(wait);
  }

  /** The connection is back, or somebody has signed in again. */
  back(): void {
    this.signedOut.set(false);
    this.wait = FIRST_WAIT;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.kick(0);
  }

  private store(change: (outbox: Outbox) => Outbox): void {
    const before = this.read();
    const after = change(before);
    const left = new Map(after.map((operation) => [operation.id, operation]));
    for (const { id } of before) if (!left.has(id)) this.drop(id);
    for (const operation of after) if (!before.includes(operation)) this.keep(operation);
    this.all.set(after);
    this.kept.set(this.unkept.size === 0);
  }

  private keep(operation: Operation): void {
    if (this.drafts.keep(KEPT + operation.id, operation)) this.unkept.delete(operation.id);
    else this.unkept.set(operation.id, operation);
  }

  private drop(id: string): void {
    this.drafts.discard(KEPT + id);
    this.unkept.delete(id);
    this.failures.delete(id);
  }

  private read(): Outbox {
    const stored = this.drafts.list(KEPT, isOperation).filter(({ id }) => !this.unkept.has(id));
    return [...stored, ...this.unkept.values()].sort((one, other) => one.order - other.order);
  }

  private kick(wait: number): void {
    if (this.timer !== undefined || this.isSending || this.signedOut() || !nextToSend(this.all())) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.run();
    }, wait);
  }

  /** One tab at a time: another that waits for the lock finds the outbox as this one has left it. */
  private async run(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    // A page that is not served securely has no locks; then each tab sends its own, and keys and versions still hold.
    const locks = this.window?.navigator.locks;
    const sending = locks ? locks.request(LOCK, () => this.sendAll()) : this.sendAll();
    const goOn = await sending.finally(() => (this.isSending = false));
    if (goOn) return this.kick(GATHER);
    if (this.signedOut()) return;
    this.kick(this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }

  /** False when it has to wait. */
  private async sendAll(): Promise<boolean> {
    for (;;) {
      this.all.set(this.read());
      const next = nextToSend(this.all());
      if (!next) return true;
      this.store((outbox) => sending(outbox, next.id));
      const sent = this.all().find(({ id }) => id === next.id);
      if (!sent) continue;
      try {
        const body = await this.api.send(sent);
        this.offline.set(false);
        this.wait = FIRST_WAIT;
        this.took(sent, body);
      } catch (error) {
        if (!(await this.failed(sent, error))) return false;
      }
    }
  }

  private took(sent: Operation, body: unknown): void {
    const target = targetOf(sent);
    const stored = target && storedIn(target.resource, body);
    this.store((outbox) => {
      const done = answered(outbox, sent, stored);
      return target && stored ? learned(done, target.resource, target.id, stored) : done;
    });
    this.answers.next({ operation: sent, body });
  }

  /** True when the next can be sent. */
  private async failed(sent: Operation, error: unknown): Promise<boolean> {
    if (error instanceof TimeoutError) return this.lost();
    const problem = problemOf(error);
    if (problem.code === 'csrf') return this.session.refresh().catch(() => false);
    if (problem.status === 401) {
      this.signedOut.set(true);
      return false;
    }
    if (problem.status === 0 || [408, 425, 429, 502, 503, 504].includes(problem.status)) return this.lost();
    if (problem.status >= 500) {
      const failures = (this.failures.get(sent.id) ?? 0) + 1;
      this.failures.set(sent.id, failures);
      if (failures < MOST_FAILURES) return this.lost();
    }
    this.offline.set(false);
    if (problem.status === 412 && this.stale(sent, problem)) return true;
    this.store((outbox) => refused(outbox, sent.id, wordsOf(problem)));
    this.refusals.next(sent);
    return true;
  }

  private lost(): boolean {
    this.offline.set(true);
    return false;
  }

  private stale(sent: Operation, problem: Problem): boolean {
    const { current } = problem;
    const target = targetOf(sent);
    const stored = target && storedIn(target.resource, current);
    if (!target || !stored) return false;
    this.store((outbox) => learned(outbox, target.resource, target.id, stored));
    if (sent.kind !== 'patch') {
      const state = stateIn(current);
      if (state === null) return false;
      const words = wordsOf(problem);
      this.store((outbox) => transitionStale(outbox, sent.id, { version: stored.version, state }, words));
    }
    this.answers.next({ operation: sent, body: current });
    return true;
  }
}

/** What the operation changes; what it makes is not there yet. */
function targetOf(sent: Operation): { readonly resource: Resource; readonly id: string } | null {
  switch (sent.kind) {
    case 'create':
      return null;
    case 'transition':
      return { resource: 'item', id: sent.itemId };
    default:
      return { resource: sent.resource, id: sent.targetId };
  }
}

function stateIn(current: unknown): string | null {
  if (typeof current !== 'object' || current === null || !('state' in current)) return null;
  return typeof current.state === 'string' ? current.state : null;
}

/** What is wrong, with each field's reason: a refusal is kept, and must say what one can do. */
function wordsOf(problem: Problem): { title: string; detail: string } {
  const reasons = problem.errors?.map(({ reason }) => reason) ?? [];
  return { title: problem.title, detail: [problem.detail, ...reasons].filter(Boolean).join(' ') };
}
