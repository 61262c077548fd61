/** Interface languages. Swedish is the source; English is the switch. */
export const LOCALES = ['sv', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in every interface language. */
export type Label = Readonly<Record<Locale, string>>;
