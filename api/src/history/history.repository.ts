import { Injectable } from '@nestjs/common';
import type { HistoryEntity, PersonRef } from '@samhandling/contracts';
import type { FieldChanges } from '@samhandling/domain';
import { dayIn } from '../platform/database/sql.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import {
  CELL_SUBJECT_SQL,
  OUTCOME_SUBJECT_SQL,
  RECORDED_AS,
  SUBJECT_SQL,
  type HistoryCell,
  type HistorySubject,
} from './history-subjects.ts';

/** A change as it was recorded. */
export interface RecordedEntry {
  readonly id: string;
  readonly at: string;
  readonly person: PersonRef | null;
  readonly onBehalfOf: PersonRef | null;
  readonly source: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly changes: FieldChanges;
  /** Gallring has taken who and what. */
  readonly isDisposed: boolean;
}

/** More than this nobody reads; the newest are kept. */
const MOST_ENTRIES = 2000;

const ENTRY = `e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, e.source, e.action, e.entity,
  e.entity_id AS "entityId", e.changes, e.disposed_by IS NOT NULL AS "isDisposed",
  (SELECT jsonb_build_object('id', who.id, 'name', who.name) FROM person who WHERE who.id = e.person_id) AS person,
  (SELECT jsonb_build_object('id', who.id, 'name', who.name) FROM person who WHERE who.id = e.on_behalf_of_id) AS "onBehalfOf"`;

/** Reading what was recorded. Row-level security keeps it within the county. */
@Injectable()
export class HistoryRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Null when the thing is not there; its record may still be. */
  async findSubject(entity: HistoryEntity, id: string): Promise<HistorySubject | null> {
    const sql = entity === 'outcome' ? OUTCOME_SUBJECT_SQL : SUBJECT_SQL[entity];
    const [row] = await this.uow.manager.query<HistorySubject[]>(sql, [id]);
    return row ? { ...row, ids: row.ids.includes(id) ? row.ids : [id, ...row.ids], cell: row.cell ?? null } : null;
  }

  /** Null when round or indicator does not exist. An empty cell has no ids. */
  async findCell({ roundId, indicatorId, municipalityCode, sex }: HistoryCell): Promise<HistorySubject | null> {
    const rows = await this.uow.manager.query<HistorySubject[]>(CELL_SUBJECT_SQL, [
      roundId,
      indicatorId,
      municipalityCode,
      sex,
    ]);
    return rows[0] ?? null;
  }

  /** Newest first. */
  findEntries(entity: HistoryEntity | 'saved_view', ids: readonly string[]): Promise<RecordedEntry[]> {
    return this.uow.manager.query<RecordedEntry[]>(
      `SELECT ${ENTRY} FROM audit_event e WHERE e.entity_id = ANY($1::uuid[]) AND e.entity = ANY($2::text[])
       ORDER BY e.at DESC, e.id DESC LIMIT ${MOST_ENTRIES}`,
      [ids, entity === 'saved_view' ? [entity] : RECORDED_AS[entity]],
    );
  }

  async findChange(id: string): Promise<RecordedEntry | null> {
    const rows = await this.uow.manager.query<RecordedEntry[]>(`SELECT ${ENTRY} FROM audit_event e WHERE e.id = $1`, [
      id,
    ]);
    return rows[0] ?? null;
  }

  /** What ids and municipality codes are called, all in one statement. */
  async findNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.uow.manager.query<{ id: string; name: string }[]>(
      `WITH asked AS (SELECT id::uuid AS id FROM unnest($1::text[]) AS given(id) WHERE length(id) = 36)
       SELECT who.id::text AS id, who.name FROM person who JOIN asked USING (id)
       UNION ALL SELECT o.id::text, o.name FROM organisation o JOIN asked USING (id)
       UNION ALL SELECT k.id::text, k.name FROM event_kind k JOIN asked USING (id)
       UNION ALL SELECT a.id::text, area.number || '/' || a.number FROM activity a JOIN area ON area.id = a.area_id JOIN asked ON asked.id = a.id
       UNION ALL SELECT g.id::text, g.title FROM goal g JOIN asked USING (id)
       UNION ALL SELECT i.id::text, i.text FROM indicator i JOIN asked USING (id)
       UNION ALL SELECT r.id::text, r.label FROM follow_up_round r JOIN asked USING (id)
       UNION ALL SELECT w.id::text, w.name FROM work_group w JOIN asked USING (id)
       UNION ALL SELECT t.id::text, w.name || ' ' || ${dayIn('t.starts_at')} FROM meeting t JOIN work_group w ON w.id = t.group_id JOIN asked ON asked.id = t.id
       UNION ALL SELECT d.id::text, '§ ' || d.number || '/' || d.year FROM decision d JOIN asked USING (id)
       UNION ALL SELECT l.id::text, l.question FROM lift l JOIN asked USING (id)
       UNION ALL SELECT m.code, m.name FROM municipality m WHERE m.code = ANY($1::text[])`,
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async findVersion(table: 'goal_judgement' | 'follow_up', id: string): Promise<number | null> {
    const rows = await this.uow.manager.query<{ version: number }[]>(`SELECT version FROM ${table} WHERE id = $1`, [
      id,
    ]);
    return rows[0]?.version ?? null;
  }
}
