import type { ActivityFacets } from '@samhandling/contracts';
import { DEFAULT_WORDS } from '@samhandling/domain';
import { convertToParamMap } from '@angular/router';
import { type ListQuery, readListQuery } from '../data/list-query.ts';
import { filterGroups, toggle } from './filter-groups.ts';

const query = (params: Record<string, string | string[]> = {}): ListQuery => readListQuery(convertToParamMap(params));
const facets: ActivityFacets = {
  responsible: [
    { value: 'r1', label: 'Region Prov', count: 7 },
    { value: 'r2', label: 'Polisen', count: 0 },
  ],
  partner: [],
  goal: [{ value: 'g1', label: 'Mål ett', count: 4 }],
  judgement: [
    { value: 'none', label: '', count: 3 },
    { value: 'completed', label: '', count: 2 },
  ],
  followUpState: [{ value: 'draft', label: '', count: 5 }],
};
const groups = (asked = query(), followed = true) => filterGroups(asked, facets, DEFAULT_WORDS.sv, 'sv', followed);

describe('filterGroups', () => {
  it('offers what gives hits, in the order of the work, and no empty groups', () => {
    expect(
      groups().map(({ key, options }) => [key, options.map(({ label, count }) => `${label} ${String(count)}`)]),
    ).toEqual([
      ['judgement', ['Genomförd 2', 'Inte bedömd 3']],
      ['state', ['Utkast 5']],
      ['goal', ['Mål ett 4']],
      ['responsible', ['Region Prov 7']],
    ]);
  });

  it('keeps a choice in sight when it gives no hits, even one the plan does not know', () => {
    const chosen = groups(query({ ansvarig: ['r2', 'borta'], lage: 'utgar' }));
    expect(chosen.find(({ key }) => key === 'responsible')).toMatchObject({
      chosen: 2,
      options: [{ value: 'r1' }, { value: 'r2', on: true, count: 0 }, { value: 'borta', on: true, label: 'Okänt val' }],
    });
    expect(chosen.find(({ key }) => key === 'judgement')?.options).toContainEqual({
      value: 'cancelled',
      label: 'Utgår',
      count: 0,
      on: true,
    });
  });

  it('has no judgements before the first round', () => {
    expect(groups(query(), false).map(({ key }) => key)).not.toContain('judgement');
  });
});

describe('toggle', () => {
  it('takes a choice in and out again', () => {
    expect(toggle(query({ lage: 'genomford' }), 'judgement', 'none')).toEqual({ judgement: ['completed', 'none'] });
    expect(toggle(query({ lage: 'genomford' }), 'judgement', 'completed')).toEqual({ judgement: [] });
    expect(toggle(query({ ansvarig: ['r1', 'r2'] }), 'responsible', 'r1')).toEqual({ responsible: ['r2'] });
  });

  it('changes nothing for a code that is none', () => {
    expect(toggle(query(), 'judgement', 'strålande')).toEqual({});
    expect(toggle(query(), 'state', 'klar')).toEqual({});
  });
});
