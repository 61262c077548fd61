import { DestroyRef, Injectable, inject } from '@angular/core';
import type { Id, Writer } from '@samhandling/contracts';
import { WalkApi } from './walk-api.ts';

/** The pen is free a minute after the last sign of life; three signs a minute lets one be lost. */
const SIGN_OF_LIFE = 20_000;

/** Keeps the pen for as long as the page is open, and tells which item is on screen. Both are tried again, and the newest wins. */
@Injectable()
export class Pen {
  private readonly api = inject(WalkApi);
  private timer: ReturnType<typeof setInterval> | undefined;
  private shown: Id | null = null;
  private told: Id | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearInterval(this.timer));
  }

  /** Throws what the server says when somebody else has it. `lost`: it could not be kept. */
  async take(meetingId: Id, force: boolean, lost: () => void): Promise<Writer | null> {
    const writer = await this.api.writer(meetingId, { take: true, force });
    clearInterval(this.timer);
    this.timer = setInterval(() => {
      this.api.writer(meetingId, { take: true }).then(
        () => this.tell(meetingId),
        () => lost(),
      );
    }, SIGN_OF_LIFE);
    return writer;
  }

  giveBack(meetingId: Id): void {
    clearInterval(this.timer);
    // Where it does not arrive, the minute does.
    this.api.writer(meetingId, { take: false }).catch(() => undefined);
  }

  show(meetingId: Id, itemId: Id | null): void {
    this.shown = itemId;
    this.tell(meetingId);
  }

  private tell(meetingId: Id): void {
    const itemId = this.shown;
    if (itemId === this.told) return;
    this.api.current(meetingId, { itemId }).then(
      () => {
        this.told = itemId;
        if (this.shown !== itemId) this.tell(meetingId);
      },
      () => undefined,
    );
  }
}
