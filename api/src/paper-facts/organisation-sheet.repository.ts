import { Injectable } from '@nestjs/common';
import type { OrganisationSheetFacts } from '@samhandling/report-model';
import { day } from '../platform/database/sql.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { ACTION_POINT, COUNTY, DECISION } from './meeting-sql.ts';

export type StoredSheet = Pick<OrganisationSheetFacts, 'county' | 'organisation' | 'decisions' | 'actionPoints'> & {
  /** Last day for answers, by round. */
  readonly due: Readonly<Record<string, string>>;
};

/** The organisation itself, or a person who reports for it. */
const OURS = `(d.organisation_id = o.id OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = d.person_id AND r.organisation_id = o.id)
  OR EXISTS (SELECT 1 FROM group_member gm WHERE gm.person_id = d.person_id AND gm.organisation_id = o.id AND gm.group_id = d.group_id))`;

/** What is open for an organisation in any group: one statement. */
@Injectable()
export class OrganisationSheetRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(organisationId: string): Promise<StoredSheet | null> {
    const rows = await this.uow.manager.query<{ facts: StoredSheet }[]>(
      `SELECT jsonb_build_object('county', ${COUNTY}, 'organisation', jsonb_build_object('name', o.name),
         'due', (SELECT coalesce(jsonb_object_agg(r.id, ${day('r.due')}), '{}') FROM follow_up_round r WHERE r.state <> 'planned'),
         'decisions', (SELECT coalesce(jsonb_agg(${DECISION} ORDER BY d.due NULLS LAST, d.year, d.number), '[]') FROM decision d
           WHERE d.state = 'open' AND ${OURS}),
         'actionPoints', (SELECT coalesce(jsonb_agg(${ACTION_POINT} ORDER BY d.due NULLS LAST, d.id), '[]') FROM action_point d
           WHERE d.state = 'open' AND ${OURS})) AS facts
       FROM organisation o WHERE o.id = $1`,
      [organisationId],
    );
    return rows[0]?.facts ?? null;
  }
}
