import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { JsonLogger } from '../logging/logger.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { requestContext } from './request-context.ts';

/**
 * One line and one measurement per request, when its answer has gone. The route is the template it was declared with, so
 * that no id, address or question is in the log; who asked is an id, and what they wrote is nowhere.
 */
export function requestLog(logger: JsonLogger, metrics: Metrics): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    const begun = performance.now();
    const context = requestContext();
    response.once('close', () => {
      const seconds = (performance.now() - begun) / 1_000;
      const route = routeOf(request);
      const { method } = request;
      // A browser that has gone away got no status; nginx writes 499 for the same thing.
      const status = response.writableFinished ? response.statusCode : 499;
      metrics.requestAnswered({ method, route, status, seconds });
      const { requestId, session } = context;
      logger.event(
        isProbe(request) ? 'debug' : 'info',
        {
          method,
          route,
          status,
          ms: Math.round(seconds * 1_000),
          requestId,
          ...(session && { personId: session.personId, countyId: session.countyId }),
        },
        'request',
      );
    });
    next();
  };
}

/** The template of the route that took the request; what no route took is named by its kind. */
function routeOf(request: Request): string {
  const path: unknown = (request.route as { path?: unknown } | undefined)?.path;
  // Nest's own route for what no route takes is a wildcard.
  if (typeof path === 'string' && path.startsWith('/')) return path;
  if (request.originalUrl.startsWith('/api/')) return 'none';
  return isProbe(request) ? 'health' : 'web';
}

function isProbe(request: Request): boolean {
  return request.originalUrl.startsWith('/health/');
}
