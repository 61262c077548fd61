import { Injectable } from '@nestjs/common';
import type { Indicator, PersonRef, RoundRef } from '@samhandling/contracts';
import type { Breakdown, OutcomeSource, RoundState } from '@samhandling/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import type { StoredFigure } from './visible-figures.ts';

export interface StoredOutcome extends StoredFigure {
  readonly id: string;
  readonly version: number;
  readonly note: string;
  readonly source: OutcomeSource;
  readonly reportedBy: PersonRef;
  readonly reportedAt: string;
  /** Why the value was kept although the events gave `keptAgainst`. */
  readonly keptReason: string;
  readonly keptAgainst: number | null;
}

/** What the events give for one place. There is no such row where no event counts: nothing registered is not zero. */
export interface ComputedFigure {
  readonly municipalityCode: string | null;
  readonly value: number;
  readonly events: number;
}

export interface SheetIndicator {
  readonly definition: Indicator;
  readonly activities: readonly string[];
  readonly activityIds: readonly string[];
  readonly responsibleIds: readonly string[];
  readonly target: number | null;
  /** The round's own targets per municipality. */
  readonly targets: readonly { readonly municipalityCode: string; readonly value: number }[];
  readonly outcomes: readonly StoredOutcome[];
  readonly previous: readonly StoredFigure[];
  readonly computed: readonly ComputedFigure[];
  /** What adding up the municipalities counts twice; 0 where nothing is. The same for the round before. */
  readonly overlap: number;
  readonly previousOverlap: number;
  /** Municipalities that are not asked: they declined, or are no members of the collective the activities name. */
  readonly leftOut: readonly string[];
}

/** All there is to know about the outcomes of a round, or of the part asked for. */
export interface Sheet {
  readonly round: {
    readonly id: string;
    readonly planId: string;
    readonly label: string;
    readonly state: RoundState;
    readonly opens: string;
  };
  readonly previousRound: { readonly id: string; readonly label: string } | null;
  readonly county: string;
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  readonly indicators: readonly SheetIndicator[];
}

/** Which indicators of the round's plan; all when nothing is named. */
export interface SheetFilter {
  readonly breakdown?: Breakdown;
  readonly goalId?: string;
  /** Responsible for an activity the indicator serves, itself or as the group they act through. */
  readonly organisationId?: string;
  readonly activityId?: string;
  /** Just these, without order and without the activities they serve: for entering values. */
  readonly indicatorIds?: readonly string[];
}

export interface SeriesRound extends RoundRef {
  readonly target: number | null;
  readonly definitionVersion: number | null;
  readonly overlap: number;
  readonly leftOut: readonly string[];
  readonly outcomes: readonly StoredFigure[];
}

export interface StoredSeries {
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  /** By activity. */
  readonly activities: Readonly<
    Record<string, readonly { readonly definition: Indicator; readonly rounds: readonly SeriesRound[] }[]>
  >;
}

const DEFINITION = `json_build_object('id', i.id, 'version', i.version, 'text', i.text, 'kind', i.kind, 'unit', i.unit,
  'decimals', i.decimals, 'direction', i.direction, 'breakdown', i.breakdown, 'bySex', i.by_sex, 'targetMargin', i.target_margin,
  'combinePlaces', i.combine_places, 'combinePeriods', i.combine_periods, 'target', i.target,
  'baselineValue', i.baseline_value, 'baselineYear', i.baseline_year, 'baselineSource', i.baseline_source,
  'smallNumberThreshold', i.small_number_threshold, 'definitionVersion', i.definition_version, 'settled', i.settled)`;

const FIGURE = `'municipalityCode', o.municipality_code, 'sex', o.sex, 'state', o.state, 'value', o.value,
  'denominator', o.denominator, 'day', o.day, 'text', o.text`;

const MUNICIPALITIES = `(SELECT coalesce(json_agg(json_build_object('code', m.code, 'name', m.name) ORDER BY m.name COLLATE "sv-x-icu"), '[]')
  FROM municipality m WHERE m.county_id = current_county())`;

/** A round's own target where it has one, else the indicator's. */
const targetIn = (round: string): string => `coalesce((SELECT t.value FROM indicator_target t
  WHERE t.round_id = ${round} AND t.indicator_id = i.id AND t.municipality_code IS NULL), i.target)`;

/** What the municipalities' values count twice between them, when they come from events. */
const overlapIn = (round: string): string =>
  `coalesce((SELECT v.value FROM outcome_overlap v WHERE v.round_id = ${round} AND v.indicator_id = i.id), 0)`;

const leftOutIn = (round: string): string => `CASE WHEN i.breakdown = 'municipality' THEN
  (SELECT coalesce(json_agg(l.municipality_code), '[]') FROM place_left_out l WHERE l.round_id = ${round} AND l.indicator_id = i.id)
  ELSE '[]' END`;

/** Every read is one statement, whatever the number of indicators. */
@Injectable()
export class OutcomesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Null when the round does not exist in the county. Indicators stand in the plan's reading order. */
  async findSheet(roundId: string, filter: SheetFilter = {}): Promise<Sheet | null> {
    const { served, breakdown, values } = conditions(filter);
    const rows = await this.uow.manager.query<{ sheet: Sheet }[]>(
      `WITH round AS (
        SELECT id, plan_id, label, state, opens, from_day FROM follow_up_round WHERE id = $1
      ), previous AS (
        SELECT p.id, p.label FROM follow_up_round p JOIN round r ON p.plan_id = r.plan_id
        WHERE p.from_day < r.from_day AND p.state <> 'planned' ORDER BY p.from_day DESC, p.label DESC LIMIT 1
      ), served AS (${served}
      )
      SELECT json_build_object(
        'round', json_build_object('id', r.id, 'planId', r.plan_id, 'label', r.label, 'state', r.state, 'opens', r.opens),
        'previousRound', (SELECT json_build_object('id', p.id, 'label', p.label) FROM previous p),
        'county', (SELECT c.name FROM county c WHERE c.id = current_county()),
        'municipalities', ${MUNICIPALITIES},
        'indicators', (SELECT coalesce(json_agg(json_build_object(
            'definition', ${DEFINITION}, 'activities', s.activities, 'activityIds', s.activity_ids,
            'responsibleIds', (SELECT coalesce(json_agg(DISTINCT aa.organisation_id), '[]') FROM activity_indicator x
              JOIN activity_actor aa ON aa.activity_id = x.activity_id AND aa.role = 'responsible' WHERE x.indicator_id = i.id),
            'target', ${targetIn('r.id')},
            'targets', (SELECT coalesce(json_agg(json_build_object('municipalityCode', t.municipality_code, 'value', t.value)), '[]')
              FROM indicator_target t WHERE t.round_id = r.id AND t.indicator_id = i.id AND t.municipality_code IS NOT NULL),
            'computed', (SELECT coalesce(json_agg(json_build_object('municipalityCode', c.municipality_code, 'value', c.value,
                'events', cardinality(c.event_ids))), '[]') FROM computed_outcome c WHERE c.round_id = r.id AND c.indicator_id = i.id),
            'overlap', ${overlapIn('r.id')},
            'previousOverlap', ${overlapIn('(SELECT id FROM previous)')},
            'leftOut', ${leftOutIn('r.id')},
            'outcomes', (SELECT coalesce(json_agg(json_build_object('id', o.id, 'version', o.version, ${FIGURE}, 'note', o.note,
                'source', o.source, 'keptReason', o.kept_reason, 'keptAgainst', o.kept_against, 'reportedBy', json_build_object('id', w.id, 'name', w.name),
                'reportedAt', to_char(o.reported_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]')
              FROM outcome o JOIN person w ON w.id = o.reported_by WHERE o.round_id = r.id AND o.indicator_id = i.id),
            'previous', (SELECT coalesce(json_agg(json_build_object(${FIGURE})), '[]')
              FROM outcome o WHERE o.round_id = (SELECT id FROM previous) AND o.indicator_id = i.id)
          ) ORDER BY s.place, i.id), '[]')
          FROM served s JOIN indicator i ON i.id = s.indicator_id ${breakdown})
      ) AS sheet FROM round r`,
      [roundId, ...values],
    );
    return rows[0]?.sheet ?? null;
  }

  /** The indicators of each activity named, over all rounds that have opened, oldest first. One statement, however many. */
  async findSeries(activityIds: readonly string[]): Promise<StoredSeries> {
    const rows = await this.uow.manager.query<{ series: StoredSeries }[]>(
      `SELECT json_build_object('municipalities', ${MUNICIPALITIES}, 'activities', (SELECT coalesce(json_object_agg(asked.id, (
        SELECT coalesce(json_agg(json_build_object('definition', ${DEFINITION}, 'rounds', (
            SELECT coalesce(json_agg(json_build_object('id', r.id, 'label', r.label, 'state', r.state, 'versionNumber', r.version_number,
                'target', ${targetIn('r.id')},
                'definitionVersion', (SELECT max(o.definition_version) FROM outcome o WHERE o.round_id = r.id AND o.indicator_id = i.id),
                'overlap', ${overlapIn('r.id')}, 'leftOut', ${leftOutIn('r.id')},
                'outcomes', (SELECT coalesce(json_agg(json_build_object(${FIGURE})), '[]') FROM outcome o
                  WHERE o.round_id = r.id AND o.indicator_id = i.id)
              ) ORDER BY r.from_day, r.label), '[]')
            FROM follow_up_round r WHERE r.plan_id = i.plan_id AND r.state <> 'planned')
          ) ORDER BY ai.position), '[]')
        FROM activity_indicator ai JOIN indicator i ON i.id = ai.indicator_id WHERE ai.activity_id = asked.id)), '{}')
        FROM unnest($1::uuid[]) AS asked(id))
      ) AS series`,
      [activityIds],
    );
    return rows[0]?.series ?? { municipalities: [], activities: {} };
  }
}

/** For entering, the named indicators will do; for showing, also where each stands in the plan and what it serves. */
function conditions(filter: SheetFilter): { served: string; breakdown: string; values: unknown[] } {
  const values: unknown[] = [];
  const next = (value: unknown): string => `$${values.push(value) + 1}`;
  const wanted: string[] = [];
  if (filter.indicatorIds) {
    // The ids come by a subquery, so that one plan does for any number of them and the database keeps it.
    const served = `
        SELECT n.id AS indicator_id, ARRAY[0] AS place, '[]'::json AS activities, '[]'::json AS activity_ids
        FROM indicator n WHERE n.id = ANY((SELECT asked.ids FROM (SELECT ${next(filter.indicatorIds)}::uuid[] AS ids OFFSET 0) asked)::uuid[])
          AND n.plan_id = (SELECT plan_id FROM round)`;
    return { served, breakdown: '', values };
  }
  if (filter.goalId) wanted.push(`bool_or(a.goal_id = ${next(filter.goalId)})`);
  if (filter.activityId) wanted.push(`bool_or(a.id = ${next(filter.activityId)})`);
  if (filter.organisationId) {
    const id = next(filter.organisationId);
    wanted.push(`bool_or(a.responsible_group_id = ${id} OR EXISTS (SELECT 1 FROM activity_actor aa
      WHERE aa.activity_id = a.id AND aa.role = 'responsible' AND aa.organisation_id = ${id}))`);
  }
  const served = `
        SELECT ai.indicator_id, min(ARRAY[g.position, ar.position, a.position, ai.position]) AS place,
          json_agg(ar.number || '/' || a.number ORDER BY g.position, ar.position, a.position) AS activities,
          json_agg(a.id ORDER BY g.position, ar.position, a.position) AS activity_ids
        FROM activity_indicator ai JOIN activity a ON a.id = ai.activity_id
          JOIN area ar ON ar.id = a.area_id JOIN goal g ON g.id = a.goal_id
        WHERE ai.plan_id = (SELECT plan_id FROM round)
        GROUP BY ai.indicator_id ${wanted.length > 0 ? `HAVING ${wanted.join(' AND ')}` : ''}`;
  return { served, breakdown: filter.breakdown ? `WHERE i.breakdown = ${next(filter.breakdown)}` : '', values };
}
