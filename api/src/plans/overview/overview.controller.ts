import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Requires } from '../../platform/http/decorators.ts';
import { SlugPipe } from '../shared/path-pipes.ts';
import { RoundQueryDto } from '../shared/round-query.dto.ts';
import { OverviewService } from './overview.service.ts';
import { sendReady } from './send-ready.ts';

@Controller('plans')
export class OverviewController {
  constructor(private readonly overviews: OverviewService) {}

  @Get(':slug/overview')
  @Requires('plan.read')
  async get(
    @Param('slug', SlugPipe) slug: string,
    @Query() query: RoundQueryDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    sendReady(request, response, await this.overviews.get(slug, query.round));
  }
}
