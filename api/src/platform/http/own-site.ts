import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ProblemException } from './problem-exception.ts';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

export interface OwnSite {
  /** Where people find it, out of PUBLIC_URL. */
  readonly publicUrl: string;
  /** Further names it goes by, out of ALLOWED_HOSTS. */
  readonly hosts: readonly string[];
}

/**
 * Lets in requests made to a name of ours, from a page of ours. The check code of the session stands behind this; but
 * signing in and opening a link come before there is any, and there another site could sign a person in as somebody else.
 */
export function ownSiteOnly({ publicUrl, hosts }: OwnSite): RequestHandler {
  const ours = new Set([new URL(publicUrl).host, ...hosts].map((host) => host.toLowerCase()));
  const { origin, protocol } = new URL(publicUrl);
  return (request: Request, _response: Response, next: NextFunction): void => {
    const host = (request.headers.host ?? '').toLowerCase();
    const isOurHost = ours.has(host) || LOOPBACK.test(host);
    if (!isOurHost) return next(wrongHost());
    if (
      !SAFE_METHODS.includes(request.method) &&
      isFromElsewhere(request, [origin, `${LOOPBACK.test(host) ? 'http:' : protocol}//${host}`])
    )
      return next(crossSite());
    next();
  };
}

/**
 * A browser says where a request comes from; what is no browser says nothing, and holds no cookie another site could use.
 */
function isFromElsewhere({ headers }: Request, ours: readonly string[]): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  return headers.origin !== undefined && !ours.includes(headers.origin.toLowerCase());
}

const wrongHost = (): ProblemException =>
  new ProblemException('wrong_host', {
    sv: 'Tjänsten svarar inte under det namn du använde. Den som driver den anger namnet i PUBLIC_URL eller ALLOWED_HOSTS.',
    en: 'The service does not answer by the name you used. Whoever runs it sets the name in PUBLIC_URL or ALLOWED_HOSTS.',
  });

const crossSite = (): ProblemException =>
  new ProblemException('cross_site', {
    sv: 'Begäran kom från en annan webbplats och togs inte emot. Öppna sidan här och försök igen.',
    en: 'The request came from another site and was not taken. Open the page here and try again.',
  });
