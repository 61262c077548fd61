import type { Rehearsal, Round } from '@samhandling/contracts';
import type { RoundTransitionName } from '@samhandling/domain';
import type { IconName } from '@samhandling/ui';
import type { TextQuestion } from '../../core/ask-text.ts';
import type { Question } from '../../core/confirm.ts';

/** Steps that lead the round on; the others lead back. */
export const MAIN: ReadonlySet<RoundTransitionName> = new Set(['open', 'start_review', 'propose_adoption', 'adopt']);

export const ICONS: Readonly<Record<RoundTransitionName, IconName>> = {
  open: 'unlock',
  start_review: 'view',
  resume: 'undo',
  propose_adoption: 'send',
  withdraw_adoption: 'undo',
  adopt: 'lock',
  reopen: 'unlock',
};

/** The step that takes another one back, where there is one. */
export const UNDO: Readonly<Partial<Record<RoundTransitionName, RoundTransitionName>>> = {
  start_review: 'resume',
  propose_adoption: 'withdraw_adoption',
};

export const DONE: Readonly<Record<RoundTransitionName, string>> = {
  open: $localize`:@@rounds.done.open:Omgången är öppen för svar.`,
  start_review: $localize`:@@rounds.done.startReview:Omgången granskas nu. Rapportörerna kan inte längre ändra sina svar.`,
  resume: $localize`:@@rounds.done.resume:Omgången är öppen för svar igen.`,
  propose_adoption: $localize`:@@rounds.done.propose:Förslaget är lagt. En annan planerare behöver bekräfta.`,
  withdraw_adoption: $localize`:@@rounds.done.withdraw:Förslaget är taget tillbaka.`,
  adopt: $localize`:@@rounds.done.adopt:Omgången är fastställd och låst.`,
  reopen: $localize`:@@rounds.done.reopen:Omgången är öppen igen som en ny version.`,
};

/** Asked before steps that cannot simply be taken back. Says what will happen, not whether one is sure. */
export function questionFor(name: RoundTransitionName, round: Round, rehearsal: Rehearsal): Question | null {
  const label = round.label;
  switch (name) {
    case 'open':
      return {
        heading: $localize`:@@rounds.ask.open.heading:Öppna omgången ${label}:label: för svar?`,
        text: $localize`:@@rounds.ask.open.text:Alla som ansvarar för något i planen får sina svar att lämna, och en rapportör föreslås för vart och ett. Att öppna går inte att ångra.`,
        yes: $localize`:@@rounds.ask.open.yes:Öppna omgången`,
      };
    case 'propose_adoption':
      return {
        heading: $localize`:@@rounds.ask.propose.heading:Föreslå att ${label}:label: fastställs?`,
        text: [
          $localize`:@@rounds.ask.propose.text:En annan planerare behöver bekräfta förslaget. Först då låses omgången.`,
          warnings(rehearsal),
        ]
          .filter((part) => part !== '')
          .join(' '),
        yes: $localize`:@@rounds.ask.propose.yes:Föreslå fastställande`,
      };
    case 'adopt':
      return {
        heading: $localize`:@@rounds.ask.adopt.heading:Fastställ och lås omgången ${label}:label:?`,
        text: [
          $localize`:@@rounds.ask.adopt.text:Texter, namn, bedömningar och utfall fryses precis som de är nu och får en kontrollsumma. Rapporten görs av den frysta versionen. Sedan kan ingen ändra något i omgången. En planerare kan öppna den igen med en motivering. Då börjar en ny version, och den här går fortfarande att läsa.`,
          warnings(rehearsal),
        ]
          .filter((part) => part !== '')
          .join(' '),
        yes: $localize`:@@rounds.ask.adopt.yes:Fastställ och lås`,
      };
    default:
      return null;
  }
}

function warnings(rehearsal: Rehearsal): string {
  if (rehearsal.warnings === 0) return '';
  return rehearsal.warnings === 1
    ? $localize`:@@rounds.ask.warning:Provlåset har 1 påpekande som inte hindrar.`
    : $localize`:@@rounds.ask.warnings:Provlåset har ${rehearsal.warnings}:count: påpekanden som inte hindrar.`;
}

export function reopenQuestion(round: Round): TextQuestion {
  const next = round.versionNumber + 1;
  return {
    heading: $localize`:@@rounds.reopen.heading:Öppna ${round.label}:label: igen som version ${next}:version:`,
    text: $localize`:@@rounds.reopen.text:Version ${round.versionNumber}:version: går fortfarande att läsa. Motiveringen sparas tillsammans med den.`,
    label: $localize`:@@rounds.reopen.label:Varför öppnas omgången igen?`,
    missing: $localize`:@@rounds.reopen.missing:Skriv varför omgången öppnas igen.`,
    yes: $localize`:@@rounds.reopen.yes:Öppna igen`,
  };
}
