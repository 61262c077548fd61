import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { BACKGROUND_HEADER } from '@samhandling/contracts';
import { isAllowed, permissionsOf, type Permission } from '@samhandling/domain';
import type { Request } from 'express';
import { timingSafeEqual } from 'node:crypto';
import { ENVIRONMENT } from '../platform/config/environment.token.ts';
import { Environment } from '../platform/config/environment.ts';
import { BY_ANSWER_LINK, OPEN_TO_ALL, REQUIRED_PERMISSION, SIGNED_IN_ONLY } from '../platform/http/decorators.ts';
import { notAllowed, ProblemException } from '../platform/http/problem-exception.ts';
import { requestContext } from '../platform/http/request-context.ts';
import { sessionToken } from '../platform/http/session-cookie.ts';
import { networkOf } from '../platform/http/visitor.ts';
import { LimitsService } from '../platform/limits/limits.service.ts';
import { SessionsService } from './sessions.service.ts';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Deny by default: a route that declares nothing is refused to everybody, which a test would notice at once. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    private readonly limits: LimitsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    if (this.reflector.get<boolean>(OPEN_TO_ALL, handler)) return true;
    // Its own guard lets nobody through but the link's holder.
    if (this.reflector.get<boolean>(BY_ANSWER_LINK, handler)) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const token = sessionToken(request, this.environment);
    // What the page asks for by itself, with nobody there, does not keep a session alive.
    const isByPerson = !SAFE_METHODS.includes(request.method) || request.headers[BACKGROUND_HEADER] === undefined;
    const open = token ? await this.sessions.find(token, isByPerson) : null;
    if (!open) {
      // Without a cookie nothing was looked up. With one that opens nothing, somebody may be guessing.
      if (token) await this.limits.take('not_signed_in', networkOf(request.ip ?? ''));
      throw new ProblemException('not_signed_in', {
        sv: 'Logga in för att fortsätta. Det du har skrivit finns kvar på sidan.',
        en: 'Sign in to go on. What you have written is still on the page.',
      });
    }
    if (!SAFE_METHODS.includes(request.method)) refuseCrossSite(request, open.csrfToken);
    requestContext().session = {
      sessionId: open.id,
      personId: open.personId,
      personName: open.name,
      countyId: open.countyId,
      roles: open.roles,
      permissions: permissionsOf(open.roles),
      csrfToken: open.csrfToken,
    };
    if (this.reflector.get<boolean>(SIGNED_IN_ONLY, handler)) return true;
    const anyOf = this.reflector.get<Permission[]>(REQUIRED_PERMISSION, handler) ?? [];
    if (anyOf.some((permission) => isAllowed(open.roles, permission))) return true;
    throw anyOf[0]
      ? notAllowed(anyOf[0])
      : new ProblemException('not_allowed', { sv: 'Ingen har rätt till detta.', en: 'Nobody has the right to this.' });
  }
}

/** SameSite keeps most of it out; the token proves that the page is ours. */
function refuseCrossSite(request: Request, expected: string): void {
  const given = request.headers['x-csrf-token'];
  const matches =
    typeof given === 'string' &&
    given.length === expected.length &&
    timingSafeEqual(Buffer.from(given), Buffer.from(expected));
  if (!matches) {
    throw new ProblemException('csrf', {
      sv: 'Begäran saknar sidans kontrollkod. Ladda om sidan och försök igen.',
      en: 'The request lacks the page’s check code. Reload the page and try again.',
    });
  }
}
