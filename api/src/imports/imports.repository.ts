import { Injectable } from '@nestjs/common';
import type { ImportListItem } from '@samhandling/contracts';
import type { ComparablePlan, KnownOrganisation } from '@samhandling/plan-text';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { updateVersioned } from '../platform/database/versioned.ts';
import { PlanImportEntity } from './plan-import.entity.ts';

export interface StoredImport extends PlanImportEntity {
  readonly createdByName: string;
  readonly planSlug: string | null;
}

export interface NewOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** A stored plan in the form the comparison reads, with what names it. */
export interface ComparedPlan {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly content: ComparablePlan;
}

@Injectable()
export class ImportsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(
    row: Pick<
      PlanImportEntity,
      'sourceName' | 'sourceText' | 'sourceSha256' | 'settings' | 'decisions' | 'planId' | 'createdBy'
    >,
  ): Promise<string> {
    const id = newId();
    await this.uow.manager.query(
      `INSERT INTO plan_import (id, county_id, plan_id, source_name, source_text, source_sha256, settings, decisions, created_by)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        row.planId,
        row.sourceName,
        row.sourceText,
        row.sourceSha256,
        JSON.stringify(row.settings),
        JSON.stringify(row.decisions),
        row.createdBy,
      ],
    );
    return id;
  }

  async find(id: string, lock = false): Promise<StoredImport | null> {
    const rows = await this.uow.manager.query<StoredImport[]>(
      `SELECT i.id, i.county_id AS "countyId", i.plan_id AS "planId", i.state, i.source_name AS "sourceName", i.source_text AS "sourceText",
              i.source_sha256 AS "sourceSha256", i.settings, i.decisions, i.created_at AS "createdAt", i.created_by AS "createdBy", i.version,
              p.name AS "createdByName", plan.slug AS "planSlug"
       FROM plan_import i JOIN person p ON p.id = i.created_by LEFT JOIN plan ON plan.id = i.plan_id
       WHERE i.id = $1 ${lock ? 'FOR UPDATE OF i' : ''}`,
      [id],
    );
    return rows[0] ?? null;
  }

  async list(): Promise<ImportListItem[]> {
    return this.uow.manager.query(
      `SELECT i.id, i.source_name AS "sourceName", i.state, to_char(i.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt",
              jsonb_build_object('id', p.id, 'name', p.name) AS "createdBy", i.plan_id AS "planId", plan.slug AS "planSlug"
       FROM plan_import i JOIN person p ON p.id = i.created_by LEFT JOIN plan ON plan.id = i.plan_id
       WHERE i.state <> 'discarded' ORDER BY i.created_at DESC LIMIT 100`,
    );
  }

  update(
    id: string,
    version: number,
    patch: Partial<Pick<PlanImportEntity, 'settings' | 'decisions' | 'state' | 'planId'>>,
  ): Promise<boolean> {
    return updateVersioned(this.uow.manager, PlanImportEntity, id, version, patch);
  }

  async organisations(): Promise<KnownOrganisation[]> {
    return this.uow.manager.query('SELECT id, name, kind, aliases FROM organisation ORDER BY name');
  }

  /** The plan this very text became, or else the one whose goals have the most titles in common with it (at least half). */
  async findLikelyPlan(sha256: string, goalTitles: readonly string[]): Promise<string | null> {
    const rows = await this.uow.manager.query<{ id: string }[]>(
      `SELECT p.id FROM plan p
       LEFT JOIN LATERAL (SELECT true AS same FROM plan_import i WHERE i.plan_id = p.id AND i.state = 'imported' AND i.source_sha256 = $1 LIMIT 1) i ON true
       CROSS JOIN LATERAL (SELECT count(*)::int AS shared FROM goal g WHERE g.plan_id = p.id AND g.title = ANY($2)) g
       WHERE i.same OR g.shared * 2 >= $3
       ORDER BY i.same NULLS LAST, g.shared DESC, p.first_year DESC LIMIT 1`,
      [sha256, goalTitles, Math.max(1, goalTitles.length)],
    );
    return rows[0]?.id ?? null;
  }

  async findComparedPlan(planId: string): Promise<ComparedPlan | null> {
    const rows = await this.uow.manager.query<ComparedPlan[]>(
      `SELECT p.id, p.slug, p.title, jsonb_build_object('purposes', p.purposes, 'overarchingGoals', p.overarching_goals, 'specificGoals', p.specific_goals,
         'goals', (SELECT coalesce(jsonb_agg(jsonb_build_object('number', g.number, 'code', g.code, 'title', g.title, 'tips', g.tips,
           'areas', (SELECT coalesce(jsonb_agg(jsonb_build_object('number', a.number, 'title', a.title,
             'activities', (SELECT coalesce(jsonb_agg(jsonb_build_object('number', t.number, 'text', t.text, 'openEnded', t.open_ended,
               'responsible', (SELECT coalesce(jsonb_agg(o.name ORDER BY aa.position), '[]') FROM activity_actor aa JOIN organisation o ON o.id = aa.organisation_id WHERE aa.activity_id = t.id AND aa.role = 'responsible'),
               'partners', (SELECT coalesce(jsonb_agg(o.name ORDER BY aa.position), '[]') FROM activity_actor aa JOIN organisation o ON o.id = aa.organisation_id WHERE aa.activity_id = t.id AND aa.role = 'partner'),
               'responsibleGroup', (SELECT o.name FROM organisation o WHERE o.id = t.responsible_group_id),
               'indicators', (SELECT coalesce(jsonb_agg(n.text ORDER BY ai.position), '[]') FROM activity_indicator ai JOIN indicator n ON n.id = ai.indicator_id WHERE ai.activity_id = t.id)
             ) ORDER BY t.position), '[]') FROM activity t WHERE t.area_id = a.id)
           ) ORDER BY a.position), '[]') FROM area a WHERE a.goal_id = g.id)
         ) ORDER BY g.position), '[]') FROM goal g WHERE g.plan_id = p.id)) AS content
       FROM plan p WHERE p.id = $1`,
      [planId],
    );
    return rows[0] ?? null;
  }

  async insertOrganisations(organisations: readonly NewOrganisation[]): Promise<void> {
    if (organisations.length === 0) return;
    await this.uow.manager.query(
      `INSERT INTO organisation (id, county_id, name, kind) SELECT r.id, current_county(), r.name, r.kind FROM jsonb_to_recordset($1) AS r(id uuid, name text, kind text)`,
      [JSON.stringify(organisations)],
    );
  }

  async addAlias(organisationId: string, alias: string): Promise<void> {
    await this.uow.manager.query(
      'UPDATE organisation SET aliases = array_append(aliases, $2), version = version + 1 WHERE id = $1 AND NOT $2 = ANY(aliases) AND name <> $2',
      [organisationId, alias],
    );
  }

  /** "Kommunerna" are the county's municipalities, so they become its members; those not known yet are made. */
  async fillWithMunicipalities(collectiveId: string): Promise<void> {
    const missing = await this.uow.manager.query<{ code: string; name: string }[]>(
      `SELECT m.code, m.name || ' kommun' AS name FROM municipality m
       WHERE m.county_id = current_county() AND NOT EXISTS (SELECT 1 FROM organisation o WHERE o.municipality_code = m.code OR lower(o.name) = lower(m.name || ' kommun'))`,
    );
    await this.uow.manager.query(
      `INSERT INTO organisation (id, county_id, name, kind, municipality_code)
       SELECT r.id, current_county(), r.name, 'municipality', r.code FROM jsonb_to_recordset($1) AS r(id uuid, name text, code text)`,
      [JSON.stringify(missing.map((row) => ({ ...row, id: newId() })))],
    );
    await this.uow.manager.query(
      `UPDATE organisation o SET municipality_code = m.code FROM municipality m
       WHERE m.county_id = current_county() AND o.municipality_code IS NULL AND o.kind = 'municipality' AND lower(o.name) = lower(m.name || ' kommun')`,
    );
    const members = await this.uow.manager.query<{ id: string }[]>(
      `SELECT id FROM organisation WHERE kind = 'municipality' AND municipality_code IS NOT NULL AND id <> $1`,
      [collectiveId],
    );
    await this.uow.manager.query(
      `INSERT INTO organisation_member (id, county_id, collective_id, member_id)
       SELECT r.id, current_county(), $2, r.member_id FROM jsonb_to_recordset($1) AS r(id uuid, member_id uuid) ON CONFLICT DO NOTHING`,
      [JSON.stringify(members.map((member) => ({ id: newId(), member_id: member.id }))), collectiveId],
    );
  }
}
