import { Injectable } from '@nestjs/common';
import type { Explanation } from '@samhandling/contracts';
import type { Sex } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { OutcomesRepository } from '../outcomes.repository.ts';
import { toExplanation } from './explain.mapper.ts';
import { ExplainRepository } from './explain.repository.ts';

export interface ExplainWhich {
  readonly municipality?: string;
  readonly sex?: Sex;
  readonly protected?: 'true' | 'false';
}

/** How a number came about. Two statements: the sheet every figure is read from, and what only the explanation names. */
@Injectable()
export class ExplainService {
  constructor(
    private readonly outcomes: OutcomesRepository,
    private readonly explain: ExplainRepository,
    private readonly uow: UnitOfWork,
  ) {}

  /** 404 when the round, the indicator or the municipality is not there, or the indicator is not divided that way. */
  async get(roundId: string, indicatorId: string, which: ExplainWhich): Promise<Explanation> {
    return this.uow.read(async () => {
      const sheet = await this.outcomes.findSheet(roundId, { indicatorIds: [indicatorId] });
      const facts = await this.explain.findFacts(roundId, indicatorId);
      const indicator = sheet?.indicators[0];
      if (!sheet || !facts || !indicator) throw notFound();
      const { roles } = currentSession();
      const { locale } = requestContext();
      const explanation = toExplanation(sheet, indicator, facts, {
        municipalityCode: which.municipality ?? null,
        sex: which.sex ?? 'total',
        protectAll: which.protected === 'true',
        roles,
        locale,
      });
      if (!explanation) throw notFound();
      return explanation;
    });
  }
}
