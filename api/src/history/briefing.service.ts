import { Injectable } from '@nestjs/common';
import type { BriefedChange, Instant } from '@samhandling/contracts';
import type { FieldChanges } from '@samhandling/domain';
import { instant } from '../platform/database/sql.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { requestContext } from '../platform/http/request-context.ts';
import { shownValues } from './history-entries.ts';
import { fieldOf } from './history-fields.ts';

/** An activity, and from when its changes are asked for. */
export interface BriefingAsked {
  readonly activityId: string;
  readonly since: Instant;
}

interface RecordedChange {
  readonly activityId: string;
  readonly entity: 'follow_up' | 'outcome';
  /** Of an outcome: the indicator, and the municipality where it is about one. */
  readonly name: string;
  readonly isProtected: boolean;
  readonly at: Instant;
  readonly by: string;
  readonly changes: FieldChanges;
}

/** More than this of one activity is for its history page. */
const MOST_OF_ONE = 12;
/** What a meeting wants to hear of; who reports, and in which state the answer is, is for others. */
const FIELDS = {
  follow_up: ['judgement', 'supportNeeded', 'cancelReason', 'done', 'results', 'obstacles', 'nextStep', 'nextStepDate'],
  outcome: ['state', 'value', 'text', 'day'],
} as const;

const CHANGES = `
  WITH asked AS MATERIALIZED (SELECT x."activityId" AS activity_id, x.since FROM jsonb_to_recordset($1) AS x("activityId" uuid, since timestamptz)),
  thing AS (
    SELECT k.activity_id, k.since, f.id, 'follow_up' AS entity, '' AS name, false AS is_protected FROM asked k JOIN follow_up f ON f.activity_id = k.activity_id
    UNION ALL
    SELECT k.activity_id, k.since, o.id, 'outcome', rtrim(i.text, '.') || CASE WHEN m.name IS NULL THEN '' ELSE ', ' || m.name END, i.small_number_threshold IS NOT NULL
    FROM asked k JOIN activity_indicator ai ON ai.activity_id = k.activity_id JOIN indicator i ON i.id = ai.indicator_id
    JOIN outcome o ON o.indicator_id = i.id LEFT JOIN municipality m ON m.code = o.municipality_code),
  found AS (
    SELECT t.activity_id, t.entity, t.name, t.is_protected, e.id, e.at, e.person_id, e.changes,
      row_number() OVER (PARTITION BY t.activity_id ORDER BY e.at DESC, e.id DESC) AS place
    FROM audit_event e JOIN thing t ON t.id = e.entity_id AND t.entity = e.entity AND e.at >= t.since
    WHERE e.at >= (SELECT min(since) FROM asked) AND e.disposed_by IS NULL AND NOT (e.entity = 'follow_up' AND e.action = 'create')
      AND e.changes ?| $2::text[])
  SELECT f.activity_id AS "activityId", f.entity, f.name, f.is_protected AS "isProtected", ${instant('f.at')} AS at, coalesce(w.name, '') AS by, f.changes
  FROM found f LEFT JOIN person w ON w.id = f.person_id WHERE f.place <= ${MOST_OF_ONE} ORDER BY f.activity_id, f.place`;

/**
 * What has changed about activities since a day, as changes from one thing to another, for people in a room. Protected figures
 * are protected for everybody here: a screen on a wall has readers we do not know.
 */
@Injectable()
export class BriefingService {
  constructor(private readonly uow: UnitOfWork) {}

  /** By activity, newest first. One statement, however many are asked for. */
  async find(asked: readonly BriefingAsked[]): Promise<ReadonlyMap<string, readonly BriefedChange[]>> {
    if (asked.length === 0) return new Map();
    const rows = await this.uow.read(() =>
      this.uow.manager.query<RecordedChange[]>(CHANGES, [JSON.stringify(asked), Object.values(FIELDS).flat()]),
    );
    const found = new Map<string, BriefedChange[]>();
    for (const row of rows) found.set(row.activityId, [...(found.get(row.activityId) ?? []), ...briefed(row)]);
    return new Map([...found].map(([id, changes]) => [id, changes.slice(0, MOST_OF_ONE)]));
  }
}

function briefed({ entity, name, isProtected, at, by, changes }: RecordedChange): BriefedChange[] {
  const { locale } = requestContext();
  const reader = { locale, names: new Map<string, string>(), sees: !isProtected };
  return FIELDS[entity].flatMap((field) => {
    const change = changes[field];
    const known = change && fieldOf(entity, field);
    if (!known) return [];
    const { label, values } = shownValues(known, field, [change.old, change.new], reader);
    const [from, to] = values;
    // That a value is a value now is told by the value itself.
    if ((from === to && !isProtected) || (entity === 'outcome' && field === 'state' && change.new === 'value'))
      return [];
    return [
      { at, by, what: entity === 'outcome' ? `${locale === 'sv' ? 'Utfall' : 'Outcome'}: ${name}` : label, from, to },
    ];
  });
}
