import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Invitation, Session } from '@samhandling/contracts';
import type { Request, Response } from 'express';
import { OpenToAll } from '../../platform/http/decorators.ts';
import { visitorOf } from '../../platform/http/visitor.ts';
import { Limited } from '../../platform/limits/limited.ts';
import { SessionStartService } from '../../sessions/session-start.service.ts';
import { AcceptInvitationDto, InvitationDto } from './invitations.dto.ts';
import { InvitationsService } from './invitations.service.ts';

/** Open to all: the secret is the key. Both are POST, so that a mail scanner that follows an address opens nothing. */
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly start: SessionStartService,
  ) {}

  @Post('open')
  @Limited('link')
  @HttpCode(200)
  @OpenToAll()
  open(@Body() body: InvitationDto, @Req() request: Request): Promise<Invitation> {
    return this.invitations.open(body.token, visitorOf(request));
  }

  @Post('accept')
  @Limited('link')
  @OpenToAll()
  async accept(
    @Body() body: AcceptInvitationDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    return this.start.answer(request, response, await this.invitations.accept(body, visitorOf(request)));
  }
}
