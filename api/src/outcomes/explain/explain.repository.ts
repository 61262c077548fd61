import { Injectable } from '@nestjs/common';
import type { PersonRef, RoundRef } from '@samhandling/contracts';
import type { CountedEvent, RuleMethod } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';

/** An event as the explanation names it. */
export interface ExplainedLoggedEvent extends CountedEvent {
  readonly kind: string;
  readonly title: string;
  readonly places: readonly string[];
  readonly organisations: readonly string[];
  readonly createdBy: PersonRef;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly isDeleted: boolean;
}

/** What a figure's explanation needs beside the sheet. */
export interface ExplainFacts {
  readonly round: RoundRef & { readonly from: string; readonly to: string };
  readonly planSlug: string;
  /** When the round's version in force was frozen; null while it is not adopted. */
  readonly frozenAt: string | null;
  /** The definition in force when the values were given; null without values. */
  readonly definitionVersion: number | null;
  readonly targetIsRounds: boolean;
  readonly rule: { readonly method: RuleMethod; readonly kindIds: readonly string[] } | null;
  readonly activityIds: readonly string[];
  readonly declined: readonly string[];
  readonly computed: readonly {
    readonly municipalityCode: string | null;
    readonly value: number;
    readonly eventIds: readonly string[];
  }[];
  /** Those that count, and those that the rule asks for and that add nothing. By day. */
  readonly events: readonly ExplainedLoggedEvent[];
}

const STAMP = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

@Injectable()
export class ExplainRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** One statement. Null where the round or the indicator is not of the same plan in the county. */
  async findFacts(roundId: string, indicatorId: string): Promise<ExplainFacts | null> {
    const rows = await this.uow.manager.query<{ facts: ExplainFacts }[]>(
      `WITH served AS (
        SELECT ai.activity_id FROM activity_indicator ai WHERE ai.indicator_id = $2
      ), counted AS (
        SELECT c.municipality_code, c.value, c.event_ids FROM computed_outcome c WHERE c.round_id = $1 AND c.indicator_id = $2
      ), wanted AS (
        SELECT DISTINCT unnest(c.event_ids) AS id FROM counted c
        UNION
        SELECT e.id FROM logged_event e JOIN follow_up_round r ON r.id = $1 AND r.state <> 'adopted'
          JOIN indicator_rule rule ON rule.indicator_id = $2
        WHERE e.deleted_at IS NULL AND e.day BETWEEN r.from_day AND r.to_day
          AND EXISTS (SELECT 1 FROM event_activity ea JOIN served s ON s.activity_id = ea.activity_id WHERE ea.event_id = e.id)
      )
      SELECT json_build_object(
        'round', json_build_object('id', r.id, 'label', r.label, 'state', r.state, 'versionNumber', r.version_number,
          'from', r.from_day, 'to', r.to_day),
        'planSlug', p.slug,
        'frozenAt', (SELECT ${STAMP('f.adopted_at')} FROM frozen_report f
          WHERE r.state = 'adopted' AND f.round_id = r.id AND f.version_number = r.version_number),
        'definitionVersion', (SELECT max(o.definition_version) FROM outcome o WHERE o.round_id = r.id AND o.indicator_id = i.id),
        'targetIsRounds', EXISTS (SELECT 1 FROM indicator_target t
          WHERE t.round_id = r.id AND t.indicator_id = i.id AND t.municipality_code IS NULL),
        'rule', (SELECT json_build_object('method', rule.method, 'kindIds', (SELECT coalesce(json_agg(k.kind_id), '[]')
            FROM indicator_rule_kind k WHERE k.indicator_id = rule.indicator_id))
          FROM indicator_rule rule WHERE rule.indicator_id = i.id),
        'activityIds', (SELECT coalesce(json_agg(s.activity_id), '[]') FROM served s),
        'declined', CASE WHEN i.breakdown = 'municipality' THEN (SELECT coalesce(json_agg(l.municipality_code), '[]')
          FROM place_left_out l WHERE l.round_id = r.id AND l.indicator_id = i.id AND l.declined) ELSE '[]' END,
        'computed', (SELECT coalesce(json_agg(json_build_object('municipalityCode', c.municipality_code, 'value', c.value,
          'eventIds', c.event_ids)), '[]') FROM counted c),
        'events', (SELECT coalesce(json_agg(json_build_object('id', e.id, 'kindId', e.kind_id, 'kind', k.name, 'day', e.day,
            'title', e.title, 'participants', e.participants, 'isDeleted', e.deleted_at IS NOT NULL,
            'createdBy', json_build_object('id', who.id, 'name', who.name),
            'createdAt', ${STAMP('e.created_at')}, 'updatedAt', ${STAMP('e.updated_at')},
            'activityIds', (SELECT coalesce(json_agg(ea.activity_id), '[]') FROM event_activity ea WHERE ea.event_id = e.id),
            'municipalities', places.list, 'places', places.names,
            'organisationIds', organisations.ids, 'organisations', organisations.names) ORDER BY e.day, e.id), '[]')
          FROM wanted w JOIN logged_event e ON e.id = w.id JOIN event_kind k ON k.id = e.kind_id JOIN person who ON who.id = e.created_by
          CROSS JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('code', em.municipality_code, 'participants', em.participants)
              ORDER BY m.name COLLATE "sv-x-icu"), '[]') AS list, coalesce(json_agg(m.name ORDER BY m.name COLLATE "sv-x-icu"), '[]') AS names
            FROM event_municipality em JOIN municipality m ON m.code = em.municipality_code WHERE em.event_id = e.id) places
          CROSS JOIN LATERAL (SELECT coalesce(json_agg(o.id ORDER BY o.name COLLATE "sv-x-icu"), '[]') AS ids,
              coalesce(json_agg(o.name ORDER BY o.name COLLATE "sv-x-icu"), '[]') AS names
            FROM event_organisation eo JOIN organisation o ON o.id = eo.organisation_id WHERE eo.event_id = e.id) organisations)
      ) AS facts
      FROM follow_up_round r JOIN plan p ON p.id = r.plan_id JOIN indicator i ON i.plan_id = r.plan_id AND i.id = $2
      WHERE r.id = $1`,
      [roundId, indicatorId],
    );
    return rows[0]?.facts ?? null;
  }
}
