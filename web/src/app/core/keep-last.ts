import type { HttpResourceRef } from '@angular/common/http';
import { type Signal, linkedSignal } from '@angular/core';

/**
 * The value of a resource, and while the next one is fetched the one before: a list that is filtered anew should not
 * blink empty. An error forgets it, so that nobody reads old figures under a new address.
 */
export function keepLast<Value>(resource: HttpResourceRef<Value | undefined>): Signal<Value | undefined> {
  return linkedSignal<{ value: Value | undefined; failed: boolean }, Value | undefined>({
    source: () => ({
      value: resource.hasValue() ? resource.value() : undefined,
      failed: resource.error() !== undefined,
    }),
    computation: (now, before) => (now.failed ? undefined : (now.value ?? before?.value)),
  }).asReadonly();
}
