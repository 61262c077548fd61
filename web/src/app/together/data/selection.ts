/** Rows chosen in a list, and where the last choice was made: with Shift the next goes on from there. */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  readonly anchor: string | null;
}

export const NOTHING_CHOSEN: Selection = { chosen: new Set(), anchor: null };

/**
 * After a row was ticked or unticked. With `range`, all between the row before and this one take the same state, in the
 * order shown; without one to go on from, only the row itself.
 */
export function chosenAfter(
  before: Selection,
  order: readonly string[],
  id: string,
  on: boolean,
  range: boolean,
): Selection {
  const to = order.indexOf(id);
  if (to < 0) return before;
  const from = range && before.anchor !== null ? order.indexOf(before.anchor) : to;
  const start = from < 0 ? to : Math.min(from, to);
  const end = from < 0 ? to : Math.max(from, to);
  const chosen = new Set(before.chosen);
  for (const one of order.slice(start, end + 1)) {
    if (on) chosen.add(one);
    else chosen.delete(one);
  }
  return { chosen, anchor: id };
}
