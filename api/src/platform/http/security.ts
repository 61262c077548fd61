import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { randomBytes } from 'node:crypto';

/** The nonce of this answer, which the page's own script and style elements carry. */
export function nonceOf(response: Response): string {
  return (response.locals as { nonce?: string }).nonce ?? '';
}

/** A year, as browsers ask for. Only where people come by https: elsewhere it would say what is not so. */
const HSTS_SECONDS = 31_536_000;
/** Nothing of this is used here, so no script that found its way in may use it either. */
const UNUSED = ['camera', 'display-capture', 'geolocation', 'hid', 'microphone', 'midi', 'payment', 'serial', 'usb'];
const PERMISSIONS_POLICY = UNUSED.map((feature) => `${feature}=()`).join(', ');

/**
 * Strict headers without `unsafe-inline`. What the API answers is never a page, so it may load nothing at all; its headers
 * are the same every time, which spares each answer the making of a nonce.
 */
export function securityMiddleware(publicUrl: string): RequestHandler {
  const shared = {
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: publicUrl.startsWith('https:')
      ? { maxAge: HSTS_SECONDS, includeSubDomains: false }
      : false,
  } as const;
  const forApi = helmet({
    ...shared,
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  });
  const nonce = (_request: unknown, response: unknown): string => `'nonce-${nonceOf(response as Response)}'`;
  const forPages = helmet({
    ...shared,
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
    response.setHeader('Permissions-Policy', PERMISSIONS_POLICY);
    if (request.path.startsWith('/api/')) return forApi(request, response, next);
    (response.locals as { nonce?: string }).nonce = randomBytes(16).toString('base64');
    forPages(request, response, next);
  };
}
