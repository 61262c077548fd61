import type { CountyPerson } from '@samhandling/contracts';
import { isAllowed, personActions, personState, type PersonFacts, type PersonReader } from '@samhandling/domain';
import type { RequestSession } from '../platform/http/request-context.ts';
import type { StoredPerson } from './people.repository.ts';

export function factsOf(person: StoredPerson): PersonFacts {
  return {
    isActive: person.isActive,
    hasAccount: person.hasAccount,
    hasLeft: person.leftAt !== null,
    hasBeenSeen: person.lastSeenAt !== null,
    isInvited: person.invitation !== null,
  };
}

export function readerOf({ personId, roles }: RequestSession, about: string): PersonReader {
  return {
    mayManage: isAllowed(roles, 'person.manage'),
    mayReadData: isAllowed(roles, 'person.manage') && isAllowed(roles, 'audit.read'),
    isOperator: roles.some(({ role }) => role === 'operator'),
    isSelf: personId === about,
  };
}

/** A person as this reader sees them. */
export function viewOf(stored: StoredPerson, session: RequestSession, now: Date): CountyPerson {
  const facts = factsOf(stored);
  const actions = personActions(facts, readerOf(session, stored.id));
  const { id, name, email, roles, formerRoles, since, leftAt, lastSeenAt, version, invitation } = stored;
  return {
    id,
    name,
    email,
    roles,
    formerRoles,
    since,
    leftAt,
    lastSeenAt,
    version,
    state: personState(facts),
    invitation: invitation && {
      ...invitation,
      isExpired: invitation.expiresAt !== null && Date.parse(invitation.expiresAt) <= now.getTime(),
    },
    waiting: isAllowed(session.roles, 'follow_up.read') ? stored.waiting : 0,
    // An operator's account is nobody's to take away but another operator's, on the server.
    availableActions: stored.isRemoved ? [] : actions.filter((action) => !(stored.isOperator && action === 'remove')),
  };
}
