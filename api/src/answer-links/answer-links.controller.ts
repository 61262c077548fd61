import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { AnswerLink, AnswerLinkList, AnswerLinkUse, CreatedAnswerLink } from '@samhandling/contracts';
import { Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { Creates } from '../platform/once/creates.ts';
import { Limited } from '../platform/limits/limited.ts';
import { CreateAnswerLinkDto, RevokeAnswerLinkDto } from './answer-links.dto.ts';
import { AnswerLinksService } from './answer-links.service.ts';

@Controller()
export class AnswerLinksController {
  constructor(private readonly links: AnswerLinksService) {}

  @Get('rounds/:roundId/answer-links')
  @Requires('link.manage')
  list(@Param('roundId', IdPipe) roundId: string): Promise<AnswerLinkList> {
    return this.links.list(roundId);
  }

  @Post('rounds/:roundId/answer-links')
  @Creates()
  @Limited('mail')
  @Requires('link.manage')
  create(@Param('roundId', IdPipe) roundId: string, @Body() body: CreateAnswerLinkDto): Promise<CreatedAnswerLink> {
    return this.links.createForPlanner(roundId, body);
  }

  @Post('answer-links/:id/revoke')
  @HttpCode(200)
  @Requires('link.manage')
  revoke(@Param('id', IdPipe) id: string, @Body() body: RevokeAnswerLinkDto): Promise<AnswerLink> {
    return this.links.revoke(id, body.reason?.trim() ?? '');
  }

  @Get('answer-links/:id/uses')
  @Requires('link.manage')
  listUses(@Param('id', IdPipe) id: string): Promise<readonly AnswerLinkUse[]> {
    return this.links.listUses(id);
  }
}
