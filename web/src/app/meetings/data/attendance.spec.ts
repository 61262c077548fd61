import type { AttendanceRow, GroupMember } from '@samhandling/contracts';
import { clashWords, countWords } from './attendance-words.ts';
import { calledTo } from './called-to.ts';

const row = (status: AttendanceRow['status'], more: Partial<AttendanceRow> = {}): AttendanceRow => ({
  id: null,
  version: 0,
  memberId: 'm',
  name: 'Eva Prov',
  organisation: null,
  role: 'member',
  substituteFor: null,
  status,
  isOutside: false,
  ...more,
});

describe('how many were there', () => {
  it('is out of the group, with those who were there beside it for themselves', () => {
    const rows = [
      row('present'),
      row('remote'),
      row('excused'),
      row(null),
      row('present', { memberId: null, id: 'g' }),
    ];
    expect(countWords(rows, 'sv')).toBe(
      '2 av 4 i gruppen var med, varav 1 på distans. 1 till var med utan att höra till gruppen. För 1 är det inte ifyllt.',
    );
  });
  it('does not count somebody who had left the group among the group', () => {
    expect(countWords([row('present', { isOutside: true }), row('absent')], 'sv')).toBe(
      '0 av 1 i gruppen var med. 1 till var med utan att höra till gruppen.',
    );
  });
  it('says both sides of a clash', () => {
    expect(clashWords('absent', 'present', 'sv')).toBe(
      'Någon annan har angett ”Frånvarande”. Ditt val, ”På plats”, är inte sparat.',
    );
    expect(clashWords(null, 'remote', 'sv')).toContain('”inte ifyllt”');
  });
});

describe('who is called', () => {
  const member = (name: string, more: Partial<GroupMember>): GroupMember => ({
    id: name,
    version: 1,
    name,
    email: `${name}@prov.example`,
    personId: null,
    organisation: { id: 'o', name: 'Länsstyrelsen' },
    role: 'member',
    substituteFor: null,
    fromDay: '2026-01-01',
    toDay: null,
    isCurrent: true,
    attended: 0,
    attendedOf: 0,
    ...more,
  });
  it('is who belongs to the group on the day of the meeting, in Sweden, and has an address', () => {
    const members = [
      member('first', {}),
      member('left', { toDay: '2026-12-07' }),
      member('last day', { toDay: '2026-12-08' }),
      member('later', { fromDay: '2026-12-09' }),
      member('no address', { email: '' }),
    ];
    const { reached, without } = calledTo(members, '2026-12-07T23:30:00Z');
    expect(reached.map(({ name }) => name)).toEqual(['first', 'last day']);
    expect(without.map(({ name }) => name)).toEqual(['no address']);
  });
});
