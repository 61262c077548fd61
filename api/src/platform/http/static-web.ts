import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '@samhandling/domain';
import { nonceOf } from './security.ts';

/** Names with a content hash never change; everything else is asked for again. */
const HASHED = /[-.][A-Za-z0-9_-]{8}\.(js|css|woff2)$/;

/**
 * Serves the built web: Swedish at `/`, English at `/en/`. Unknown paths get the page itself, since the router in the
 * browser knows them; unknown files do not.
 */
export function serveWeb(app: Express, folder: string): void {
  const pages = { sv: readPage(folder, 'sv'), en: readPage(folder, 'en') };
  const files = (locale: Locale): ReturnType<typeof express.static> =>
    express.static(join(folder, locale), {
      index: false,
      setHeaders: (response, path) =>
        response.setHeader('Cache-Control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    });
  const site = express.Router();
  site.use('/en', compressed(join(folder, 'en')), files('en'));
  site.use(compressed(join(folder, 'sv')), files('sv'));
  site.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' || request.path.startsWith('/api/') || /\.[a-z0-9]{2,5}$/i.test(request.path))
      return next();
    const page = request.path === '/en' || request.path.startsWith('/en/') ? pages.en : pages.sv;
    if (page === null) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.type('html').send(page.replaceAll('__CSP_NONCE__', nonceOf(response)));
  });
  // The API is not looked for on disk: two look-ups cost more than many an answer.
  app.use((request: Request, response: Response, next: NextFunction) =>
    request.path.startsWith('/api/') ? next() : site(request, response, next),
  );
}

function readPage(folder: string, locale: Locale): string | null {
  const file = join(folder, locale, 'index.html');
  if (!existsSync(file)) return null;
  return readFileSync(file, 'utf8');
}

/** Hands out the `.br` file the build laid beside a hashed one, to browsers that take it. */
function compressed(folder: string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (
      HASHED.test(request.path) &&
      !request.path.includes('..') &&
      request.acceptsEncodings('br') &&
      existsSync(join(folder, `${request.path}.br`))
    ) {
      response.setHeader('Content-Encoding', 'br');
      response.setHeader('Vary', 'Accept-Encoding');
      response.type(
        request.path.endsWith('.css') ? 'text/css' : request.path.endsWith('.js') ? 'text/javascript' : 'font/woff2',
      );
      request.url = request.url.replace(request.path, `${request.path}.br`);
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    }
    next();
  };
}
