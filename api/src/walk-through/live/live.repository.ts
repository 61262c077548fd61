import { Injectable } from '@nestjs/common';
import type { LiveState } from '@samhandling/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { LIVE_STATE } from './live-state.sql.ts';

@Injectable()
export class LiveRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Of each meeting that is there. One statement, however many are followed. */
  async find(meetingIds: readonly string[]): Promise<ReadonlyMap<string, LiveState>> {
    const rows = await this.uow.manager.query<{ id: string; live: LiveState }[]>(
      `SELECT m.id, ${LIVE_STATE} AS live FROM meeting m WHERE m.id = ANY($1::uuid[])`,
      [meetingIds],
    );
    return new Map(rows.map(({ id, live }) => [id, live]));
  }

  async isOnAgenda(meetingId: string, itemId: string): Promise<boolean> {
    const rows = await this.uow.manager.query<object[]>('SELECT 1 FROM agenda_item WHERE id = $2 AND meeting_id = $1', [
      meetingId,
      itemId,
    ]);
    return rows.length > 0;
  }

  async putCurrent(meetingId: string, itemId: string | null): Promise<void> {
    await this.uow.manager.query('UPDATE meeting SET current_item_id = $2 WHERE id = $1', [meetingId, itemId]);
  }
}
