import { formatDay, type Day, type Locale, type MailState } from '@samhandling/domain';

interface LoggedDays {
  readonly state: MailState;
  readonly day: Day;
  readonly sentOn: Day | null;
  readonly openedOn: Day | null;
  readonly lastError: string;
}

const SV = {
  sent: (day: string, opened: string | null) =>
    `Skickat ${day}, ${opened === null ? 'inte öppnat än' : `öppnat ${opened}`}.`,
  sending: 'Skickas just nu.',
  retrying: (day: string) => `Kom inte fram ${day}, försöker igen.`,
  failed: (day: string) => `Kunde inte skickas ${day}.`,
  dropped: (day: string) => `Skickades inte ${day}.`,
  unknown: (opened: string | null) =>
    `Osäkert om det kom fram, skickas inte igen${opened === null ? '' : `, öppnat ${opened}`}.`,
};
const EN: typeof SV = {
  sent: (day, opened) => `Sent ${day}, ${opened === null ? 'not opened yet' : `opened ${opened}`}.`,
  sending: 'Is being sent just now.',
  retrying: (day) => `Did not arrive ${day}, is tried again.`,
  failed: (day) => `Could not be sent ${day}.`,
  dropped: (day) => `Was not sent ${day}.`,
  unknown: (opened) => `Not certain that it arrived, is not sent again${opened === null ? '' : `, opened ${opened}`}.`,
};
const WORDS: Readonly<Record<Locale, typeof SV>> = { sv: SV, en: EN };

/** The log's sentence: "Skickat 3 mars 2026, öppnat 4 mars 2026." */
export function logWords({ state, day, sentOn, openedOn, lastError }: LoggedDays, locale: Locale): string {
  const words = WORDS[locale];
  const because = lastError === '' ? '' : ` ${lastError}`;
  const opened = openedOn === null ? null : formatDay(openedOn, locale);
  const on = formatDay(day, locale);
  switch (state) {
    case 'sent':
      return words.sent(formatDay(sentOn ?? day, locale), opened);
    case 'sending':
      return words.sending;
    case 'retrying':
    case 'failed':
    case 'dropped':
      return `${words[state](on)}${because}`;
    case 'unknown':
      return `${words.unknown(opened)}${because}`;
  }
}
