import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { Id, LiveState, Meeting, Problem, WalkThrough, Writer } from '@samhandling/contracts';
import { problemOf } from '../../core/problem.ts';
import { answerFound, learned } from './outbox.ts';
import { storedFollowUp, storedItem } from './stored.ts';
import { withAnswer, withReading } from './view.ts';
import { WalkApi } from './walk-api.ts';
import { WalkOutbox } from './walk-outbox.ts';

/** The meeting as the server has told it, by readings, by answers to what was sent, and by the stream. */
@Injectable()
export class WalkReading {
  private readonly api = inject(WalkApi);
  private readonly outbox = inject(WalkOutbox);
  private readonly read = signal<WalkThrough | null>(null);
  private meetingId = '';
  private isReading = false;
  private readAgain = false;

  readonly walk = this.read.asReadonly();
  readonly meeting = signal<Meeting | null>(null);
  readonly problem = signal<Problem | null>(null);
  /** Who has taken the pen from us. */
  readonly lostTo = signal('');
  /** Every item this page has had on the agenda. */
  readonly onAgenda = new Set<Id>();

  constructor() {
    const answers = this.outbox.answers.subscribe(({ operation, body }) =>
      this.read.update((walk) => (walk ? withAnswer(walk, operation, body) : walk)),
    );
    // Something has happened here that this page has not heard of.
    const refusals = this.outbox.refusals.subscribe(() => void this.reload());
    inject(DestroyRef).onDestroy(() => {
      answers.unsubscribe();
      refusals.unsubscribe();
    });
  }

  open(id: Id): Promise<void> {
    this.meetingId = id;
    return this.reload();
  }

  /** Reads the meeting again; a second wish while one reads is one more reading afterwards. */
  async reload(): Promise<void> {
    if (this.isReading) {
      this.readAgain = true;
      return;
    }
    this.isReading = true;
    try {
      this.accept(await this.api.get(this.meetingId));
      this.problem.set(null);
      // The connection is there: what waits need not wait for its turn.
      if (this.outbox.offline()) this.outbox.back();
      this.outbox.offline.set(false);
      this.meeting.set(await this.api.meeting(this.meetingId));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 401) this.outbox.signedOut.set(true);
      if (problem.status === 0) this.outbox.offline.set(true);
      if (!this.read()) this.problem.set(problem);
    } finally {
      this.isReading = false;
    }
    if (!this.readAgain) return;
    this.readAgain = false;
    await this.reload();
  }

  setWriter(writer: Writer | null): void {
    this.read.update((walk) => (walk ? { ...walk, writer } : walk));
  }

  /** True when there is more to read. */
  heard(state: LiveState): boolean {
    const walk = this.read();
    if (!walk) return false;
    this.read.set({ ...walk, live: { ...state, number: Math.max(state.number, walk.live.number) } });
    return (
      state.number > walk.live.number || state.state !== walk.meeting.state || state.writer?.id !== walk.writer?.id
    );
  }

  private accept(walk: WalkThrough): void {
    const before = this.read();
    if (before?.writer?.isMe && walk.writer && !walk.writer.isMe) this.lostTo.set(walk.writer.name);
    const now = withReading(before, walk);
    for (const { id, number } of now.items) if (number !== null) this.onAgenda.add(id);
    this.read.set(now);
    // Read before it is sent: where nobody else has touched what is written here, it goes on from the newest version.
    this.outbox.update((outbox) =>
      now.items.reduce((left, item) => {
        const known = learned(left, 'item', item.id, storedItem(item));
        const stored = storedFollowUp(item);
        const followUp = item.about?.followUp;
        const answered = item.question?.decision;
        const found = item.question && answered ? answerFound(known, item.question.id, answered.text) : known;
        return stored && followUp ? learned(found, 'followUp', followUp.id, stored) : found;
      }, outbox),
    );
  }
}
