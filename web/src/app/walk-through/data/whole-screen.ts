import { DOCUMENT, DestroyRef, Injectable, effect, inject, signal } from '@angular/core';

const ATTRIBUTE = 'data-whole-screen';

/** The whole window, without the menu of the site, until one steps out of it or leaves the page. */
@Injectable()
export class WholeScreen {
  readonly on = signal(true);

  constructor() {
    const { documentElement } = inject(DOCUMENT);
    effect(() => documentElement.toggleAttribute(ATTRIBUTE, this.on()));
    inject(DestroyRef).onDestroy(() => documentElement.removeAttribute(ATTRIBUTE));
  }
}
