import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Session } from '@samhandling/contracts';
import type { Request, Response } from 'express';
import { OpenToAll, SignedInOnly } from '../platform/http/decorators.ts';
import { currentSession } from '../platform/http/request-context.ts';
import { visitorOf } from '../platform/http/visitor.ts';
import { Limited } from '../platform/limits/limited.ts';
import { SessionStartService } from './session-start.service.ts';
import { SignInDto, SwitchCountyDto } from './sessions.dto.ts';
import { SessionsService } from './sessions.service.ts';

@Controller('session')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly start: SessionStartService,
  ) {}

  @Get()
  @SignedInOnly()
  get(@Req() request: Request): Promise<Session> {
    return this.start.describe(this.start.tokenOf(request));
  }

  @Post()
  @OpenToAll()
  @Limited('sign_in')
  async create(
    @Body() body: SignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    return this.start.answer(request, response, await this.sessions.signIn(body, visitorOf(request)));
  }

  @Post('county')
  @HttpCode(200)
  @SignedInOnly()
  async updateCounty(@Req() request: Request, @Body() body: SwitchCountyDto): Promise<Session> {
    const token = this.start.tokenOf(request);
    await this.sessions.switchCounty(token, currentSession(), body.countyId);
    return this.start.describe(token);
  }

  @Delete()
  @SignedInOnly()
  @HttpCode(204)
  async delete(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.signOut(this.start.tokenOf(request), currentSession().personId, visitorOf(request).browser);
    this.start.forget(response);
  }
}
