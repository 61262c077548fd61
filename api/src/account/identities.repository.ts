import { Injectable } from '@nestjs/common';
import type { Id } from '@samhandling/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export interface StoredIdentity {
  readonly id: Id;
  readonly provider: string;
  readonly since: Date;
  readonly lastUsedAt: Date | null;
}

@Injectable()
export class IdentitiesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Of the person of the unit of work. */
  findOwn(): Promise<StoredIdentity[]> {
    return this.uow.manager.query(
      `SELECT id, provider, created_at AS since, last_used_at AS "lastUsedAt" FROM external_identity
       WHERE person_id = current_person() ORDER BY created_at, id`,
    );
  }
}
