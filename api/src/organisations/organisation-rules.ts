import { Injectable } from '@nestjs/common';
import { invalid, type FieldProblem } from '../platform/http/problem-exception.ts';
import type { MemberInput } from '@samhandling/contracts';
import { OrganisationsRepository, type OrganisationFields } from './organisations.repository.ts';

/** What must hold of an organisation, each with the field it stands at. */
@Injectable()
export class OrganisationRules {
  constructor(private readonly organisations: OrganisationsRepository) {}

  /** Throws `invalid` with every field that breaks a rule. */
  async check(
    id: string,
    fields: OrganisationFields,
    members: readonly MemberInput[],
    pointer: '/memberIds' | '/members' = '/memberIds',
  ): Promise<void> {
    const problems = [
      ...(await this.checkNames(id, fields)),
      ...(await this.checkMunicipality(fields)),
      ...(await this.checkMembers(id, fields, members, pointer)),
      ...members.flatMap(({ from, to }, index) => daysProblem(from, to, index)),
    ];
    if (problems.length > 0) throw invalid(problems);
  }

  /** A name must lead to one organisation, since plans that are read in name their actors by it. */
  private async checkNames(id: string, { name, aliases }: OrganisationFields): Promise<FieldProblem[]> {
    const taken = await this.organisations.findTakenName([name, ...aliases], id);
    if (taken === null) return [];
    const pointer = taken === name ? '/name' : `/aliases/${aliases.indexOf(taken)}`;
    return [
      {
        pointer,
        code: 'taken',
        reason: {
          sv: `En annan organisation heter redan ${taken}.`,
          en: `Another organisation is already called ${taken}.`,
        },
      },
    ];
  }

  private async checkMunicipality({ kind, municipalityCode }: OrganisationFields): Promise<FieldProblem[]> {
    if (municipalityCode === null) return [];
    if (kind !== 'municipality') {
      return [
        {
          pointer: '/municipalityCode',
          code: 'not_a_municipality',
          reason: { sv: 'Bara en kommun har kommunkod.', en: 'Only a municipality has a municipality code.' },
        },
      ];
    }
    if (await this.organisations.hasMunicipality(municipalityCode)) return [];
    return [
      {
        pointer: '/municipalityCode',
        code: 'unknown',
        reason: { sv: 'Länet har ingen kommun med den koden.', en: 'The county has no municipality with that code.' },
      },
    ];
  }

  private async checkMembers(
    id: string,
    { kind }: OrganisationFields,
    members: readonly MemberInput[],
    at: '/memberIds' | '/members',
  ): Promise<FieldProblem[]> {
    const memberIds = members.map((member) => member.id);
    if (memberIds.length === 0) return [];
    if (kind !== 'collective') {
      return [
        {
          pointer: at,
          code: 'not_a_collective',
          reason: { sv: 'Bara Flera tillsammans har medlemmar.', en: 'Only a collective has members.' },
        },
      ];
    }
    const known = new Set(await this.organisations.findKnown(memberIds));
    return memberIds.flatMap((member, index) => {
      const pointer = `${at}/${index}`;
      if (member === id)
        return [
          {
            pointer,
            code: 'itself',
            reason: {
              sv: 'Organisationen kan inte vara medlem i sig själv.',
              en: 'The organisation cannot be a member of itself.',
            },
          },
        ];
      return known.has(member)
        ? []
        : [
            {
              pointer,
              code: 'unknown',
              reason: { sv: 'Organisationen finns inte.', en: 'The organisation does not exist.' },
            },
          ];
    });
  }
}

function daysProblem(from: string | null, to: string | null, index: number): FieldProblem[] {
  if (from === null || to === null || from <= to) return [];
  return [
    {
      pointer: `/members/${index}/to`,
      code: 'before_from',
      reason: { sv: 'Medlemskapet slutar innan det börjar.', en: 'The membership ends before it begins.' },
    },
  ];
}
