import type { SignInRefusal } from '@samhandling/contracts';
import type { ShownProblem } from '@samhandling/ui';

const WORDS: Readonly<Record<SignInRefusal, ShownProblem>> = {
  provider_unavailable: {
    title: $localize`:@@session.refusal.unavailable:Inloggningstjänsten svarar inte`,
    detail: $localize`:@@session.refusal.unavailableText:Vänta någon minut och försök igen. Har du ett lösenord här kan du logga in med det så länge.`,
  },
  provider_refused: {
    title: $localize`:@@session.refusal.refused:Inloggningen avbröts`,
    detail: $localize`:@@session.refusal.refusedText:Antingen avbröt du, eller så släppte inloggningstjänsten inte in dig. Försök igen. Händer det igen, hör av dig till din organisations it-stöd.`,
  },
  provider_invalid: {
    title: $localize`:@@session.refusal.invalid:Svaret från inloggningstjänsten gick inte att lita på`,
    detail: $localize`:@@session.refusal.invalidText:Därför är du inte inloggad. Försök igen. Händer det igen, hör av dig till den som sköter Samhandling hos er.`,
  },
  no_email: {
    title: $localize`:@@session.refusal.email:Din e-postadress följde inte med`,
    detail: $localize`:@@session.refusal.emailText:Inloggningstjänsten lämnade ingen bekräftad e-postadress, och utan den vet vi inte vem du är. Be din organisations it-stöd att skicka med den.`,
  },
  unknown_person: {
    title: $localize`:@@session.refusal.unknown:Du har inget konto här än`,
    detail: $localize`:@@session.refusal.unknownText:Inloggningen gick bra, men ingen har bjudit in dig med den e-postadressen. Be länets planerare om en inbjudan.`,
  },
  inactive: {
    title: $localize`:@@session.refusal.inactive:Ditt konto är avslutat`,
    detail: $localize`:@@session.refusal.inactiveText:Behöver du det igen kan länets planerare öppna det.`,
  },
  no_role: {
    title: $localize`:@@session.refusal.role:Du har ingen roll i något län`,
    detail: $localize`:@@session.refusal.roleText:Be länets planerare ge dig en. Sedan kan du logga in.`,
  },
  expired: {
    title: $localize`:@@session.refusal.expired:Inloggningen hann bli för gammal`,
    detail: $localize`:@@session.refusal.expiredText:Den tog för lång tid, var redan använd eller började i en annan webbläsare. Börja om här.`,
  },
  too_many: {
    title: $localize`:@@session.refusal.many:För många försök`,
    detail: $localize`:@@session.refusal.manyText:Vänta några minuter och försök igen.`,
  },
};

/** What the `fel` of the address means. A code this page has never heard of is told as a failed try, never shown as it is. */
export function refusalWords(code: string | undefined): ShownProblem | null {
  if (code === undefined || code === '') return null;
  const known: Partial<Record<string, ShownProblem>> = WORDS;
  return (
    (Object.hasOwn(WORDS, code) ? known[code] : undefined) ?? {
      title: $localize`:@@session.refusal.other:Du blev inte inloggad`,
      detail: $localize`:@@session.refusal.otherText:Något gick fel på vägen. Försök igen.`,
    }
  );
}
