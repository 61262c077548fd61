import { Injectable } from '@nestjs/common';
import { changesBetween } from '../platform/audit/audit.ts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

/** A row of the record as the application writes it, but of a moment that lies behind. */
export interface DemoEntry {
  readonly at: Date;
  readonly by: string | undefined;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/** Keeps the record of what the demo says was done earlier: all of it in one statement. */
@Injectable()
export class DemoRecord {
  constructor(private readonly uow: UnitOfWork) {}

  async write(entries: readonly DemoEntry[]): Promise<void> {
    const rows = entries.map(({ before = {}, after = {}, entityId, ...entry }) => ({
      ...entry,
      id: newId(),
      entity_id: entityId,
      changes: changesBetween(before, after),
    }));
    await this.uow.manager.query(
      `INSERT INTO audit_event (id, county_id, at, person_id, source, action, entity, entity_id, changes)
       SELECT e.id, current_county(), e.at, e.by, 'web', e.action, e.entity, e.entity_id, e.changes
       FROM jsonb_to_recordset($1) AS e(id uuid, at timestamptz, by uuid, action text, entity text, entity_id uuid, changes jsonb)`,
      [JSON.stringify(rows)],
    );
  }
}
