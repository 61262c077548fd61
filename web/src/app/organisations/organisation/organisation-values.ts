import type { Organisation, OrganisationInput } from '@samhandling/contracts';
import type { OrganisationKind } from '@samhandling/domain';

/** What the form holds: plain texts, so that two versions can be compared field by field. */
export interface OrganisationValues {
  readonly name: string;
  /** One on each line. */
  readonly aliases: string;
  readonly kind: OrganisationKind;
  readonly municipalityCode: string;
  /** Ids in order, with a space between. */
  readonly members: string;
}

export const EMPTY_FORM: OrganisationValues = {
  name: '',
  aliases: '',
  kind: 'other',
  municipalityCode: '',
  members: '',
};

const idsOf = (members: string): string[] => members.split(' ').filter((id) => id !== '');

export function formOf(organisation: Organisation): OrganisationValues {
  return {
    name: organisation.name,
    aliases: organisation.aliases.join('\n'),
    kind: organisation.kind,
    municipalityCode: organisation.municipalityCode ?? '',
    members: organisation.members
      .map((member) => member.id)
      .sort()
      .join(' '),
  };
}

/** What is sent: aliases once each and without blanks; a code only for a municipality, members only for a collective. */
export function inputOf(values: OrganisationValues): OrganisationInput {
  const aliases = values.aliases.split('\n').map((alias) => alias.trim().replace(/\s+/g, ' '));
  return {
    name: values.name.trim().replace(/\s+/g, ' '),
    kind: values.kind,
    aliases: [...new Set(aliases.filter((alias) => alias !== ''))],
    municipalityCode: (values.kind === 'municipality' && values.municipalityCode.trim()) || null,
    ...(values.kind === 'collective' ? { memberIds: idsOf(values.members) } : {}),
  };
}

export function toggledMember(members: string, id: string, on: boolean): string {
  const rest = idsOf(members).filter((one) => one !== id);
  return (on ? [...rest, id] : rest).sort().join(' ');
}

/** The stored version that comes with a refused save. */
export function isOrganisation(value: unknown): value is Organisation {
  return typeof value === 'object' && value !== null && 'version' in value && 'aliases' in value && 'members' in value;
}
