import { Injectable } from '@nestjs/common';
import { newId } from '../database/ids.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { requestContext } from '../http/request-context.ts';
import { Metrics } from '../metrics/metrics.ts';
import { noteChange, recordedAs } from './change-trail.ts';

export interface AuditEntry {
  /** Verb from the fixed table: create update delete submit return accept adopt … */
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  readonly onBehalfOfId?: string | null;
}

/** Writes the record in the transaction of the change, so that neither is ever there without the other. */
@Injectable()
export class Audit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly metrics: Metrics,
  ) {}

  async record(...entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const { session, source, requestId } = requestContext();
    const rows = entries.map((entry) => ({
      id: newId(),
      on_behalf_of_id: entry.onBehalfOfId ?? null,
      entity: entry.entity,
      entity_id: entry.entityId,
      ...recordedAs(entry.action, changesBetween(entry.before ?? {}, entry.after ?? {})),
    }));
    await this.uow.manager.query(
      `INSERT INTO audit_event (id, county_id, person_id, on_behalf_of_id, source, request_id, action, entity, entity_id, changes)
       SELECT e.id, current_county(), current_person(), e.on_behalf_of_id, $1, $2, e.action, e.entity, e.entity_id, e.changes
       FROM jsonb_to_recordset($3) AS e(id uuid, on_behalf_of_id uuid, action text, entity text, entity_id uuid, changes jsonb)`,
      [session || source === 'link' ? source : 'system', requestId || null, JSON.stringify(rows)],
    );
    if (session?.roles.some(({ role }) => role === 'operator')) await this.noteVisit();
    this.uow.afterCommit(() => this.metrics.auditRowsWritten(rows.length));
    noteChange(rows.at(-1)?.id ?? '');
  }

  /**
   * An operator belongs to no county, but one that they have changed something in can read their name in its history. A visit
   * begins and ends at the same moment, which tells it from having belonged and left.
   */
  private async noteVisit(): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO county_person (county_id, person_id, since, left_at) SELECT current_county(), current_person(), now(), now()
       WHERE current_county() IS NOT NULL ON CONFLICT DO NOTHING`,
    );
  }
}

/** Old and new per field that differs: `{ "title": { "old": "…", "new": "…" } }`. */
export function changesBetween(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, { old?: unknown; new?: unknown }> {
  const changes: Record<string, { old?: unknown; new?: unknown }> = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (JSON.stringify(before[field]) === JSON.stringify(after[field])) continue;
    changes[field] = { ...(field in before && { old: before[field] }), ...(field in after && { new: after[field] }) };
  }
  return changes;
}
