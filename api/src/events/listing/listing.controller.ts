import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import type { EventChoices, EventList } from '@samhandling/contracts';
import { download } from '../../platform/files/download.ts';
import { Requires } from '../../platform/http/decorators.ts';
import { Limited } from '../../platform/limits/limited.ts';
import { EventFilterDto, EventPlanDto } from './event-filter.dto.ts';
import { ListingService } from './listing.service.ts';

@Controller()
export class ListingController {
  constructor(private readonly events: ListingService) {}

  @Get('events')
  @Requires('event.read')
  list(@Query() filter: EventFilterDto): Promise<EventList> {
    return this.events.list(filter);
  }

  @Get('events.csv')
  @Limited('download')
  @Requires('event.read')
  async getCsv(@Query() filter: EventFilterDto): Promise<StreamableFile> {
    return download(await this.events.getCsv(filter));
  }

  @Get('events/choices')
  @Requires('event.read')
  getChoices(@Query() query: EventPlanDto): Promise<EventChoices> {
    return this.events.getChoices(query.plan);
  }
}
