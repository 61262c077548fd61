import { Injectable } from '@nestjs/common';
import type { Id } from '@samhandling/contracts';
import type { HeldRole } from '@samhandling/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

@Injectable()
export class LeavingRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Taken before the person's row is: a request under way holds them the other way round. */
  async endSessions(id: Id): Promise<void> {
    await this.uow.manager.query('SELECT end_sessions_here($1)', [id]);
  }

  /** False when somebody else was first. */
  async leave(id: Id, version: number, roles: readonly HeldRole[], now: Date): Promise<boolean> {
    const [, count] = await this.uow.manager.query<[unknown[], number]>(
      `UPDATE county_person SET left_at = $4, former_roles = $3, version = version + 1
       WHERE county_id = current_county() AND person_id = $1 AND version = $2 AND left_at IS NULL`,
      [id, version, JSON.stringify(roles), now],
    );
    return count === 1;
  }

  async comeBack(id: Id, version: number): Promise<boolean> {
    const [, count] = await this.uow.manager.query<[unknown[], number]>(
      `UPDATE county_person SET left_at = NULL, former_roles = '[]', version = version + 1
       WHERE county_id = current_county() AND person_id = $1 AND version = $2 AND left_at IS NOT NULL AND removed_at IS NULL`,
      [id, version],
    );
    return count === 1;
  }

  /** The operator's alone; the database asks for itself. */
  async setActive(id: Id, isActive: boolean): Promise<boolean> {
    const rows = await this.uow.manager.query<{ done: boolean }[]>('SELECT set_person_active($1, $2) AS done', [
      id,
      isActive,
    ]);
    return rows[0]?.done ?? false;
  }

  /** `county`: the person works elsewhere too, so the name and the account stay. Null: the database does not do it. */
  async erase(id: Id): Promise<'all' | 'county' | null> {
    const rows = await this.uow.manager.query<{ reach: 'all' | 'county' | null }[]>(
      'SELECT erase_person($1) AS reach',
      [id],
    );
    return rows[0]?.reach ?? null;
  }
}
