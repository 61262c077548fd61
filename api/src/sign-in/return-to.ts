import { API } from '@samhandling/contracts';

const LONGEST = 2_000;
/** Any host would do: what counts is whether the path leads away from it. */
const HERE = 'http://samhandling.invalid';

/**
 * Where to go after signing in: a page of ours, written as the browser would read it. Whatever leads elsewhere, or is no
 * page, becomes the front page.
 */
export function safeReturn(wish: unknown): string {
  if (typeof wish !== 'string' || !wish.startsWith('/') || wish.length > LONGEST) return '/';
  const url = URL.parse(wish, HERE);
  if (url?.origin !== HERE) return '/';
  // "/..//elsewhere" becomes "//elsewhere", which a browser reads as a host.
  const path = `${url.pathname}${url.search}${url.hash}`;
  if (/^\/[/\\]/.test(path) || path.startsWith(`${API}/`)) return '/';
  return path;
}
