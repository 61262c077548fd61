import { Body, Controller, Get, Put, Req } from '@nestjs/common';
import type { NeedsAnswerSaved, NeedsAnswerSheet } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch } from '../../platform/http/decorators.ts';
import { PutNeedsAnswerDto } from './answering.dto.ts';
import { AnsweringService } from './answering.service.ts';
import { ByNeedsLink, type NeedsLinkRequest } from './by-needs-link.ts';

@Controller('needs-answer')
export class AnsweringController {
  constructor(private readonly answering: AnsweringService) {}

  @Get()
  @ByNeedsLink()
  get(@Req() request: NeedsLinkRequest): Promise<NeedsAnswerSheet> {
    return this.answering.getSheet(request);
  }

  @Put()
  @ByNeedsLink()
  @ApiIfMatch()
  put(
    @Req() request: NeedsLinkRequest,
    @IfMatch() version: number,
    @Body() body: PutNeedsAnswerDto,
  ): Promise<NeedsAnswerSaved> {
    return this.answering.save(request, version, body.answers);
  }
}
