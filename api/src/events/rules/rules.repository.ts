import { Injectable } from '@nestjs/common';
import type { PersonRef } from '@samhandling/contracts';
import type { IndicatorKind, NamedKind, RuleMethod } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { instant, REFERENCES_OF_INDICATOR } from '../shared/event-sql.ts';

/** An indicator with its rule, if it has one. */
export interface StoredRule {
  readonly indicatorId: string;
  readonly planId: string;
  readonly text: string;
  readonly kind: IndicatorKind;
  readonly references: readonly string[];
  /** 0: no rule. */
  readonly version: number;
  readonly method: RuleMethod | null;
  readonly kinds: readonly NamedKind[];
  readonly updatedAt: string | null;
  readonly updatedBy: PersonRef | null;
}

export interface KindInCounty extends NamedKind {
  readonly isActive: boolean;
}

const RULE = `json_build_object('indicatorId', i.id, 'planId', i.plan_id, 'text', i.text, 'kind', i.kind, 'references', ${REFERENCES_OF_INDICATOR},
  'version', coalesce(u.version, 0), 'method', u.method,
  'kinds', (SELECT coalesce(json_agg(json_build_object('id', k.id, 'name', k.name) ORDER BY k.position, k.name COLLATE "sv-x-icu"), '[]')
    FROM indicator_rule_kind x JOIN event_kind k ON k.id = x.kind_id WHERE x.indicator_id = i.id),
  'updatedAt', ${instant('u.updated_at')}, 'updatedBy', CASE WHEN w.id IS NOT NULL THEN json_build_object('id', w.id, 'name', w.name) END)`;
const FROM = `FROM indicator i LEFT JOIN indicator_rule u ON u.indicator_id = i.id LEFT JOIN person w ON w.id = u.updated_by`;
const KINDS = `(SELECT coalesce(json_agg(json_build_object('id', k.id, 'name', k.name, 'isActive', k.is_active) ORDER BY k.position, k.name COLLATE "sv-x-icu"), '[]') FROM event_kind k)`;

@Injectable()
export class RulesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(
    indicatorId: string,
  ): Promise<{ readonly rule: StoredRule; readonly kinds: readonly KindInCounty[] } | null> {
    const rows = await this.uow.manager.query<{ rule: StoredRule; kinds: KindInCounty[] }[]>(
      `SELECT ${RULE} AS rule, ${KINDS} AS kinds ${FROM} WHERE i.id = $1`,
      [indicatorId],
    );
    return rows[0] ?? null;
  }

  /** Null when the plan is not in the county. Indicators that count something, in the plan's reading order. */
  async findForPlan(
    slug: string,
  ): Promise<{ readonly rules: readonly StoredRule[]; readonly kinds: readonly KindInCounty[] } | null> {
    const rows = await this.uow.manager.query<{ rules: StoredRule[]; kinds: KindInCounty[] }[]>(
      `WITH p AS (SELECT id FROM plan WHERE slug = $1), served AS (
        SELECT x.indicator_id, min(ARRAY[g.position, ar.position, a.position, x.position]) AS place
        FROM activity_indicator x JOIN activity a ON a.id = x.activity_id JOIN area ar ON ar.id = a.area_id JOIN goal g ON g.id = a.goal_id
        WHERE x.plan_id = (SELECT id FROM p) GROUP BY x.indicator_id)
      SELECT coalesce((SELECT json_agg(${RULE} ORDER BY s.place, i.id) ${FROM} JOIN served s ON s.indicator_id = i.id WHERE i.kind = 'count'), '[]') AS rules,
        ${KINDS} AS kinds FROM p`,
      [slug],
    );
    return rows[0] ?? null;
  }

  /**
   * The rule with its kinds, in one statement. False when it has another version by now. The first rule names no index to
   * conflict with: a named one leaves the table's other unique index to refuse whoever comes second, as if it were a mistake.
   */
  async put(rule: StoredRule, version: number, method: RuleMethod, kindIds: readonly string[]): Promise<boolean> {
    const rows = await this.uow.manager.query<object[]>(
      `WITH made AS (
          INSERT INTO indicator_rule (indicator_id, county_id, plan_id, method, updated_by)
          SELECT $1, current_county(), $2, $3, current_person() WHERE $4 = 0
          ON CONFLICT DO NOTHING RETURNING indicator_id),
        changed AS (
          UPDATE indicator_rule SET method = $3, updated_at = now(), updated_by = current_person(), version = version + 1
          WHERE indicator_id = $1 AND version = $4 RETURNING indicator_id),
        done AS (SELECT indicator_id FROM made UNION ALL SELECT indicator_id FROM changed),
        gone AS (DELETE FROM indicator_rule_kind x USING done WHERE x.indicator_id = done.indicator_id AND x.kind_id <> ALL($5::uuid[])),
        put AS (INSERT INTO indicator_rule_kind (indicator_id, kind_id, county_id)
          SELECT done.indicator_id, k.id, current_county() FROM done, unnest($5::uuid[]) AS k(id) ON CONFLICT DO NOTHING)
        SELECT indicator_id FROM done`,
      [rule.indicatorId, rule.planId, method, version, kindIds],
    );
    return rows.length === 1;
  }

  async delete(indicatorId: string, version: number): Promise<boolean> {
    const rows = await this.uow.manager.query<object[]>(
      'WITH done AS (DELETE FROM indicator_rule WHERE indicator_id = $1 AND version = $2 RETURNING indicator_id) SELECT indicator_id FROM done',
      [indicatorId, version],
    );
    return rows.length === 1;
  }
}
