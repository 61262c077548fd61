import { type Locale, formatNumber } from '@samhandling/domain';

/** "284 kB", "1,2 MB": how large a file is, in thousands as the file manager counts. */
export function fileSize(bytes: number, locale: Locale): string {
  if (bytes < 999_500) return `${formatNumber(Math.max(1, Math.round(bytes / 1000)), 0, locale)}\u00a0kB`;
  return `${formatNumber(bytes / 1_000_000, 1, locale)}\u00a0MB`;
}
