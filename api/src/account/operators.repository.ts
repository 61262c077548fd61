import { Injectable } from '@nestjs/common';
import type { Id } from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

interface Operator {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

@Injectable()
export class OperatorsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Everybody who runs the installation and may sign in. */
  findAll(): Promise<Operator[]> {
    return this.uow.manager.query('SELECT id, name, email, letter_locale AS locale FROM operators()');
  }
}
