import type { PersonRole } from '@samhandling/contracts';
import { type HeldRole, ROLE_LABELS, type Label } from '@samhandling/domain';

/** "Rapportör, Region Kronoberg". */
export function roleText(
  { role, organisation, municipality }: Pick<PersonRole, 'role' | 'organisation' | 'municipality'>,
  say: (label: Label) => string,
): string {
  return [say(ROLE_LABELS[role]), organisation?.name ?? municipality?.name ?? '']
    .filter((part) => part !== '')
    .join(', ');
}

export function heldOf({ role, organisation, municipality }: PersonRole): HeldRole {
  return { role, organisationId: organisation?.id ?? null, municipalityCode: municipality?.code ?? null };
}
