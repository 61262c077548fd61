import type { RoundRef } from '@samhandling/contracts';
import { type JudgementCounts, type Locale, type Word, capitalised, countOf, formatOf } from '@samhandling/domain';

/** "Delmål 2", "Delmål F": the code as printed when there is one. */
export function goalName(goal: { readonly number: number; readonly code: string | null }, word: Word): string {
  return `${capitalised(word.one)} ${goal.code ?? String(goal.number)}`;
}

/** "9 av 12 genomförda", agreeing with the plan's word for activity. */
export function completedOf(counts: JudgementCounts, word: Word, locale: Locale): string {
  return `${formatOf(counts.completed, counts.total, locale)} ${completedWord(counts.total, word, locale)}`;
}

function completedWord(total: number, word: Word, locale: Locale): string {
  if (locale === 'en') return 'completed';
  if (total !== 1) return 'genomförda';
  return word.gender === 'n' ? 'genomförd' : 'genomfört';
}

/** "2024–2027", or one year alone. */
export function periodText(firstYear: number | null, lastYear: number | null): string {
  if (firstYear === null || lastYear === null || firstYear === lastYear) return String(firstYear ?? lastYear ?? '');
  return `${String(firstYear)}–${String(lastYear)}`;
}

/** "2025" or "2025, version 2": a reopened round says so. */
export function roundName(round: RoundRef): string {
  return round.versionNumber > 1
    ? $localize`:@@plans.round.version:${round.label}:label:, version ${round.versionNumber}:version:`
    : round.label;
}

/** "6 delmål och 52 aktiviteter". */
export function contentsText(goals: number, goalWord: Word, activities: number, activityWord: Word): string {
  return $localize`:@@plans.contents:${countOf(goalWord, goals)}:goals: och ${countOf(activityWord, activities)}:activities:`;
}
