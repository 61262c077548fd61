import { Injectable } from '@nestjs/common';
import type { Id } from '@samhandling/contracts';
import {
  ROLE_PROBLEM_WORDS,
  roleProblem,
  wouldLoseLastPlanner,
  type HeldRole,
  type RoleProblem,
} from '@samhandling/domain';
import { invalid, refused, type FieldProblem } from '../platform/http/problem-exception.ts';
import { PeopleRepository } from './people.repository.ts';

const POINTERS: Readonly<Record<RoleProblem, string>> = {
  role_unknown: 'role',
  organisation_missing: 'organisationId',
  organisation_not_asked: 'organisationId',
  municipality_missing: 'municipalityCode',
  municipality_not_asked: 'municipalityCode',
};

@Injectable()
export class RoleRules {
  constructor(private readonly people: PeopleRepository) {}

  /** 422 with a pointer to each role that cannot be given in this county. */
  async check(roles: readonly HeldRole[]): Promise<void> {
    if (roles.length === 0)
      throw invalid([
        {
          pointer: '/roles',
          code: 'empty',
          reason: {
            sv: 'Välj minst en roll. Den som inte längre ska ha någon slutar i länet.',
            en: 'Choose at least one role. Whoever is to have none leaves the county.',
          },
        },
      ]);
    const errors = roles.flatMap((held, index): FieldProblem[] => {
      const problem = roleProblem(held);
      return problem
        ? [{ pointer: `/roles/${index}/${POINTERS[problem]}`, code: problem, reason: ROLE_PROBLEM_WORDS[problem] }]
        : [];
    });
    if (errors.length > 0) throw invalid(errors);
    const known = await this.people.findKnownPlaces(
      roles.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId])),
      roles.flatMap(({ municipalityCode }) => (municipalityCode === null ? [] : [municipalityCode])),
    );
    const strangers = roles.flatMap(({ organisationId, municipalityCode }, index): FieldProblem[] => [
      ...(organisationId !== null && !known.organisationIds.includes(organisationId)
        ? [
            unknown(
              `/roles/${index}/organisationId`,
              'Länet har ingen sådan organisation.',
              'The county has no such organisation.',
            ),
          ]
        : []),
      ...(municipalityCode !== null && !known.municipalityCodes.includes(municipalityCode)
        ? [
            unknown(
              `/roles/${index}/municipalityCode`,
              'Länet har ingen sådan kommun.',
              'The county has no such municipality.',
            ),
          ]
        : []),
    ]);
    if (strangers.length > 0) throw invalid(strangers);
  }

  /** 409 when nobody would be left to see to the county. Holds the planners until the commit, so that two cannot do it at once. */
  async keepAPlanner(leavingId: Id): Promise<void> {
    if (!wouldLoseLastPlanner(await this.people.holdPlanners(), leavingId)) return;
    throw refused({
      sv: 'Det här är länets enda planerare som kan logga in. Ge någon annan rollen först, och vänta tills den personen har loggat in.',
      en: 'This is the county’s only planner who can sign in. Give somebody else the role first, and wait until they have signed in.',
    });
  }
}

function unknown(pointer: string, sv: string, en: string): FieldProblem {
  return { pointer, code: 'unknown', reason: { sv, en } };
}
