import { formatDay, type Locale } from '@samhandling/domain';
import { greet, type LetterWords } from '../platform/mail/write-letter.ts';
import type { AdjusterLetter } from './minutes-letters.repository.ts';

const SV = {
  meeting: (group: string, day: string) => `${group} ${day}`,
  subject: (meeting: string) => `Protokoll att justera: ${meeting}`,
  lead: (meeting: string) => `Du är utsedd att justera protokollet från ${meeting}. Läs det i bilagan.`,
  signedIn: 'Stämmer det justerar du med länken. Stämmer det inte, säg till den som skrev.',
  byAnswer: 'Svara på brevet om det stämmer eller inte, så antecknas det åt dig.',
  adjust: 'Läs och justera',
  why: 'Du får brevet för att du är vald att justera. Protokollet fryses när alla har justerat.',
};
const EN: typeof SV = {
  meeting: (group, day) => `${group}, ${day}`,
  subject: (meeting) => `Minutes to adjust: ${meeting}`,
  lead: (meeting) => `You have been chosen to adjust the minutes of ${meeting}. Read them in the attached file.`,
  signedIn: 'If they are right, adjust them by the link. If they are not, tell whoever wrote them.',
  byAnswer: 'Answer this letter and say whether they are right, and it is noted for you.',
  adjust: 'Read and adjust',
  why: 'You get this letter because you have been chosen to adjust. The minutes are frozen when everybody has adjusted.',
};
const WORDS: Readonly<Record<Locale, typeof SV>> = { sv: SV, en: EN };

export function writeMinutesLetter({ to, groupName, day }: AdjusterLetter, url: string): LetterWords {
  const { locale, hasAccount } = to;
  const words = WORDS[locale];
  const meeting = words.meeting(groupName, formatDay(day, locale));
  return {
    subject: words.subject(meeting),
    content: {
      locale,
      greeting: greet(to),
      lead: `${words.lead(meeting)} ${hasAccount ? words.signedIn : words.byAnswer}`,
      sections: [],
      action: hasAccount ? { words: words.adjust, url } : null,
      why: words.why,
      optOut: null,
    },
  };
}
