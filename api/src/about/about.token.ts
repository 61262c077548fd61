import type { About } from '@samhandling/contracts';
import type { Label } from '@samhandling/domain';

/** What `GET /about` answers; given from outside, since only the start knows whether there is a demo. */
export const ABOUT = Symbol('about');

/** As known at the start, when nobody has asked in any language yet. */
export type AboutSource = Omit<About, 'demo'> & {
  readonly demo: readonly (Omit<About['demo'][number], 'role'> & { readonly role: Label })[];
};
