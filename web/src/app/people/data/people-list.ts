import type { CountyPerson } from '@samhandling/contracts';
import { COUNTY_ROLES, type CountyRole, PERSON_STATES, type PersonState } from '@samhandling/domain';

/** Swedish words of the states in the address (`?lage=`). The codes themselves are understood too. */
const STATE_WORDS: Readonly<Record<PersonState, string>> = {
  active: 'aktiv',
  invited: 'inbjuden',
  no_account: 'utan-konto',
  inactive: 'avstangd',
  left: 'slutat',
};
const ROLE_WORDS: Readonly<Record<CountyRole, string>> = {
  planner: 'planerare',
  group_member: 'gruppmedlem',
  reporter: 'rapportor',
  municipal_coordinator: 'samordnare',
  reader: 'lasare',
};

type Values = string | readonly string[] | undefined;

export const statesOf = (values: Values): PersonState[] => known(PERSON_STATES, STATE_WORDS, values);
export const stateWords = (states: readonly PersonState[]): string[] | null =>
  words(PERSON_STATES, STATE_WORDS, states);
export const rolesOf = (values: Values): CountyRole[] => known(COUNTY_ROLES, ROLE_WORDS, values);
export const roleWords = (roles: readonly CountyRole[]): string[] | null => words(COUNTY_ROLES, ROLE_WORDS, roles);

/** Reads one or several of a parameter; what is unknown is passed over. */
function known<Code extends string>(
  all: readonly Code[],
  names: Readonly<Record<Code, string>>,
  values: Values,
): Code[] {
  const list = typeof values === 'string' ? [values] : (values ?? []);
  return all.filter((code) => list.some((value) => value === names[code] || value === code));
}

function words<Code extends string>(
  all: readonly Code[],
  names: Readonly<Record<Code, string>>,
  chosen: readonly Code[],
): string[] | null {
  return chosen.length > 0 ? all.filter((code) => chosen.includes(code)).map((code) => names[code]) : null;
}

export interface PeopleQuery {
  readonly text: string;
  readonly states: readonly PersonState[];
  readonly roles: readonly CountyRole[];
}

export interface FoundPeople {
  readonly items: readonly CountyPerson[];
  /** How many of each the other choices leave; those without any are left out unless chosen. */
  readonly states: readonly { readonly state: PersonState; readonly count: number }[];
  readonly roles: readonly { readonly role: CountyRole; readonly count: number }[];
}

/**
 * Those that fit, in the order they came. The text is looked for in name, address and what the roles are for. Without a state
 * chosen: everybody who has not left, since those who have are looked for on purpose.
 */
export function findPeople(all: readonly CountyPerson[], { text, states, roles }: PeopleQuery): FoundPeople {
  const wanted = text.trim().toLocaleLowerCase('sv');
  const named = all.filter((person) => textOf(person).includes(wanted));
  const inState = (person: CountyPerson): boolean =>
    states.length === 0 ? person.state !== 'left' : states.includes(person.state);
  const withRole = (person: CountyPerson): boolean =>
    roles.length === 0 || rolesHeld(person).some((role) => roles.some((one) => one === role));
  const ofRole = named.filter(withRole);
  const ofState = named.filter(inState);
  return {
    items: ofState.filter(withRole),
    states: PERSON_STATES.map((state) => ({ state, count: ofRole.filter((one) => one.state === state).length })).filter(
      ({ state, count }) => count > 0 || states.includes(state),
    ),
    roles: COUNTY_ROLES.map((role) => ({
      role,
      count: ofState.filter((one) => rolesHeld(one).includes(role)).length,
    })).filter(({ role, count }) => count > 0 || roles.includes(role)),
  };
}

function rolesHeld(person: CountyPerson): string[] {
  return (person.state === 'left' ? person.formerRoles : person.roles).map(({ role }) => role);
}

function textOf({ name, email, roles, formerRoles }: CountyPerson): string {
  const places = [...roles, ...formerRoles].flatMap(({ organisation, municipality }) => [
    organisation?.name ?? '',
    municipality?.name ?? '',
  ]);
  return [name, email, ...places].join('\n').toLocaleLowerCase('sv');
}
