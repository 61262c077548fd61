import { DOCUMENT, DestroyRef, type Signal, inject, signal } from '@angular/core';

/** Narrower than this a table of long texts is a list instead: phones, and laptops at 200 % zoom. */
const WIDE = '(min-width: 60rem)';
/** The controls of a table that is written in want more. */
export const WIDE_ENOUGH_TO_WRITE = '(min-width: 76rem)';

/** Whether there is room for a table; follows the window. Call in an injection context. */
export function injectWide(query = WIDE): Signal<boolean> {
  const window = inject(DOCUMENT).defaultView;
  const media = typeof window?.matchMedia === 'function' ? window.matchMedia(query) : null;
  const wide = signal(media?.matches ?? true);
  const follow = (event: MediaQueryListEvent): void => wide.set(event.matches);
  media?.addEventListener('change', follow);
  inject(DestroyRef).onDestroy(() => media?.removeEventListener('change', follow));
  return wide.asReadonly();
}
