import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import type { ParticipationSheet, PutParticipationAnswer } from '@samhandling/contracts';
import { Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { ParticipationQueryDto, PutParticipationDto } from './participation.dto.ts';
import { ParticipationService } from './participation.service.ts';

@Controller('rounds/:id/participation')
export class ParticipationController {
  constructor(private readonly participation: ParticipationService) {}

  @Get()
  @Requires('follow_up.read')
  async get(@Param('id', IdPipe) id: string, @Query() query: ParticipationQueryDto): Promise<ParticipationSheet> {
    return this.participation.get(id, query.activity);
  }

  @Put()
  @Requires('participation.edit_own', 'participation.edit_any')
  async put(@Param('id', IdPipe) id: string, @Body() body: PutParticipationDto): Promise<PutParticipationAnswer> {
    return this.participation.put(id, body);
  }
}
