import { PERMISSION_MATRIX, PERMISSIONS, type Permission, type Role } from './permissions.ts';

/** Who may come at all: everybody with a role, and those without. */
export type Visitor = Role | 'anonymous';

/**
 * `own`: only what is theirs, which the service asks the stored row about. `link`: only with an answer link, whatever the
 * role.
 */
export type RouteAccess = 'yes' | 'own' | 'link' | 'no';

/**
 * What a route gives a visitor, out of what it declares (`x-access` in the description of the API): `open`, `signed-in`,
 * `answer-link`, or rights of which one is enough. A word nobody knows gives nothing.
 */
export function routeAccess(visitor: Visitor, declared: readonly string[]): RouteAccess {
  if (declared.includes('open')) return 'yes';
  if (declared.includes('answer-link')) return 'link';
  if (visitor === 'anonymous') return 'no';
  if (declared.includes('signed-in')) return 'yes';
  const held = declared.filter(
    (word): word is Permission =>
      PERMISSIONS.some((known) => known === word) && PERMISSION_MATRIX[visitor].includes(word as Permission),
  );
  if (held.length === 0) return 'no';
  return held.every((permission) => /_(?:own|municipality)$/.test(permission)) ? 'own' : 'yes';
}
