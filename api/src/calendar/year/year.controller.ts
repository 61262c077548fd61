import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { YearWheel } from '@samhandling/contracts';
import { download } from '../../platform/files/download.ts';
import { Requires } from '../../platform/http/decorators.ts';
import { Limited } from '../../platform/limits/limited.ts';
import { YearPipe } from './year.pipe.ts';
import { YearService } from './year.service.ts';

@Controller('plans/:slug/year/:year')
export class YearController {
  constructor(private readonly years: YearService) {}

  @Get()
  @Requires('group.read')
  @ApiParam({ name: 'year', type: Number })
  get(@Param('slug') slug: string, @Param('year', YearPipe) year: number): Promise<YearWheel> {
    return this.years.get(slug, year);
  }

  @Get('wheel.pdf')
  @Limited('download')
  @Requires('group.read')
  @ApiParam({ name: 'year', type: Number })
  async getPaper(@Param('slug') slug: string, @Param('year', YearPipe) year: number): Promise<StreamableFile> {
    return download(await this.years.getPaper(slug, year));
  }
}
