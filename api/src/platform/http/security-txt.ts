import type { Request, RequestHandler, Response } from 'express';
import type { Environment } from '../config/environment.ts';

const HALF_A_YEAR_MS = 182 * 86_400_000;

/**
 * Where to tell of a weakness (RFC 9116). It holds for half a year from the start of the process: an installation that nobody has
 * restarted for longer has nobody who would answer either.
 */
export function securityTxt({ SECURITY_CONTACT, PUBLIC_URL }: Environment, startedAt: Date): RequestHandler {
  const expires = new Date(startedAt.getTime() + HALF_A_YEAR_MS).toISOString();
  const { origin } = new URL(PUBLIC_URL);
  const text = [
    `Contact: ${SECURITY_CONTACT}`,
    `Expires: ${expires}`,
    'Preferred-Languages: sv, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n');
  return (_request: Request, response: Response): void => {
    response.type('text/plain; charset=utf-8').setHeader('Cache-Control', 'no-cache');
    response.send(text);
  };
}
