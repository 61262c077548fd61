import { formatMeetingTime, type Locale } from '@samhandling/domain';
import { greet, type LetterWords } from '../platform/mail/write-letter.ts';
import type { LetterToWrite } from './digests.repository.ts';

const SV = {
  subject: (group: string) => `Underlag till ${group}`,
  lead: (group: string, when: string) =>
    `Här kommer underlaget till ${group}, som möts ${when}. Det ligger med som PDF.`,
  read: 'Läs underlaget',
  why: (group: string, county: string, by: string) =>
    `Du får brevet för att du är med i ${group} i ${county}. ${by} har skickat det.`,
};
const EN: typeof SV = {
  subject: (group) => `Digest for ${group}`,
  lead: (group, when) =>
    `Here is the digest for ${group}, which meets on ${when}. It comes along as a PDF, in Swedish.`,
  read: 'Read the digest',
  why: (group, county, by) => `You get this letter because you are in ${group} in ${county}. ${by} has sent it.`,
};
const WORDS: Readonly<Record<Locale, typeof SV>> = { sv: SV, en: EN };

export function writeDigestLetter(letter: LetterToWrite, url: string): LetterWords {
  const { to, group, startsAt, endsAt, message, sender, sentBy } = letter;
  const { locale } = to;
  const words = WORDS[locale];
  const lead = words.lead(group, formatMeetingTime(startsAt, endsAt, locale));
  return {
    subject: words.subject(group),
    content: {
      locale,
      greeting: greet(to),
      lead: message === '' ? lead : `${message}\n\n${lead}`,
      sections: [],
      action: to.hasAccount ? { words: words.read, url } : null,
      why: words.why(group, sender.countyName, sentBy),
      optOut: null,
    },
  };
}
