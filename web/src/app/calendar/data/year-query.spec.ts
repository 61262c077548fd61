import { convertToParamMap } from '@angular/router';
import type { YearEntry } from '@samhandling/contracts';
import { flipped, isChosen, readYearQuery, writeYearQuery } from './year-query.ts';

const ENTRY: YearEntry = {
  key: 'meeting:1',
  kind: 'meeting',
  id: '1',
  version: 1,
  title: 'Beredningsgruppen',
  detail: '',
  from: '2026-03-12',
  to: '2026-03-12',
  startsAt: null,
  endsAt: null,
  state: '',
  isCancelled: false,
  group: { id: 'g1', name: 'Beredningsgruppen', kind: 'preparatory' },
  activities: [],
  link: '',
  mayMove: true,
  lockedReason: '',
};

describe('the address of the year', () => {
  it('says what was chosen, and passes over what it does not know', () => {
    const query = readYearQuery(convertToParamMap({ slag: ['meeting', 'nonsens', 'due'], grupp: ['g1', 'g1', ''] }));
    expect(query).toEqual({ kinds: ['meeting', 'due'], groups: ['g1'] });
    expect(writeYearQuery(query)).toEqual({ slag: ['meeting', 'due'], grupp: ['g1'] });
    expect(writeYearQuery({ kinds: [], groups: [] })).toEqual({ slag: null, grupp: null });
  });

  it('narrows by kind and by group, and leaves what is of the whole plan', () => {
    expect(isChosen(ENTRY, { kinds: [], groups: [] })).toBe(true);
    expect(isChosen(ENTRY, { kinds: ['due'], groups: [] })).toBe(false);
    expect(isChosen(ENTRY, { kinds: ['meeting'], groups: ['g2'] })).toBe(false);
    expect(isChosen({ ...ENTRY, group: null }, { kinds: [], groups: ['g2'] })).toBe(true);
  });

  it('takes a choice in and out', () => {
    expect(flipped(['a'], 'b')).toEqual(['a', 'b']);
    expect(flipped(['a', 'b'], 'a')).toEqual(['b']);
  });
});
