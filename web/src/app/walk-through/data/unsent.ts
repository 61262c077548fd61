import type { Injector } from '@angular/core';

/** What was written in a meeting and did not get away is sent from whatever page one comes back to. */
export async function resumeUnsent(injector: Injector): Promise<void> {
  if (!hasUnsent()) return;
  const { WalkOutbox } = await import('./walk-outbox.ts');
  injector.get(WalkOutbox).resume();
}

/** Asked of the storage itself, so that a page that only reads does not load what sends. */
function hasUnsent(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.includes(':walk-through/op/'));
  } catch {
    return false;
  }
}
