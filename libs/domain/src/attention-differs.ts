/**
 * Whether a stored value waits for a person's choice: it was not taken from the events, the events give another, and nobody
 * has kept it against exactly that one. Without a stored value there is nothing to choose between.
 */
export function differsFromEvents(
  stored: { readonly source: string; readonly value: number | null; readonly keptAgainst: number | null } | undefined,
  computed: number,
): boolean {
  if (stored === undefined || stored.source === 'events') return false;
  return stored.value !== computed && stored.keptAgainst !== computed;
}
