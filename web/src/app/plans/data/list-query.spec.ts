import { convertToParamMap } from '@angular/router';
import { FOLLOW_UP_STATES, JUDGEMENTS } from '@samhandling/domain';
import fc from 'fast-check';
import {
  COLUMNS,
  DEFAULT_COLUMNS,
  type ListQuery,
  SORTS,
  WIDEST,
  filterOf,
  narrowing,
  readListQuery,
  writeListQuery,
} from './list-query.ts';

/** The router leaves null parameters out of the address. */
function throughAddress(query: Partial<ListQuery>): ListQuery {
  const params = Object.entries(writeListQuery(query)).filter(([, value]) => value !== null);
  return readListQuery(convertToParamMap(Object.fromEntries(params)));
}

const read = (params: Record<string, string | string[]>): ListQuery => readListQuery(convertToParamMap(params));
const untouched = read({});

const ids = fc.uniqueArray(fc.uuid(), { maxLength: 4 });
const anyQuery: fc.Arbitrary<ListQuery> = fc.record({
  round: fc.option(fc.constantFrom('2024', '2025')),
  responsible: ids,
  partner: ids,
  goal: ids,
  judgement: fc.subarray([...JUDGEMENTS, 'none' as const]),
  state: fc.subarray([...FOLLOW_UP_STATES]),
  text: fc.string({ maxLength: 200 }).map((text) => text.trim()),
  sort: fc.constantFrom(...SORTS),
  page: fc.integer({ min: 1, max: 99 }),
  columns: fc.subarray([...COLUMNS]),
});

describe('the address of the list', () => {
  it('gives back every choice it was written from', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(throughAddress(query)).toEqual(query);
      }),
    );
  });

  it('says nothing about what is as usual', () => {
    expect(Object.values(writeListQuery(untouched)).every((value) => value === null)).toBe(true);
    expect(untouched).toMatchObject({ sort: 'reference', page: 1, columns: DEFAULT_COLUMNS, text: '' });
  });

  it('speaks Swedish', () => {
    expect(writeListQuery({ judgement: ['needs_support', 'none'], state: ['accepted'], sort: 'next_step' })).toEqual({
      lage: ['behover-stod', 'inte-bedomd'],
      svar: ['godkand'],
      sortera: 'nasta-steg',
    });
  });

  it('passes over what it does not understand', () => {
    expect(
      read({ lage: ['strålande', 'genomford'], sida: '-3', sortera: 'slump', kolumner: 'väder,mal' }),
    ).toMatchObject({
      judgement: ['completed'],
      page: 1,
      sort: 'reference',
      columns: ['goal'],
    });
    expect(read({ sida: '1.5' }).page).toBe(1);
  });

  it('can show no column at all', () => {
    expect(throughAddress({ columns: [] }).columns).toEqual([]);
  });
});

describe('filterOf', () => {
  it('asks the API only for what is chosen', () => {
    expect(filterOf(untouched)).toEqual({ sort: 'reference', page: 1, pageSize: 50 });
    expect(filterOf(read({ sok: ' tillsyn ', svar: 'inlamnad', omgang: '2025', ansvarig: ['a', 'a', ''] }))).toEqual({
      q: 'tillsyn',
      followUpState: ['submitted'],
      round: '2025',
      responsible: ['a'],
      sort: 'reference',
      page: 1,
      pageSize: 50,
    });
  });
});

describe('narrowing', () => {
  it('counts every choice that makes the list shorter, and nothing else', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const { responsible, partner, goal, judgement, state, text } = query;
        const lists = responsible.length + partner.length + goal.length + judgement.length + state.length;
        expect(narrowing(query)).toBe(lists + (text === '' ? 0 : 1));
        expect(narrowing({ ...query, ...WIDEST })).toBe(0);
      }),
    );
  });
});
