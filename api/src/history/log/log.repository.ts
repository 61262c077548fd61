import { Injectable } from '@nestjs/common';
import type { PersonRef, RecordFilter } from '@samhandling/contracts';
import type { FieldChanges } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { SUBJECTS_SQL, type LogSubject } from './log-subjects.ts';
import { LOG_KINDS } from './log-kinds.ts';

export interface LoggedEntry {
  readonly id: string;
  readonly at: string;
  /** The same moment as the database keeps it, to go on from. */
  readonly moment: string;
  readonly seq: number | null;
  readonly person: PersonRef | null;
  readonly onBehalfOf: PersonRef | null;
  readonly source: string;
  readonly requestId: string | null;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly changes: FieldChanges;
  readonly isDisposed: boolean;
}

/** Where the page before ended, to go on from when everything is read. */
export interface LogPlace {
  readonly moment: string;
  readonly id: string;
}

const WHOLE_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const PERSON = (column: string): string =>
  `(SELECT jsonb_build_object('id', p.id, 'name', p.name) FROM person p WHERE p.id = ${column})`;
const ENTRY = `jsonb_build_object('id', e.id, 'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'moment', e.at::text,
  'seq', (SELECT l.seq FROM audit_link l WHERE l.audit_event_id = e.id), 'person', ${PERSON('e.person_id')}, 'onBehalfOf', ${PERSON('e.on_behalf_of_id')},
  'source', e.source, 'requestId', e.request_id, 'action', e.action, 'entity', e.entity, 'entityId', e.entity_id, 'changes', e.changes,
  'isDisposed', e.disposed_by IS NOT NULL)`;
const DAY_START = (day: string): string => `(${day}::timestamp AT TIME ZONE 'Europe/Stockholm')`;
const HIT = `audit_event e WHERE ($1::uuid IS NULL OR e.person_id = $1 OR e.on_behalf_of_id = $1)
  AND ($2::text[] IS NULL OR e.entity = ANY($2)) AND ($3::text IS NULL OR e.action = $3) AND ($4::text IS NULL OR e.source = $4)
  AND ($5::date IS NULL OR e.at >= ${DAY_START('$5::date')}) AND ($6::date IS NULL OR e.at < ${DAY_START('($6::date + 1)')})
  AND ($7::uuid IS NULL OR e.id = $7 OR e.entity_id = $7) AND ($8::text IS NULL OR strpos(lower(e.changes::text), $8) > 0)
  AND ($9::text IS NULL OR e.request_id = $9)`;

/** Reading the whole record. Row-level security keeps it within the county. */
@Injectable()
export class LogRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** One page, newest first, with how many there are in all, and the people one may ask for. */
  async findPage(
    filter: RecordFilter,
    page: number,
    pageSize: number,
  ): Promise<{ items: LoggedEntry[]; total: number; people: PersonRef[] }> {
    const rows = await this.uow.manager.query<{ items: LoggedEntry[]; total: number; people: PersonRef[] }[]>(
      `WITH shown AS (SELECT e.* FROM ${HIT} ORDER BY e.at DESC, e.id DESC LIMIT $11 OFFSET $10)
       SELECT (SELECT count(*)::int FROM ${HIT}) AS total,
         (SELECT coalesce(jsonb_agg(${ENTRY} ORDER BY e.at DESC, e.id DESC), '[]') FROM shown e) AS items,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) ORDER BY p.name COLLATE "sv-x-icu", p.id), '[]')
          FROM county_person c JOIN person p ON p.id = c.person_id) AS people`,
      [...valuesOf(filter), (page - 1) * pageSize, pageSize],
    );
    return rows[0] ?? { items: [], total: 0, people: [] };
  }

  /** The next entries after a place, newest first: what is written meanwhile comes before all of them, and is not read. */
  async findNext(filter: RecordFilter, after: LogPlace | null, most: number): Promise<LoggedEntry[]> {
    const rows = await this.uow.manager.query<{ entry: LoggedEntry }[]>(
      `SELECT ${ENTRY} AS entry FROM ${HIT} AND ($10::timestamptz IS NULL OR (e.at, e.id) < ($10, $11::uuid))
       ORDER BY e.at DESC, e.id DESC LIMIT $12`,
      [...valuesOf(filter), after?.moment ?? null, after?.id ?? null, most],
    );
    return rows.map(({ entry }) => entry);
  }

  async findSubjects(ids: readonly string[]): Promise<LogSubject[]> {
    return ids.length === 0 ? [] : this.uow.manager.query<LogSubject[]>(SUBJECTS_SQL, [ids]);
  }
}

/** A whole id is looked for as one; anything else as words in what was changed, written as JSON writes them. */
function valuesOf({ person, kind, action, source, from, to, q, request }: RecordFilter): unknown[] {
  const asked = q?.trim() ?? '';
  const isId = WHOLE_ID.test(asked);
  const words = JSON.stringify(asked.toLowerCase()).slice(1, -1);
  return [
    person ?? null,
    kind === undefined ? null : (LOG_KINDS.find(({ value }) => value === kind)?.recordedAs ?? []),
    action ?? null,
    source ?? null,
    from ?? null,
    to ?? null,
    isId ? asked : null,
    isId || words === '' ? null : words,
    request ?? null,
  ];
}
