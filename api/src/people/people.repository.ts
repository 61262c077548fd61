import { Injectable } from '@nestjs/common';
import type { CountyPeople, CountyPerson, Id, PersonInvitation, PersonRole } from '@samhandling/contracts';
import type { HeldRole, Locale } from '@samhandling/domain';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

/** A person as the county's rows tell of them; what the reader may do is not for the database to say. */
export interface StoredPerson extends Omit<CountyPerson, 'state' | 'availableActions' | 'invitation'> {
  readonly isActive: boolean;
  readonly hasAccount: boolean;
  readonly isOperator: boolean;
  readonly isRemoved: boolean;
  readonly invitation: Omit<PersonInvitation, 'isExpired'> | null;
}

export interface KnownPerson {
  readonly id: Id;
  readonly name: string;
  readonly isActive: boolean;
  /** Null: not of this county, there as an operator alone, or all about them here has been removed. */
  readonly membership: 'here' | 'left' | null;
}

const instant = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A role with what it is for, out of a row with those columns. */
const ROLE = (alias: string, id: string, provider: string): string =>
  `jsonb_build_object('id', ${id}, 'role', ${alias}.role,
    'organisation', CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id, 'name', o.name) END,
    'municipality', CASE WHEN m.code IS NOT NULL THEN jsonb_build_object('code', m.code, 'name', m.name) END,
    'isFromProvider', ${provider}) ORDER BY ${alias}.role, o.name COLLATE "sv-x-icu", m.name COLLATE "sv-x-icu"`;

/**
 * An operator who has changed something in the county was never of it: the row of that visit begins and ends at once, and is there
 * for the name in the history (`Audit`). Whoever has belonged and left has been here a while.
 */
const BELONGS = 'c.left_at IS DISTINCT FROM c.since';

/** Roles count in this county alone: a person sees their own elsewhere too, so the county is said aloud. */
const PERSON = `SELECT p.id, p.name, p.email, p.is_active AS "isActive", p.has_account AS "hasAccount", p.is_operator AS "isOperator",
    c.version, ${instant('c.since')} AS since, ${instant('c.left_at')} AS "leftAt", ${instant('c.last_seen_at')} AS "lastSeenAt",
    c.removed_at IS NOT NULL AS "isRemoved",
    (SELECT coalesce(jsonb_agg(${ROLE('r', 'r.id', 'r.from_provider IS NOT NULL')}), '[]')
      FROM role_assignment r LEFT JOIN organisation o ON o.id = r.organisation_id LEFT JOIN municipality m ON m.code = r.municipality_code
      WHERE r.county_id = c.county_id AND r.person_id = p.id) AS roles,
    (SELECT coalesce(jsonb_agg(${ROLE('f', 'f.id', 'false')}), '[]')
      FROM jsonb_to_recordset(c.former_roles) AS f(id uuid, role text, "organisationId" uuid, "municipalityCode" text)
      LEFT JOIN organisation o ON o.id = f."organisationId" LEFT JOIN municipality m ON m.code = f."municipalityCode"
      WHERE (f."organisationId" IS NULL OR o.id IS NOT NULL)) AS "formerRoles",
    (SELECT jsonb_build_object('invitedAt', ${instant('i.created_at')}, 'expiresAt', ${instant('i.expires_at')}, 'letter', i.letter,
        'letterError', i.letter_error)
      FROM invitation i WHERE i.person_id = p.id AND i.accepted_at IS NULL AND i.ended_at IS NULL) AS invitation,
    (SELECT count(*)::int FROM follow_up f JOIN follow_up_round w ON w.id = f.round_id
      WHERE f.reporter_id = p.id AND w.state IN ('open', 'in_review') AND f.state IN ('draft', 'returned')) AS waiting
  FROM county_person c JOIN person p ON p.id = c.person_id WHERE c.county_id = current_county() AND ${BELONGS}`;

@Injectable()
export class PeopleRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findList(): Promise<StoredPerson[]> {
    return this.uow.manager.query(
      `${PERSON} AND c.removed_at IS NULL ORDER BY p.name COLLATE "sv-x-icu", p.email, p.id`,
    );
  }

  async find(id: Id): Promise<StoredPerson | null> {
    const rows = await this.uow.manager.query<StoredPerson[]>(`${PERSON} AND p.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** What a role can be given for: the organisations, those that several make up together too, and the municipalities. */
  async findPlaces(): Promise<Omit<CountyPeople, 'items'>> {
    const rows = await this.uow.manager.query<Omit<CountyPeople, 'items'>[]>(
      `SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) ORDER BY o.name COLLATE "sv-x-icu"), '[]')
           FROM organisation o) AS organisations,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('code', m.code, 'name', m.name) ORDER BY m.name COLLATE "sv-x-icu"), '[]')
           FROM municipality m WHERE m.county_id = current_county()) AS municipalities`,
    );
    if (!rows[0]) throw new Error('A SELECT without FROM answered no row.');
    return rows[0];
  }

  async findByAddress(address: string): Promise<KnownPerson | null> {
    const rows = await this.uow.manager.query<KnownPerson[]>(
      `SELECT p.id, p.name, p.is_active AS "isActive",
         (SELECT CASE WHEN c.left_at IS NULL THEN 'here' WHEN c.removed_at IS NULL THEN 'left' END FROM county_person c
           WHERE c.county_id = current_county() AND c.person_id = p.id AND ${BELONGS}) AS membership
       FROM person_by_email($1) p`,
      [address],
    );
    return rows[0] ?? null;
  }

  /** False when somebody else took the address meanwhile. */
  async create(id: Id, address: string, name: string): Promise<boolean> {
    const rows = await this.uow.manager.query<{ added: boolean }[]>('SELECT add_person($1, $2, $3) AS added', [
      id,
      address,
      name,
    ]);
    return rows[0]?.added ?? false;
  }

  /** Whoever has an account chooses for themselves. */
  async setLetterLocale(id: Id, locale: Locale): Promise<void> {
    await this.uow.manager.query('UPDATE person SET letter_locale = $2 WHERE id = $1 AND NOT has_account', [
      id,
      locale,
    ]);
  }

  async rename(id: Id, name: string): Promise<void> {
    await this.uow.manager.query('UPDATE person SET name = $2 WHERE id = $1', [id, name]);
  }

  /** Whether the person is anybody's outside of this county. Never told to whoever asks for anything else. */
  async worksElsewhere(id: Id): Promise<boolean> {
    const rows = await this.uow.manager.query<{ elsewhere: boolean }[]>('SELECT works_elsewhere($1) AS elsewhere', [
      id,
    ]);
    return rows[0]?.elsewhere ?? false;
  }

  /** One version up. False when somebody else was first. */
  async touch(id: Id, version: number): Promise<boolean> {
    const [, count] = await this.uow.manager.query<[unknown[], number]>(
      'UPDATE county_person SET version = version + 1 WHERE county_id = current_county() AND person_id = $1 AND version = $2',
      [id, version],
    );
    return count === 1;
  }

  async addRoles(id: Id, roles: readonly HeldRole[]): Promise<void> {
    const rows = roles.map((held) => ({ ...held, id: newId() }));
    await this.uow.manager.query(
      `INSERT INTO role_assignment (id, county_id, person_id, role, organisation_id, municipality_code)
       SELECT n.id, current_county(), $1, n.role, n."organisationId", n."municipalityCode"
       FROM jsonb_to_recordset($2) AS n(id uuid, role text, "organisationId" uuid, "municipalityCode" text) ON CONFLICT DO NOTHING`,
      [id, JSON.stringify(rows)],
    );
  }

  async removeRoles(ids: readonly Id[]): Promise<void> {
    await this.uow.manager.query(
      'DELETE FROM role_assignment WHERE county_id = current_county() AND id = ANY($1::uuid[])',
      [ids],
    );
  }

  /** Those who can see to the county and can sign in. Held until the commit: whoever takes the role from one waits for the other. */
  async holdPlanners(): Promise<readonly Id[]> {
    const rows = await this.uow.manager.query<{ id: Id }[]>(
      `SELECT r.person_id AS id FROM role_assignment r WHERE r.county_id = current_county() AND r.role = 'planner' ORDER BY r.id FOR UPDATE`,
    );
    const able = await this.uow.manager.query<{ id: Id }[]>(
      `SELECT p.id FROM person p WHERE p.id = ANY($1::uuid[]) AND p.is_active AND p.has_account`,
      [rows.map(({ id }) => id)],
    );
    return able.map(({ id }) => id);
  }

  /** Which of the organisations and municipalities named are the county's own. */
  async findKnownPlaces(
    organisationIds: readonly Id[],
    municipalityCodes: readonly string[],
  ): Promise<{ readonly organisationIds: readonly Id[]; readonly municipalityCodes: readonly string[] }> {
    const rows = await this.uow.manager.query<{ organisationIds: Id[]; municipalityCodes: string[] }[]>(
      `SELECT ARRAY(SELECT o.id FROM organisation o WHERE o.id = ANY($1::uuid[])) AS "organisationIds",
         ARRAY(SELECT m.code FROM municipality m WHERE m.code = ANY($2::text[]) AND m.county_id = current_county()) AS "municipalityCodes"`,
      [organisationIds, municipalityCodes],
    );
    return rows[0] ?? { organisationIds: [], municipalityCodes: [] };
  }
}

/** A shown role as it is held. */
export function heldOf({
  role,
  organisation,
  municipality,
}: Pick<PersonRole, 'role' | 'organisation' | 'municipality'>): HeldRole {
  return { role, organisationId: organisation?.id ?? null, municipalityCode: municipality?.code ?? null };
}
