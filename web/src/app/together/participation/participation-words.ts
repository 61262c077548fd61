import type { ParticipationActivity, ParticipationRow } from '@samhandling/contracts';
import {
  PARTICIPATION_LABELS,
  type ParticipationState,
  countParticipation,
  participationWords,
} from '@samhandling/domain';
import { formatDay } from '@samhandling/ui';

type Language = 'sv' | 'en';

/** Which key states what: the first letter of the Swedish words, N for "nej tack". Numbers do the same. */
export const STATE_KEYS: Readonly<Record<string, ParticipationState>> = {
  i: 'invited',
  b: 'confirmed',
  d: 'took_part',
  n: 'declined',
  '1': 'invited',
  '2': 'confirmed',
  '3': 'took_part',
  '4': 'declined',
};

export function stateWords(state: ParticipationState | null, locale: Language): string {
  return state === null ? '–' : PARTICIPATION_LABELS[state][locale];
}

/** "5 av 8 deltog, …" of the rows as they are shown, which may be ahead of what is saved. */
export function countWords(rows: readonly ParticipationRow[], locale: Language): string {
  return participationWords(countParticipation(rows.map(({ state }) => state)), locale);
}

export const membersOf = (activity: ParticipationActivity): readonly ParticipationRow[] =>
  activity.rows.filter(({ collective }) => collective !== null);
export const partnersOf = (activity: ParticipationActivity): readonly ParticipationRow[] =>
  activity.rows.filter(({ collective }) => collective === null);

/** "medlem från 1 juni 2025", where somebody was a member only in part of the round. */
export function memberWords({ from, to }: Pick<ParticipationRow, 'from' | 'to'>, locale: Language): string {
  if (from !== null && to !== null)
    return $localize`:@@together.member.between:medlem ${formatDay(from, locale)}:from: till ${formatDay(to, locale)}:to:`;
  if (from !== null) return $localize`:@@together.member.from:medlem från ${formatDay(from, locale)}:from:`;
  return to === null ? '' : $localize`:@@together.member.to:medlem till ${formatDay(to, locale)}:to:`;
}
