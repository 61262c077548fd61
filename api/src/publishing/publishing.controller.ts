import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Publication } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { PublicationTransitionDto } from './publishing.dto.ts';
import { PublishingService } from './publishing.service.ts';

@Controller()
export class PublishingController {
  constructor(private readonly publishing: PublishingService) {}

  @Get('plans/:slug/publication')
  @Requires('plan.read')
  ofPlan(@Param('slug') slug: string): Promise<Publication> {
    return this.publishing.ofPlan(slug);
  }

  @Post('plans/:slug/publication/transitions')
  @Requires('plan.publish')
  @HttpCode(200)
  @ApiIfMatch()
  movePlan(
    @Param('slug') slug: string,
    @IfMatch() version: number,
    @Body() { transition }: PublicationTransitionDto,
  ): Promise<Publication> {
    return this.publishing.movePlan(slug, version, transition);
  }

  @Get('rounds/:id/publication')
  @Requires('round.read')
  ofRound(@Param('id', IdPipe) id: string): Promise<Publication> {
    return this.publishing.ofRound(id);
  }

  @Post('rounds/:id/publication/transitions')
  @Requires('plan.publish')
  @HttpCode(200)
  @ApiIfMatch()
  moveRound(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { transition }: PublicationTransitionDto,
  ): Promise<Publication> {
    return this.publishing.moveRound(id, version, transition);
  }
}
