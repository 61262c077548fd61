import type { Label } from './locale.ts';
import { ROLES, type HeldRole, type Role } from './permissions.ts';

/** The roles a county gives. Nobody becomes an operator from inside a county. */
export type CountyRole = Exclude<Role, 'operator'>;
export const COUNTY_ROLES: readonly CountyRole[] = ROLES.filter((role): role is CountyRole => role !== 'operator');

export const ROLE_PROBLEMS = [
  'role_unknown',
  'organisation_missing',
  'organisation_not_asked',
  'municipality_missing',
  'municipality_not_asked',
] as const;
export type RoleProblem = (typeof ROLE_PROBLEMS)[number];
export const ROLE_PROBLEM_WORDS: Readonly<Record<RoleProblem, Label>> = {
  role_unknown: {
    sv: 'Rollen går inte att ge här. Driftansvarig ges på servern.',
    en: 'That role cannot be given here. Operators are named on the server.',
  },
  organisation_missing: {
    sv: 'En rapportör svarar för en organisation. Välj vilken.',
    en: 'A reporter answers for an organisation. Choose which.',
  },
  organisation_not_asked: {
    sv: 'Bara rapportörer hör till en organisation.',
    en: 'Only reporters belong to an organisation.',
  },
  municipality_missing: {
    sv: 'En kommunal samordnare svarar för en kommun. Välj vilken.',
    en: 'A municipal coordinator answers for a municipality. Choose which.',
  },
  municipality_not_asked: {
    sv: 'Bara kommunala samordnare hör till en kommun.',
    en: 'Only municipal coordinators belong to a municipality.',
  },
};

/** What is wrong with a role as given in a county, or null. Whether the organisation is there is for the database to say. */
export function roleProblem({ role, organisationId, municipalityCode }: HeldRole): RoleProblem | null {
  if (!COUNTY_ROLES.some((known) => known === role)) return 'role_unknown';
  if (role === 'reporter' && organisationId === null) return 'organisation_missing';
  if (role !== 'reporter' && organisationId !== null) return 'organisation_not_asked';
  if (role === 'municipal_coordinator' && municipalityCode === null) return 'municipality_missing';
  if (role !== 'municipal_coordinator' && municipalityCode !== null) return 'municipality_not_asked';
  return null;
}

/** Two roles with the same key are the same role. */
export function roleKey({ role, organisationId, municipalityCode }: HeldRole): string {
  return [role, organisationId ?? '', municipalityCode ?? ''].join('|');
}

/** What is to be added and removed to get from one set of roles to another. Each role counts once. */
export function roleChanges<Had extends HeldRole>(
  had: readonly Had[],
  wanted: readonly HeldRole[],
): { readonly added: readonly HeldRole[]; readonly removed: readonly Had[] } {
  const before = new Set(had.map(roleKey));
  const after = new Map(wanted.map((held) => [roleKey(held), held]));
  return {
    added: [...after].filter(([key]) => !before.has(key)).map(([, held]) => held),
    removed: had.filter((held) => !after.has(roleKey(held))),
  };
}

/** An address as we take it: something, an at sign, something, in small letters and without space around. Null: it is none. */
export function readAddress(text: string): string | null {
  const address = text.trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+$/.test(address) && address.length <= 254 ? address : null;
}

/** How long the letter with an invitation opens something. */
export const INVITATION_DAYS = 14;

/** What somebody is called when what identifies them has been taken away. The same as in the database function `erase_person`. */
export const FORMER_COLLEAGUE = 'Tidigare medarbetare';

export const PERSON_STATES = ['active', 'invited', 'no_account', 'inactive', 'left'] as const;
/**
 * `invited`: a letter is under way, or has run out. `no_account`: answers by link only. `inactive`: shut out of the whole
 * installation. `left`: no longer in the county; the name stays in its history.
 */
export type PersonState = (typeof PERSON_STATES)[number];
export const PERSON_STATE_LABELS: Readonly<Record<PersonState, Label>> = {
  active: { sv: 'Aktiv', en: 'Active' },
  invited: { sv: 'Inbjuden', en: 'Invited' },
  no_account: { sv: 'Svarar utan konto', en: 'Answers without an account' },
  inactive: { sv: 'Avstängd', en: 'Shut out' },
  left: { sv: 'Har slutat', en: 'Has left' },
};

export interface PersonFacts {
  readonly isActive: boolean;
  readonly hasAccount: boolean;
  readonly hasLeft: boolean;
  /** Has been here with a session of this county. */
  readonly hasBeenSeen: boolean;
  /** An invitation has been sent that nobody has accepted, whether it still opens or not. */
  readonly isInvited: boolean;
}

/**
 * An invited person stays invited until seen in this very county, whether or not they have an account elsewhere: who
 * works elsewhere is nothing a county learns by inviting them.
 */
export function personState({ isActive, hasAccount, hasLeft, hasBeenSeen, isInvited }: PersonFacts): PersonState {
  if (hasLeft) return 'left';
  if (!isActive) return 'inactive';
  if (isInvited && !hasBeenSeen) return 'invited';
  return hasAccount ? 'active' : 'no_account';
}

export const PERSON_ACTIONS = [
  'edit',
  'invite',
  'leave',
  'return',
  'remove',
  'deactivate',
  'activate',
  'read_data',
] as const;
export type PersonAction = (typeof PERSON_ACTIONS)[number];

export interface PersonReader {
  readonly mayManage: boolean;
  readonly mayReadData: boolean;
  readonly isOperator: boolean;
  readonly isSelf: boolean;
}

/** What a reader may do with a person now. Nobody shuts themselves out or removes themselves; leaving is another thing. */
export function personActions(facts: PersonFacts, reader: PersonReader): readonly PersonAction[] {
  const { hasLeft, isActive, hasBeenSeen, hasAccount } = facts;
  const isNew = !hasBeenSeen || !hasAccount;
  const allowed: Readonly<Record<PersonAction, boolean>> = {
    edit: reader.mayManage && !hasLeft,
    invite: reader.mayManage && !hasLeft && isActive && isNew,
    leave: reader.mayManage && !hasLeft,
    return: reader.mayManage && hasLeft,
    remove: reader.mayManage && hasLeft && !reader.isSelf,
    deactivate: reader.isOperator && isActive && !reader.isSelf,
    activate: reader.isOperator && !isActive && !reader.isSelf,
    read_data: reader.mayReadData,
  };
  return PERSON_ACTIONS.filter((action) => allowed[action]);
}

/**
 * Whether a county would be left without anybody who can see to it. `planners` are those who can sign in now; a planner
 * who has not come in yet is nobody to lean on. Where there is none to begin with, nothing gets worse.
 */
export function wouldLoseLastPlanner(planners: readonly string[], leavingId: string): boolean {
  return planners.includes(leavingId) && planners.every((id) => id === leavingId);
}
