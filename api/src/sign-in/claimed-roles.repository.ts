import { Injectable } from '@nestjs/common';
import type { Id } from '@samhandling/contracts';
import type { HeldRole } from '@samhandling/domain';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export interface ClaimedAssignment extends HeldRole {
  readonly id: Id;
}

@Injectable()
export class ClaimedRolesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findCounty(code: string): Promise<Id | null> {
    const rows = await this.uow.manager.query<{ id: Id }[]>('SELECT id FROM county WHERE code = $1', [code]);
    return rows[0]?.id ?? null;
  }

  /** Counties where the provider has given the person of the unit of work something. One's own roles are seen everywhere. */
  async findCountiesOf(provider: string): Promise<Id[]> {
    const rows = await this.uow.manager.query<{ id: Id }[]>(
      'SELECT DISTINCT county_id AS id FROM role_assignment WHERE person_id = current_person() AND from_provider = $1',
      [provider],
    );
    return rows.map(({ id }) => id);
  }

  /** What follows is about this county; null: about none. The transaction is one all the same. */
  async enterCounty(countyId: Id | null): Promise<void> {
    await this.uow.manager.query(`SELECT set_config('samhandling.county', $1, true)`, [countyId ?? '']);
  }

  async findOrganisation(name: string): Promise<Id | null> {
    const rows = await this.uow.manager.query<{ id: Id }[]>(
      'SELECT id FROM organisation WHERE lower(name) = lower($1)',
      [name],
    );
    return rows[0]?.id ?? null;
  }

  async hasMunicipality(code: string): Promise<boolean> {
    const rows = await this.uow.manager.query<unknown[]>(
      'SELECT 1 FROM municipality WHERE code = $1 AND county_id = current_county()',
      [code],
    );
    return rows.length > 0;
  }

  /** What the provider has given in this county. */
  findGiven(provider: string): Promise<ClaimedAssignment[]> {
    return this.uow.manager.query(
      `SELECT id, role, organisation_id AS "organisationId", municipality_code AS "municipalityCode" FROM role_assignment
       WHERE person_id = current_person() AND county_id = current_county() AND from_provider = $1`,
      [provider],
    );
  }

  /** False: the person holds it already, by hand or by another provider, and that stands. */
  async add({ role, organisationId, municipalityCode }: HeldRole, provider: string): Promise<boolean> {
    const rows = await this.uow.manager.query<unknown[]>(
      `INSERT INTO role_assignment (id, county_id, person_id, role, organisation_id, municipality_code, from_provider)
       VALUES ($1, current_county(), current_person(), $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id`,
      [newId(), role, organisationId, municipalityCode, provider],
    );
    return rows.length > 0;
  }

  async remove(id: Id): Promise<void> {
    await this.uow.manager.query('DELETE FROM role_assignment WHERE id = $1 AND from_provider IS NOT NULL', [id]);
  }
}
