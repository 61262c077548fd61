import type { ActivityFilter, Id } from '@samhandling/contracts';
import { FOLLOW_UP_STATES, type FollowUpState, JUDGEMENTS, type Judgement } from '@samhandling/domain';

/** Columns a reader may choose; reference and text are always there. */
export const COLUMNS = [
  'goal',
  'responsible',
  'partner',
  'judgement',
  'state',
  'outcomes',
  'reporter',
  'next_step',
  'updated',
] as const;
export type Column = (typeof COLUMNS)[number];
export const DEFAULT_COLUMNS: readonly Column[] = ['responsible', 'judgement', 'state', 'outcomes'];

export const SORTS = ['reference', 'judgement', 'next_step', 'updated'] as const;
export type Sort = (typeof SORTS)[number];
export type JudgementFilter = Judgement | 'none';

/** Everything a reader has chosen in the list of activities. The address holds it all, so a link shows the same list. */
export interface ListQuery {
  readonly round: string | null;
  readonly responsible: readonly Id[];
  readonly partner: readonly Id[];
  readonly goal: readonly Id[];
  readonly judgement: readonly JudgementFilter[];
  readonly state: readonly FollowUpState[];
  readonly text: string;
  readonly sort: Sort;
  /** 1-based. */
  readonly page: number;
  readonly columns: readonly Column[];
}

export const PAGE_SIZE = 50;
/** Longest search text; the rest is cut, as no plan has such a word. */
const MOST_TEXT = 200;

/** The Swedish words the address uses. Read both ways; the codes themselves are understood too. */
const JUDGEMENT_WORDS: Readonly<Record<JudgementFilter, string>> = {
  completed: 'genomford',
  on_track: 'pagar',
  needs_support: 'behover-stod',
  not_started: 'ej-paborjad',
  cancelled: 'utgar',
  none: 'inte-bedomd',
};
const STATE_WORDS: Readonly<Record<FollowUpState, string>> = {
  draft: 'utkast',
  submitted: 'inlamnad',
  returned: 'tillbaka',
  accepted: 'godkand',
};
const SORT_WORDS: Readonly<Record<Sort, string>> = {
  reference: 'nummer',
  judgement: 'lage',
  next_step: 'nasta-steg',
  updated: 'uppdaterad',
};
const COLUMN_WORDS: Readonly<Record<Column, string>> = {
  goal: 'mal',
  responsible: 'ansvarig',
  partner: 'partner',
  judgement: 'lage',
  state: 'svar',
  outcomes: 'utfall',
  reporter: 'rapportor',
  next_step: 'nasta-steg',
  updated: 'uppdaterad',
};
const NO_COLUMNS = 'inga';
const JUDGEMENT_FILTERS: readonly JudgementFilter[] = [...JUDGEMENTS, 'none'];

/** What the router gives: `getAll` of a query parameter. */
export interface QueryReader {
  get(name: string): string | null;
  getAll(name: string): string[];
}

function coded<Code extends string>(
  values: readonly string[],
  codes: readonly Code[],
  words: Readonly<Record<Code, string>>,
): Code[] {
  return codes.filter((code) => values.some((value) => value === words[code] || value === code));
}

const distinct = (values: readonly string[]): string[] => [...new Set(values.filter((value) => value !== ''))];

/** Reads an address. What it does not understand is passed over: an old or mistyped link still opens the list. */
export function readListQuery(params: QueryReader): ListQuery {
  const page = Number(params.get('sida') ?? '1');
  const columns = params.get('kolumner');
  return {
    round: params.get('omgang') || null,
    responsible: distinct(params.getAll('ansvarig')),
    partner: distinct(params.getAll('partner')),
    goal: distinct(params.getAll('mal')),
    judgement: coded(params.getAll('lage'), JUDGEMENT_FILTERS, JUDGEMENT_WORDS),
    state: coded(params.getAll('svar'), FOLLOW_UP_STATES, STATE_WORDS),
    text: (params.get('sok') ?? '').trim().slice(0, MOST_TEXT).trim(),
    sort: coded([params.get('sortera') ?? ''], SORTS, SORT_WORDS)[0] ?? 'reference',
    page: Number.isInteger(page) && page > 0 ? page : 1,
    columns: columns === null ? DEFAULT_COLUMNS : coded(columns.split(','), COLUMNS, COLUMN_WORDS),
  };
}

export type QueryParams = Readonly<Record<string, string | readonly string[] | null>>;

const some = (values: readonly string[]): readonly string[] | null => (values.length > 0 ? values : null);

/** The address of a choice. What is as usual is left out (null), so that addresses stay short. */
export function writeListQuery(query: Partial<ListQuery>): QueryParams {
  const params: Record<string, string | readonly string[] | null> = {};
  if (query.round !== undefined) params['omgang'] = query.round;
  if (query.responsible) params['ansvarig'] = some(query.responsible);
  if (query.partner) params['partner'] = some(query.partner);
  if (query.goal) params['mal'] = some(query.goal);
  if (query.judgement) params['lage'] = some(query.judgement.map((code) => JUDGEMENT_WORDS[code]));
  if (query.state) params['svar'] = some(query.state.map((code) => STATE_WORDS[code]));
  if (query.text !== undefined) params['sok'] = query.text || null;
  if (query.sort) params['sortera'] = query.sort === 'reference' ? null : SORT_WORDS[query.sort];
  if (query.page !== undefined) params['sida'] = query.page > 1 ? String(query.page) : null;
  if (query.columns) params['kolumner'] = columnsText(query.columns);
  return params;
}

function columnsText(columns: readonly Column[]): string | null {
  const chosen = COLUMNS.filter((column) => columns.includes(column));
  if (chosen.join() === DEFAULT_COLUMNS.join()) return null;
  return chosen.map((column) => COLUMN_WORDS[column]).join(',') || NO_COLUMNS;
}

/** What is asked of the API. */
export function filterOf(query: ListQuery): ActivityFilter {
  return {
    ...(query.round === null ? {} : { round: query.round }),
    ...narrowingOf(query),
    sort: query.sort,
    page: query.page,
    pageSize: PAGE_SIZE,
  };
}

/** Only what narrows: for whoever asks about all that match. */
export function narrowingOf(query: ListQuery): ActivityFilter {
  return {
    ...(query.responsible.length > 0 ? { responsible: query.responsible } : {}),
    ...(query.partner.length > 0 ? { partner: query.partner } : {}),
    ...(query.goal.length > 0 ? { goal: query.goal } : {}),
    ...(query.judgement.length > 0 ? { judgement: query.judgement } : {}),
    ...(query.state.length > 0 ? { followUpState: query.state } : {}),
    ...(query.text === '' ? {} : { q: query.text }),
  };
}

/** Choices that narrow the list, the search among them. Sorting, page and columns do not. */
export function narrowing(query: ListQuery): number {
  const lists = [query.responsible, query.partner, query.goal, query.judgement, query.state];
  return lists.reduce((sum, list) => sum + list.length, query.text === '' ? 0 : 1);
}

/** Takes away all that narrows, and goes to the first page. The round stays: it is what the list is about. */
export const WIDEST: Partial<ListQuery> = {
  responsible: [],
  partner: [],
  goal: [],
  judgement: [],
  state: [],
  text: '',
  page: 1,
};
