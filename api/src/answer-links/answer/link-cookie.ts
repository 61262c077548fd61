import { API } from '@samhandling/contracts';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request } from 'express';

export const LINK_COOKIE = 'samhandling_link';
/** A person may have links to several rounds; the browser remembers the last few it has opened. */
const MOST_SECRETS = 5;

/** The secrets of the links this browser has opened, the one in use first. */
export function secretsOf(request: Request): readonly string[] {
  const value = parseCookie(request.headers.cookie ?? '')[LINK_COOKIE] ?? '';
  return value.split('.', MOST_SECRETS).filter((secret) => secret !== '');
}

/** Sent to `/answer` and below only, never along from another site, and never readable by a script. */
export function linkCookie(current: string, others: readonly string[], maxAge: number, secure: boolean): string {
  const kept = [current, ...others.filter((secret) => secret !== current)].slice(0, MOST_SECRETS);
  return stringifySetCookie({
    name: LINK_COOKIE,
    value: kept.join('.'),
    httpOnly: true,
    sameSite: 'strict',
    path: `${API}/answer`,
    maxAge,
    secure,
  });
}
