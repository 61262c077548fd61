import type { LetterState } from '@samhandling/contracts';

export interface LetterStanding {
  readonly state: LetterState;
  readonly reason: string;
}

/** How a letter goes, in a sentence; the mail server's own words after it where there are any. */
export function letterStanding({ state, reason }: LetterStanding): string {
  const words = wordsOf(state);
  return reason === '' ? words : `${words} ${reason}`;
}

/** Nobody knows, or it is known not to have left: somebody may want to do something about it. */
export function wantsLook({ state }: LetterStanding): boolean {
  return state === 'failed' || state === 'unknown';
}

function wordsOf(state: LetterState): string {
  switch (state) {
    case 'waiting':
    case 'sending':
      return $localize`:@@letters.waiting:Brevet är på väg.`;
    case 'retrying':
      return $localize`:@@letters.retrying:Brevet har inte gått att skicka än. Nya försök görs.`;
    case 'sent':
      return $localize`:@@letters.sent:Brevet är skickat.`;
    case 'failed':
      return $localize`:@@letters.failed:Brevet gick inte att skicka.`;
    case 'unknown':
      return $localize`:@@letters.unknown:Osäkert om brevet kom fram. Det skickas inte igen av sig självt.`;
  }
}
