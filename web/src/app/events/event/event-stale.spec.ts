import { staleFields } from '../../core/stale.ts';
import { NO_VALUES } from '../data/event-values.ts';
import { figureWords, flat, listWords, unflat } from './event-stale.ts';

const values = {
  ...NO_VALUES,
  kindId: 'k',
  day: '2026-03-01',
  activityIds: ['b', 'a'],
  municipalities: ['9002'],
  byMunicipality: { '9002': '12', '9001': ' ' },
};

describe('an event compared field by field', () => {
  it('comes back, in a fixed order and without figures nobody wrote', () => {
    expect(unflat(flat(values))).toEqual({ ...values, activityIds: ['a', 'b'], byMunicipality: { '9002': '12' } });
  });

  it('does not take another order for a change', () => {
    const labels = { activityIds: 'Aktiviteter', byMunicipality: 'Per kommun', title: 'Rubrik' };
    const all = { ...flat(NO_VALUES), ...labels };
    const mine = flat({ ...values, activityIds: ['a', 'b'], title: 'Min' });
    const fields = staleFields(flat(values), mine, flat(values), all, (name, side) => side[name]);
    expect(fields.map(({ name, proposed }) => [name, proposed])).toEqual([['title', 'mine']]);
  });

  it('says lists and figures by name', () => {
    expect(listWords('["a","b"]', (id) => id.toUpperCase())).toBe('A, B');
    expect(figureWords('{"9002":"12"}', () => 'Ö')).toBe('Ö: 12');
  });
});
