import fc from 'fast-check';
import type { CountyPerson } from '@samhandling/contracts';
import { COUNTY_ROLES, type CountyRole, PERSON_STATES, type PersonState } from '@samhandling/domain';
import { findPeople, roleWords, rolesOf, stateWords, statesOf } from './people-list.ts';

const person = (name: string, state: PersonState, role: CountyRole, place = ''): CountyPerson => {
  const held = {
    id: name,
    role,
    organisation: place === '' ? null : { id: place, name: place },
    municipality: null,
    isFromProvider: false,
  };
  return {
    id: name,
    name,
    email: `${name.toLowerCase()}@example.org`,
    state,
    roles: state === 'left' ? [] : [held],
    formerRoles: state === 'left' ? [held] : [],
    since: '2026-01-01T00:00:00Z',
    leftAt: null,
    lastSeenAt: null,
    invitation: null,
    waiting: 0,
    version: 1,
    availableActions: [],
  };
};
const all = [
  person('Anna', 'active', 'planner'),
  person('Bo', 'invited', 'reporter', 'Region Prov'),
  person('Cilla', 'left', 'reporter', 'Region Prov'),
];
const names = (query: Partial<Parameters<typeof findPeople>[1]>): string[] =>
  findPeople(all, { text: '', states: [], roles: [], ...query }).items.map(({ name }) => name);

describe('findPeople', () => {
  it('shows those who have left only when asked for', () => {
    expect(names({})).toEqual(['Anna', 'Bo']);
    expect(names({ states: ['left'] })).toEqual(['Cilla']);
  });

  it('finds by name, address and what the role is or was for', () => {
    expect(names({ text: ' ANN' })).toEqual(['Anna']);
    expect(names({ text: 'bo@example' })).toEqual(['Bo']);
    expect(names({ text: 'region', states: ['invited', 'left'] })).toEqual(['Bo', 'Cilla']);
  });

  it('counts each kind of choice by the other', () => {
    const found = findPeople(all, { text: '', states: ['active'], roles: ['reporter'] });
    expect(found.items).toEqual([]);
    expect(found.states).toEqual([
      { state: 'active', count: 0 },
      { state: 'invited', count: 1 },
      { state: 'left', count: 1 },
    ]);
    expect(found.roles).toEqual([
      { role: 'planner', count: 1 },
      { role: 'reporter', count: 0 },
    ]);
  });
});

describe('the choices in the address', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.subarray([...PERSON_STATES]), fc.subarray([...COUNTY_ROLES]), (states, roles) => {
        expect(statesOf(stateWords(states) ?? undefined)).toEqual(states);
        expect(rolesOf(roleWords(roles) ?? undefined)).toEqual(roles);
      }),
    );
  });

  it('pass over what they do not know', () => {
    expect(statesOf(['slutat', 'okänd'])).toEqual(['left']);
    expect(rolesOf('operator')).toEqual([]);
  });
});
