import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';

/** Answer links of somebody who no longer answers. */
@Injectable()
export class HandoverLinksRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Links that lead to nothing of theirs any longer must not stay open. */
  async revoke(
    personId: string,
    roundIds: readonly string[],
    reason: string,
    at: Date,
    byPersonId: string,
  ): Promise<void> {
    await this.uow.manager.query(
      `UPDATE answer_link SET revoked_at = $4, revoked_by = $5, revoked_reason = $3
       WHERE person_id = $1 AND round_id = ANY($2::uuid[]) AND revoked_at IS NULL AND expires_at > $4`,
      [personId, roundIds, reason, at, byPersonId],
    );
  }
}
