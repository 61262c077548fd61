import type { Round } from '@samhandling/contracts';
import type { FollowUpState, Locale } from '@samhandling/domain';
import { formatDayRange, formatOf } from '@samhandling/domain';
import { formatDay } from '@samhandling/ui';

export type Answers = Readonly<Record<FollowUpState, number>>;

/** Those that have left the reporter. */
export function submittedCount(answers: Answers): number {
  return answers.submitted + answers.accepted;
}

/** "9 av 12 inlämnade" */
export function submittedOf(answers: Answers, total: number, locale: Locale): string {
  const of = formatOf(submittedCount(answers), total, locale);
  return $localize`:@@rounds.submittedOf:${of}:of: inlämnade`;
}

/** "Avser 1 januari–31 december 2025. Öppnar 1 december 2025, svar senast 31 januari 2026." */
export function roundDays(round: Pick<Round, 'from' | 'to' | 'opens' | 'due'>, locale: Locale): string {
  const period = formatDayRange(round.from, round.to, locale);
  const opens = formatDay(round.opens, locale);
  const due = formatDay(round.due, locale);
  return $localize`:@@rounds.days:Avser ${period}:period:. Öppnar ${opens}:opens:, svar senast ${due}:due:.`;
}
