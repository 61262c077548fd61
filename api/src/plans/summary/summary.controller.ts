import { Controller, Get, Param, Query } from '@nestjs/common';
import type { YearSummary } from '@samhandling/contracts';
import { Requires } from '../../platform/http/decorators.ts';
import { SlugPipe } from '../shared/path-pipes.ts';
import { RoundQueryDto } from '../shared/round-query.dto.ts';
import { SummaryService } from './summary.service.ts';

@Controller('plans/:slug/summary')
export class SummaryController {
  constructor(private readonly summaries: SummaryService) {}

  @Get()
  @Requires('plan.read')
  get(@Param('slug', SlugPipe) slug: string, @Query() query: RoundQueryDto): Promise<YearSummary> {
    return this.summaries.get(slug, query.round);
  }
}
