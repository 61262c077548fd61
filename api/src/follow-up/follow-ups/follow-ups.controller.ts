import { Body, Controller, Get, HttpCode, Param, Patch, Post, UseInterceptors } from '@nestjs/common';
import type { FollowUpPage } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../shared/id.pipe.ts';
import { VersionTagInterceptor } from '../../platform/http/version-tag.interceptor.ts';
import { FollowUpTransitionDto, UpdateFollowUpDto } from './follow-ups.dto.ts';
import { FollowUpsService } from './follow-ups.service.ts';

@Controller('follow-ups')
@UseInterceptors(VersionTagInterceptor)
export class FollowUpsController {
  constructor(private readonly followUps: FollowUpsService) {}

  @Get(':id')
  @Requires('follow_up.read')
  async get(@Param('id', IdPipe) id: string): Promise<FollowUpPage> {
    return this.followUps.get(id);
  }

  @Patch(':id')
  @Requires('follow_up.answer_own', 'follow_up.answer_any')
  @ApiIfMatch()
  async update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateFollowUpDto,
  ): Promise<FollowUpPage> {
    return this.followUps.update(id, version, body);
  }

  @Post(':id/transitions')
  @Requires('follow_up.answer_own', 'follow_up.answer_any', 'follow_up.review')
  @HttpCode(200)
  @ApiIfMatch()
  async transition(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: FollowUpTransitionDto,
  ): Promise<FollowUpPage> {
    return this.followUps.transition(id, version, body);
  }
}
