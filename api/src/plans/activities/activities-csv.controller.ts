import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { download } from '../../platform/files/download.ts';
import { Requires } from '../../platform/http/decorators.ts';
import { Limited } from '../../platform/limits/limited.ts';
import { SlugPipe } from '../shared/path-pipes.ts';
import { ActivitiesCsvService } from './activities-csv.service.ts';
import { ActivityFilterDto } from './activity-filter.dto.ts';

@Controller('plans/:slug/activities.csv')
export class ActivitiesCsvController {
  constructor(private readonly csv: ActivitiesCsvService) {}

  @Get()
  @Limited('download')
  @Requires('plan.read')
  async get(@Param('slug', SlugPipe) slug: string, @Query() filter: ActivityFilterDto): Promise<StreamableFile> {
    return download(await this.csv.get(slug, filter));
  }
}
