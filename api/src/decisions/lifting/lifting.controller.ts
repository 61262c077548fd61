import { Body, Controller, Get, HttpCode, Param, Patch, Post, UseInterceptors } from '@nestjs/common';
import type { Lift } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { VersionTagInterceptor } from '../../platform/http/version-tag.interceptor.ts';
import { Creates } from '../../platform/once/creates.ts';
import { LiftDto, LiftTransitionDto, UpdateLiftDto } from './lifting.dto.ts';
import { LiftingService } from './lifting.service.ts';

@Controller()
@UseInterceptors(VersionTagInterceptor)
export class LiftingController {
  constructor(private readonly lifts: LiftingService) {}

  @Post('agenda-items/:id/lifts')
  @Creates()
  @Requires('meeting.write_own', 'meeting.write_any')
  create(@Param('id', IdPipe) id: string, @Body() body: LiftDto): Promise<Lift> {
    return this.lifts.create(id, body);
  }

  @Get('lifts/:id')
  @Requires('group.read')
  get(@Param('id', IdPipe) id: string): Promise<Lift> {
    return this.lifts.get(id);
  }

  @Patch('lifts/:id')
  @ApiIfMatch()
  @Requires('meeting.write_own', 'meeting.write_any')
  update(@Param('id', IdPipe) id: string, @IfMatch() version: number, @Body() body: UpdateLiftDto): Promise<Lift> {
    return this.lifts.update(id, version, body);
  }

  @Post('lifts/:id/transitions')
  @HttpCode(200)
  @ApiIfMatch()
  @Requires('meeting.write_own', 'meeting.write_any')
  transition(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: LiftTransitionDto,
  ): Promise<Lift> {
    return this.lifts.transition(id, version, body);
  }
}
