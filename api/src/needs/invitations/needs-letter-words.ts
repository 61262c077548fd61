import { formatDay, NEEDS_ANONYMITY_WORDS, type Locale } from '@samhandling/domain';
import { greet, type LetterWords } from '../../platform/mail/write-letter.ts';
import type { LetterFacts } from './invitations.repository.ts';

const SV = {
  subject: (title: string) => `${title}: vad behöver ni?`,
  reminderSubject: (title: string) => `Påminnelse: ${title}`,
  lead: (group: string) =>
    `Vi frågar alla i ${group} vad som fungerar, var det skaver och vad ni behöver stöd med. Det tar ungefär fem minuter, också i telefonen, och du behöver inget konto.`,
  reminder: (last: string) =>
    `Du har inte svarat än. Det tar ungefär fem minuter, också i telefonen, och sista dag är ${last}. Det här brevets länk gäller i stället för den du fick förut.`,
  answer: 'Öppna och svara',
  why: (anonymity: string, last: string) =>
    `${anonymity} Sista dag att svara är ${last}; till dess kan du ändra ditt svar. Länken är bara din, så skicka den inte vidare.`,
  ask: (address: string) => ` Undrar du något, skriv till ${address}.`,
};
const EN: typeof SV = {
  subject: (title) => `${title}: what do you need?`,
  reminderSubject: (title) => `Reminder: ${title}`,
  lead: (group) =>
    `We ask everybody in ${group} what works, what gets in the way and what you need support with. It takes about five minutes, on a phone too, and you need no account. The questions are in Swedish.`,
  reminder: (last) =>
    `You have not answered yet. It takes about five minutes, on a phone too, and the last day is ${last}. The link in this letter takes the place of the one you got before.`,
  answer: 'Open and answer',
  why: (anonymity, last) =>
    `${anonymity} The last day to answer is ${last}; until then you can change your answer. The link is yours alone, so do not pass it on.`,
  ask: (address) => ` If you wonder about anything, write to ${address}.`,
};
const WORDS: Readonly<Record<Locale, typeof SV>> = { sv: SV, en: EN };

export function writeNeedsLetter({ invitation, title, group, sender, locale }: LetterFacts, url: string): LetterWords {
  const words = WORDS[locale];
  const isReminder = invitation.letters > 0;
  const last = formatDay(invitation.due, locale);
  const anonymity = NEEDS_ANONYMITY_WORDS[invitation.isAnonymous ? 'anonymous' : 'named'][locale];
  return {
    subject: isReminder ? words.reminderSubject(title) : words.subject(title),
    content: {
      locale,
      greeting: greet({ name: invitation.name, locale }),
      lead: isReminder ? words.reminder(last) : words.lead(group),
      sections: [],
      action: { words: words.answer, url },
      why: `${words.why(anonymity, last)}${sender.replyTo === '' ? '' : words.ask(sender.replyTo)}`,
      optOut: null,
    },
  };
}
