import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import type { RoundTargets } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { PutRoundTargetsDto } from './targets.dto.ts';
import { TargetsService } from './targets.service.ts';

@Controller('rounds/:roundId/targets/:indicatorId')
export class TargetsController {
  constructor(private readonly targets: TargetsService) {}

  @Get()
  @Requires('round.read')
  get(
    @Param('roundId', IdPipe) roundId: string,
    @Param('indicatorId', IdPipe) indicatorId: string,
  ): Promise<RoundTargets> {
    return this.targets.get(roundId, indicatorId);
  }

  @Put()
  @Requires('round.manage')
  @ApiIfMatch()
  replace(
    @Param('roundId', IdPipe) roundId: string,
    @Param('indicatorId', IdPipe) indicatorId: string,
    @IfMatch() version: number,
    @Body() body: PutRoundTargetsDto,
  ): Promise<RoundTargets> {
    return this.targets.replace(roundId, indicatorId, version, body);
  }
}
