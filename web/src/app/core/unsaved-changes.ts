import { DOCUMENT, DestroyRef, Service, inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { Confirm } from './confirm.ts';

/**
 * Pages with something unsaved say so here, and then neither a link nor a closed tab loses it without a question:
 * `inject(UnsavedChanges).watch(() => this.dirty())` in the constructor, and `canDeactivate: [unsavedGuard]` on the route.
 */
@Service()
export class UnsavedChanges {
  private readonly watched = new Set<() => boolean>();

  constructor() {
    inject(DOCUMENT).defaultView?.addEventListener('beforeunload', (event) => {
      if (this.any()) event.preventDefault();
    });
  }

  /** Call in an injection context: the watch ends with the page. */
  watch(unsaved: () => boolean): void {
    this.watched.add(unsaved);
    inject(DestroyRef).onDestroy(() => this.watched.delete(unsaved));
  }

  any(): boolean {
    return [...this.watched].some((unsaved) => unsaved());
  }
}

/** Asks before leaving a page with unsaved changes. Staying is the safe choice and has the focus. */
export const unsavedGuard: CanDeactivateFn<unknown> = () => {
  const confirm = inject(Confirm);
  if (!inject(UnsavedChanges).any()) return true;
  return confirm.ask({
    heading: $localize`:@@core.unsaved.heading:Du har ändringar som inte är sparade`,
    text: $localize`:@@core.unsaved.text:Om du lämnar sidan utan att spara syns ändringarna inte för andra.`,
    yes: $localize`:@@core.unsaved.leave:Lämna sidan`,
    no: $localize`:@@core.unsaved.stay:Stanna kvar`,
    danger: true,
  });
};
