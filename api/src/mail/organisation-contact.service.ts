import { Injectable } from '@nestjs/common';
import type { Id, OrganisationContact } from '@samhandling/contracts';
import { Audit } from '../platform/audit/audit.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { invalid, notFound, stale } from '../platform/http/problem-exception.ts';

/** Whom to turn to when nobody at an organisation answers: one of those who report for it. */
@Injectable()
export class OrganisationContactService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  get(organisationId: Id): Promise<OrganisationContact> {
    return this.uow.read(() => this.load(organisationId));
  }

  put(organisationId: Id, version: number, personId: Id | null): Promise<OrganisationContact> {
    return this.uow.run(async () => {
      const before = await this.load(organisationId);
      if (before.version !== version) throw stale(before);
      if (personId !== null && !before.choices.some(({ id }) => id === personId)) {
        throw invalid([
          {
            pointer: '/personId',
            code: 'not_a_choice',
            reason: {
              sv: 'Välj någon som rapporterar för organisationen.',
              en: 'Choose somebody who reports for the organisation.',
            },
          },
        ]);
      }
      if (!(await this.store(organisationId, version, personId))) throw stale(await this.load(organisationId));
      const after = await this.load(organisationId);
      await this.audit.record({
        action: 'update',
        entity: 'organisation_contact',
        entityId: organisationId,
        before: { person: before.person?.name ?? null },
        after: { person: after.person?.name ?? null },
      });
      return after;
    });
  }

  /** False when somebody else was first. */
  private async store(organisationId: Id, version: number, personId: Id | null): Promise<boolean> {
    const rows = await this.uow.manager.query<object[]>(
      `INSERT INTO organisation_contact AS c (organisation_id, county_id, person_id) VALUES ($1, current_county(), $2)
       ON CONFLICT (organisation_id) DO UPDATE SET person_id = excluded.person_id, version = c.version + 1 WHERE c.version = $3
       RETURNING 1`,
      [organisationId, personId, version],
    );
    return rows.length === 1;
  }

  private async load(organisationId: Id): Promise<OrganisationContact> {
    const rows = await this.uow.manager.query<OrganisationContact[]>(
      `SELECT coalesce((SELECT c.version FROM organisation_contact c WHERE c.organisation_id = o.id), 0) AS version,
         (SELECT jsonb_build_object('id', p.id, 'name', p.name) FROM organisation_contact c JOIN person p ON p.id = c.person_id
           WHERE c.organisation_id = o.id) AS person,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) ORDER BY p.name COLLATE "sv-x-icu"), '[]')
           FROM person p WHERE p.is_active AND EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = p.id AND r.county_id = current_county()
             AND (r.organisation_id = o.id OR r.municipality_code = o.municipality_code))) AS choices
       FROM organisation o WHERE o.id = $1`,
      [organisationId],
    );
    const found = rows[0];
    if (!found) throw notFound();
    return found;
  }
}
