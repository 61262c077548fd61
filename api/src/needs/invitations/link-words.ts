import type { Label } from '@samhandling/domain';
import { ProblemException } from '../../platform/http/problem-exception.ts';

export const NOT_OPEN: Label = {
  sv: 'Inventeringen tar inte emot svar. Är den öppen men sista dagen har varit kan du flytta fram dagen.',
  en: 'The inventory takes no answers. If it is open but its last day has passed, you can move the day.',
};
export const NOBODY_LEFT: Label = {
  sv: 'Det finns ingen kvar att påminna. Alla har svarat, har ett brev på väg eller har fått sin länk indragen.',
  en: 'There is nobody left to remind. Everybody has answered, has a letter on its way, or has had their link revoked.',
};
export const REVOKED: Label = {
  sv: 'Länken är indragen.',
  en: 'The link has been revoked.',
};
export const ONLY_BY_LETTER: Label = {
  sv: 'Inventeringen är anonym, så länken går bara i brev till den som ska svara. Lägg till en e-postadress för ledamoten i gruppen.',
  en: 'The inventory is anonymous, so the link goes only by letter to whoever is to answer. Add an e-mail address for the member in the group.',
};

/** Never says whether such a link has existed. */
export function unknownNeedsLink(): ProblemException {
  return new ProblemException('not_found', {
    sv: 'Länken går inte att använda. Kontrollera att hela länken kom med, eller titta efter ett senare brev.',
    en: 'The link cannot be used. Check that the whole link came along, or look for a later letter.',
  });
}

export function noNeedsLink(): ProblemException {
  return new ProblemException('not_signed_in', {
    sv: 'Öppna länken i brevet för att svara. Det du har skrivit finns kvar på sidan.',
    en: 'Open the link in the letter to answer. What you have written is still on the page.',
  });
}

export function revokedNeedsLink(): ProblemException {
  return new ProblemException('link_revoked', {
    sv: 'Länken har dragits in. Kontakta länets planerare om du vill svara.',
    en: 'The link has been revoked. Contact the county’s planner if you want to answer.',
  });
}

export function expiredNeedsLink(): ProblemException {
  return new ProblemException('link_expired', {
    sv: 'Sista dag att svara har varit, så svar tas inte emot längre. Det du redan har sparat är med.',
    en: 'The last day to answer has passed, so answers are not taken any more. What you have already saved is in.',
  });
}

export function closedInventory(): ProblemException {
  return new ProblemException('link_expired', {
    sv: 'Inventeringen är stängd, så svar tas inte emot längre. Det du redan har sparat är med.',
    en: 'The inventory is closed, so answers are not taken any more. What you have already saved is in.',
  });
}
