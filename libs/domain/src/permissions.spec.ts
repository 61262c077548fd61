import fc from 'fast-check';
import {
  isAllowed,
  PERMISSION_LABELS,
  PERMISSION_MATRIX,
  PERMISSIONS,
  permissionsOf,
  ROLE_LABELS,
  ROLES,
  type HeldRole,
  type Permission,
  type Role,
} from './permissions.ts';

const held = (role: Role): HeldRole => ({ role, organisationId: null, municipalityCode: null });
const roles = fc.array(fc.constantFrom(...ROLES).map(held), { maxLength: 4 });

describe('permissions', () => {
  it('are denied by default', () => {
    fc.assert(
      fc.property(roles, fc.constantFrom(...PERMISSIONS), (given, permission) => {
        const inMatrix = given.some((one) => PERMISSION_MATRIX[one.role].includes(permission));
        expect(isAllowed(given, permission)).toBe(inMatrix);
        expect(permissionsOf(given).includes(permission)).toBe(inMatrix);
        expect(isAllowed([], permission)).toBe(false);
      }),
    );
  });

  it('are not granted by a role or a permission that nobody knows', () => {
    const unknown = ['superuser', 'constructor', '__proto__', 'Planner', ''].map((role) => held(role as Role));
    expect(permissionsOf(unknown)).toEqual([]);
    expect(unknown.some((one) => PERMISSIONS.some((permission) => isAllowed([one], permission)))).toBe(false);
    fc.assert(
      fc.property(fc.string(), (name) => {
        fc.pre(!PERMISSIONS.some((permission) => permission === name));
        expect(isAllowed(ROLES.map(held), name as Permission)).toBe(false);
      }),
    );
  });

  it('grow with roles and never shrink', () => {
    fc.assert(
      fc.property(roles, fc.constantFrom(...ROLES).map(held), (given, more) => {
        expect(permissionsOf([...given, more])).toEqual(expect.arrayContaining(permissionsOf(given)));
      }),
    );
  });

  it('leave planning, adopting and reviewing to planners alone', () => {
    const plannersOwn: Permission[] = [
      'plan.edit',
      'plan.import',
      'plan.adopt',
      'organisation.edit',
      'round.manage',
      'round.adopt',
      'follow_up.answer_any',
      'follow_up.review',
      'outcome.enter_any',
      'goal_judgement.edit',
      'audit.read',
    ];
    for (const permission of plannersOwn)
      expect(ROLES.filter((role) => isAllowed([held(role)], permission))).toEqual(['planner']);
  });

  it('let a reporter, a coordinator and a member of a group enter only what is theirs, and a reader nothing', () => {
    const writing = (role: Role): Permission[] =>
      permissionsOf([held(role)]).filter((permission) => !permission.endsWith('.read'));
    expect(writing('reporter')).toEqual([
      'follow_up.answer_own',
      'outcome.enter_own',
      'event.register_own',
      'participation.edit_own',
      'action.complete_own',
    ]);
    expect(writing('municipal_coordinator')).toEqual([
      'outcome.enter_municipality',
      'event.register_municipality',
      'participation.edit_own',
      'action.complete_own',
    ]);
    expect(writing('group_member')).toEqual(['meeting.write_own', 'action.complete_own']);
    expect(writing('reader')).toEqual([]);
  });

  it('let the operator of the installation see to people, and give no sight of what a county writes', () => {
    expect(permissionsOf([held('operator')])).toEqual(['person.read', 'person.manage', 'installation.manage']);
    expect(isAllowed([held('planner')], 'installation.manage')).toBe(false);
  });

  it('have words', () => {
    expect(Object.keys(PERMISSION_LABELS).sort()).toEqual([...PERMISSIONS].sort());
    expect(Object.keys(ROLE_LABELS).sort()).toEqual([...ROLES].sort());
    for (const label of [...Object.values(PERMISSION_LABELS), ...Object.values(ROLE_LABELS)])
      expect([label.sv, label.en]).not.toContain('');
  });
});
