import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';

const TICK = 5_000;

/** The time, and how long the item on screen has been up. Provided by the page. */
@Injectable()
export class ItemClock {
  readonly now = signal(new Date());
  private readonly shownAt = signal(Date.now());
  readonly seconds = computed(() => Math.max(0, Math.floor((this.now().getTime() - this.shownAt()) / 1000)));

  constructor() {
    const ticking = setInterval(() => this.now.set(new Date()), TICK);
    inject(DestroyRef).onDestroy(() => clearInterval(ticking));
  }

  restart(): void {
    this.shownAt.set(Date.now());
    this.now.set(new Date());
  }
}
