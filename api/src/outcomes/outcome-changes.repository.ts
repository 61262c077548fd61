import { Injectable } from '@nestjs/common';
import type { OutcomeSource, Sex } from '@samhandling/domain';
import { changesBetween } from '../platform/audit/audit.ts';
import { noteChange, recordedAs } from '../platform/audit/change-trail.ts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { requestContext } from '../platform/http/request-context.ts';
import type { TypedOutcome } from './typed-outcome.ts';

/** Where a value stands: one per round, indicator, place and sex, unique in the database. */
export interface OutcomePlaceKey {
  readonly planId: string;
  readonly roundId: string;
  readonly indicatorId: string;
  readonly municipalityCode: string | null;
  readonly sex: Sex;
}

export interface StoredContent extends TypedOutcome {
  readonly note: string;
  readonly source: OutcomeSource;
  readonly keptReason: string;
  readonly keptAgainst: number | null;
}

export interface OutcomeChange {
  readonly action: 'create' | 'update' | 'delete';
  readonly id: string;
  /** The version the person starts from; 0 for `create`. */
  readonly version: number;
  readonly place: OutcomePlaceKey;
  readonly definitionVersion: number;
  readonly before: StoredContent | null;
  readonly after: StoredContent | null;
}

export interface DoneChange {
  readonly id: string;
  readonly version: number;
  readonly reportedAt: string;
}

const PARTS: Readonly<Record<OutcomeChange['action'], string>> = {
  create: `create_done AS (
    INSERT INTO outcome (id, county_id, plan_id, round_id, indicator_id, municipality_code, sex, state, value, denominator, day,
      text, note, source, kept_reason, kept_against, definition_version, reported_by)
    SELECT c.id, current_county(), c.plan_id, c.round_id, c.indicator_id, c.municipality_code, c.sex, c.state, c.value,
      c.denominator, c.day, c.text, c.note, c.source, c.kept_reason, c.kept_against, c.definition_version, current_person()
    FROM wanted c WHERE c.action = 'create'
    ON CONFLICT ON CONSTRAINT outcome_unique DO NOTHING RETURNING id, version, reported_at)`,
  update: `update_done AS (
    UPDATE outcome o SET state = c.state, value = c.value, denominator = c.denominator, day = c.day, text = c.text, note = c.note,
      source = c.source, kept_reason = c.kept_reason, kept_against = c.kept_against, definition_version = c.definition_version, reported_at = now(), reported_by = current_person(),
      version = o.version + 1
    FROM wanted c WHERE c.action = 'update' AND o.id = c.id AND o.version = c.version
    RETURNING o.id, o.version, o.reported_at)`,
  delete: `delete_done AS (
    DELETE FROM outcome o USING wanted c WHERE c.action = 'delete' AND o.id = c.id AND o.version = c.version
    RETURNING o.id, 0 AS version, now() AS reported_at)`,
};

/**
 * Writes values and their audit rows in one statement: filling in a grid is what people do most, and each round trip to
 * the database counts. A change that is not among the answers was stale: the row had another version, or the cell was
 * no longer empty.
 */
@Injectable()
export class OutcomeChangesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Pastes of the same round take turns, so that two of them cannot wait for each other's cells for ever. */
  async takeTurn(roundId: string): Promise<void> {
    await this.uow.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('outcomes ' || $1, 0))`, [roundId]);
  }

  /**
   * What the municipalities that show what the events give count twice between them, anew: a choice changes which they
   * are. The recomputing of events holds the same; here the events behind each figure are already known.
   */
  async updateOverlaps(roundId: string, indicatorIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.uow.manager.query<{ indicatorId: string; value: number }[]>(
      `WITH piece AS (
        SELECT c.indicator_id, c.plan_id, c.municipality_code AS place, x.item
        FROM computed_outcome c JOIN indicator_rule u ON u.indicator_id = c.indicator_id
        JOIN outcome o ON o.round_id = c.round_id AND o.indicator_id = c.indicator_id AND o.municipality_code = c.municipality_code
          AND o.sex = 'total' AND o.source = 'events'
        CROSS JOIN LATERAL (
          SELECT unnest(c.event_ids) AS item WHERE u.method = 'count_events'
          UNION ALL SELECT w.organisation_id FROM event_organisation w WHERE u.method = 'distinct_organisations' AND w.event_id = ANY(c.event_ids)) x
        WHERE c.round_id = $1 AND c.indicator_id = ANY($2::uuid[])),
      twice AS (SELECT indicator_id, plan_id, count(DISTINCT (place, item)) - count(DISTINCT item) AS value FROM piece GROUP BY indicator_id, plan_id),
      put AS (INSERT INTO outcome_overlap (round_id, indicator_id, county_id, plan_id, value)
        SELECT $1, t.indicator_id, current_county(), t.plan_id, t.value FROM twice t WHERE t.value > 0
        ON CONFLICT ON CONSTRAINT outcome_overlap_pk DO UPDATE SET value = excluded.value),
      gone AS (DELETE FROM outcome_overlap v WHERE v.round_id = $1 AND v.indicator_id = ANY($2::uuid[])
        AND NOT EXISTS (SELECT 1 FROM twice t WHERE t.indicator_id = v.indicator_id AND t.value > 0))
      SELECT i.id AS "indicatorId", coalesce((SELECT t.value FROM twice t WHERE t.indicator_id = i.id), 0)::float8 AS value
      FROM unnest($2::uuid[]) AS i(id)`,
      [roundId, indicatorIds],
    );
    return new Map(rows.map(({ indicatorId, value }) => [indicatorId, value]));
  }

  async apply(changes: readonly OutcomeChange[]): Promise<DoneChange[]> {
    if (changes.length === 0) return [];
    const actions = (['create', 'update', 'delete'] as const).filter((action) =>
      changes.some((change) => change.action === action),
    );
    const { session, source, requestId } = requestContext();
    const rows = changes.map(toRow);
    const done = await this.uow.manager.query<DoneChange[]>(
      `WITH wanted AS (
        SELECT * FROM jsonb_to_recordset($1) AS c(action text, id uuid, version integer, plan_id uuid, round_id uuid, indicator_id uuid,
          municipality_code text, sex text, state text, value numeric, denominator numeric, day date, text text, note text, source text, kept_reason text, kept_against numeric,
          definition_version integer, audit_id uuid, recorded_as text, changes jsonb)
      ), ${actions.map((action) => PARTS[action]).join(', ')},
      done AS (${actions.map((action) => `SELECT id, version, reported_at FROM ${action}_done`).join(' UNION ALL ')}),
      audited AS (
        INSERT INTO audit_event (id, county_id, person_id, source, request_id, action, entity, entity_id, changes)
        SELECT c.audit_id, current_county(), current_person(), $2, $3, c.recorded_as, 'outcome', c.id, c.changes FROM wanted c JOIN done USING (id))
      SELECT id, version, to_char(reported_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "reportedAt" FROM done`,
      [JSON.stringify(rows), session ? source : 'system', requestId || null],
    );
    const written = new Set(done.map(({ id }) => id));
    const last = rows.findLast(({ id }) => written.has(id));
    if (last) noteChange(last.audit_id);
    return done;
  }
}

function toRow(change: OutcomeChange) {
  const { place, before, after } = change;
  const recording = recordedAs(change.action, changesBetween(recorded(place, before), recorded(place, after)));
  return {
    action: change.action,
    id: change.id,
    version: change.version,
    plan_id: place.planId,
    round_id: place.roundId,
    indicator_id: place.indicatorId,
    municipality_code: place.municipalityCode,
    sex: place.sex,
    state: after?.state,
    value: after?.value,
    denominator: after?.denominator,
    day: after?.day,
    text: after?.text,
    note: after?.note,
    source: after?.source,
    kept_reason: after?.keptReason,
    kept_against: after?.keptAgainst,
    definition_version: change.definitionVersion,
    audit_id: newId(),
    recorded_as: recording.action,
    changes: recording.changes,
  };
}

/** The place is recorded when a row comes or goes; a change of value names only what changed. */
function recorded(place: OutcomePlaceKey, content: StoredContent | null): Record<string, unknown> {
  if (!content) return {};
  const { roundId, indicatorId, municipalityCode, sex } = place;
  const { state, value, denominator, day, text, note, source, keptReason } = content;
  return {
    roundId,
    indicatorId,
    municipalityCode,
    sex,
    state,
    value,
    denominator,
    day,
    text,
    note,
    source,
    keptReason,
  };
}
