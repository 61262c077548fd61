import { filterOf, NOTHING_CHOSEN } from './log-query.ts';

describe('the address of the log', () => {
  it('asks the API in its own words, and leaves out what is empty or no day', () => {
    expect(filterOf({ person: 'p', slag: 'round', vad: 'open', vag: 'web', sok: ' ord ', forfragan: 'r' })).toEqual({
      person: 'p',
      kind: 'round',
      action: 'open',
      source: 'web',
      q: 'ord',
      request: 'r',
    });
    expect(filterOf({ fran: '2026-03-12', till: 'igår', sok: '  ' })).toEqual({ from: '2026-03-12' });
    expect(filterOf({})).toEqual({});
  });

  it('is cleared of all of it at once', () => {
    expect(Object.values(NOTHING_CHOSEN).every((value) => value === null)).toBe(true);
    expect(Object.keys(NOTHING_CHOSEN)).toEqual(expect.arrayContaining(['person', 'till', 'forfragan', 'sida']));
  });
});
