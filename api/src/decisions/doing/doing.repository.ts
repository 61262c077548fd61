import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { ACTION_POINT_FROM, actionPointJson } from '../shared.sql.ts';
import type { StoredActionPoint } from '../stored.ts';

@Injectable()
export class DoingRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(id: string, today: string): Promise<StoredActionPoint | null> {
    const rows = await this.uow.manager.query<{ point: StoredActionPoint }[]>(
      `SELECT ${actionPointJson('$2')} AS point FROM ${ACTION_POINT_FROM} WHERE x.id = $1`,
      [id, today],
    );
    return rows[0]?.point ?? null;
  }
}
