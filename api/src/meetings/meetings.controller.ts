import { Body, Controller, Get, HttpCode, Param, Patch, Post, UseInterceptors } from '@nestjs/common';
import type { CreatedMeetings, Meeting } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { VersionTagInterceptor } from '../platform/http/version-tag.interceptor.ts';
import { Creates } from '../platform/once/creates.ts';
import { CreateMeetingsDto, MeetingTransitionDto, UpdateMeetingDto } from './meetings.dto.ts';
import { MeetingsService } from './meetings.service.ts';
import { MeetingTransitionsService } from './transitions/meeting-transitions.service.ts';

@Controller()
@UseInterceptors(VersionTagInterceptor)
export class MeetingsController {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly transitions: MeetingTransitionsService,
  ) {}

  @Post('groups/:id/meetings')
  @Creates()
  @Requires('group.manage')
  create(@Param('id', IdPipe) id: string, @Body() body: CreateMeetingsDto): Promise<CreatedMeetings> {
    return this.meetings.create(id, body);
  }

  @Get('meetings/:id')
  @Requires('group.read')
  get(@Param('id', IdPipe) id: string): Promise<Meeting> {
    return this.meetings.get(id);
  }

  @Patch('meetings/:id')
  @ApiIfMatch()
  @Requires('group.manage')
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateMeetingDto,
  ): Promise<Meeting> {
    return this.meetings.update(id, version, body);
  }

  @Post('meetings/:id/transitions')
  @HttpCode(200)
  @ApiIfMatch()
  @Requires('group.manage', 'meeting.write_own', 'meeting.write_any')
  transition(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: MeetingTransitionDto,
  ): Promise<Meeting> {
    return this.transitions.transition(id, version, body);
  }
}
