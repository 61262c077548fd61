import type { AgendaItem, Instant } from '@samhandling/contracts';
import { itemTimes } from '@samhandling/domain';

export interface AgendaRow {
  readonly item: AgendaItem;
  readonly startsAt: Instant;
}

export interface AgendaRows {
  readonly on: readonly AgendaRow[];
  /** Postponed, parked or removed: they say so, and can be put back. */
  readonly off: readonly AgendaItem[];
}

/** True for what the meeting has, or had, up. */
export function isOn({ number }: AgendaItem): boolean {
  return number !== null;
}

/** The agenda in its order, each item with the time on the clock at which it begins. */
export function agendaRows(items: readonly AgendaItem[], startsAt: Instant): AgendaRows {
  const on = items.filter(isOn).toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const times = itemTimes(
    startsAt,
    on.map(({ minutes }) => minutes),
  );
  return {
    on: on.map((item, at) => ({ item, startsAt: times[at]?.startsAt ?? startsAt })),
    off: items.filter((item) => !isOn(item)),
  };
}

/** The ids with the one at `from` moved to `to`; a place outside the list is the nearest one in it. */
export function moved(ids: readonly string[], from: number, to: number): string[] {
  const place = Math.min(Math.max(to, 0), ids.length - 1);
  const rest = ids.filter((_, at) => at !== from);
  const id = ids[from];
  return id === undefined ? [...ids] : [...rest.slice(0, place), id, ...rest.slice(place)];
}

/** My order over what is there now: what somebody took away is gone, what they added comes last. */
export function reordered(mine: readonly string[], now: readonly string[]): string[] {
  const there = new Set(now);
  return [...mine.filter((id) => there.has(id)), ...now.filter((id) => !mine.includes(id))];
}
