import type { ToDoGroup } from '@samhandling/contracts';
import { formatDay, type Day, type Label, type Locale } from '@samhandling/domain';

/** What each kind of thing is called in a mail, in the order of the mail. */
export const GROUP_HEADINGS: Readonly<Record<ToDoGroup['kind'] | 'meeting', Label>> = {
  returned: { sv: 'Har kommit tillbaka till dig', en: 'Has come back to you' },
  answer: { sv: 'Att svara på', en: 'To answer' },
  respond: { sv: 'Svar att instämma i eller komplettera', en: 'Answers to agree with or add to' },
  choose: { sv: 'Olika tal att välja mellan', en: 'Different figures to choose between' },
  meeting: { sv: 'Att göra efter möten', en: 'To do after meetings' },
  review: { sv: 'Att granska', en: 'To review' },
  judge: { sv: 'Att bedöma', en: 'To judge' },
  round: { sv: 'Omgångar att föra vidare', en: 'Rounds to move on' },
  letters: { sv: 'Brev att se över', en: 'Letters to look into' },
  attention: { sv: 'Behöver uppmärksamhet', en: 'Needs attention' },
};

export const OPT_OUT: Label = { sv: 'Sluta få utskick', en: 'Stop getting these mails' };

const SV = {
  waiting: (count: number) => (count === 1 ? '1 sak väntar på dig' : `${count} saker väntar på dig`),
  dueIn: (waiting: string, day: string, isPast: boolean) => `${waiting}, sista dag ${isPast ? 'var ' : ''}${day}`,
  due: (day: string, isPast: boolean) => `Sista dag ${isPast ? 'var' : 'är'} ${day}.`,
  toDo: 'Öppna Att göra',
  answer: 'Öppna och svara',
  more: (count: number) => `Och ${count} till.`,
  why: (county: string) =>
    `Du får det här för att du har en uppgift i uppföljningen i ${county}. Det kommer högst ett sådant brev om dagen, och bara när något väntar.`,
  ask: (address: string) => ` Undrar du något, svara på brevet eller skriv till ${address}.`,
};
const EN: typeof SV = {
  waiting: (count) => (count === 1 ? '1 thing is waiting for you' : `${count} things are waiting for you`),
  dueIn: (waiting, day, isPast) => `${waiting}, the last day ${isPast ? 'was' : 'is'} ${day}`,
  due: (day, isPast) => `The last day ${isPast ? 'was' : 'is'} ${day}.`,
  toDo: 'Open To do',
  answer: 'Open and answer',
  more: (count) => `And ${count} more.`,
  why: (county) =>
    `You get this because you have a task in the follow-up in ${county}. There is at most one such letter a day, and only when something is waiting.`,
  ask: (address) => ` If you wonder about anything, answer this letter or write to ${address}.`,
};
export const DAY_WORDS: Readonly<Record<Locale, typeof SV>> = { sv: SV, en: EN };

/** Why somebody gets nothing, for the planner who looks. */
export const SILENT = {
  off: { sv: 'Har valt att inte få några utskick.', en: 'Has chosen to get no mails.' },
  nothing: { sv: 'Inget väntar.', en: 'Nothing is waiting.' },
  today: { sv: 'Har redan fått dagens utskick.', en: 'Has got today’s mail already.' },
  closed: { sv: 'Kontot är avstängt.', en: 'The account is closed.' },
  noLink: {
    sv: 'Har inget konto, och inget som kan besvaras med en svarslänk.',
    en: 'Has no account, and nothing that can be answered by a link.',
  },
} as const;

export function askedWords(askedOn: Day, again: Day): Label {
  return {
    sv: `Fick samma saker ${formatDay(askedOn, 'sv')}. Påminns igen tidigast ${formatDay(again, 'sv')}, eller när något nytt kommer till.`,
    en: `Got the same things on ${formatDay(askedOn, 'en')}. Is reminded again on ${formatDay(again, 'en')} at the earliest, or when something new comes.`,
  };
}

export function weeklyWords(askedOn: Day, again: Day): Label {
  return {
    sv: `Vill ha ett utskick i veckan. Fick det senaste ${formatDay(askedOn, 'sv')}, och får nästa tidigast ${formatDay(again, 'sv')}.`,
    en: `Wants one mail a week. Got the last on ${formatDay(askedOn, 'en')}, and gets the next on ${formatDay(again, 'en')} at the earliest.`,
  };
}
