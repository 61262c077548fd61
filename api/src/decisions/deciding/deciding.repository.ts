import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { DECISION_FROM, decisionJson } from '../shared.sql.ts';
import type { StoredDecision } from '../stored.ts';

@Injectable()
export class DecidingRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(id: string, today: string): Promise<StoredDecision | null> {
    const rows = await this.uow.manager.query<{ decision: StoredDecision }[]>(
      `SELECT ${decisionJson('$2')} AS decision FROM ${DECISION_FROM} WHERE d.id = $1`,
      [id, today],
    );
    return rows[0]?.decision ?? null;
  }

  /**
   * The next number of the group and year. Holds the group until the commit, so that two who decide at once get two numbers,
   * and one that is undone leaves no gap.
   */
  async nextNumber(groupId: string, year: number): Promise<number> {
    await this.uow.manager.query('SELECT 1 FROM work_group WHERE id = $1 FOR NO KEY UPDATE', [groupId]);
    const rows = await this.uow.manager.query<{ next: number }[]>(
      'SELECT coalesce(max(number), 0) + 1 AS next FROM decision WHERE group_id = $1 AND year = $2',
      [groupId, year],
    );
    return rows[0]?.next ?? 1;
  }
}
