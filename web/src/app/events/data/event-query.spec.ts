import { convertToParamMap } from '@angular/router';
import fc from 'fast-check';
import {
  EMPTY_QUERY,
  type EventQuery,
  WIDEST,
  csvQuery,
  filterOf,
  filterParams,
  monthOf,
  narrowing,
  readEventQuery,
  toggled,
  writeEventQuery,
} from './event-query.ts';

const words = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,6}$/), { maxLength: 4 });
const day = fc.option(fc.integer({ min: 1, max: 28 }).map((date) => `2026-03-${String(date).padStart(2, '0')}`));
const queries: fc.Arbitrary<EventQuery> = fc.record({
  view: fc.constantFrom('list', 'calendar'),
  kind: words,
  municipality: words,
  organisation: words,
  activity: words,
  from: day,
  to: day,
  text: fc.constantFrom('', 'skola', 'träff i Ö'),
  page: fc.integer({ min: 1, max: 40 }),
  day,
});

function reread(query: EventQuery): EventQuery {
  const params = Object.fromEntries(Object.entries(writeEventQuery(query)).filter(([, value]) => value !== null));
  return readEventQuery(convertToParamMap(params));
}

describe('the address of the list', () => {
  it('says everything that was chosen', () => {
    fc.assert(fc.property(queries, (query) => expect(reread(query)).toEqual(query)));
  });

  it('passes over what it does not understand', () => {
    expect(
      readEventQuery(convertToParamMap({ sida: '-2', fran: '2026-02-30', vy: 'annat', handelsetyp: ['', 'a', 'a'] })),
    ).toEqual({ ...EMPTY_QUERY, kind: ['a'] });
  });

  it('counts what narrows, not how it is shown', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(narrowing({ ...query, ...WIDEST })).toBe(0);
        expect(narrowing({ ...query, view: 'list', page: 1, day: null })).toBe(narrowing(query));
      }),
    );
  });

  it('takes a choice in and out', () => {
    const once = toggled(EMPTY_QUERY, 'kind', 'a');
    expect(once).toEqual({ kind: ['a'] });
    expect(toggled({ ...EMPTY_QUERY, ...once }, 'kind', 'a')).toEqual({ kind: [] });
  });
});

describe('filterOf', () => {
  it('asks for a page of the list', () => {
    const filter = filterOf(
      { ...EMPTY_QUERY, from: '2026-01-01', text: ' skola ', page: 3 },
      'plan',
      ['x'],
      '2026-03-12',
    );
    expect(filter).toMatchObject({ plan: 'plan', activity: ['x'], from: '2026-01-01', q: 'skola', page: 3 });
    expect(filter).not.toHaveProperty('to');
  });

  it('asks for the month of the calendar, within the chosen days', () => {
    const query: EventQuery = { ...EMPTY_QUERY, view: 'calendar', from: '2026-02-10', day: '2026-02-20', page: 4 };
    expect(filterOf(query, 'plan', [], '2026-03-12')).toMatchObject({ from: '2026-02-10', to: '2026-02-28', page: 1 });
    expect(filterOf({ ...query, day: null }, 'plan', [], '2026-03-12')).toMatchObject({ from: '2026-03-01' });
    expect(filterOf({ ...query, to: '2026-02-12', day: '2026-05-01' }, 'plan', [], '2026-03-12')).toBeNull();
  });

  it.each([
    ['2026-12-31', '2026-12-01', '2026-12-31'],
    ['2024-02-01', '2024-02-01', '2024-02-29'],
  ])('the month of %s', (any, from, to) => {
    expect(monthOf(any)).toEqual({ from, to });
  });

  it('leaves out what is empty, and repeats lists', () => {
    expect(filterParams({ plan: 'p', kind: ['a', 'b'], activity: [], page: 2 })).toEqual({
      plan: 'p',
      kind: ['a', 'b'],
      page: '2',
    });
    expect(csvQuery({ plan: 'p', kind: ['a', 'b'], page: 2, pageSize: 50 })).toBe('plan=p&kind=a&kind=b');
  });
});
