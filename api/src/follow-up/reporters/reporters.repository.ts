import { Injectable } from '@nestjs/common';
import type { OrganisationRef, PersonRef, PlanRef, Reporter, ReporterRow, RoundRef } from '@samhandling/contracts';
import type { FollowUpState, RoundState } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { newId } from '../../platform/database/ids.ts';
import { actors, person } from '../../platform/database/sql.ts';
import { roundRef } from '../shared/sql.ts';

export interface StoredReporterList {
  readonly round: RoundRef;
  readonly plan: PlanRef;
  readonly rows: readonly (Omit<ReporterRow, 'proposal'> & { readonly activityId: string })[];
  readonly people: readonly Reporter[];
}

/** A follow-up whose reporter is to change, with who may report for it. */
export interface Assignable {
  readonly id: string;
  readonly version: number;
  readonly state: FollowUpState;
  readonly reporter: PersonRef | null;
  readonly responsibleIds: readonly string[];
}

export interface PersonWhoReports extends PersonRef {
  readonly isPlanner: boolean;
  readonly organisationIds: readonly string[];
}

export interface KnownPerson extends PersonRef {
  readonly isInCounty: boolean;
  readonly isActive: boolean;
  readonly organisations: readonly OrganisationRef[];
}

/** Reporters in the county, planners too: a planner may report anything. */
const PEOPLE = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', who.id, 'name', who.name, 'email', who.email,
      'hasAccount', who.has_account, 'organisations', who.organisations)
      ORDER BY who.name COLLATE "sv-x-icu", who.id), '[]')
  FROM (
    SELECT p.id, p.name, p.email, p.has_account,
      coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) ORDER BY o.name COLLATE "sv-x-icu") FILTER (WHERE o.id IS NOT NULL), '[]') AS organisations
    FROM role_assignment held JOIN person p ON p.id = held.person_id AND p.is_active
    LEFT JOIN organisation o ON o.id = held.organisation_id AND held.role = 'reporter'
    WHERE held.county_id = current_county() AND held.role IN ('reporter', 'planner')
    GROUP BY p.id) who`;

/** Those who have left with something that still waits for an answer: they hand over, and receive nothing. */
const LEFT_WITH_ITEMS = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'hasAccount', p.has_account,
      'organisations', '[]'::jsonb, 'hasLeft', true) ORDER BY p.name COLLATE "sv-x-icu", p.id), '[]')
  FROM county_person c JOIN person p ON p.id = c.person_id
  WHERE c.county_id = current_county() AND c.left_at IS NOT NULL AND EXISTS (SELECT 1 FROM follow_up f JOIN follow_up_round r ON r.id = f.round_id
    WHERE f.reporter_id = p.id AND r.state IN ('open', 'in_review') AND f.state IN ('draft', 'returned'))`;

@Injectable()
export class ReportersRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async listPeople(): Promise<readonly Reporter[]> {
    const rows = await this.uow.manager.query<{ people: Reporter[] }[]>(
      `SELECT (${PEOPLE}) || (${LEFT_WITH_ITEMS}) AS people`,
    );
    return rows[0]?.people ?? [];
  }

  async findList(roundId: string): Promise<StoredReporterList | null> {
    const rows = await this.uow.manager.query<StoredReporterList[]>(
      `SELECT ${roundRef('r')} AS round, jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title) AS plan,
         (${PEOPLE}) AS people,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('followUpId', f.id, 'version', f.version, 'state', f.state, 'activityId', a.id,
             'reference', area.number || '/' || a.number, 'text', a.text, 'responsible', ${actors('a.id', 'responsible')},
             'reporter', ${person('f.reporter_id')}, 'lastRound', ${person('was.reporter_id')})
             ORDER BY g.position, area.position, a.position), '[]')
           FROM follow_up f JOIN activity a ON a.id = f.activity_id JOIN area ON area.id = a.area_id JOIN goal g ON g.id = a.goal_id
           LEFT JOIN follow_up was ON was.activity_id = a.id AND was.round_id = (
             SELECT l.id FROM follow_up_round l WHERE l.plan_id = r.plan_id AND l.from_day < r.from_day AND l.state <> 'planned'
             ORDER BY l.from_day DESC, l.id DESC LIMIT 1)
           WHERE f.round_id = r.id) AS rows
       FROM follow_up_round r JOIN plan p ON p.id = r.plan_id WHERE r.id = $1`,
      [roundId],
    );
    return rows[0] ?? null;
  }

  /** Keeps the round as it is until the commit; null when there is no such round in the county. */
  async holdRound(roundId: string): Promise<RoundState | null> {
    const rows = await this.uow.manager.query<{ state: RoundState }[]>(
      `SELECT state FROM follow_up_round WHERE id = $1 FOR SHARE`,
      [roundId],
    );
    return rows[0]?.state ?? null;
  }

  /** Held in the order of their ids, so that two who assign the same rows wait for each other and never for ever. */
  async holdFollowUps(roundId: string, ids: readonly string[]): Promise<Assignable[]> {
    await this.uow.manager.query(
      `SELECT 1 FROM follow_up WHERE round_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
      [roundId, ids],
    );
    return this.uow.manager.query<Assignable[]>(
      `SELECT f.id, f.version, f.state, ${person('f.reporter_id')} AS reporter,
         ARRAY(SELECT x.organisation_id FROM activity_actor x WHERE x.activity_id = f.activity_id AND x.role = 'responsible') AS "responsibleIds"
       FROM follow_up f WHERE f.round_id = $1 AND f.id = ANY($2::uuid[])`,
      [roundId, ids],
    );
  }

  async findPeople(ids: readonly string[]): Promise<PersonWhoReports[]> {
    return this.uow.manager.query<PersonWhoReports[]>(
      `SELECT p.id, p.name, bool_or(held.role = 'planner') AS "isPlanner",
         coalesce(array_agg(held.organisation_id) FILTER (WHERE held.role = 'reporter'), '{}') AS "organisationIds"
       FROM role_assignment held JOIN person p ON p.id = held.person_id AND p.is_active
       WHERE held.county_id = current_county() AND p.id = ANY($1::uuid[]) GROUP BY p.id, p.name`,
      [ids],
    );
  }

  /** The text of the answer is not touched, so neither is the day it was written. */
  async assign(rows: readonly { readonly followUpId: string; readonly reporterId: string | null }[]): Promise<void> {
    await this.uow.manager.query(
      `UPDATE follow_up f SET reporter_id = n."reporterId", version = f.version + 1
       FROM jsonb_to_recordset($1) AS n("followUpId" uuid, "reporterId" uuid) WHERE f.id = n."followUpId"`,
      [JSON.stringify(rows)],
    );
  }

  async findPersonByEmail(email: string): Promise<KnownPerson | null> {
    const rows = await this.uow.manager.query<KnownPerson[]>(
      `SELECT p.id, p.name, p.is_active AS "isActive",
         EXISTS (SELECT 1 FROM role_assignment held WHERE held.county_id = current_county() AND held.person_id = p.id) AS "isInCounty",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name)), '[]') FROM role_assignment held
           JOIN organisation o ON o.id = held.organisation_id
           WHERE held.county_id = current_county() AND held.person_id = p.id AND held.role = 'reporter') AS organisations
       FROM person_by_email($1) p`,
      [email],
    );
    return rows[0] ?? null;
  }

  async findOrganisation(id: string): Promise<(OrganisationRef & { readonly kind: string }) | null> {
    const rows = await this.uow.manager.query<(OrganisationRef & { readonly kind: string })[]>(
      'SELECT id, name, kind FROM organisation WHERE id = $1',
      [id],
    );
    return rows[0] ?? null;
  }

  /** False when somebody else took the address meanwhile. */
  async createPerson(id: string, name: string, email: string, organisationId: string): Promise<boolean> {
    const [row] = await this.uow.manager.query<{ added: boolean }[]>('SELECT add_person($1, $2, $3) AS added', [
      id,
      email,
      name,
    ]);
    if (!row?.added) return false;
    await this.uow.manager.query(
      `INSERT INTO role_assignment (id, county_id, person_id, role, organisation_id) VALUES ($1, current_county(), $2, 'reporter', $3)`,
      [newId(), id, organisationId],
    );
    return true;
  }
}
