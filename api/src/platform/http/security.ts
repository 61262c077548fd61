import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { randomBytes } from 'node:crypto';

/** The nonce of this answer, which the page's own script and style elements carry. */
export function nonceOf(response: Response): string {
  return (response.locals as { nonce?: string }).nonce ?? '';
}

/** Strict headers without `unsafe-inline`. API answers are never cached by anyone unless the handler says so. */
export function securityMiddleware(): RequestHandler[] {
  const makeNonce = (_request: Request, response: Response, next: NextFunction): void => {
    (response.locals as { nonce?: string }).nonce = randomBytes(16).toString('base64');
    next();
  };
  const nonce = (_request: unknown, response: unknown): string => `'nonce-${nonceOf(response as Response)}'`;
  const headers = helmet({
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
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: false,
  });
  return [makeNonce, headers];
}
