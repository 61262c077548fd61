import { LOCALE_ID, inject } from '@angular/core';
import type { Label, Locale } from '@samhandling/domain';

/** The interface language of this build: Swedish unless the locale is some English. */
export function localeOf(localeId: string): Locale {
  return localeId.toLowerCase().startsWith('en') ? 'en' : 'sv';
}

/** Call in an injection context. */
export function injectLocale(): Locale {
  return localeOf(inject(LOCALE_ID));
}

/** Call in an injection context: gives a function that says a label of `libs/domain` in the language of the build. */
export function injectSay(): (label: Label) => string {
  const locale = injectLocale();
  return (label) => label[locale];
}
