import type { Locale } from '@samhandling/domain';
import type { NextFunction, Request, Response } from 'express';
import { withChangeTrail } from '../audit/change-trail.ts';
import { withRequestContext } from './request-context.ts';
import { requestIdOf } from './request-id.ts';

/** Opens the context every later step reads: request id, language, and (once the guard has run) the session. */
export function contextMiddleware(request: Request, response: Response, next: NextFunction): void {
  const requestId = requestIdOf(request.headers);
  response.setHeader('X-Request-Id', requestId);
  response.setHeader('Content-Language', localeOf(request));
  withRequestContext({ requestId, locale: localeOf(request), source: 'web', session: null }, () =>
    withChangeTrail(next),
  );
}

function localeOf(request: Request): Locale {
  return request.acceptsLanguages('sv', 'en') === 'en' ? 'en' : 'sv';
}
