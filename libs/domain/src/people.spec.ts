import fc from 'fast-check';
import {
  COUNTY_ROLES,
  personActions,
  personState,
  readAddress,
  roleChanges,
  roleKey,
  roleProblem,
  wouldLoseLastPlanner,
  type PersonFacts,
} from './people.ts';
import { ROLES, type HeldRole } from './permissions.ts';

const held = (
  role: HeldRole['role'],
  organisationId: string | null = null,
  municipalityCode: string | null = null,
) => ({
  role,
  organisationId,
  municipalityCode,
});
const facts: PersonFacts = {
  isActive: true,
  hasAccount: true,
  hasLeft: false,
  hasBeenSeen: true,
  isInvited: false,
};
const planner = { mayManage: true, mayReadData: true, isOperator: false, isSelf: false };

const anyHeld = fc.record({
  role: fc.constantFrom(...ROLES),
  organisationId: fc.constantFrom('a', 'b', null),
  municipalityCode: fc.constantFrom('0760', '0761', null),
});
const anyFacts = fc.record({
  isActive: fc.boolean(),
  hasAccount: fc.boolean(),
  hasLeft: fc.boolean(),
  hasBeenSeen: fc.boolean(),
  isInvited: fc.boolean(),
});

describe('roleProblem', () => {
  it('takes each role of a county with what it is for', () => {
    expect(roleProblem(held('planner'))).toBeNull();
    expect(roleProblem(held('reporter', 'org'))).toBeNull();
    expect(roleProblem(held('municipal_coordinator', null, '0760'))).toBeNull();
  });

  it('never lets anybody be an operator from inside a county', () => {
    expect(roleProblem(held('operator'))).toBe('role_unknown');
    expect(COUNTY_ROLES).not.toContain('operator');
  });

  it('says what is missing, and what does not belong', () => {
    expect(roleProblem(held('reporter'))).toBe('organisation_missing');
    expect(roleProblem(held('planner', 'org'))).toBe('organisation_not_asked');
    expect(roleProblem(held('municipal_coordinator'))).toBe('municipality_missing');
    expect(roleProblem(held('reader', null, '0760'))).toBe('municipality_not_asked');
  });
});

describe('roleChanges', () => {
  it('gets from any set to any other, adding nothing that is there and removing nothing that is not', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyHeld, { selector: roleKey }), fc.array(anyHeld), (had, wanted) => {
        const { added, removed } = roleChanges(had, wanted);
        const gone = new Set(removed.map(roleKey));
        const after = new Set([...had.map(roleKey).filter((key) => !gone.has(key)), ...added.map(roleKey)]);
        expect(after).toEqual(new Set(wanted.map(roleKey)));
        expect(added.map(roleKey).filter((key) => had.some((one) => roleKey(one) === key))).toEqual([]);
      }),
    );
  });
});

describe('personState', () => {
  it('is invited until seen in this county, account or not, so that inviting tells nothing of elsewhere', () => {
    const invited = { ...facts, hasBeenSeen: false, isInvited: true };
    expect(personState(invited)).toBe('invited');
    expect(personState({ ...invited, hasAccount: false })).toBe('invited');
    expect(personState({ ...invited, hasBeenSeen: true })).toBe('active');
  });

  it('puts having left before everything else', () => {
    fc.assert(
      fc.property(anyFacts, (some) => {
        expect(personState({ ...some, hasLeft: true })).toBe('left');
      }),
    );
  });
});

describe('personActions', () => {
  it('gives nothing to whoever may not manage people', () => {
    fc.assert(
      fc.property(anyFacts, fc.boolean(), (some, isSelf) => {
        const reader = { mayManage: false, mayReadData: false, isOperator: false, isSelf };
        expect(personActions(some, reader)).toEqual([]);
      }),
    );
  });

  it('removes only those who have left, and nobody removes or shuts out themselves', () => {
    fc.assert(
      fc.property(anyFacts, fc.boolean(), (some, isSelf) => {
        const actions = personActions(some, { ...planner, isOperator: true, isSelf });
        expect(actions.includes('remove')).toBe(some.hasLeft && !isSelf);
        if (isSelf) expect(actions).not.toContain('deactivate');
      }),
    );
  });

  it('invites again until the person has come in', () => {
    expect(personActions({ ...facts, hasBeenSeen: false, isInvited: true }, planner)).toContain('invite');
    expect(personActions(facts, planner)).not.toContain('invite');
    expect(personActions({ ...facts, hasAccount: false }, planner)).toContain('invite');
  });
});

describe('wouldLoseLastPlanner', () => {
  it('stops the last one and nobody else', () => {
    expect(wouldLoseLastPlanner(['a'], 'a')).toBe(true);
    expect(wouldLoseLastPlanner(['a', 'b'], 'a')).toBe(false);
    expect(wouldLoseLastPlanner(['a'], 'b')).toBe(false);
    expect(wouldLoseLastPlanner([], 'a')).toBe(false);
  });
});

describe('readAddress', () => {
  it('tidies an address and refuses what is none', () => {
    expect(readAddress('  Anna.Prov@Example.org ')).toBe('anna.prov@example.org');
    expect(readAddress('anna')).toBeNull();
    expect(readAddress('a b@c')).toBeNull();
    expect(readAddress(`${'a'.repeat(250)}@example.org`)).toBeNull();
  });
});
