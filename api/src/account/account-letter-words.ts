import type { Locale } from '@samhandling/domain';

/** What `samhandling account` did to somebody's account. */
export interface Mended {
  readonly secondFactor?: boolean;
  /** The name of the provider that was unlinked. */
  readonly provider?: string;
  readonly newEmail?: string;
}

const SV = {
  reset: {
    noPassword: 'Du har inget lösenord i Samhandling',
    noPasswordLead: (how: string) =>
      `Någon, troligen du, har bett om ett nytt lösenord. Ditt konto har inget lösenord. ${how}`,
    byProvider: (name: string) => `Du loggar in via ${name}.`,
    byInvitation: 'Be en planerare i ditt län att skicka en ny inbjudan.',
    subject: 'Välj ett nytt lösenord i Samhandling',
    lead: (minutes: number) =>
      `Någon, troligen du, har bett om ett nytt lösenord. Länken går att använda en gång, inom ${minutes} minuter.`,
    choose: 'Välj nytt lösenord',
    why: 'Om det inte var du som bad om det kan du bortse från brevet: ingenting har ändrats.',
  },
  open: 'Öppna Samhandling',
  changed: {
    subject: 'Ditt lösenord i Samhandling är ändrat',
    lead: 'Lösenordet till ditt konto har just ändrats, och du är utloggad överallt utom där det ändrades.',
    look: 'Se ditt konto',
    why: 'Var det inte du? Välj genast ett nytt lösenord med ”Glömt lösenordet” på inloggningssidan, och hör av dig till den som sköter tjänsten.',
  },
  breakGlass: {
    subject: 'Driftkontot i Samhandling har använts',
    lead: (who: string, browser: string) =>
      `${who} har loggat in som driftansvarig med lösenord${browser === '' ? '' : ` i ${browser}`}.`,
    why: 'Du får det här för att du också är driftansvarig. Väntade du dig det inte, hör av dig till personen. Kontot stängs med kommandot samhandling operator --email … --remove.',
  },
  mended: {
    subject: 'Ditt konto i Samhandling är ändrat',
    lead: (done: string) => `Den som sköter tjänsten har ändrat ditt konto. ${done} Du är utloggad överallt.`,
    secondFactor: 'Din tvåstegsinloggning är borttagen. Slå på den igen under Mitt konto.',
    provider: (name: string) => `Kopplingen till ${name} är borttagen.`,
    formerAddress: 'Kontot har fått en annan adress, så hit kommer inga fler brev.',
    newAddress: (email: string) => `Adressen är nu ${email}.`,
    why: 'Var det inte du som bad om det? Hör genast av dig till den som sköter tjänsten.',
  },
};
const EN: typeof SV = {
  reset: {
    noPassword: 'You have no password in Samhandling',
    noPasswordLead: (how) =>
      `Somebody, probably you, has asked for a new password. Your account has no password. ${how}`,
    byProvider: (name) => `You sign in by ${name}.`,
    byInvitation: 'Ask a planner in your county to send a new invitation.',
    subject: 'Choose a new password in Samhandling',
    lead: (minutes) =>
      `Somebody, probably you, has asked for a new password. The link can be used once, within ${minutes} minutes.`,
    choose: 'Choose a new password',
    why: 'If you did not ask for it you can leave this letter aside: nothing has changed.',
  },
  open: 'Open Samhandling',
  changed: {
    subject: 'Your password in Samhandling has been changed',
    lead: 'The password of your account has just been changed, and you are signed out everywhere but where it was changed.',
    look: 'See your account',
    why: 'Was it not you? Choose a new password at once by “Forgotten your password?” on the page for signing in, and get in touch with whoever runs the service.',
  },
  breakGlass: {
    subject: 'The operator’s account in Samhandling has been used',
    lead: (who, browser) =>
      `${who} has signed in as an operator with a password${browser === '' ? '' : ` in ${browser}`}.`,
    why: 'You get this because you are an operator too. If you did not expect it, get in touch with the person. The account is closed by the command samhandling operator --email … --remove.',
  },
  mended: {
    subject: 'Your account in Samhandling has been changed',
    lead: (done) => `Whoever runs the service has changed your account. ${done} You are signed out everywhere.`,
    secondFactor: 'Your second step is removed. Turn it on again under My account.',
    provider: (name) => `The link to ${name} is removed.`,
    formerAddress: 'The account has another address now, so no more letters come here.',
    newAddress: (email) => `The address is now ${email}.`,
    why: 'Was it not you who asked for it? Get in touch with whoever runs the service at once.',
  },
};
export const ACCOUNT_LETTER_WORDS: Readonly<Record<Locale, typeof SV>> = { sv: SV, en: EN };

/** To the address that was, nothing is said of the one that is. */
export function mendedWords({ secondFactor, provider, newEmail }: Mended, isFormer: boolean, locale: Locale): string {
  const words = ACCOUNT_LETTER_WORDS[locale].mended;
  return [
    ...(secondFactor ? [words.secondFactor] : []),
    ...(provider === undefined ? [] : [words.provider(provider)]),
    ...(newEmail === undefined ? [] : [isFormer ? words.formerAddress : words.newAddress(newEmail)]),
  ].join(' ');
}
