import { isAllowed, type HeldRole, type Label } from '@samhandling/domain';
import { ProblemException } from '../../platform/http/problem-exception.ts';

/** What a person's roles let them register, to be weighed against an event's activities and municipalities. */
export interface RegisteringRight {
  readonly any: boolean;
  readonly organisationIds: readonly string[];
  readonly municipalityCodes: readonly string[];
}

export function rightOf(roles: readonly HeldRole[]): RegisteringRight {
  return {
    any: isAllowed(roles, 'event.register_any'),
    organisationIds: roles.flatMap((held) =>
      isAllowed([held], 'event.register_own') && held.organisationId !== null ? [held.organisationId] : [],
    ),
    municipalityCodes: roles.flatMap((held) =>
      isAllowed([held], 'event.register_municipality') && held.municipalityCode !== null ? [held.municipalityCode] : [],
    ),
  };
}

/**
 * May an event with these activities and municipalities be registered (product, section 8)? A planner any; a reporter
 * where every activity is one of theirs, since the event counts in each; a municipal coordinator where it was held in
 * their municipality.
 */
export function mayRegister(
  right: RegisteringRight,
  activities: readonly { readonly mine: boolean }[],
  municipalityCodes: readonly string[],
): boolean {
  return (
    right.any ||
    (right.organisationIds.length > 0 && activities.length > 0 && activities.every(({ mine }) => mine)) ||
    municipalityCodes.some((code) => right.municipalityCodes.includes(code))
  );
}

export const NOT_YOURS: Label = {
  sv: 'En händelse registreras av en organisation som är ansvarig eller samverkanspartner i alla dess aktiviteter, av samordnaren i en av dess kommuner eller av en planerare.',
  en: 'An event is registered by an organisation that is responsible or a partner in all its activities, by the coordinator of one of its municipalities or by a planner.',
};

export function notYours(): ProblemException {
  return new ProblemException('not_allowed', NOT_YOURS);
}
