import { Injectable } from '@nestjs/common';
import type { Id } from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export interface SignInCandidate {
  readonly id: Id;
  readonly passwordHash: string | null;
}

export interface OwnPerson {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  /** Of letters. */
  readonly locale: Locale;
  readonly isOperator: boolean;
  readonly passwordSetAt: Date | null;
}

@Injectable()
export class CredentialsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findCandidate(email: string): Promise<SignInCandidate | null> {
    const rows = await this.uow.manager.query<SignInCandidate[]>(
      'SELECT id, password_hash AS "passwordHash" FROM sign_in_candidate($1)',
      [email],
    );
    return rows[0] ?? null;
  }

  /** The person of the unit of work. */
  async findSelf(): Promise<OwnPerson | null> {
    const rows = await this.uow.manager.query<OwnPerson[]>(
      `SELECT p.id, p.name, p.email, p.letter_locale AS locale, p.is_operator AS "isOperator", c.password_set_at AS "passwordSetAt"
       FROM person p LEFT JOIN credential c ON c.person_id = p.id WHERE p.id = current_person()`,
    );
    return rows[0] ?? null;
  }

  async putLetterLocale(locale: Locale): Promise<void> {
    await this.uow.manager.query('UPDATE person SET letter_locale = $1 WHERE id = current_person()', [locale]);
  }

  async put(passwordHash: string): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO credential (person_id, password_hash) VALUES (current_person(), $1)
       ON CONFLICT (person_id) DO UPDATE SET password_hash = $1, password_set_at = now()`,
      [passwordHash],
    );
  }

  /** The same password, hashed as today; not if it has been changed meanwhile. */
  async rehash(old: string, passwordHash: string): Promise<void> {
    await this.uow.manager.query(
      'UPDATE credential SET password_hash = $2 WHERE person_id = current_person() AND password_hash = $1',
      [old, passwordHash],
    );
  }
}
