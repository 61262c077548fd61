import fc from 'fast-check';
import type { Organisation } from '@samhandling/contracts';
import { formOf, inputOf, memberDay, membersOf, toggledMember } from './organisation-values.ts';

const collective: Organisation = {
  id: 'samtliga',
  version: 3,
  name: 'Kommunerna i länet',
  kind: 'collective',
  aliases: ['Kommunerna', 'Länets kommuner'],
  municipalityCode: null,
  members: [
    { id: 'b', name: 'Björkudden', from: '2024-01-01', to: null },
    { id: 'a', name: 'Almvik', from: null, to: null },
  ],
};

describe('inputOf', () => {
  it('gives back what was loaded when nothing is changed', () => {
    expect(inputOf(formOf(collective))).toEqual({
      name: 'Kommunerna i länet',
      kind: 'collective',
      aliases: ['Kommunerna', 'Länets kommuner'],
      municipalityCode: null,
      members: [
        { id: 'a', from: null, to: null },
        { id: 'b', from: '2024-01-01', to: null },
      ],
    });
  });

  it('drops empty lines, repeated names and needless blanks', () => {
    const input = inputOf({
      ...formOf(collective),
      name: '  Kommunerna  i länet ',
      aliases: 'Alla\n\n Alla \nDe  andra',
    });
    expect(input.name).toBe('Kommunerna i länet');
    expect(input.aliases).toEqual(['Alla', 'De andra']);
  });

  it('sends a code only for a municipality and members only for a collective', () => {
    const values = { ...formOf(collective), municipalityCode: '9001' };
    expect(inputOf(values).municipalityCode).toBeNull();
    expect(inputOf({ ...values, kind: 'municipality' })).toMatchObject({ municipalityCode: '9001' });
    expect(inputOf({ ...values, kind: 'municipality' })).not.toHaveProperty('members');
  });
});

describe('memberDay', () => {
  it('changes one day of one member, and takes it away again', () => {
    const { members } = formOf(collective);
    const ended = memberDay(members, 'b', 'to', '2026-06-30');
    expect(membersOf(ended)).toEqual([
      { id: 'a', from: null, to: null },
      { id: 'b', from: '2024-01-01', to: '2026-06-30' },
    ]);
    expect(memberDay(ended, 'b', 'to', '')).toBe(members);
  });
});

describe('toggledMember', () => {
  it('does not depend on the order of choosing, and taking out undoes putting in', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.uniqueArray(id), id, (ids, one) => {
        const chosen = (list: readonly string[]): string =>
          list.reduce((members, next) => toggledMember(members, next, true), '');
        expect(chosen(ids)).toBe(chosen([...ids].reverse()));
        const without = chosen(ids.filter((other) => other !== one));
        expect(toggledMember(toggledMember(without, one, true), one, false)).toBe(without);
      }),
    );
  });
});
