import { type HttpResourceRef } from '@angular/common/http';
import { Injectable, Injector, inject, linkedSignal, signal, type Signal } from '@angular/core';
import { type Rotation } from '@samhandling/contracts';
import { injectLocale } from '@samhandling/ui';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { type SentMeeting, backOf } from '../data/board.ts';
import { RotationApi } from '../data/rotation-api.ts';
import { staleMeetings } from '../data/stale-meetings.ts';

/** What the page changes in the year, one change at a time, with a way back for each. Lives as long as its page. */
@Injectable()
export class RotationChanges {
  private readonly api = inject(RotationApi);
  private readonly messages = inject(Messages);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  private readonly answered = signal<Signal<Rotation | undefined> | null>(null);
  private resource: Pick<HttpResourceRef<unknown>, 'reload'> | null = null;
  private queue: Promise<unknown> = Promise.resolve();

  /** The year as it was last read or changed. */
  readonly rotation = linkedSignal(() => this.answered()?.());

  /** Starts from what the page reads, and anew each time it is read again. */
  follow(resource: Pick<HttpResourceRef<unknown>, 'reload'>, answered: Signal<Rotation | undefined>): void {
    this.resource = resource;
    this.answered.set(answered);
  }

  reload(): void {
    this.resource?.reload();
  }

  /** One change at a time: the next starts from the versions that the one before it gave, also when that one failed. */
  inTurn(change: () => Promise<void>): Promise<void> {
    const next = this.queue.then(change);
    this.queue = next.catch(() => undefined);
    return next;
  }

  /** The year after the change; null when there was none, or it was refused and the person has been told why. */
  async put(sent: readonly SentMeeting[]): Promise<Rotation | null> {
    const before = this.rotation();
    if (sent.length === 0 || !before) return null;
    try {
      const after = await this.api.put(before.group.id, before.year, sent);
      this.rotation.set(after);
      return after;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code !== 'stale') {
        this.messages.fail(problem.detail || problem.title);
        return null;
      }
      const theirs = problem.current as Rotation;
      const chosen = await staleMeetings(this.injector, before, sent, theirs, this.locale);
      this.rotation.set(theirs);
      return chosen === null ? null : this.put(chosen);
    }
  }

  /** Says what was done, and offers to put the same meetings back as they were. */
  offerBack(words: string, before: Rotation, sent: readonly SentMeeting[]): void {
    const ids = sent.map(({ meetingId }) => meetingId);
    this.messages.say(words, {
      label: $localize`:@@rotation.undo:Ångra`,
      run: () =>
        void this.inTurn(async () => {
          const now = this.rotation();
          if (now && (await this.put(backOf(before, now, ids)))) {
            this.messages.say($localize`:@@rotation.undone:Planeringen är som den var.`);
          }
        }),
    });
  }

  /** The way back that a message offers, when one more request undoes what was done. */
  wayBack(undo: () => Promise<unknown>): { readonly label: string; readonly run: () => void } {
    return {
      label: $localize`:@@rotation.undo:Ångra`,
      run: () => void this.try(undo).then(() => this.reload()),
    };
  }

  /** What is refused is said in the server's words. */
  async try(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      const { title, detail } = problemOf(error);
      this.messages.fail(detail || title);
    }
  }
}
