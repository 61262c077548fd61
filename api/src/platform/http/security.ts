import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { randomBytes } from 'node:crypto';

/** The nonce of this answer, which the page's own script and style elements carry. */
export function nonceOf(response: Response): string {
  return (response.locals as { nonce?: string }).nonce ?? '';
}

const SHARED = { referrerPolicy: { policy: 'same-origin' }, strictTransportSecurity: false } as const;

/**
 * Strict headers without `unsafe-inline`. What the API answers is never a page, so it may load nothing at all; its headers
 * are the same every time, which spares each answer the making of a nonce.
 */
export function securityMiddleware(): RequestHandler {
  const forApi = helmet({
    ...SHARED,
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  });
  const nonce = (_request: unknown, response: unknown): string => `'nonce-${nonceOf(response as Response)}'`;
  const forPages = helmet({
    ...SHARED,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: ["'self'", nonce],
        styleSrcAttr: ["'none'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.path.startsWith('/api/')) return forApi(request, response, next);
    (response.locals as { nonce?: string }).nonce = randomBytes(16).toString('base64');
    forPages(request, response, next);
  };
}
