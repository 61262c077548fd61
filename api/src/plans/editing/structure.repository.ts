import { Injectable } from '@nestjs/common';
import type {
  Activity,
  Indicator,
  MoveRequest,
  StructureActivity,
  StructureArea,
  StructureGoal,
} from '@samhandling/contracts';
import type { PlanState } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import type { StoredPlan } from '../settings/plan.mapper.ts';
import {
  INDICATOR_JSON,
  PLAN_JSON,
  STRUCTURE_ACTIVITY_JSON,
  STRUCTURE_AREA_JSON,
  STRUCTURE_GOAL_JSON,
} from '../shared/resources.ts';

export type ElementKind = MoveRequest['kind'];

/** Resources as stored: what an editor may do is added by the mapper. */
export type StoredActivity = Omit<StructureActivity, keyof Pick<Activity, 'mayEdit' | 'lockedReason'>>;
export type StoredArea = Omit<StructureArea, 'activities'> & { readonly activities: readonly StoredActivity[] };
export type StoredGoal = Omit<StructureGoal, 'areas'> & { readonly areas: readonly StoredArea[] };

export interface OwningPlan {
  readonly id: string;
  readonly state: PlanState;
}

const ONE: Readonly<Record<ElementKind, string>> = {
  goal: `SELECT ${STRUCTURE_GOAL_JSON} AS body, g.plan_id FROM goal g WHERE g.id = $1`,
  area: `SELECT ${STRUCTURE_AREA_JSON} AS body, r.plan_id FROM area r WHERE r.id = $1`,
  activity: `SELECT ${STRUCTURE_ACTIVITY_JSON} AS body, a.plan_id FROM activity a JOIN area r ON r.id = a.area_id WHERE a.id = $1`,
  indicator: `SELECT ${INDICATOR_JSON} AS body, i.plan_id FROM indicator i WHERE i.id = $1`,
};

interface Bodies {
  readonly goal: StoredGoal;
  readonly area: StoredArea;
  readonly activity: StoredActivity;
  readonly indicator: Indicator;
}

export interface Element<Kind extends ElementKind> {
  readonly body: Bodies[Kind];
  readonly state: PlanState;
}

@Injectable()
export class StructureRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** The whole plan, one statement. */
  async findStructure(slug: string): Promise<{
    readonly plan: StoredPlan;
    readonly orderVersion: number;
    readonly goals: readonly StoredGoal[];
  } | null> {
    const rows = await this.uow.manager.query<
      { plan: StoredPlan; orderVersion: number; goals: readonly StoredGoal[] }[]
    >(
      `SELECT ${PLAN_JSON} AS plan, p.order_version AS "orderVersion", coalesce((SELECT json_agg(${STRUCTURE_GOAL_JSON} ORDER BY g.position) FROM goal g WHERE g.plan_id = p.id), '[]') AS goals
       FROM plan p WHERE p.slug = $1`,
      [slug],
    );
    return rows[0] ?? null;
  }

  /** One element with all that is in it, and the state of its plan. */
  async find<Kind extends ElementKind>(kind: Kind, id: string): Promise<Element<Kind> | null> {
    const rows = await this.uow.manager.query<Element<Kind>[]>(
      `SELECT e.body, p.state FROM (${ONE[kind]}) e JOIN plan p ON p.id = e.plan_id`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** The element's plan, held so that it is not adopted, nor its order changed, before this transaction ends. */
  async lockPlanOf(kind: ElementKind, id: string): Promise<OwningPlan | null> {
    const rows = await this.uow.manager.query<OwningPlan[]>(
      `SELECT p.id, p.state FROM plan p WHERE p.id = (SELECT plan_id FROM ${kind} WHERE id = $1) FOR NO KEY UPDATE`,
      [id],
    );
    return rows[0] ?? null;
  }

  async lockPlan(slug: string): Promise<OwningPlan | null> {
    const rows = await this.uow.manager.query<OwningPlan[]>(
      'SELECT id, state FROM plan WHERE slug = $1 FOR NO KEY UPDATE',
      [slug],
    );
    return rows[0] ?? null;
  }
}
