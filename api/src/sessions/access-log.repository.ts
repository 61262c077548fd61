import { Injectable } from '@nestjs/common';
import type { AccountEventKind, Id } from '@samhandling/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

/** What is kept beside the kind: codes, never words, names or addresses of people. */
export interface AccessDetail {
  readonly reason?: string;
  readonly provider?: string;
  readonly method?: string;
}

export interface StoredAccessEvent {
  readonly at: Date;
  readonly kind: AccountEventKind;
  readonly detail: AccessDetail;
  readonly browser: string;
}

@Injectable()
export class AccessLogRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async add(kind: AccountEventKind, personId: Id | null, detail: AccessDetail, browser: string): Promise<void> {
    await this.uow.manager.query('SELECT note_access($1, $2, $3, $4)', [
      kind,
      personId,
      JSON.stringify(detail),
      browser,
    ]);
  }

  /** Of the person of the unit of work, newest first. */
  findOwn(most: number): Promise<StoredAccessEvent[]> {
    return this.uow.manager.query(
      'SELECT at, kind, detail, browser FROM access_event WHERE person_id = current_person() ORDER BY at DESC, id DESC LIMIT $1',
      [most],
    );
  }

  async countOwn(kind: AccountEventKind, minutes: number): Promise<number> {
    const [row] = await this.uow.manager.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM access_event
       WHERE person_id = current_person() AND kind = $1 AND at > now() - make_interval(mins => $2)`,
      [kind, minutes],
    );
    return row?.count ?? 0;
  }
}
