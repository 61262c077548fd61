import { ProblemException } from '../platform/http/problem-exception.ts';

/** Never says whether such a link has existed: a secret that is not ours gets no other answer than a slip of the hand. */
export function unknownLink(): ProblemException {
  return new ProblemException('not_found', {
    sv: 'Länken går inte att använda. Kontrollera att hela länken kom med, eller be länets planerare om en ny.',
    en: 'The link cannot be used. Check that the whole link came along, or ask the county’s planner for a new one.',
  });
}

export function expiredLink(): ProblemException {
  return new ProblemException('link_expired', {
    sv: 'Länken har gått ut. Det du redan har sparat finns kvar. Du kan få en ny länk till din e-postadress.',
    en: 'The link has expired. What you have already saved is kept. You can get a new link to your e-mail address.',
  });
}

export function revokedLink(): ProblemException {
  return new ProblemException('link_revoked', {
    sv: 'Länken har dragits in eller ersatts av en nyare. Titta efter ett senare mejl, eller kontakta länets planerare. Det du redan har sparat finns kvar.',
    en: 'The link has been revoked or replaced by a newer one. Look for a later mail, or contact the county’s planner. What you have already saved is kept.',
  });
}

export function otherBrowser(): ProblemException {
  return new ProblemException('link_other_browser', {
    sv: 'Länken är redan öppnad i en annan webbläsare och går bara att använda där. Fortsätt där, eller be om en ny länk till din e-postadress.',
    en: 'The link has already been opened in another browser and can only be used there. Go on there, or ask for a new link to your e-mail address.',
  });
}

export function tooManyRefusals(seconds: number): ProblemException {
  return new ProblemException(
    'too_many',
    {
      sv: 'Länken har prövats för många gånger. Vänta en timme och försök igen.',
      en: 'The link has been tried too many times. Wait an hour and try again.',
    },
    [],
    undefined,
    { 'Retry-After': String(seconds) },
  );
}

export function tooManyRenewals(seconds: number): ProblemException {
  return new ProblemException(
    'too_many',
    {
      sv: 'Du har fått tre nya länkar det senaste dygnet. Titta i din inkorg och i skräpposten, eller kontakta länets planerare.',
      en: 'You have been sent three new links in the last 24 hours. Look in your inbox and your spam folder, or contact the county’s planner.',
    },
    [],
    undefined,
    { 'Retry-After': String(seconds) },
  );
}

export function noMail(): ProblemException {
  return new ProblemException('unavailable', {
    sv: 'Ingen ny länk har skickats, för det går inte att skicka mejl härifrån just nu. Kontakta länets planerare.',
    en: 'No new link has been sent, since mail cannot be sent from here right now. Contact the county’s planner.',
  });
}

export function noLinkSession(): ProblemException {
  return new ProblemException('not_signed_in', {
    sv: 'Öppna din svarslänk igen för att fortsätta. Det du har skrivit finns kvar på sidan.',
    en: 'Open your answer link again to go on. What you have written is still on the page.',
  });
}
