import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isAllowed, permissionsOf, type Permission } from '@samhandling/domain';
import { parseCookie } from 'cookie';
import type { Request } from 'express';
import { timingSafeEqual } from 'node:crypto';
import { BY_ANSWER_LINK, OPEN_TO_ALL, REQUIRED_PERMISSION, SIGNED_IN_ONLY } from '../platform/http/decorators.ts';
import { notAllowed, ProblemException } from '../platform/http/problem-exception.ts';
import { requestContext } from '../platform/http/request-context.ts';
import { SessionsService } from './sessions.service.ts';

export const SESSION_COOKIE = 'samhandling';
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Deny by default: a route that declares nothing is refused to everybody, which a test would notice at once. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    if (this.reflector.get<boolean>(OPEN_TO_ALL, handler)) return true;
    // Its own guard lets nobody through but the link's holder.
    if (this.reflector.get<boolean>(BY_ANSWER_LINK, handler)) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const token = sessionToken(request);
    const open = token ? await this.sessions.find(token) : null;
    if (!open) {
      throw new ProblemException('not_signed_in', {
        sv: 'Logga in för att fortsätta. Det du har skrivit finns kvar på sidan.',
        en: 'Sign in to go on. What you have written is still on the page.',
      });
    }
    if (!SAFE_METHODS.includes(request.method)) refuseCrossSite(request, open.csrfToken);
    requestContext().session = {
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

export function sessionToken(request: Request): string | undefined {
  return parseCookie(request.headers.cookie ?? '')[SESSION_COOKIE];
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
