import type { Locale } from '@samhandling/domain';

const TAG: Readonly<Record<Locale, string>> = { sv: 'sv-SE', en: 'en-GB' };
/** Swedish authorities mean Swedish time, wherever the browser happens to be. */
const ZONE = 'Europe/Stockholm';

/** "2026-03-12" or an ISO instant → "12 mars 2026". Anything else is given back as it is: a broken date must be seen. */
export function formatDay(value: string, locale: Locale): string {
  const date = new Date(value.length === 10 ? `${value}T12:00:00Z` : value);
  if (Number.isNaN(date.getTime())) return value;
  return new Intl.DateTimeFormat(TAG[locale], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: ZONE,
  }).format(date);
}

/** ISO instant → "12 mars 2026 kl. 14:05". */
export function formatInstant(value: string, locale: Locale): string {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return value;
  const time = formatTime(value, locale);
  return locale === 'sv' ? `${formatDay(value, locale)} kl. ${time}` : `${formatDay(value, locale)}, ${time}`;
}

/** ISO instant → "14:05" in Swedish time. */
export function formatTime(value: string, locale: Locale): string {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return value;
  return new Intl.DateTimeFormat(TAG[locale], { hour: '2-digit', minute: '2-digit', timeZone: ZONE }).format(date);
}

/** Decimal comma and thousand space in Swedish. `decimals` fixes their number; without it, as many as there are, at most 6. */
export function formatNumber(value: number, locale: Locale, decimals?: number): string {
  const digits =
    decimals === undefined
      ? { maximumFractionDigits: 6 }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(TAG[locale], digits).format(value);
}
