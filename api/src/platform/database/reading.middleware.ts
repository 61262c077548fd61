import { parseCookie, stringifySetCookie } from 'cookie';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Clock } from '../clock/clock.ts';
import { requestContext, withRequestContext } from '../http/request-context.ts';
import { logPlaceNumber, readLastWrite, writeLastWrite } from './log-place.ts';

const COOKIE = 'samhandling-lsn';
/** Longer than a replica that is still used may lag, so that what is older needs no remembering. */
const REMEMBERED_SECONDS = 120;
/**
 * Two writes under way at once may be answered in either order, and the place of the earlier one be what the browser
 * keeps. So for this long after a write its reader stays with the primary, whatever the place says.
 */
const STAYS_MS = 2_000;

/**
 * Says where a request may read from, and gives the browser the place in the log where its own writing ends, so that
 * whichever process it comes to next knows how far a replica must have come.
 */
export function readingMiddleware(clock: Clock, secure: boolean): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const last = readLastWrite(parseCookie(request.headers.cookie ?? '')[COOKIE]);
    const isRecent = last !== null && clock.now().getTime() - last.at < STAYS_MS;
    let written: string | null = null;
    const reading = {
      mayUseReplica: isRead && !isRecent,
      after: last?.place ?? null,
      wrote: (place: string): void => {
        if (written === null || logPlaceNumber(place) > logPlaceNumber(written)) written = place;
      },
    };
    // The place is known when the work is committed, and headers are set by many: so last, when they are sent.
    const { writeHead } = response;
    response.writeHead = ((...given: Parameters<Response['writeHead']>) => {
      if (written !== null) {
        const value = writeLastWrite({ place: written, at: clock.now().getTime() });
        response.appendHeader(
          'Set-Cookie',
          stringifySetCookie({
            name: COOKIE,
            value,
            httpOnly: true,
            sameSite: 'lax',
            path: '/',
            maxAge: REMEMBERED_SECONDS,
            secure,
          }),
        );
      }
      return writeHead.apply(response, given);
    }) as Response['writeHead'];
    withRequestContext({ ...requestContext(), reading }, next);
  };
}
