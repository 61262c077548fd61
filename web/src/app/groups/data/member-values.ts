import type { Day, GroupMember, GroupMemberInput } from '@samhandling/contracts';
import { MEMBER_ROLES, type MemberRole, isDay } from '@samhandling/domain';

/** The fields of a member as they stand in the form. With an account, name and address are the account's. */
export interface MemberValues {
  readonly hasAccount: boolean;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly organisationId: string;
  readonly role: MemberRole;
  readonly substituteForId: string;
  readonly fromDay: string;
  readonly toDay: string;
}

export function newMember(today: Day): MemberValues {
  return {
    hasAccount: true,
    personId: '',
    name: '',
    email: '',
    organisationId: '',
    role: 'member',
    substituteForId: '',
    fromDay: today,
    toDay: '',
  };
}

export function memberValues(member: GroupMember): MemberValues {
  return {
    hasAccount: member.personId !== null,
    personId: member.personId ?? '',
    name: member.name,
    email: member.email,
    organisationId: member.organisation.id,
    role: member.role,
    substituteForId: member.substituteFor?.id ?? '',
    fromDay: member.fromDay,
    toDay: member.toDay ?? '',
  };
}

export function memberInput(values: MemberValues): GroupMemberInput {
  const who = values.hasAccount
    ? { personId: values.personId }
    : { personId: null, name: values.name.trim(), email: values.email.trim() };
  return {
    ...who,
    organisationId: values.organisationId,
    role: values.role,
    substituteForId: values.role === 'substitute' ? values.substituteForId || null : null,
    fromDay: values.fromDay,
    toDay: values.toDay || null,
  };
}

export function roleOf(text: string): MemberRole | undefined {
  return MEMBER_ROLES.find((role) => role === text);
}

type MemberField = 'personId' | 'name' | 'email' | 'organisationId' | 'fromDay' | 'toDay';

/** What is missing or wrong, by field; nothing is sent while there is something. */
export function memberSlips(values: MemberValues): Partial<Record<MemberField, string>> {
  const slips: Partial<Record<MemberField, string>> = {};
  if (values.hasAccount) {
    if (values.personId === '') slips.personId = $localize`:@@groups.member.personMissing:Sök och välj personen.`;
  } else {
    if (values.name.trim() === '') slips.name = $localize`:@@groups.member.nameMissing:Skriv namnet.`;
    const email = values.email.trim();
    if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
      slips.email = $localize`:@@groups.member.emailWrong:Adressen ser inte ut som en e-postadress.`;
  }
  if (values.organisationId === '')
    slips.organisationId = $localize`:@@groups.member.organisationMissing:Välj vilken organisation personen kommer från.`;
  if (!isDay(values.fromDay)) slips.fromDay = $localize`:@@groups.member.fromMissing:Skriv från vilken dag.`;
  if (values.toDay !== '' && isDay(values.fromDay) && values.toDay < values.fromDay)
    slips.toDay = $localize`:@@groups.member.toWrong:Sista dagen är före den första.`;
  return slips;
}

export function isMember(value: unknown): value is GroupMember {
  return typeof value === 'object' && value !== null && 'fromDay' in value && 'role' in value && 'version' in value;
}
