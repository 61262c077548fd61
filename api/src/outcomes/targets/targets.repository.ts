import { Injectable } from '@nestjs/common';
import type { IndicatorKind, RoundState } from '@samhandling/domain';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';

export interface StoredTargets {
  readonly round: { readonly id: string; readonly planId: string; readonly label: string; readonly state: RoundState };
  readonly definition: {
    readonly kind: IndicatorKind;
    readonly breakdown: 'none' | 'municipality';
    readonly decimals: number;
    readonly unit: string;
    readonly target: number | null;
    readonly targetMargin: number | null;
  };
  readonly county: number | null;
  /** Every municipality of the county, in Swedish order. */
  readonly municipalities: readonly { readonly code: string; readonly name: string; readonly target: number | null }[];
}

@Injectable()
export class TargetsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** One statement. Null where the round or the indicator is not of the same plan in the county. */
  async find(roundId: string, indicatorId: string): Promise<StoredTargets | null> {
    const rows = await this.uow.manager.query<StoredTargets[]>(
      `SELECT json_build_object('id', r.id, 'planId', r.plan_id, 'label', r.label, 'state', r.state) AS round,
         json_build_object('kind', i.kind, 'breakdown', i.breakdown, 'decimals', i.decimals, 'unit', i.unit, 'target', i.target,
           'targetMargin', i.target_margin) AS definition,
         (SELECT t.value::float8 FROM indicator_target t
           WHERE t.round_id = r.id AND t.indicator_id = i.id AND t.municipality_code IS NULL) AS county,
         (SELECT coalesce(json_agg(json_build_object('code', m.code, 'name', m.name, 'target', t.value) ORDER BY m.name COLLATE "sv-x-icu"), '[]')
           FROM municipality m LEFT JOIN indicator_target t ON t.round_id = r.id AND t.indicator_id = i.id AND t.municipality_code = m.code
           WHERE m.county_id = current_county()) AS municipalities
       FROM follow_up_round r JOIN indicator i ON i.plan_id = r.plan_id WHERE r.id = $1 AND i.id = $2`,
      [roundId, indicatorId],
    );
    return rows[0] ?? null;
  }

  /** Keeps the round from being adopted, and others from replacing the same targets, until the transaction ends. */
  async hold(roundId: string, indicatorId: string): Promise<void> {
    await this.uow.manager.query('SELECT 1 FROM follow_up_round WHERE id = $1 FOR SHARE', [roundId]);
    await this.uow.manager.query('SELECT 1 FROM indicator WHERE id = $1 FOR UPDATE', [indicatorId]);
  }

  async replace(
    { id, planId }: StoredTargets['round'],
    indicatorId: string,
    targets: readonly { readonly code: string | null; readonly value: number }[],
  ): Promise<void> {
    await this.uow.manager.query('DELETE FROM indicator_target WHERE round_id = $1 AND indicator_id = $2', [
      id,
      indicatorId,
    ]);
    if (targets.length === 0) return;
    await this.uow.manager.query(
      `INSERT INTO indicator_target (id, county_id, plan_id, round_id, indicator_id, municipality_code, value)
       SELECT t.id, current_county(), $1, $2, $3, t.code, t.value
       FROM jsonb_to_recordset($4) AS t(id uuid, code text, value numeric)`,
      [planId, id, indicatorId, JSON.stringify(targets.map((target) => ({ id: newId(), ...target })))],
    );
  }
}
