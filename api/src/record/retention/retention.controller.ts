import { Body, Controller, Get, Param, Patch, Put } from '@nestjs/common';
import type { Retention, RetentionClass, RoundRegistration } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { PutRoundRegistrationDto, UpdateRetentionClassDto } from './retention.dto.ts';
import { RetentionService } from './retention.service.ts';

@Controller('retention')
export class RetentionController {
  constructor(private readonly retention: RetentionService) {}

  @Get()
  @Requires('record.manage')
  get(): Promise<Retention> {
    return this.retention.get();
  }

  @Patch('classes/:id')
  @Requires('record.manage')
  @ApiIfMatch()
  updateClass(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateRetentionClassDto,
  ): Promise<RetentionClass> {
    return this.retention.updateClass(id, version, body);
  }

  @Put('rounds/:roundId')
  @Requires('record.manage')
  @ApiIfMatch()
  putRegistration(
    @Param('roundId', IdPipe) roundId: string,
    @IfMatch() version: number,
    @Body() body: PutRoundRegistrationDto,
  ): Promise<RoundRegistration> {
    return this.retention.putRegistration(roundId, version, body.recordsNumber);
  }
}
