import type { Locale } from '@samhandling/domain';

/** The same page in the other language: Swedish lives at the root, English under `/en`. `url` has no language prefix. */
export function addressIn(locale: Locale, url: string): string {
  const path = url.startsWith('/') ? url : `/${url}`;
  return locale === 'sv' ? path : `/en${path}`;
}
