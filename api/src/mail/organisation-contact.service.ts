import { Injectable } from '@nestjs/common';
import type { Id, OrganisationContact } from '@samhandling/contracts';
import { Audit } from '../platform/audit/audit.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { invalid, notFound } from '../platform/http/problem-exception.ts';

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

  put(organisationId: Id, personId: Id | null): Promise<OrganisationContact> {
    return this.uow.run(async () => {
      const before = await this.load(organisationId);
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
      await this.store(organisationId, personId);
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

  private async store(organisationId: Id, personId: Id | null): Promise<void> {
    if (personId === null)
      await this.uow.manager.query('DELETE FROM organisation_contact WHERE organisation_id = $1', [organisationId]);
    else
      await this.uow.manager.query(
        `INSERT INTO organisation_contact (organisation_id, county_id, person_id) VALUES ($1, current_county(), $2)
         ON CONFLICT (organisation_id) DO UPDATE SET person_id = excluded.person_id`,
        [organisationId, personId],
      );
  }

  private async load(organisationId: Id): Promise<OrganisationContact> {
    const rows = await this.uow.manager.query<OrganisationContact[]>(
      `SELECT (SELECT jsonb_build_object('id', p.id, 'name', p.name) FROM organisation_contact c JOIN person p ON p.id = c.person_id
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
