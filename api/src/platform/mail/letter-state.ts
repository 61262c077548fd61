import type { LetterState } from '@samhandling/contracts';

const ON_ITS_WAY: ReadonlySet<string> = new Set<LetterState>(['waiting', 'sending', 'retrying']);

/** A job is under way that says how it ends, so there is nothing to ask for. Kinds of letters may have states of their own besides. */
export function isOnItsWay(state: string): boolean {
  return ON_ITS_WAY.has(state);
}
