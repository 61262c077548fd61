import { Inject, Injectable } from '@nestjs/common';
import type { Session } from '@samhandling/contracts';
import type { Request, Response } from 'express';
import { ENVIRONMENT } from '../platform/config/environment.token.ts';
import { Environment } from '../platform/config/environment.ts';
import { ProblemException } from '../platform/http/problem-exception.ts';
import { sessionCookie, sessionToken } from '../platform/http/session-cookie.ts';
import { SessionsService } from './sessions.service.ts';

/** Where a session meets the browser: its cookie. */
@Injectable()
export class SessionStartService {
  constructor(
    private readonly sessions: SessionsService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Gives the browser the new session instead of the one it may have had, whose secret opens nothing any more. */
  async begin(request: Request, response: Response, token: string): Promise<void> {
    const previous = sessionToken(request, this.environment);
    if (previous !== undefined && previous !== token) await this.sessions.end(previous);
    response.setHeader('Set-Cookie', sessionCookie(token, this.environment));
  }

  /** The same, answering the session as it is now. */
  async answer(request: Request, response: Response, token: string): Promise<Session> {
    await this.begin(request, response, token);
    return this.describe(token);
  }

  forget(response: Response): void {
    response.setHeader('Set-Cookie', sessionCookie('', this.environment));
  }

  tokenOf(request: Request): string {
    return sessionToken(request, this.environment) ?? '';
  }

  async describe(token: string): Promise<Session> {
    const open = await this.sessions.find(token, false);
    if (!open)
      throw new ProblemException('not_signed_in', { sv: 'Logga in för att fortsätta.', en: 'Sign in to go on.' });
    return this.sessions.describe(open);
  }
}
