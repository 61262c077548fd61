import { formatInstant, injectLocale } from '@samhandling/ui';

/** That what stands in a form was typed earlier, and when. Call in an injection context. */
export function restoredWords(): (instant: string) => string {
  const locale = injectLocale();
  return (instant) => {
    const when = formatInstant(instant, locale);
    return $localize`:@@decisions.restored:Det du skrev ${when}:when: är inte sparat än och finns kvar här.`;
  };
}
