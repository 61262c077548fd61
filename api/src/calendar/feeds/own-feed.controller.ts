import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import type { CalendarFeedAnswer, CreatedCalendarFeed } from '@samhandling/contracts';
import { Requires } from '../../platform/http/decorators.ts';
import { Creates } from '../../platform/once/creates.ts';
import { RenewCalendarFeedDto } from './feeds.dto.ts';
import { FeedsService } from './feeds.service.ts';

/** One's own calendar address, for whoever has something in the county's calendar. */
@Controller('account/calendar-feed')
export class OwnFeedController {
  constructor(private readonly feeds: FeedsService) {}

  @Get()
  @Requires('group.read')
  get(): Promise<CalendarFeedAnswer> {
    return this.feeds.getOwn();
  }

  @Post()
  @Creates()
  @Requires('group.read')
  create(): Promise<CreatedCalendarFeed> {
    return this.feeds.createOwn();
  }

  @Post('renew')
  @Creates()
  @Requires('group.read')
  renew(@Body() body: RenewCalendarFeedDto): Promise<CreatedCalendarFeed> {
    return this.feeds.renewOwn(body.replaces);
  }

  @Delete()
  @HttpCode(204)
  @Requires('group.read')
  remove(): Promise<void> {
    return this.feeds.removeOwn();
  }
}
