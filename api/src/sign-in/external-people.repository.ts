import { Injectable } from '@nestjs/common';
import type { Id } from '@samhandling/contracts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export interface FoundIdentity {
  readonly id: Id;
  readonly personId: Id;
  readonly isActive: boolean;
}

/** Who somebody at a provider is here. */
@Injectable()
export class ExternalPeopleRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findIdentity(issuer: string, subject: string): Promise<FoundIdentity | null> {
    const rows = await this.uow.manager.query<FoundIdentity[]>(
      'SELECT id, person_id AS "personId", is_active AS "isActive" FROM find_identity($1, $2)',
      [issuer, subject],
    );
    return rows[0] ?? null;
  }

  async findByEmail(email: string): Promise<{ readonly id: Id; readonly isActive: boolean } | null> {
    const rows = await this.uow.manager.query<{ id: Id; isActive: boolean }[]>(
      'SELECT id, is_active AS "isActive" FROM person_by_email($1)',
      [email],
    );
    return rows[0] ?? null;
  }

  /** False: somebody has just been made with that address. */
  async create(id: Id, email: string, name: string): Promise<boolean> {
    const [row] = await this.uow.manager.query<{ added: boolean }[]>('SELECT add_person($1, $2, $3) AS added', [
      id,
      email,
      name,
    ]);
    return row?.added ?? false;
  }

  /** Whether the person of the unit of work is somebody else already at this issuer. */
  async hasOther(issuer: string, subject: string): Promise<boolean> {
    const rows = await this.uow.manager.query<unknown[]>(
      'SELECT 1 FROM external_identity WHERE person_id = current_person() AND issuer = $1 AND subject <> $2',
      [issuer, subject],
    );
    return rows.length > 0;
  }

  /** For the person of the unit of work. False: it is linked already. */
  async link(provider: string, issuer: string, subject: string): Promise<boolean> {
    const rows = await this.uow.manager.query<unknown[]>(
      `INSERT INTO external_identity (id, person_id, provider, issuer, subject) VALUES ($1, current_person(), $2, $3, $4)
       ON CONFLICT (issuer, subject) DO NOTHING RETURNING id`,
      [newId(), provider, issuer, subject],
    );
    return rows.length > 0;
  }

  async noteUse(issuer: string, subject: string): Promise<void> {
    await this.uow.manager.query(
      'UPDATE external_identity SET last_used_at = now() WHERE person_id = current_person() AND issuer = $1 AND subject = $2',
      [issuer, subject],
    );
  }
}
