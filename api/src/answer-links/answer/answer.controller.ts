import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import type { AnswerReceipt, AnswerSheet, FollowUpPage, PutOutcomeAnswer } from '@samhandling/contracts';
import type { Request, Response } from 'express';
import { PutOutcomeDto } from '../../outcomes/outcomes.dto.ts';
import { ApiIfMatch, IfMatch, OpenToAll } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Limited } from '../../platform/limits/limited.ts';
import { AnswerTokenDto } from '../answer-links.dto.ts';
import { AnswerDoorService } from './answer-door.service.ts';
import { AnswerFollowUpDto, AnswerTransitionDto } from './answer.dto.ts';
import { AnswerService } from './answer.service.ts';
import { ByAnswerLink, type LinkRequest } from './by-answer-link.ts';

@Controller('answer')
export class AnswerController {
  constructor(
    private readonly answers: AnswerService,
    private readonly door: AnswerDoorService,
  ) {}

  /** A person presses a button for this: a mail scanner that only follows addresses opens nothing. */
  @Post('open')
  @OpenToAll()
  @Limited('link')
  @HttpCode(200)
  async open(
    @Body() body: AnswerTokenDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AnswerSheet> {
    const { sheet, cookie } = await this.answers.open(body.token, request);
    response.setHeader('Set-Cookie', cookie);
    return sheet;
  }

  @Post('renew')
  @OpenToAll()
  @Limited('link')
  @HttpCode(204)
  renew(@Body() body: AnswerTokenDto, @Req() request: Request): Promise<void> {
    return this.door.renew(body.token, request);
  }

  @Get()
  @ByAnswerLink()
  get(@Req() request: LinkRequest): Promise<AnswerSheet> {
    return this.answers.getSheet(request);
  }

  @Patch('follow-ups/:id')
  @ByAnswerLink()
  @ApiIfMatch()
  update(
    @Req() request: LinkRequest,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: AnswerFollowUpDto,
  ): Promise<FollowUpPage> {
    return this.answers.update(request, id, version, body);
  }

  @Post('follow-ups/:id/transitions')
  @ByAnswerLink()
  @HttpCode(200)
  @ApiIfMatch()
  transition(
    @Req() request: LinkRequest,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: AnswerTransitionDto,
  ): Promise<FollowUpPage> {
    return this.answers.transition(request, id, version, body);
  }

  @Put('outcomes/:indicatorId')
  @ByAnswerLink()
  @ApiIfMatch()
  updateOutcome(
    @Req() request: LinkRequest,
    @Param('indicatorId', IdPipe) indicatorId: string,
    @IfMatch() version: number,
    @Body() body: PutOutcomeDto,
  ): Promise<PutOutcomeAnswer> {
    return this.answers.updateOutcome(request, indicatorId, version, body);
  }

  @Post('finish')
  @ByAnswerLink()
  @HttpCode(200)
  finish(@Req() request: LinkRequest): Promise<AnswerReceipt> {
    return this.answers.finish(request);
  }
}
