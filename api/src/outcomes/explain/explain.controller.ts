import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Explanation } from '@samhandling/contracts';
import { Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { ExplainQuery } from './explain.dto.ts';
import { ExplainService } from './explain.service.ts';

@Controller('rounds/:roundId/outcomes/:indicatorId/explain')
export class ExplainController {
  constructor(private readonly explain: ExplainService) {}

  @Get()
  @Requires('round.read')
  get(
    @Param('roundId', IdPipe) roundId: string,
    @Param('indicatorId', IdPipe) indicatorId: string,
    @Query() query: ExplainQuery,
  ): Promise<Explanation> {
    return this.explain.get(roundId, indicatorId, query);
  }
}
