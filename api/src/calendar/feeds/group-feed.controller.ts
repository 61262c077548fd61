import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { CalendarFeedAnswer, CreatedCalendarFeed } from '@samhandling/contracts';
import { Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Creates } from '../../platform/once/creates.ts';
import { RenewCalendarFeedDto } from './feeds.dto.ts';
import { FeedsService } from './feeds.service.ts';

/** A group's calendar address, for its members to subscribe to whether they have an account or not. */
@Controller('groups/:groupId/calendar-feed')
export class GroupFeedController {
  constructor(private readonly feeds: FeedsService) {}

  @Get()
  @Requires('group.read')
  get(@Param('groupId', IdPipe) groupId: string): Promise<CalendarFeedAnswer> {
    return this.feeds.getOfGroup(groupId);
  }

  @Post()
  @Creates()
  @Requires('group.manage')
  create(@Param('groupId', IdPipe) groupId: string): Promise<CreatedCalendarFeed> {
    return this.feeds.createOfGroup(groupId);
  }

  @Post('renew')
  @Creates()
  @Requires('group.manage')
  renew(@Param('groupId', IdPipe) groupId: string, @Body() body: RenewCalendarFeedDto): Promise<CreatedCalendarFeed> {
    return this.feeds.renewOfGroup(groupId, body.replaces);
  }

  @Delete()
  @HttpCode(204)
  @Requires('group.manage')
  remove(@Param('groupId', IdPipe) groupId: string): Promise<void> {
    return this.feeds.removeOfGroup(groupId);
  }
}
