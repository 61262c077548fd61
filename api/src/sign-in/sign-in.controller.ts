import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { SignInWays } from '@samhandling/contracts';
import type { Request, Response } from 'express';
import { ENVIRONMENT } from '../platform/config/environment.token.ts';
import { Environment } from '../platform/config/environment.ts';
import { newSecret } from '../platform/crypto/secrets.ts';
import { OpenToAll } from '../platform/http/decorators.ts';
import { hostCookie, readCookie } from '../platform/http/session-cookie.ts';
import { visitorOf } from '../platform/http/visitor.ts';
import { SessionStartService } from '../sessions/session-start.service.ts';
import { ExternalSignInService } from './external-sign-in.service.ts';
import { Limited } from '../platform/limits/limited.ts';
import { SignInWaysDto } from './sign-in.dto.ts';
import { SignInWaysService } from './sign-in-ways.service.ts';

/** Ties the way back from a provider to the browser that went there. */
const BROWSER_COOKIE = 'samhandling-inloggning';
const BROWSER_SECONDS = 600;
const SECRET = /^[\w-]{43}$/;

@Controller('sign-in')
export class SignInController {
  constructor(
    private readonly ways: SignInWaysService,
    private readonly external: ExternalSignInService,
    private readonly start: SessionStartService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Post('ways')
  @Limited('sign_in')
  @OpenToAll()
  @HttpCode(200)
  getWays(@Body() body: SignInWaysDto): SignInWays {
    return this.ways.find(body.email);
  }

  /** A page to open: it leads to the provider, or back to the sign-in page with why not. */
  @Get('providers/:id')
  @Limited('sign_in')
  @OpenToAll()
  async begin(
    @Param('id') id: string,
    @Query('return') wish: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    // Two windows of one browser may be under way at once, so a secret it has is kept.
    const known = readCookie(request, BROWSER_COOKIE, this.environment) ?? '';
    const browser = SECRET.test(known) ? known : newSecret();
    const { location } = await this.external.begin(id, wish, browser, visitorOf(request));
    response.setHeader('Set-Cookie', hostCookie(BROWSER_COOKIE, browser, BROWSER_SECONDS, this.environment));
    response.redirect(303, location);
  }

  /** Where the provider sends the browser back to. */
  @Get('callback')
  @Limited('sign_in')
  @OpenToAll()
  async finish(@Req() request: Request, @Res() response: Response): Promise<void> {
    const browser = readCookie(request, BROWSER_COOKIE, this.environment);
    const query = request.originalUrl.split('?')[1] ?? '';
    const { location, token } = await this.external.finish(query, browser, visitorOf(request));
    if (token !== undefined) await this.start.begin(request, response, token);
    response.redirect(303, location);
  }
}
