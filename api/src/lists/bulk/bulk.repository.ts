import { Injectable } from '@nestjs/common';
import type { PersonRef } from '@samhandling/contracts';
import type { FollowUpState, RoundState } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';

export interface BulkRound {
  readonly slug: string;
  readonly label: string;
  readonly state: RoundState;
}

/** What of a follow-up a bulk change can touch. */
export interface BulkRow {
  readonly id: string;
  readonly version: number;
  readonly state: FollowUpState;
  readonly reporter: PersonRef | null;
  readonly nextStepDate: string | null;
  readonly nothingNew: boolean;
}

@Injectable()
export class BulkRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findRound(id: string): Promise<BulkRound | null> {
    const rows = await this.uow.manager.query<BulkRound[]>(
      'SELECT p.slug, r.label, r.state FROM follow_up_round r JOIN plan p ON p.id = r.plan_id WHERE r.id = $1',
      [id],
    );
    return rows[0] ?? null;
  }

  async findRows(ids: readonly string[]): Promise<ReadonlyMap<string, BulkRow>> {
    const rows = await this.uow.manager.query<BulkRow[]>(
      `SELECT f.id, f.version, f.state, f.next_step_date::text AS "nextStepDate", f.nothing_new AS "nothingNew",
         (SELECT json_build_object('id', w.id, 'name', w.name) FROM person w WHERE w.id = f.reporter_id) AS reporter
       FROM follow_up f WHERE f.id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
