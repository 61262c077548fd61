import type { ToDoGroup } from '@samhandling/contracts';
import { formatDay, type Day, type MailState } from '@samhandling/domain';

/** What each kind of thing is called in a mail. Mails are in Swedish. */
export const GROUP_HEADINGS: Readonly<Record<ToDoGroup['kind'], string>> = {
  returned: 'Har kommit tillbaka till dig',
  answer: 'Att svara på',
  respond: 'Svar att instämma i eller komplettera',
  choose: 'Olika tal att välja mellan',
  review: 'Att granska',
  judge: 'Att bedöma',
  round: 'Omgångar att föra vidare',
  attention: 'Behöver uppmärksamhet',
};

/** "1 sak väntar på dig", "4 saker väntar på dig". */
export function waitingWords(count: number): string {
  return count === 1 ? '1 sak väntar på dig' : `${count} saker väntar på dig`;
}

export const SILENT = {
  off: 'Har valt att inte få några utskick.',
  nothing: 'Inget väntar.',
  today: 'Har redan fått dagens utskick.',
  closed: 'Kontot är avstängt.',
  noLink: 'Har inget konto, och inget som kan besvaras med en svarslänk.',
  asked: (askedOn: Day, again: Day) =>
    `Fick samma saker ${formatDay(askedOn, 'sv')}. Påminns igen tidigast ${formatDay(again, 'sv')}, eller när något nytt kommer till.`,
  weekly: (askedOn: Day, again: Day) =>
    `Vill ha ett utskick i veckan. Fick det senaste ${formatDay(askedOn, 'sv')}, och får nästa tidigast ${formatDay(again, 'sv')}.`,
} as const;

interface LoggedDays {
  readonly state: MailState;
  readonly day: Day;
  readonly sentOn: Day | null;
  readonly openedOn: Day | null;
  readonly lastError: string;
}

/** The log's sentence: "Skickat 3 mars 2026, öppnat 4 mars 2026." */
export function logWords({ state, day, sentOn, openedOn, lastError }: LoggedDays): string {
  const because = lastError === '' ? '' : ` ${lastError}`;
  const opened = openedOn === null ? '' : `, öppnat ${formatDay(openedOn, 'sv')}`;
  switch (state) {
    case 'sent':
      return `Skickat ${formatDay(sentOn ?? day, 'sv')}${opened === '' ? ', inte öppnat än' : opened}.`;
    case 'sending':
      return 'Skickas just nu.';
    case 'retrying':
      return `Kom inte fram ${formatDay(day, 'sv')}, försöker igen.${because}`;
    case 'failed':
      return `Kunde inte skickas ${formatDay(day, 'sv')}.${because}`;
    case 'dropped':
      return `Skickades inte ${formatDay(day, 'sv')}.${because}`;
    case 'unknown':
      return `Osäkert om det kom fram, skickas inte igen${opened}.${because}`;
  }
}
