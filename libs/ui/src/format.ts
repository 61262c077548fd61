import * as domain from '@samhandling/domain';

/*
 * Days and times as the reports write them (libs/domain), for the screen: a value that cannot be read is given back as it
 * is, since a broken date must be seen and may not take the page with it.
 */

/** "2026-03-12", or an ISO instant in Swedish time → "12 mars 2026". */
export function formatDay(value: string, locale: domain.Locale): string {
  return orAsItIs(value, () => domain.formatDay(value.length === 10 ? value : domain.dayOf(value), locale));
}

/** ISO instant → "12 mars 2026 kl. 14:05" in Swedish time. */
export function formatInstant(value: string, locale: domain.Locale): string {
  return orAsItIs(value, () => domain.formatInstant(value, locale));
}

/** ISO instant → "14:05" in Swedish time. */
export function formatTime(value: string): string {
  return orAsItIs(value, () => domain.formatTime(value));
}

function orAsItIs(value: string, format: () => string): string {
  try {
    return format();
  } catch (error) {
    if (error instanceof RangeError) return value;
    throw error;
  }
}
