import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, UseInterceptors } from '@nestjs/common';
import type { Minutes } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { VersionTagInterceptor } from '../platform/http/version-tag.interceptor.ts';
import { Limited } from '../platform/limits/limited.ts';
import { Creates } from '../platform/once/creates.ts';
import { AdjustingService } from './adjusting.service.ts';
import { AdjustDto, MinutesTransitionDto, PutAdjustersDto, UpdateMinutesDto } from './minutes.dto.ts';
import { MinutesService } from './minutes.service.ts';

@Controller()
@UseInterceptors(VersionTagInterceptor)
export class MinutesController {
  constructor(
    private readonly minutes: MinutesService,
    private readonly adjusting: AdjustingService,
  ) {}

  @Get('meetings/:id/minutes')
  @Requires('group.read')
  get(@Param('id', IdPipe) id: string): Promise<Minutes> {
    return this.minutes.get(id);
  }

  @Patch('meetings/:id/minutes')
  @Requires('meeting.write_own', 'meeting.write_any')
  @ApiIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateMinutesDto,
  ): Promise<Minutes> {
    return this.minutes.update(id, version, body);
  }

  @Put('meetings/:id/minutes/adjusters')
  @Requires('meeting.write_own', 'meeting.write_any')
  @ApiIfMatch()
  putAdjusters(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PutAdjustersDto,
  ): Promise<Minutes> {
    return this.minutes.putAdjusters(id, version, body);
  }

  @Post('meetings/:id/minutes/transitions')
  @Requires('meeting.write_own', 'meeting.write_any')
  @HttpCode(200)
  @ApiIfMatch()
  transition(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: MinutesTransitionDto,
  ): Promise<Minutes> {
    return this.minutes.transition(id, version, body);
  }

  /** Whoever is named may, whatever the role: the service looks at the stored name. */
  @Post('minutes-adjusters/:id/adjust')
  @Requires('group.read')
  @HttpCode(200)
  @ApiIfMatch()
  adjust(@Param('id', IdPipe) id: string, @IfMatch() version: number, @Body() body: AdjustDto): Promise<Minutes> {
    return this.adjusting.adjust(id, version, body);
  }

  @Post('minutes-adjusters/:id/letter')
  @Creates()
  @Limited('mail')
  @Requires('meeting.write_own', 'meeting.write_any')
  sendLetter(@Param('id', IdPipe) id: string): Promise<Minutes> {
    return this.adjusting.sendLetter(id);
  }
}
