import { Injectable } from '@nestjs/common';
import type { IndicatorKind } from '@samhandling/domain';
import type { QueryDeepPartialEntity } from 'typeorm';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { updateVersioned } from '../../platform/database/versioned.ts';
import { ActivityEntity } from '../entities/activity.entity.ts';
import { AreaEntity } from '../entities/area.entity.ts';
import { GoalEntity } from '../entities/goal.entity.ts';
import { IndicatorEntity } from '../entities/indicator.entity.ts';
import type { ElementKind } from './structure.repository.ts';

export interface NewIndicator {
  readonly text: string;
  readonly kind: IndicatorKind;
  readonly unit: string;
  readonly breakdown: string;
  readonly target: number | null;
  readonly combinePlaces: string;
  readonly combinePeriods: string;
}

/** Writes to the levels of a plan. New elements are put last among their siblings. */
@Injectable()
export class ElementsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  updateGoal(id: string, version: number, patch: QueryDeepPartialEntity<GoalEntity>): Promise<boolean> {
    return updateVersioned(this.uow.manager, GoalEntity, id, version, patch);
  }

  updateArea(id: string, version: number, patch: QueryDeepPartialEntity<AreaEntity>): Promise<boolean> {
    return updateVersioned(this.uow.manager, AreaEntity, id, version, patch);
  }

  updateActivity(id: string, version: number, patch: QueryDeepPartialEntity<ActivityEntity>): Promise<boolean> {
    return updateVersioned(this.uow.manager, ActivityEntity, id, version, patch);
  }

  updateIndicator(id: string, version: number, patch: QueryDeepPartialEntity<IndicatorEntity>): Promise<boolean> {
    return updateVersioned(this.uow.manager, IndicatorEntity, id, version, patch);
  }

  async createGoal(
    planId: string,
    goal: { readonly title: string; readonly code: string | null; readonly tips: readonly string[] },
  ): Promise<string> {
    const id = newId();
    await this.uow.manager.query(
      `INSERT INTO goal (id, county_id, plan_id, position, number, code, title, tips)
       SELECT $1, current_county(), $2, coalesce(max(position) + 1, 0), coalesce(max(number), 0) + 1, $3, $4, $5 FROM goal WHERE plan_id = $2`,
      [id, planId, goal.code, goal.title, goal.tips],
    );
    return id;
  }

  /** The number is one more than the highest the goal has printed, so that nobody else's number changes. */
  async createArea(goalId: string, title: string): Promise<string> {
    const id = newId();
    await this.uow.manager.query(
      `INSERT INTO area (id, county_id, plan_id, goal_id, position, number, title)
       SELECT $1, current_county(), g.plan_id, g.id, (SELECT coalesce(max(position) + 1, 0) FROM area WHERE goal_id = g.id),
         g.number || '.' || (SELECT coalesce(max(substring(r.number FROM '^[0-9]+[.]([0-9]{1,6})$')::int), 0) + 1 FROM area r WHERE r.plan_id = g.plan_id AND r.number LIKE g.number || '.%'),
         $3 FROM goal g WHERE g.id = $2`,
      [id, goalId, title],
    );
    return id;
  }

  async createActivity(areaId: string, text: string): Promise<string> {
    const id = newId();
    await this.uow.manager.query(
      `INSERT INTO activity (id, county_id, plan_id, goal_id, area_id, position, number, text)
       SELECT $1, current_county(), r.plan_id, r.goal_id, r.id, (SELECT coalesce(max(position) + 1, 0) FROM activity WHERE area_id = r.id),
         (SELECT coalesce(max(number), 0) + 1 FROM activity WHERE goal_id = r.goal_id), $3 FROM area r WHERE r.id = $2`,
      [id, areaId, text],
    );
    return id;
  }

  async createIndicator(activityId: string, indicator: NewIndicator): Promise<string> {
    const id = newId();
    await this.uow.manager.query(
      `INSERT INTO indicator (id, county_id, plan_id, text, kind, unit, breakdown, target, combine_places, combine_periods)
       SELECT $1, current_county(), plan_id, $3, $4, $5, $6, $7, $8, $9 FROM activity WHERE id = $2`,
      [
        id,
        activityId,
        indicator.text,
        indicator.kind,
        indicator.unit,
        indicator.breakdown,
        indicator.target,
        indicator.combinePlaces,
        indicator.combinePeriods,
      ],
    );
    await this.uow.manager.query(
      `INSERT INTO activity_indicator (id, county_id, plan_id, activity_id, indicator_id, position)
       SELECT $1, current_county(), plan_id, id, $3, (SELECT coalesce(max(position) + 1, 0) FROM activity_indicator WHERE activity_id = $2) FROM activity WHERE id = $2`,
      [newId(), activityId, id],
    );
    return id;
  }

  async replaceActors(
    activityId: string,
    role: 'responsible' | 'partner',
    organisationIds: readonly string[],
  ): Promise<void> {
    await this.uow.manager.query('DELETE FROM activity_actor WHERE activity_id = $1 AND role = $2', [activityId, role]);
    await this.uow.manager.query(
      `INSERT INTO activity_actor (id, county_id, plan_id, activity_id, organisation_id, role, position)
       SELECT n.id, current_county(), a.plan_id, a.id, n.organisation_id, $2, n.place - 1
       FROM activity a, unnest($3::uuid[], $4::uuid[]) WITH ORDINALITY AS n(id, organisation_id, place) WHERE a.id = $1`,
      [activityId, role, organisationIds.map(newId), organisationIds],
    );
  }

  /** Those of the ids that are organisations of the county. */
  async findOrganisations(ids: readonly string[]): Promise<string[]> {
    const rows = await this.uow.manager.query<{ id: string }[]>(
      'SELECT id FROM organisation WHERE id = ANY($1::uuid[])',
      [ids],
    );
    return rows.map((row) => row.id);
  }

  /** What is below goes with it; indicators that then serve no activity go too. */
  async delete(kind: ElementKind, id: string, planId: string): Promise<void> {
    await this.uow.manager.query(`DELETE FROM ${kind} WHERE id = $1`, [id]);
    await this.uow.manager.query(
      'DELETE FROM indicator i WHERE i.plan_id = $1 AND NOT EXISTS (SELECT 1 FROM activity_indicator l WHERE l.indicator_id = i.id)',
      [planId],
    );
  }
}
