import { Injectable } from '@nestjs/common';
import type { Day, MemberRole } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { MEMBER } from '../group.sql.ts';
import type { StoredMember } from '../groups.repository.ts';

/** What is typed about a member, as it is stored. */
export interface MemberFields {
  readonly personId: string | null;
  readonly name: string;
  readonly email: string;
  readonly organisationId: string;
  readonly role: MemberRole;
  readonly substituteForId: string | null;
  readonly fromDay: Day;
  readonly toDay: Day | null;
}

/** What the database knows of what is named. */
export interface NamedInMember {
  readonly organisation: boolean;
  readonly person: { readonly name: string; readonly email: string } | null;
}

@Injectable()
export class MembersRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(id: string): Promise<StoredMember | null> {
    const rows = await this.uow.manager.query<{ member: StoredMember }[]>(
      `SELECT ${MEMBER} AS member FROM group_member m WHERE m.id = $1`,
      [id],
    );
    return rows[0]?.member ?? null;
  }

  async findNamed({ organisationId, personId }: MemberFields): Promise<NamedInMember> {
    const rows = await this.uow.manager.query<NamedInMember[]>(
      `SELECT EXISTS (SELECT 1 FROM organisation o WHERE o.id = $1::uuid) AS organisation,
         (SELECT json_build_object('name', w.name, 'email', w.email) FROM county_person c JOIN person w ON w.id = c.person_id
           WHERE c.county_id = current_county() AND c.person_id = $2::uuid AND c.left_at IS NULL) AS person`,
      [organisationId, personId],
    );
    const [row] = rows;
    if (!row) throw new Error('What is named answers one row.');
    return row;
  }

  async create(id: string, groupId: string, fields: MemberFields): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO group_member (id, county_id, group_id, person_id, name, email, organisation_id, role, substitute_for_id, from_day, to_day)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, groupId, ...valuesOf(fields)],
    );
  }

  /** False when the member has another version by now. */
  async update(id: string, version: number, fields: MemberFields): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[object[], number]>(
      `UPDATE group_member SET person_id = $3, name = $4, email = $5, organisation_id = $6, role = $7, substitute_for_id = $8,
         from_day = $9, to_day = $10, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id`,
      [id, version, ...valuesOf(fields)],
    );
    return rows.length === 1;
  }

  /** Has been called to a meeting, has been stated to be there or not, adjusts minutes, or has a substitute. */
  async isInUse(id: string): Promise<boolean> {
    const rows = await this.uow.manager.query<{ used: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM meeting_attendance x WHERE x.member_id = $1) OR EXISTS (SELECT 1 FROM meeting_letter x WHERE x.member_id = $1)
         OR EXISTS (SELECT 1 FROM minutes_adjuster x WHERE x.member_id = $1)
         OR EXISTS (SELECT 1 FROM group_member x WHERE x.substitute_for_id = $1) AS used`,
      [id],
    );
    return rows[0]?.used ?? false;
  }

  async delete(id: string, version: number): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[object[], number]>(
      'DELETE FROM group_member WHERE id = $1 AND version = $2 RETURNING id',
      [id, version],
    );
    return rows.length === 1;
  }
}

function valuesOf(fields: MemberFields): unknown[] {
  const { personId, name, email, organisationId, role, substituteForId, fromDay, toDay } = fields;
  return [personId, name, email, organisationId, role, substituteForId, fromDay, toDay];
}
