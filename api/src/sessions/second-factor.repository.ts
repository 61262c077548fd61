import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export interface StoredFactor {
  readonly secret: string;
  readonly confirmedAt: Date | null;
  readonly recoveryCodesLeft: number;
}

/** All of it about the person of the unit of work; nobody else's is seen. */
@Injectable()
export class SecondFactorRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(): Promise<StoredFactor | null> {
    const rows = await this.uow.manager.query<StoredFactor[]>(
      `SELECT secret, confirmed_at AS "confirmedAt",
         (SELECT count(*)::int FROM recovery_code r WHERE r.person_id = f.person_id) AS "recoveryCodesLeft"
       FROM second_factor f WHERE person_id = current_person()`,
    );
    return rows[0] ?? null;
  }

  /** A new secret, which counts for nothing until it is confirmed. One that does is left alone: false. */
  async start(secret: string): Promise<boolean> {
    const rows = await this.uow.manager.query<unknown[]>(
      `INSERT INTO second_factor (person_id, secret) VALUES (current_person(), $1)
       ON CONFLICT (person_id) DO UPDATE SET secret = $1, created_at = now() WHERE second_factor.confirmed_at IS NULL
       RETURNING person_id`,
      [secret],
    );
    return rows.length > 0;
  }

  /** Takes a step of the clock once: false when it, or a later one, has been used. The row's lock lets one of two in. */
  async useStep(step: number): Promise<boolean> {
    const [, count] = await this.uow.manager.query<[unknown[], number]>(
      'UPDATE second_factor SET last_step = $1 WHERE person_id = current_person() AND last_step < $1',
      [step],
    );
    return count === 1;
  }

  async confirm(codeHashes: readonly Buffer[]): Promise<void> {
    await this.uow.manager.query('UPDATE second_factor SET confirmed_at = now() WHERE person_id = current_person()');
    await this.uow.manager.query('DELETE FROM recovery_code WHERE person_id = current_person()');
    await this.uow.manager.query(
      'INSERT INTO recovery_code (person_id, code_hash) SELECT current_person(), unnest($1::bytea[])',
      [codeHashes],
    );
  }

  async useRecoveryCode(codeHash: Buffer): Promise<boolean> {
    const [, count] = await this.uow.manager.query<[unknown[], number]>(
      'DELETE FROM recovery_code WHERE person_id = current_person() AND code_hash = $1',
      [codeHash],
    );
    return count === 1;
  }

  async remove(): Promise<void> {
    await this.uow.manager.query('DELETE FROM recovery_code WHERE person_id = current_person()');
    await this.uow.manager.query('DELETE FROM second_factor WHERE person_id = current_person()');
  }
}
