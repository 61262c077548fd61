import { Injectable } from '@nestjs/common';
import { DEFAULT_WORDS, freeSlug, slugOf } from '@samhandling/domain';
import { Audit } from '../platform/audit/audit.ts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import type { CreatedPlan, PlanProposal } from './plan-proposal.ts';
import { rowsOf } from './plan-rows.ts';

/**
 * Writes a whole plan as a draft, in the unit of work under way. One statement per table however large the plan is.
 * The caller has asked whether the person may; a refusal by the database undoes everything.
 */
@Injectable()
export class PlanWriter {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  async createFromProposal(proposal: PlanProposal): Promise<CreatedPlan> {
    const planId = newId();
    const slug = await this.chooseSlug(proposal.title);
    const rows = rowsOf(planId, proposal);
    await this.uow.manager.query(
      `INSERT INTO plan (id, county_id, slug, title, theme, first_year, last_year, purposes, overarching_goals, specific_goals, words)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        planId,
        slug,
        proposal.title,
        proposal.theme,
        proposal.firstYear,
        proposal.lastYear,
        proposal.purposes,
        proposal.overarchingGoals,
        proposal.specificGoals,
        JSON.stringify(DEFAULT_WORDS),
      ],
    );
    await this.insert(
      'goal',
      'id uuid, plan_id uuid, position int, number int, code text, title text, tips text[]',
      rows.goals,
    );
    await this.insert('area', 'id uuid, plan_id uuid, goal_id uuid, position int, number text, title text', rows.areas);
    await this.insert(
      'activity',
      'id uuid, plan_id uuid, goal_id uuid, area_id uuid, position int, number int, text text, responsible_group_id uuid, open_ended boolean',
      rows.activities,
    );
    await this.insert(
      'activity_actor',
      'id uuid, plan_id uuid, activity_id uuid, organisation_id uuid, role text, position int',
      rows.actors,
    );
    await this.insert(
      'indicator',
      'id uuid, plan_id uuid, text text, kind text, unit text, decimals int, breakdown text, direction text, target numeric, settled boolean, combine_places text, combine_periods text',
      rows.indicators,
    );
    await this.insert(
      'activity_indicator',
      'id uuid, plan_id uuid, activity_id uuid, indicator_id uuid, position int',
      rows.links,
    );
    await this.audit.record({
      action: 'create',
      entity: 'plan',
      entityId: planId,
      after: {
        slug,
        title: proposal.title,
        firstYear: proposal.firstYear,
        lastYear: proposal.lastYear,
        goals: rows.goals.length,
        areas: rows.areas.length,
        activities: rows.activities.length,
        indicators: rows.indicators.length,
      },
    });
    return { planId, slug };
  }

  private async chooseSlug(title: string): Promise<string> {
    const wanted = slugOf(title);
    const rows = await this.uow.manager.query<{ slug: string }[]>(
      `SELECT slug FROM plan WHERE slug = $1 OR slug LIKE $1 || '-%'`,
      [wanted],
    );
    return freeSlug(
      wanted,
      rows.map((row) => row.slug),
    );
  }

  /** Table and columns are ours, never the caller's, so they may stand in the text of the statement. */
  private async insert(table: string, columns: string, rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    const names = columns.split(', ').map((column) => column.split(' ')[0]);
    await this.uow.manager.query(
      `INSERT INTO ${table} (county_id, ${names.join(', ')}) SELECT current_county(), ${names.map((name) => `r.${name}`).join(', ')} FROM jsonb_to_recordset($1) AS r(${columns})`,
      [JSON.stringify(rows)],
    );
  }
}
