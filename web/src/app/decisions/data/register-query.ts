import type { RegisterFilter, RegisterKind } from '@samhandling/contracts';
import { DECISION_STATES } from '@samhandling/domain';

type State = NonNullable<RegisterFilter['state']>[number];

/** Everything a reader has chosen in the register. The address holds it all, so a link shows the same. */
export interface RegisterQuery {
  readonly text: string;
  readonly kind: readonly string[];
  readonly group: readonly string[];
  readonly year: readonly string[];
  readonly state: readonly string[];
  readonly organisation: readonly string[];
  readonly late: boolean;
  /** 1-based. */
  readonly page: number;
}

export const WIDEST = { text: '', kind: [], group: [], year: [], state: [], organisation: [], late: false };
const MOST_TEXT = 200;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The Swedish words of the address. */
const PARAMS = { kind: 'slag', group: 'grupp', year: 'ar', state: 'lage', organisation: 'organisation' } as const;
export type FacetKey = keyof typeof PARAMS;
export const FACET_KEYS: readonly FacetKey[] = ['kind', 'state', 'group', 'year', 'organisation'];

interface QueryReader {
  get(name: string): string | null;
  getAll(name: string): string[];
}

const KNOWN: Readonly<Record<FacetKey, (value: string) => boolean>> = {
  kind: (value) => value === 'decision' || value === 'action_point',
  group: (value) => UUID.test(value),
  year: (value) => /^(?:19|20|21)\d{2}$/.test(value),
  state: (value) => value === 'dropped' || (DECISION_STATES as readonly string[]).includes(value),
  organisation: (value) => UUID.test(value),
};

/** Reads an address; what cannot be understood is passed over. */
export function readRegisterQuery(params: QueryReader): RegisterQuery {
  const page = Number(params.get('sida') ?? '1');
  const values = (key: FacetKey): string[] => [...new Set(params.getAll(PARAMS[key]).filter(KNOWN[key]))];
  return {
    text: (params.get('sok') ?? '').slice(0, MOST_TEXT),
    kind: values('kind'),
    group: values('group'),
    year: values('year'),
    state: values('state'),
    organisation: values('organisation'),
    late: params.get('forsenat') === 'ja',
    page: Number.isInteger(page) && page >= 1 ? page : 1,
  };
}

/** The parameters a change writes; null takes one out of the address. */
export function writeRegisterQuery(change: Partial<RegisterQuery>): Record<string, string | string[] | null> {
  const params: Record<string, string | string[] | null> = {};
  for (const key of FACET_KEYS) {
    const values = change[key];
    if (values) params[PARAMS[key]] = values.length > 0 ? [...values] : null;
  }
  if (change.text !== undefined) params['sok'] = change.text.trim() === '' ? null : change.text.slice(0, MOST_TEXT);
  if (change.late !== undefined) params['forsenat'] = change.late ? 'ja' : null;
  if (change.page !== undefined) params['sida'] = change.page > 1 ? String(change.page) : null;
  return params;
}

/** How many things narrow the register. */
export function narrowing(query: RegisterQuery): number {
  const chosen = FACET_KEYS.reduce((sum, key) => sum + query[key].length, 0);
  return chosen + (query.late ? 1 : 0) + (query.text === '' ? 0 : 1);
}

/** One choice taken in or out; the order of the others is kept. */
export function toggled(query: RegisterQuery, key: FacetKey, value: string): Partial<RegisterQuery> {
  const values = query[key];
  return { [key]: values.includes(value) ? values.filter((one) => one !== value) : [...values, value] };
}

/** What is asked of the API. */
export function filterOf(query: RegisterQuery, plan: string): RegisterFilter {
  return {
    plan,
    kind: query.kind as readonly RegisterKind[],
    group: query.group,
    year: query.year.map(Number),
    state: query.state as readonly State[],
    organisation: query.organisation,
    ...(query.late && { late: true }),
    ...(query.text.trim() !== '' && { q: query.text.trim() }),
    page: query.page,
  };
}

/** As parameters of a request: lists repeat, what is empty is left out. */
export function filterParams(filter: RegisterFilter): Record<string, string | string[]> {
  const params: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(filter) as [string, unknown][]) {
    if (Array.isArray(value)) {
      if (value.length > 0) params[name] = value.map(String);
    } else if (value !== undefined) params[name] = String(value);
  }
  return params;
}

/** Of the same register as CSV: all of it, not one page. */
export function csvQuery(filter: RegisterFilter): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filterParams(filter))) {
    if (name === 'page') continue;
    for (const one of typeof value === 'string' ? [value] : value) params.append(name, one);
  }
  return params.toString();
}
