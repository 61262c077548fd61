import { Injectable } from '@nestjs/common';
import type { YearSummary } from '@samhandling/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { sumCounts } from '../shared/counts.ts';
import { found } from '../shared/page-head.ts';
import { SummaryRepository } from './summary.repository.ts';

@Injectable()
export class SummaryService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly summaries: SummaryRepository,
  ) {}

  /** Not cached: outcomes change all the time and do not move the plan's revision. */
  get(slug: string, label: string | undefined): Promise<YearSummary> {
    return this.uow.read(async () => {
      const { round, goals, municipalities } = found(await this.summaries.findSummary(slug, label), label);
      return { round, counts: sumCounts(goals.map((goal) => goal.counts)), goals, municipalities };
    });
  }
}
