import type { SavedView } from '@samhandling/contracts';

/** Where in the list one is, how it came to be opened and whether one writes in it are no part of a view. */
const PASSING = ['sida', 'utskick', 'omgang', 'redigera'];
/** What stays as it is when another view is chosen. */
const STAYS = ['omgang', 'redigera'];

/** The query of an address in one fixed order, so that the same choices always give the same text. */
export function viewQuery(search: string): string {
  const pairs = [...new URLSearchParams(search)].filter(([name]) => !PASSING.includes(name));
  pairs.sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  return new URLSearchParams(pairs).toString();
}

/** What the router takes. Every parameter the list has now and the view has not is taken away. */
export function viewParams(query: string, now: string): Record<string, string[] | null> {
  const params: Record<string, string[] | null> = {};
  for (const name of new URLSearchParams(now).keys()) if (!STAYS.includes(name)) params[name] = null;
  for (const name of new URLSearchParams(query).keys()) params[name] = new URLSearchParams(query).getAll(name);
  return params;
}

/** The view a list opens with: my own choice before the county's; null when there is neither. */
export function openingView(views: readonly SavedView[]): SavedView | null {
  return views.find(({ isMyDefault }) => isMyDefault) ?? views.find(({ isCountyDefault }) => isCountyDefault) ?? null;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
