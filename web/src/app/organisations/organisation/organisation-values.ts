import type { MemberInput, Organisation, OrganisationInput } from '@samhandling/contracts';
import type { OrganisationKind } from '@samhandling/domain';

/** What the form holds: plain texts, so that two versions can be compared field by field. */
export interface OrganisationValues {
  readonly name: string;
  /** One on each line. */
  readonly aliases: string;
  readonly kind: OrganisationKind;
  readonly municipalityCode: string;
  /** Ids in order with their days, "id|from|to", with a space between. */
  readonly members: string;
}

export const EMPTY_FORM: OrganisationValues = {
  name: '',
  aliases: '',
  kind: 'other',
  municipalityCode: '',
  members: '',
};

/** Members out of what the form holds, in order. */
export function membersOf(members: string): MemberInput[] {
  return members
    .split(' ')
    .filter((one) => one !== '')
    .map((one) => {
      const [id = '', from = '', to = ''] = one.split('|');
      return { id, from: from || null, to: to || null };
    });
}

function written(members: readonly MemberInput[]): string {
  return members
    .map(({ id, from, to }) => `${id}|${from ?? ''}|${to ?? ''}`)
    .sort()
    .join(' ');
}

export function formOf(organisation: Organisation): OrganisationValues {
  return {
    name: organisation.name,
    aliases: organisation.aliases.join('\n'),
    kind: organisation.kind,
    municipalityCode: organisation.municipalityCode ?? '',
    members: written(organisation.members),
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
    ...(values.kind === 'collective' ? { members: membersOf(values.members) } : {}),
  };
}

/** With somebody as member from a day, or without them. */
export function toggledMember(members: string, id: string, on: boolean, from: string | null = null): string {
  const rest = membersOf(members).filter((member) => member.id !== id);
  return written(on ? [...rest, { id, from, to: null }] : rest);
}

/** With another first or last day of somebody's membership; "" for none. */
export function memberDay(members: string, id: string, name: 'from' | 'to', day: string): string {
  return written(
    membersOf(members).map((member) => (member.id === id ? { ...member, [name]: day === '' ? null : day } : member)),
  );
}

/** The stored version that comes with a refused save. */
export function isOrganisation(value: unknown): value is Organisation {
  return typeof value === 'object' && value !== null && 'version' in value && 'aliases' in value && 'members' in value;
}
