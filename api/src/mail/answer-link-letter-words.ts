import { formatDay, type Day, type Locale } from '@samhandling/domain';
import { greet, type LetterWords } from '../platform/mail/write-letter.ts';
import { OPT_OUT } from './mail-words.ts';

const SV = {
  about: (plan: string, round: string) => `${plan}, omgång ${round}`,
  subject: (about: string) => `Din länk för att svara i ${about}`,
  renewed: 'Här är den nya länken som du bad om. Den gamla gäller inte längre.',
  lead: (about: string) => `Här är din länk för att svara i ${about}. Du behöver inget konto.`,
  open: 'Öppna och svara',
  why: (due: string, last: string) =>
    `Sista dag att svara är ${due}. Länken är bara din och går att öppna till och med ${last}.`,
  ask: (address: string) => ` Undrar du något, skriv till ${address}.`,
};
const EN: typeof SV = {
  about: (plan, round) => `${plan}, round ${round}`,
  subject: (about) => `Your link for answering in ${about}`,
  renewed: 'Here is the new link you asked for. The old one holds no longer.',
  lead: (about) => `Here is your link for answering in ${about}. You need no account.`,
  open: 'Open and answer',
  why: (due, last) =>
    `The last day to answer is ${due}. The link is yours alone and can be opened up to and including ${last}.`,
  ask: (address) => ` If you wonder about anything, write to ${address}.`,
};
const WORDS: Readonly<Record<Locale, typeof SV>> = { sv: SV, en: EN };

export interface LinkToTell {
  readonly to: { readonly name: string; readonly locale: Locale };
  readonly plan: string;
  readonly round: string;
  readonly isRenewed: boolean;
  readonly url: string;
  readonly optOutUrl: string;
  readonly due: Day;
  readonly last: Day;
  readonly replyTo: string;
}

export function aboutLink(plan: string, round: string, locale: Locale): string {
  return WORDS[locale].about(plan, round);
}

export function writeLinkLetter(link: LinkToTell): LetterWords {
  const { to, isRenewed, url, optOutUrl, due, last, replyTo } = link;
  const { locale } = to;
  const words = WORDS[locale];
  const about = aboutLink(link.plan, link.round, locale);
  return {
    subject: words.subject(about),
    content: {
      locale,
      greeting: greet(to),
      lead: isRenewed ? words.renewed : words.lead(about),
      sections: [],
      action: { words: words.open, url },
      why: `${words.why(formatDay(due, locale), formatDay(last, locale))}${replyTo === '' ? '' : words.ask(replyTo)}`,
      optOut: { words: OPT_OUT[locale], url: optOutUrl },
    },
  };
}
