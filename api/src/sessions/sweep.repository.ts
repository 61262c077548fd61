import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

@Injectable()
export class SweepRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Answers how many rows of each went. */
  async sweep(maxIdleMinutes: number, keepEventsDays: number): Promise<Readonly<Record<string, number>>> {
    const [row] = await this.uow.manager.query<{ counts: Record<string, number> }[]>(
      'SELECT sweep_sign_in(make_interval(mins => $1), make_interval(days => $2)) AS counts',
      [maxIdleMinutes, keepEventsDays],
    );
    return row?.counts ?? {};
  }
}
