import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import type { OutcomeGrid, PutOutcomeAnswer, PutOutcomesAnswer } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { OutcomeEntryService } from './outcome-entry.service.ts';
import { OutcomeGridQuery, PutOutcomeDto, PutOutcomesDto } from './outcomes.dto.ts';
import { OutcomesService } from './outcomes.service.ts';

@Controller('rounds/:roundId/outcomes')
export class OutcomesController {
  constructor(
    private readonly outcomes: OutcomesService,
    private readonly entry: OutcomeEntryService,
  ) {}

  @Get()
  @Requires('round.read')
  get(@Param('roundId', IdPipe) roundId: string, @Query() query: OutcomeGridQuery): Promise<OutcomeGrid> {
    return this.outcomes.getGrid(roundId, query);
  }

  @Put()
  @Requires('outcome.enter_any', 'outcome.enter_own', 'outcome.enter_municipality')
  updateMany(@Param('roundId', IdPipe) roundId: string, @Body() body: PutOutcomesDto): Promise<PutOutcomesAnswer> {
    return this.entry.updateMany(roundId, body.cells);
  }

  @Put(':indicatorId')
  @ApiIfMatch()
  @Requires('outcome.enter_any', 'outcome.enter_own', 'outcome.enter_municipality')
  updateOne(
    @Param('roundId', IdPipe) roundId: string,
    @Param('indicatorId', IdPipe) indicatorId: string,
    @IfMatch() version: number,
    @Body() body: PutOutcomeDto,
  ): Promise<PutOutcomeAnswer> {
    return this.entry.updateOne(roundId, indicatorId, version, body);
  }
}
