import { Injectable } from '@nestjs/common';
import type { Id } from '@samhandling/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export interface ResetPerson {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
}

@Injectable()
export class PasswordResetsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Null: nobody active has the address. */
  async findPerson(email: string): Promise<Id | null> {
    const rows = await this.uow.manager.query<{ id: Id }[]>('SELECT id FROM person_by_email($1) WHERE is_active', [
      email,
    ]);
    return rows[0]?.id ?? null;
  }

  /** For the person of the unit of work. */
  async create(tokenHash: Buffer, minutes: number): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO password_reset (token_hash, person_id, expires_at) VALUES ($1, current_person(), now() + make_interval(mins => $2))`,
      [tokenHash, minutes],
    );
  }

  /** Whose password the secret may set, for as long as it may. */
  async find(tokenHash: Buffer): Promise<ResetPerson | null> {
    const rows = await this.uow.manager.query<ResetPerson[]>(
      'SELECT person_id AS id, name, email FROM open_password_reset($1)',
      [tokenHash],
    );
    return rows[0] ?? null;
  }

  /** Takes the one secret: false when somebody has just used it. Those from earlier letters go with it. */
  async use(tokenHash: Buffer): Promise<boolean> {
    const [, count] = await this.uow.manager.query<[unknown[], number]>(
      'DELETE FROM password_reset WHERE token_hash = $1',
      [tokenHash],
    );
    await this.uow.manager.query('DELETE FROM password_reset WHERE person_id = current_person()');
    return count === 1;
  }
}
