import type { Label, Locale } from '@samhandling/domain';

/** Why somebody was refused, as the log keeps it, for the person it was about. */
const REASONS: Readonly<Record<string, Label>> = {
  wrong_password: { sv: 'Fel lösenord.', en: 'Wrong password.' },
  wrong_code: { sv: 'Rätt lösenord, fel kod.', en: 'Right password, wrong code.' },
  no_role: { sv: 'Ingen roll i något län.', en: 'No role in any county.' },
  reset: { sv: 'Med länk i ett brev.', en: 'By a link in a letter.' },
  by_operator: { sv: 'Av den som sköter tjänsten.', en: 'By whoever runs the service.' },
};
const METHODS: Readonly<Record<string, Label>> = {
  password: { sv: 'Med lösenord.', en: 'By password.' },
  break_glass: { sv: 'Med lösenord, som driftansvarig.', en: 'By password, as operator.' },
};

/** The detail of an event in words. Empty where the kind says it all. */
export function eventWords(
  { reason, provider, method }: { readonly reason?: string; readonly provider?: string; readonly method?: string },
  locale: Locale,
): string {
  const by = provider === undefined ? METHODS[method ?? ''] : { sv: `Via ${provider}.`, en: `By ${provider}.` };
  return [by, REASONS[reason ?? '']].flatMap((label) => (label ? [label[locale]] : [])).join(' ');
}
