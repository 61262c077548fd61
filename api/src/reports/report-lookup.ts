import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export interface LookedUpCounty {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface LookedUpRound {
  readonly id: string;
  readonly label: string;
  readonly planSlug: string;
}

/** Finds what somebody at a command line means: they have no session that says which county. */
@Injectable()
export class ReportLookup {
  constructor(
    private readonly uow: UnitOfWork,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  /** Row-level security shows one county at a time, so each is asked in turn. There are 21. */
  async findCountiesWithPlans(): Promise<LookedUpCounty[]> {
    const counties = await this.source.query<LookedUpCounty[]>('SELECT id, code, name FROM county ORDER BY code');
    const found: LookedUpCounty[] = [];
    for (const county of counties) {
      const plans = await this.uow.read(() => this.uow.manager.query<unknown[]>('SELECT 1 FROM plan LIMIT 1'), {
        countyId: county.id,
        personId: null,
      });
      if (plans.length > 0) found.push(county);
    }
    return found;
  }

  /** In the county of the transaction under way, newest first. */
  findRounds(planSlug: string | null): Promise<LookedUpRound[]> {
    return this.uow.manager.query<LookedUpRound[]>(
      `SELECT r.id, r.label, p.slug AS "planSlug" FROM follow_up_round r JOIN plan p ON p.id = r.plan_id
       WHERE $1::text IS NULL OR p.slug = $1::text ORDER BY p.slug, r.from_day DESC`,
      [planSlug],
    );
  }
}
