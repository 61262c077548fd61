import type { Minutes } from '@samhandling/contracts';
import { adjusterChoices, adjustersIn, adjusterValues, amongOf, idsIn } from './adjuster-values.ts';

const MINUTES = {
  attendance: [
    { memberId: 'a', name: 'Anna', organisation: { id: 'r', name: 'Regionen' }, status: 'present' },
    { memberId: 'b', name: 'Bo', organisation: null, status: 'remote' },
    { memberId: 'c', name: 'Cilla', organisation: null, status: 'excused' },
    { memberId: null, name: 'En gäst', organisation: null, status: 'present' },
  ],
  adjusters: [
    { memberId: 'b', name: 'Bo' },
    { memberId: null, name: 'Ada Extern' },
    { memberId: 'a', name: 'Anna' },
  ],
} as unknown as Minutes;

describe('who adjusts', () => {
  it('is chosen among members who were there, in the room or not', () => {
    expect(adjusterChoices(MINUTES).map(({ name }) => name)).toEqual(['Anna', 'Bo']);
  });

  it('is compared without regard to the order of the members', () => {
    expect(adjusterValues(MINUTES)).toEqual({ among: 'a,b', other: 'Ada Extern' });
    expect(amongOf(['b', 'a'])).toBe(amongOf(['a', 'b']));
    expect(idsIn({ among: '', other: '' })).toEqual([]);
  });

  it('is sent as members and names, without what is empty', () => {
    expect(adjustersIn({ among: 'a,b', other: ' Ada Extern , ,Eva' })).toEqual([
      { memberId: 'a' },
      { memberId: 'b' },
      { name: 'Ada Extern' },
      { name: 'Eva' },
    ]);
  });
});
