import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request } from 'express';
import type { Environment } from '../config/environment.ts';

const SESSION = 'samhandling';

/**
 * Over https the name begins with `__Host-`, by which the browser itself sees to that no other host of the domain has set it
 * and that it is sent to nobody else.
 */
function hostOnly(name: string, environment: Environment): string {
  return environment.isHttps ? `__Host-${name}` : name;
}

/** The session's secret as the request brings it. */
export function sessionToken(request: Request, environment: Environment): string | undefined {
  return readCookie(request, SESSION, environment);
}

/** An empty token takes the cookie away. */
export function sessionCookie(token: string, environment: Environment): string {
  return hostCookie(SESSION, token, token === '' ? 0 : environment.SESSION_HOURS * 3600, environment);
}

export function readCookie(request: Request, name: string, environment: Environment): string | undefined {
  return parseCookie(request.headers.cookie ?? '')[hostOnly(name, environment)];
}

/** Lax and not Strict: coming back from a provider, or by a link in a mail, is coming from another site. */
export function hostCookie(name: string, value: string, maxAge: number, environment: Environment): string {
  return stringifySetCookie({
    name: hostOnly(name, environment),
    value,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge,
    secure: environment.isHttps,
  });
}
