import { Injectable } from '@nestjs/common';
import { activityReference } from '@samhandling/domain';
import { matchActor, parsePlan, type KnownOrganisation } from '@samhandling/plan-text';
import { readFileSync } from 'node:fs';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import type { PlanProposal } from '../plans/plan-proposal.ts';
import { PlanWriter } from '../plans/plan-writer.ts';
import { DEMO_INDICATORS, DEMO_MEMBER_DAYS, DEMO_ORGANISATIONS, DEMO_PEOPLE, DEMO_PLAN } from './content/index.ts';
import { shiftAll, shiftYears } from './shift-years.ts';

/** What the follow-up needs to find its way: ids by the names the content uses. */
export interface LoadedPlan {
  readonly planId: string;
  /** By reference, "2.2/5". */
  readonly activities: ReadonlyMap<string, string>;
  /** By "2.2/5#0". */
  readonly indicators: ReadonlyMap<string, string>;
  /** By number as printed. */
  readonly goals: ReadonlyMap<number, string>;
  /** By key of the content. */
  readonly organisations: ReadonlyMap<string, string>;
}

/** The published text goes through the same parser as everybody's, so the demo shows what an import really gives. */
@Injectable()
export class DemoPlanLoader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly plans: PlanWriter,
  ) {}

  async load(people: ReadonlyMap<string, string>, years: number): Promise<LoadedPlan> {
    const organisations = await this.loadOrganisations(years);
    await this.loadRoles(people, organisations);
    const { planId } = await this.plans.createFromProposal(this.proposal([...organisations.values()], years));
    await this.uow.manager.query(
      `UPDATE plan SET slug = $2, state = 'adopted', records_number = $3, decision_reference = $4, version = version + 1 WHERE id = $1`,
      [
        planId,
        shiftYears(DEMO_PLAN.slug, years),
        shiftYears(DEMO_PLAN.recordsNumber, years),
        shiftYears(DEMO_PLAN.decisionReference, years),
      ],
    );
    return this.find(planId, new Map([...organisations].map(([key, { id }]) => [key, id])));
  }

  private async loadOrganisations(years: number): Promise<Map<string, KnownOrganisation>> {
    const known = new Map(
      DEMO_ORGANISATIONS.map(({ key, name, kind, aliases }) => [key, { id: newId(), name, kind, aliases }]),
    );
    const idOf = (key: string): string => known.get(key)?.id ?? '';
    await this.uow.manager.query(
      `INSERT INTO organisation (id, county_id, name, kind, aliases, municipality_code)
       SELECT r.id, current_county(), r.name, r.kind, r.aliases, r.code FROM jsonb_to_recordset($1) AS r(id uuid, name text, kind text, aliases text[], code text)`,
      [
        JSON.stringify(
          DEMO_ORGANISATIONS.map((organisation) => ({
            ...organisation,
            id: idOf(organisation.key),
            code: organisation.municipalityCode,
          })),
        ),
      ],
    );
    const members = DEMO_ORGANISATIONS.flatMap(({ key, members: keys }) =>
      [...new Set([...keys, ...DEMO_MEMBER_DAYS.flatMap((one) => (one.collective === key ? [one.member] : []))])].map(
        (member) => {
          const days = DEMO_MEMBER_DAYS.find((one) => one.collective === key && one.member === member);
          const { from = null, to = null } = shiftAll(days, years) ?? {};
          return { id: newId(), collective: idOf(key), member: idOf(member), from, to };
        },
      ),
    );
    await this.uow.manager.query(
      `INSERT INTO organisation_member (id, county_id, collective_id, member_id, from_day, to_day)
       SELECT r.id, current_county(), r.collective, r.member, r."from", r."to" FROM jsonb_to_recordset($1) AS r(id uuid, collective uuid, member uuid, "from" date, "to" date)`,
      [JSON.stringify(members)],
    );
    return known;
  }

  private async loadRoles(
    people: ReadonlyMap<string, string>,
    organisations: ReadonlyMap<string, KnownOrganisation>,
  ): Promise<void> {
    const rows = DEMO_PEOPLE.flatMap(({ key, roles }) =>
      roles.map((held) => ({
        id: newId(),
        person: people.get(key),
        role: held.role,
        organisation: held.organisation === null ? null : organisations.get(held.organisation)?.id,
        code: held.municipalityCode,
      })),
    );
    await this.uow.manager.query(
      `INSERT INTO role_assignment (id, county_id, person_id, role, organisation_id, municipality_code)
       SELECT r.id, current_county(), r.person, r.role, r.organisation, r.code FROM jsonb_to_recordset($1) AS r(id uuid, person uuid, role text, organisation uuid, code text)
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(rows)],
    );
  }

  private proposal(organisations: readonly KnownOrganisation[], years: number): PlanProposal {
    // The same address from source and from dist: the text is not compiled.
    const text = readFileSync(new URL('../../src/demo/content/plan.txt', import.meta.url), 'utf8');
    const parsed = parsePlan(shiftYears(text, years));
    const definitions = new Map(
      DEMO_INDICATORS.map(({ activity, index, definition }) => [`${activity}#${index}`, definition]),
    );
    const idOf = (name: string): string => {
      const { organisationId } = matchActor(name, organisations);
      if (!organisationId) throw new Error(`The demo plan names ${name}, which is no organisation of the demo.`);
      return organisationId;
    };
    const { title, theme, firstYear, lastYear } = DEMO_PLAN;
    return {
      ...parsed,
      title: shiftYears(title, years),
      theme,
      firstYear: firstYear + years,
      lastYear: lastYear + years,
      goals: parsed.goals.map((goal) => ({
        ...goal,
        areas: goal.areas.map((area) => ({
          ...area,
          activities: area.activities.map((activity) => ({
            number: activity.number,
            text: activity.text,
            openEnded: activity.openEnded,
            responsibleIds: [...new Set(activity.responsible.map(idOf))],
            responsibleGroupId: activity.responsibleGroup === null ? null : idOf(activity.responsibleGroup),
            partnerIds: [...new Set(activity.partners.map(idOf))],
            indicators: activity.indicators.map((sentence, index) => {
              const definition = definitions.get(`${activityReference(area.number, activity.number)}#${index}`);
              if (!definition)
                throw new Error(`The demo says nothing about an indicator of ${area.number}/${activity.number}.`);
              const { kind, unit, decimals, breakdown, direction, target, settled } = definition;
              return { text: sentence, kind, unit, decimals, breakdown, direction, target, settled };
            }),
          })),
        })),
      })),
    };
  }

  private async find(planId: string, organisations: ReadonlyMap<string, string>): Promise<LoadedPlan> {
    const activities = await this.uow.manager.query<{ id: string; reference: string }[]>(
      `SELECT t.id, a.number || '/' || t.number AS reference FROM activity t JOIN area a ON a.id = t.area_id WHERE t.plan_id = $1`,
      [planId],
    );
    const indicators = await this.uow.manager.query<{ id: string; key: string }[]>(
      `SELECT ai.indicator_id AS id, a.number || '/' || t.number || '#' || row_number() OVER (PARTITION BY t.id ORDER BY ai.position) - 1 AS key
       FROM activity_indicator ai JOIN activity t ON t.id = ai.activity_id JOIN area a ON a.id = t.area_id WHERE ai.plan_id = $1`,
      [planId],
    );
    const goals = await this.uow.manager.query<{ id: string; number: number }[]>(
      'SELECT id, number FROM goal WHERE plan_id = $1',
      [planId],
    );
    return {
      planId,
      organisations,
      activities: new Map(activities.map(({ id, reference }) => [reference, id])),
      indicators: new Map(indicators.map(({ id, key }) => [key, id])),
      goals: new Map(goals.map(({ id, number }) => [number, id])),
    };
  }
}
