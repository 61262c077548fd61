import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export interface Attempt {
  readonly provider: string;
  readonly verifier: string;
  readonly nonce: string;
  readonly returnTo: string;
}

/** Sign-ins that are at a provider right now, where every process finds them. */
@Injectable()
export class AttemptsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async create(stateHash: Buffer, browserHash: Buffer, attempt: Attempt): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO sign_in_attempt (state_hash, browser_hash, provider, verifier, nonce, return_to) VALUES ($1, $2, $3, $4, $5, $6)`,
      [stateHash, browserHash, attempt.provider, attempt.verifier, attempt.nonce, attempt.returnTo],
    );
  }

  /** Takes it away in the same statement: of two answers to one question, one finds it. Ten minutes, then it is as if it had not been. */
  async take(stateHash: Buffer, browserHash: Buffer): Promise<Attempt | null> {
    const [rows] = await this.uow.manager.query<[Attempt[], number]>(
      `DELETE FROM sign_in_attempt WHERE state_hash = $1 AND browser_hash = $2 AND created_at > now() - interval '10 minutes'
       RETURNING provider, verifier, nonce, return_to AS "returnTo"`,
      [stateHash, browserHash],
    );
    return rows[0] ?? null;
  }
}
