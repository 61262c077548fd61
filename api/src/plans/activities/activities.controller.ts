import { Controller, Get, Param, Query } from '@nestjs/common';
import type { ActivityList, ActivityPage, GoalPage } from '@samhandling/contracts';
import { Requires } from '../../platform/http/decorators.ts';
import { AreaNumberPipe, IdPipe, NumberPipe, SlugPipe } from '../shared/path-pipes.ts';
import { RoundQueryDto } from '../shared/round-query.dto.ts';
import { ActivitiesService } from './activities.service.ts';
import { ActivityFilterDto } from './activity-filter.dto.ts';

@Controller('plans/:slug')
export class ActivitiesController {
  constructor(private readonly activities: ActivitiesService) {}

  @Get('activities')
  @Requires('plan.read')
  list(@Param('slug', SlugPipe) slug: string, @Query() filter: ActivityFilterDto): Promise<ActivityList> {
    return this.activities.list(slug, filter);
  }

  @Get('activities/:area/:number')
  @Requires('plan.read')
  get(
    @Param('slug', SlugPipe) slug: string,
    @Param('area', AreaNumberPipe) area: string,
    @Param('number', NumberPipe) number: number,
  ): Promise<ActivityPage> {
    return this.activities.get(slug, area, number);
  }

  @Get('goals/:goalId')
  @Requires('plan.read')
  getGoal(
    @Param('slug', SlugPipe) slug: string,
    @Param('goalId', IdPipe) goalId: string,
    @Query() query: RoundQueryDto,
  ): Promise<GoalPage> {
    return this.activities.getGoal(slug, goalId, query.round);
  }
}
