import type { Day, EventFilter, Id } from '@samhandling/contracts';
import { addDays, isDay } from '@samhandling/domain';
import { addMonths } from '@samhandling/ui/choosing';

/** Everything a reader has chosen in the list of events. The address holds it all, so a link shows the same list. */
export interface EventQuery {
  readonly view: 'list' | 'calendar';
  readonly kind: readonly Id[];
  readonly municipality: readonly string[];
  readonly organisation: readonly Id[];
  /** Ids, or references as people say them ("2.2/5"), which links from elsewhere may use. */
  readonly activity: readonly string[];
  readonly from: Day | null;
  readonly to: Day | null;
  readonly text: string;
  /** 1-based. */
  readonly page: number;
  /** The chosen day of the calendar; null: today. */
  readonly day: Day | null;
}

export const EMPTY_QUERY: EventQuery = {
  view: 'list',
  kind: [],
  municipality: [],
  organisation: [],
  activity: [],
  from: null,
  to: null,
  text: '',
  page: 1,
  day: null,
};

/** What narrows the list, without how it is shown. */
export const WIDEST = { kind: [], municipality: [], organisation: [], activity: [], from: null, to: null, text: '' };

export const PAGE_SIZE = 50;
/** A month of the calendar in one answer. */
export const MONTH_SIZE = 200;
const MOST_TEXT = 200;

/** The Swedish words of the address. */
const PARAMS = {
  kind: 'handelsetyp',
  municipality: 'kommun',
  organisation: 'organisation',
  activity: 'aktivitet',
} as const;
export type GroupKey = keyof typeof PARAMS;
export const GROUP_KEYS: readonly GroupKey[] = ['kind', 'municipality', 'organisation', 'activity'];

interface QueryReader {
  get(name: string): string | null;
  getAll(name: string): string[];
}

function dayIn(text: string | null): Day | null {
  return text !== null && isDay(text) ? text : null;
}

function once(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))];
}

/** Reads an address; what cannot be understood is passed over. */
export function readEventQuery(params: QueryReader): EventQuery {
  const page = Number(params.get('sida') ?? '1');
  return {
    view: params.get('vy') === 'kalender' ? 'calendar' : 'list',
    kind: once(params.getAll(PARAMS.kind)),
    municipality: once(params.getAll(PARAMS.municipality)),
    organisation: once(params.getAll(PARAMS.organisation)),
    activity: once(params.getAll(PARAMS.activity)),
    from: dayIn(params.get('fran')),
    to: dayIn(params.get('till')),
    text: (params.get('sok') ?? '').slice(0, MOST_TEXT),
    page: Number.isInteger(page) && page >= 1 ? page : 1,
    day: dayIn(params.get('dag')),
  };
}

/** The parameters a change writes; null takes one out of the address. */
export function writeEventQuery(change: Partial<EventQuery>): Record<string, string | string[] | null> {
  const params: Record<string, string | string[] | null> = {};
  for (const key of GROUP_KEYS) {
    const values = change[key];
    if (values) params[PARAMS[key]] = values.length > 0 ? [...values] : null;
  }
  if (change.view) params['vy'] = change.view === 'calendar' ? 'kalender' : null;
  if (change.from !== undefined) params['fran'] = change.from;
  if (change.to !== undefined) params['till'] = change.to;
  if (change.text !== undefined) params['sok'] = change.text.trim() === '' ? null : change.text.slice(0, MOST_TEXT);
  if (change.page !== undefined) params['sida'] = change.page > 1 ? String(change.page) : null;
  if (change.day !== undefined) params['dag'] = change.day;
  return params;
}

/** How many things narrow the list. */
export function narrowing(query: EventQuery): number {
  const groups = GROUP_KEYS.reduce((sum, key) => sum + query[key].length, 0);
  return groups + [query.from, query.to].filter((day) => day !== null).length + (query.text === '' ? 0 : 1);
}

/** One choice of a group taken in or out; the order of the others is kept. */
export function toggled(query: EventQuery, key: GroupKey, value: string): Partial<EventQuery> {
  const values = query[key];
  return { [key]: values.includes(value) ? values.filter((one) => one !== value) : [...values, value] };
}

/** The days of the month that holds `day`, both included. */
export function monthOf(day: Day): { readonly from: Day; readonly to: Day } {
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/**
 * What is asked of the API. The calendar asks for its month, within the days the reader has chosen; null when they leave
 * nothing of the month. `activity` are ids by now.
 */
export function filterOf(query: EventQuery, plan: string, activity: readonly Id[], today: Day): EventFilter | null {
  const month = query.view === 'calendar' ? monthOf(query.day ?? today) : null;
  const from = latest(query.from, month?.from ?? null);
  const to = earliest(query.to, month?.to ?? null);
  if (month !== null && from !== null && to !== null && from > to) return null;
  return {
    plan,
    activity,
    kind: query.kind,
    municipality: query.municipality,
    organisation: query.organisation,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(query.text.trim() === '' ? {} : { q: query.text.trim() }),
    page: month === null ? query.page : 1,
    pageSize: month === null ? PAGE_SIZE : MONTH_SIZE,
  };
}

function latest(a: Day | null, b: Day | null): Day | null {
  return a === null || b === null ? (a ?? b) : a > b ? a : b;
}

function earliest(a: Day | null, b: Day | null): Day | null {
  return a === null || b === null ? (a ?? b) : a < b ? a : b;
}

/** As parameters of a request: lists repeat, what is empty is left out. */
export function filterParams(filter: EventFilter): Record<string, string | string[]> {
  const params: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(filter)) {
    if (Array.isArray(value)) {
      if (value.length > 0) params[name] = value.map(String);
    } else if (value !== undefined && value !== '') params[name] = String(value);
  }
  return params;
}

/** Address of the same list as CSV: all of it, not one page. */
export function csvQuery(filter: EventFilter): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filterParams({ ...filter, page: 1 }))) {
    if (name === 'page' || name === 'pageSize') continue;
    for (const one of typeof value === 'string' ? [value] : value) params.append(name, one);
  }
  return params.toString();
}

/** "2.2/5": a reference rather than an id. */
export function isReference(text: string): boolean {
  return text.includes('/');
}
