import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import type { ChainedRow } from './chain-text.ts';

export interface FrozenToVerify {
  readonly name: string;
  readonly canonicalJson: string;
  readonly sha256: string;
  /** Its files come after the freezing. */
  readonly drawnLater: boolean;
  readonly files: readonly { readonly format: string; readonly sha256: string; readonly bytes: Buffer }[];
}

const FETCHED_AT_ONCE = 2000;

/** Reads all there is to verify in a county. Row-level security keeps it within it. */
@Injectable()
export class VerifyingRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Every row and every link in the order of the chain, rows without a link last, a few thousand at a time: one snapshot,
   * and never all in memory.
   */
  async *readChain(): AsyncGenerator<ChainedRow> {
    const { manager } = this.uow;
    // Sorting a long record takes longer than a page may.
    await manager.query('SET LOCAL statement_timeout = 0');
    await manager.query(
      `DECLARE record_walk NO SCROLL CURSOR FOR
       SELECT CASE WHEN l.seq IS NOT NULL THEN jsonb_build_object('seq', l.seq, 'eventId', l.audit_event_id,
           'personalHash', encode(l.personal_hash, 'hex'), 'contentHash', encode(l.content_hash, 'hex'), 'hash', encode(l.hash, 'hex')) END AS link,
         CASE WHEN e.id IS NOT NULL THEN jsonb_build_object('id', e.id, 'countyId', e.county_id,
           'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'source', e.source, 'action', e.action, 'entity', e.entity,
           'entityId', e.entity_id, 'changes', e.changes::text, 'salt', encode(e.salt, 'hex'), 'personId', e.person_id,
           'onBehalfOfId', e.on_behalf_of_id, 'requestId', e.request_id, 'disposedBy', e.disposed_by) END AS event
       FROM audit_link l FULL JOIN audit_event e ON e.id = l.audit_event_id
       ORDER BY l.seq NULLS LAST, e.at, e.id`,
    );
    try {
      let rows: ChainedRow[];
      do {
        rows = await manager.query<ChainedRow[]>(`FETCH ${FETCHED_AT_ONCE} FROM record_walk`);
        yield* rows;
      } while (rows.length > 0);
    } finally {
      await manager.query('CLOSE record_walk');
    }
  }

  async findReportIds(): Promise<string[]> {
    const rows = await this.uow.manager.query<{ id: string }[]>('SELECT id FROM frozen_report ORDER BY adopted_at, id');
    return rows.map(({ id }) => id);
  }

  /** One at a time: a report's files may be some megabytes. */
  async findReport(id: string): Promise<FrozenToVerify | null> {
    const rows = await this.uow.manager.query<Omit<FrozenToVerify, 'files'>[]>(
      `SELECT p.title || ', ' || r.label || ', version ' || f.version_number AS name, f.canonical_json AS "canonicalJson", f.sha256, f.drawn_later AS "drawnLater"
       FROM frozen_report f JOIN follow_up_round r ON r.id = f.round_id JOIN plan p ON p.id = f.plan_id WHERE f.id = $1`,
      [id],
    );
    const files = await this.uow.manager.query<FrozenToVerify['files']>(
      'SELECT format, sha256, bytes FROM frozen_file WHERE frozen_report_id = $1 ORDER BY format',
      [id],
    );
    return rows[0] ? { ...rows[0], files } : null;
  }

  async findPaperIds(): Promise<string[]> {
    const rows = await this.uow.manager.query<{ id: string }[]>('SELECT id FROM paper ORDER BY frozen_at, id');
    return rows.map(({ id }) => id);
  }

  /** One at a time, like reports. */
  async findPaper(id: string): Promise<FrozenToVerify | null> {
    const rows = await this.uow.manager.query<Omit<FrozenToVerify, 'files'>[]>(
      `SELECT title || ', version ' || version_number AS name, canonical_json AS "canonicalJson", sha256, drawn_later AS "drawnLater" FROM paper WHERE id = $1`,
      [id],
    );
    const files = await this.uow.manager.query<FrozenToVerify['files']>(
      'SELECT format, sha256, bytes FROM paper_file WHERE paper_id = $1 ORDER BY format',
      [id],
    );
    return rows[0] ? { ...rows[0], files } : null;
  }

  /** Meetings whose minutes are adjusted and whose frozen minutes are gone, by group and day. The database lets none come to be. */
  async findAdjustedWithoutPaper(): Promise<string[]> {
    const rows = await this.uow.manager.query<{ name: string }[]>(
      `SELECT g.name || ' ' || to_char(m.starts_at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD') AS name
       FROM meeting m JOIN work_group g ON g.id = m.group_id
       WHERE m.state = 'adjusted' AND NOT EXISTS (SELECT 1 FROM paper p WHERE p.kind = 'minutes' AND p.subject_id = m.id) ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  }

  /** Adopted rounds without the frozen report of their version, by name. The database lets none come to be. */
  async findAdoptedWithoutReport(): Promise<string[]> {
    const rows = await this.uow.manager.query<{ name: string }[]>(
      `SELECT p.title || ', ' || r.label AS name FROM follow_up_round r JOIN plan p ON p.id = r.plan_id
       WHERE r.state = 'adopted' AND NOT EXISTS
         (SELECT 1 FROM frozen_report f WHERE f.round_id = r.id AND f.version_number = r.version_number)
       ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  }
}
