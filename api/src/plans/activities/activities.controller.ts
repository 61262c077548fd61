import { Controller, Get, Param, Query } from '@nestjs/common';
import type { ActivityList } from '@samhandling/contracts';
import { Requires } from '../../platform/http/decorators.ts';
import { SlugPipe } from '../shared/path-pipes.ts';
import { ActivitiesService } from './activities.service.ts';
import { ActivityFilterDto } from './activity-filter.dto.ts';

@Controller('plans')
export class ActivitiesController {
  constructor(private readonly activities: ActivitiesService) {}

  @Get(':slug/activities')
  @Requires('plan.read')
  list(@Param('slug', SlugPipe) slug: string, @Query() filter: ActivityFilterDto): Promise<ActivityList> {
    return this.activities.list(slug, filter);
  }
}
