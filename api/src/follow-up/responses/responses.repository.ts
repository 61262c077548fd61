import { Injectable } from '@nestjs/common';
import type { FollowUpResponse, Id, OrganisationRef } from '@samhandling/contracts';
import type { FollowUpState, ResponseKind, RoundState } from '@samhandling/domain';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { actors, instant, person } from '../../platform/database/sql.ts';
import { askedOrganisation } from '../shared/sql.ts';

/** An answer with what has been said about it, and what decides who may say more. */
export interface StoredResponses {
  readonly followUpState: FollowUpState;
  readonly roundState: RoundState;
  readonly responsible: readonly OrganisationRef[];
  readonly writer: OrganisationRef | null;
  readonly given: readonly FollowUpResponse[];
}

export interface WrittenResponse {
  readonly kind: ResponseKind;
  readonly text: string;
  readonly personId: Id;
  readonly at: Date;
}

@Injectable()
export class ResponsesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** One statement. Said of an answer that has been written in since counts as outdated. */
  async find(followUpId: string): Promise<StoredResponses | null> {
    const rows = await this.uow.manager.query<StoredResponses[]>(
      `SELECT f.state AS "followUpState", r.state AS "roundState", ${actors('f.activity_id', 'responsible')} AS responsible,
         ${askedOrganisation('f.activity_id', 'coalesce(f.on_behalf_of_id, f.reporter_id)')} AS writer,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'version', s.version,
             'organisation', jsonb_build_object('id', o.id, 'name', o.name), 'kind', s.kind, 'text', s.text,
             'person', ${person('s.person_id')}, 'at', ${instant('s.at')}, 'isOutdated', f.updated_at > s.at)
             ORDER BY s.at, s.id), '[]')
           FROM follow_up_response s JOIN organisation o ON o.id = s.organisation_id WHERE s.follow_up_id = f.id) AS given
       FROM follow_up f JOIN follow_up_round r ON r.id = f.round_id WHERE f.id = $1`,
      [followUpId],
    );
    return rows[0] ?? null;
  }

  /** Holds the round and the answer until the commit, so that neither moves between the look at them and the write. */
  async hold(followUpId: string): Promise<StoredResponses | null> {
    await this.uow.manager.query(
      `SELECT 1 FROM follow_up_round r WHERE r.id = (SELECT f.round_id FROM follow_up f WHERE f.id = $1) FOR SHARE`,
      [followUpId],
    );
    await this.uow.manager.query(`SELECT 1 FROM follow_up WHERE id = $1 FOR SHARE`, [followUpId]);
    return this.find(followUpId);
  }

  /** False when another was first. */
  async create(followUpId: string, organisationId: string, written: WrittenResponse): Promise<boolean> {
    const rows = await this.uow.manager.query<object[]>(
      `INSERT INTO follow_up_response (id, county_id, plan_id, round_id, follow_up_id, organisation_id, kind, text, person_id, at)
       SELECT $1, current_county(), f.plan_id, f.round_id, f.id, $3, $4, $5, $6, $7 FROM follow_up f WHERE f.id = $2
       ON CONFLICT (follow_up_id, organisation_id) DO NOTHING RETURNING id`,
      [newId(), followUpId, organisationId, written.kind, written.text, written.personId, written.at],
    );
    return rows.length === 1;
  }

  async update(id: string, version: number, written: WrittenResponse): Promise<boolean> {
    const [, changed] = await this.uow.manager.query<[object[], number]>(
      `UPDATE follow_up_response SET kind = $3, text = $4, person_id = $5, at = $6, version = version + 1 WHERE id = $1 AND version = $2`,
      [id, version, written.kind, written.text, written.personId, written.at],
    );
    return changed === 1;
  }

  async delete(id: string, version: number): Promise<boolean> {
    const [, gone] = await this.uow.manager.query<[object[], number]>(
      `DELETE FROM follow_up_response WHERE id = $1 AND version = $2`,
      [id, version],
    );
    return gone === 1;
  }
}
