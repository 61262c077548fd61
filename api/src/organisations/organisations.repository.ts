import { Injectable } from '@nestjs/common';
import type { MemberInput, Organisation, OrganisationListItem } from '@samhandling/contracts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { updateVersioned } from '../platform/database/versioned.ts';
import { OrganisationEntity } from './organisation.entity.ts';

export type OrganisationFields = Pick<OrganisationEntity, 'name' | 'kind' | 'aliases' | 'municipalityCode'>;

/** What keeps an organisation from being deleted, counted. */
export interface OrganisationUse {
  readonly activities: number;
  readonly collectives: number;
  readonly roles: number;
}

const MEMBERS_NOW = `(m.from_day IS NULL OR m.from_day <= $2::date) AND (m.to_day IS NULL OR m.to_day >= $2::date)`;

@Injectable()
export class OrganisationsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Numbers of activities in plans that are not closed. */
  async findList(): Promise<OrganisationListItem[]> {
    return this.uow.manager.query<OrganisationListItem[]>(
      `SELECT o.id, o.name, o.kind, o.aliases, coalesce(n.responsible, 0)::int AS "responsibleFor", coalesce(n.partner, 0)::int AS "partnerIn"
       FROM organisation o
       LEFT JOIN (SELECT x.organisation_id, count(*) FILTER (WHERE x.role = 'responsible') AS responsible, count(*) FILTER (WHERE x.role = 'partner') AS partner
         FROM activity_actor x JOIN plan p ON p.id = x.plan_id WHERE p.state <> 'closed' GROUP BY x.organisation_id) n ON n.organisation_id = o.id
       ORDER BY o.name COLLATE "sv-x-icu", o.id`,
    );
  }

  async find(id: string, today: string): Promise<Organisation | null> {
    const rows = await this.uow.manager.query<Organisation[]>(
      `SELECT o.id, o.version, o.name, o.kind, o.aliases, o.municipality_code AS "municipalityCode",
         coalesce((SELECT json_agg(json_build_object('id', n.id, 'name', n.name, 'from', m.from_day, 'to', m.to_day) ORDER BY n.name COLLATE "sv-x-icu", n.id)
           FROM organisation_member m JOIN organisation n ON n.id = m.member_id WHERE m.collective_id = o.id AND (m.to_day IS NULL OR m.to_day >= $2::date)), '[]') AS members
       FROM organisation o WHERE o.id = $1`,
      [id, today],
    );
    return rows[0] ?? null;
  }

  /** The name another organisation already goes by, among these; null when all are free. */
  async findTakenName(names: readonly string[], exceptId: string | null): Promise<string | null> {
    const rows = await this.uow.manager.query<{ name: string }[]>(
      `SELECT n.name FROM unnest($1::text[]) WITH ORDINALITY AS n(name, place)
       WHERE EXISTS (SELECT 1 FROM organisation o WHERE o.id IS DISTINCT FROM $2::uuid
         AND (lower(o.name) = lower(n.name) OR EXISTS (SELECT 1 FROM unnest(o.aliases) AS a(name) WHERE lower(a.name) = lower(n.name))))
       ORDER BY n.place LIMIT 1`,
      [names, exceptId],
    );
    return rows[0]?.name ?? null;
  }

  async hasMunicipality(code: string): Promise<boolean> {
    const rows = await this.uow.manager.query<object[]>(
      'SELECT 1 FROM municipality WHERE code = $1 AND county_id = current_county()',
      [code],
    );
    return rows.length > 0;
  }

  /** Those of the ids that are organisations of the county. */
  async findKnown(ids: readonly string[]): Promise<string[]> {
    const rows = await this.uow.manager.query<{ id: string }[]>(
      'SELECT id FROM organisation WHERE id = ANY($1::uuid[])',
      [ids],
    );
    return rows.map((row) => row.id);
  }

  async create(id: string, fields: OrganisationFields): Promise<void> {
    await this.uow.manager.query(
      'INSERT INTO organisation (id, county_id, name, kind, aliases, municipality_code) VALUES ($1, current_county(), $2, $3, $4, $5)',
      [id, fields.name, fields.kind, fields.aliases, fields.municipalityCode],
    );
  }

  async update(id: string, version: number, fields: OrganisationFields): Promise<boolean> {
    return updateVersioned(this.uow.manager, OrganisationEntity, id, version, fields);
  }

  async addMembers(collectiveId: string, members: readonly MemberInput[]): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO organisation_member (id, county_id, collective_id, member_id, from_day, to_day)
       SELECT n.id, current_county(), $1, n.member, n.from_day, n.to_day
       FROM jsonb_to_recordset($2) AS n(id uuid, member uuid, from_day date, to_day date)`,
      [
        collectiveId,
        JSON.stringify(members.map(({ id, from, to }) => ({ id: newId(), member: id, from_day: from, to_day: to }))),
      ],
    );
  }

  /** Other days for those who are members, or will be. */
  async changeMembers(collectiveId: string, members: readonly MemberInput[], today: string): Promise<void> {
    await this.uow.manager.query(
      `UPDATE organisation_member m SET from_day = n.from_day, to_day = n.to_day
       FROM jsonb_to_recordset($3) AS n(member uuid, from_day date, to_day date)
       WHERE m.collective_id = $1 AND m.member_id = n.member AND (m.to_day IS NULL OR m.to_day >= $2::date)`,
      [
        collectiveId,
        today,
        JSON.stringify(members.map(({ id, from, to }) => ({ member: id, from_day: from, to_day: to }))),
      ],
    );
  }

  /** They were members until yesterday; whoever came today was never one. */
  async endMembers(collectiveId: string, memberIds: readonly string[], today: string): Promise<void> {
    await this.uow.manager.query(
      `DELETE FROM organisation_member m WHERE m.collective_id = $1 AND m.member_id = ANY($3::uuid[]) AND m.from_day >= $2::date`,
      [collectiveId, today, memberIds],
    );
    await this.uow.manager.query(
      `UPDATE organisation_member m SET to_day = $2::date - 1 WHERE m.collective_id = $1 AND m.member_id = ANY($3::uuid[]) AND ${MEMBERS_NOW}`,
      [collectiveId, today, memberIds],
    );
  }

  async findUse(id: string): Promise<OrganisationUse> {
    const [use] = await this.uow.manager.query<OrganisationUse[]>(
      `SELECT (SELECT count(DISTINCT a.id)::int FROM activity a WHERE a.responsible_group_id = $1
           OR EXISTS (SELECT 1 FROM activity_actor x WHERE x.activity_id = a.id AND x.organisation_id = $1)) AS activities,
         (SELECT count(*)::int FROM organisation_member WHERE member_id = $1) AS collectives,
         (SELECT count(*)::int FROM role_assignment WHERE organisation_id = $1) AS roles`,
      [id],
    );
    return use ?? { activities: 0, collectives: 0, roles: 0 };
  }

  async delete(id: string, version: number): Promise<boolean> {
    const rows = await this.uow.manager.query<[object[], number]>(
      'DELETE FROM organisation WHERE id = $1 AND version = $2',
      [id, version],
    );
    return rows[1] === 1;
  }
}
