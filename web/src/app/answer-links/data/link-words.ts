import type { AnswerLink, AnswerLinkUse } from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import { formatDay, formatInstant } from '@samhandling/ui';
import { lastDayOf } from '../../answer/data/sheet-words.ts';

/** How it goes with a link in a sentence: "Öppnad 4 mars 2026. 3 av 5 besvarade." */
export function linkState(link: AnswerLink, locale: Locale): string {
  const answered = $localize`:@@answerLinks.answered:${link.answered}:answered: av ${link.items}:items: besvarade`;
  return `${stateWords(link, locale)}, ${answered}`;
}

function stateWords(link: AnswerLink, locale: Locale): string {
  const day = (instant: string | null): string => (instant === null ? '' : formatDay(instant, locale));
  switch (link.state) {
    case 'sent':
      return $localize`:@@answerLinks.state.sent:Skapad ${day(link.createdAt)}:day:, inte öppnad`;
    case 'opened':
      return $localize`:@@answerLinks.state.opened:Öppnad ${day(link.openedAt)}:day:`;
    case 'finished':
      return $localize`:@@answerLinks.state.finished:Klar ${day(link.finishedAt)}:day:`;
    case 'expired':
      return $localize`:@@answerLinks.state.expired:Gick ut ${formatDay(lastDayOf(link.expiresAt), locale)}:day:`;
    case 'revoked':
      return $localize`:@@answerLinks.state.revoked:Indragen ${day(link.revokedAt)}:day:`;
  }
}

/** True while somebody can still open it or work with it. */
export function isInForce(link: AnswerLink, now: Date): boolean {
  return link.revokedAt === null && Date.parse(link.expiresAt) > now.getTime();
}

/** One line of the log: when, what, on which kind of browser. */
export function useWords(use: AnswerLinkUse, locale: Locale): string {
  const what = use.action === 'refused' ? refusedWords(use.refusedBecause) : ACTIONS[use.action];
  return [formatInstant(use.at, locale), what, use.browser].filter((part) => part !== '').join(' · ');
}

const ACTIONS: Readonly<Record<Exclude<AnswerLinkUse['action'], 'refused'>, string>> = {
  open: $localize`:@@answerLinks.use.open:Öppnade länken`,
  read: $localize`:@@answerLinks.use.read:Läste frågorna`,
  save: $localize`:@@answerLinks.use.save:Sparade`,
  submit: $localize`:@@answerLinks.use.submit:Lämnade in ett svar`,
  value: $localize`:@@answerLinks.use.value:Sparade ett värde`,
  finish: $localize`:@@answerLinks.use.finish:Tog ut kvittot`,
  renew: $localize`:@@answerLinks.use.renew:Bad om en ny länk`,
};

const REFUSALS: Readonly<Record<string, string>> = {
  link_expired: $localize`:@@answerLinks.refused.expired:Nekad: länken hade gått ut`,
  link_revoked: $localize`:@@answerLinks.refused.revoked:Nekad: länken var indragen`,
  link_other_browser: $localize`:@@answerLinks.refused.otherBrowser:Nekad: öppnad i en annan webbläsare`,
  person_inactive: $localize`:@@answerLinks.refused.inactive:Nekad: personen är inte längre aktiv`,
  too_many: $localize`:@@answerLinks.refused.tooMany:Nekad: för många försök`,
  stale: $localize`:@@answerLinks.refused.stale:Inte sparat: någon annan hade sparat samtidigt`,
  locked: $localize`:@@answerLinks.refused.locked:Inte sparat: omgången var låst`,
};

function refusedWords(because: string): string {
  return REFUSALS[because] ?? $localize`:@@answerLinks.refused.other:Nekad: uppfyllde inte reglerna`;
}
