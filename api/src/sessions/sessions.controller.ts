import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Session } from '@samhandling/contracts';
import { stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';
import { ENVIRONMENT } from '../platform/config/environment.token.ts';
import { Environment } from '../platform/config/environment.ts';
import { OpenToAll, SignedInOnly } from '../platform/http/decorators.ts';
import { ProblemException } from '../platform/http/problem-exception.ts';
import { currentSession } from '../platform/http/request-context.ts';
import { SESSION_COOKIE, sessionToken } from './session.guard.ts';
import { SignInDto, SwitchCountyDto } from './sessions.dto.ts';
import { SessionsService } from './sessions.service.ts';

@Controller('session')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Get()
  @SignedInOnly()
  async get(@Req() request: Request): Promise<Session> {
    return this.describe(sessionToken(request));
  }

  @Post()
  @OpenToAll()
  async create(@Body() body: SignInDto, @Res({ passthrough: true }) response: Response): Promise<Session> {
    const token = await this.sessions.signIn(body.email, body.password);
    response.setHeader('Set-Cookie', this.cookie(token, this.environment.SESSION_HOURS * 3600));
    return this.describe(token);
  }

  @Post('county')
  @HttpCode(200)
  @SignedInOnly()
  async updateCounty(@Req() request: Request, @Body() body: SwitchCountyDto): Promise<Session> {
    const token = sessionToken(request) ?? '';
    await this.sessions.switchCounty(token, currentSession(), body.countyId);
    return this.describe(token);
  }

  @Delete()
  @SignedInOnly()
  @HttpCode(204)
  async delete(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.signOut(sessionToken(request) ?? '');
    response.setHeader('Set-Cookie', this.cookie('', 0));
  }

  private async describe(token: string | undefined): Promise<Session> {
    const open = token ? await this.sessions.find(token) : null;
    if (!open)
      throw new ProblemException('not_signed_in', { sv: 'Logga in för att fortsätta.', en: 'Sign in to go on.' });
    return this.sessions.describe(open);
  }

  private cookie(value: string, maxAge: number): string {
    return stringifySetCookie({
      name: SESSION_COOKIE,
      value,
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      maxAge,
      secure: this.environment.PUBLIC_URL.startsWith('https:'),
    });
  }
}
