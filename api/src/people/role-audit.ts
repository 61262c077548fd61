import type { Id } from '@samhandling/contracts';
import type { HeldRole } from '@samhandling/domain';
import type { AuditEntry } from '../platform/audit/audit.ts';

/** What the record says of a role: the same from the page and from the command line. */
export function roleFields({ role, organisationId, municipalityCode }: HeldRole): Record<string, string> {
  return {
    role,
    ...(organisationId !== null && { organisationId }),
    ...(municipalityCode !== null && { municipality: municipalityCode }),
  };
}

export function roleAdded(personId: Id, held: HeldRole): AuditEntry {
  return { action: 'add', entity: 'role_assignment', entityId: personId, after: roleFields(held) };
}

export function roleRemoved(personId: Id, held: HeldRole): AuditEntry {
  return { action: 'remove', entity: 'role_assignment', entityId: personId, before: roleFields(held) };
}
