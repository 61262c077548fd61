import { MOST_PARTICIPANTS } from './event.ts';
import type { Label } from './locale.ts';
import { formatNumber } from './number-format.ts';
import { parseNumberText } from './number-text.ts';

/** What a field for participants holds. `none`: nobody counted, which is not the same as 0. */
export type ReadParticipants =
  | { readonly state: 'value'; readonly value: number }
  | { readonly state: 'none' }
  | { readonly state: 'refused'; readonly code: string; readonly reason: Label };

/**
 * Reads a number of participants as typed or pasted: a whole number from 0 to 1 000 000. "ca 20" is refused with 20
 * proposed in the words, never taken in silence. Never throws.
 */
export function readParticipants(input: string): ReadParticipants {
  const parsed = parseNumberText(input, { kind: 'count' });
  if (parsed.state === 'not_reported' || parsed.state === 'not_applicable') return { state: 'none' };
  if (parsed.state === 'refused') {
    const { code, reason, suggestion } = parsed;
    if (suggestion === null || suggestion > MOST_PARTICIPANTS) return { state: 'refused', code, reason };
    return {
      state: 'refused',
      code,
      reason: {
        sv: `${reason.sv} Menar du ${formatNumber(suggestion, 0, 'sv')}?`,
        en: `${reason.en} Do you mean ${formatNumber(suggestion, 0, 'en')}?`,
      },
    };
  }
  if (parsed.value > MOST_PARTICIPANTS) return { state: 'refused', code: 'too_large', reason: TOO_MANY };
  return { state: 'value', value: parsed.value };
}

const TOO_MANY: Label = {
  sv: `En händelse kan ha högst ${formatNumber(MOST_PARTICIPANTS, 0, 'sv')} deltagare. Kontrollera att inget har skrivits dubbelt.`,
  en: `An event can have at most ${formatNumber(MOST_PARTICIPANTS, 0, 'en')} participants. Check that nothing was typed twice.`,
};

/** How participants may be divided. Each division is of the same people, so each is weighed against the total by itself. */
export const PARTICIPANT_DIVISIONS = ['municipalities', 'organisations', 'audiences'] as const;
export type ParticipantDivision = (typeof PARTICIPANT_DIVISIONS)[number];

const DIVISION_WORDS: Readonly<Record<ParticipantDivision, Label>> = {
  municipalities: { sv: 'per kommun', en: 'per municipality' },
  organisations: { sv: 'per organisation', en: 'per organisation' },
  audiences: { sv: 'per målgrupp', en: 'per target group' },
};

/**
 * Why a division does not go with the total, naming both figures; null when it does. Parts may be fewer than the total,
 * since nobody has to know where everybody came from, but never more.
 */
export function divisionProblem(
  division: ParticipantDivision,
  total: number | null,
  parts: readonly (number | null)[],
): Label | null {
  const sum = parts.reduce<number>((before, part) => before + (part ?? 0), 0);
  if (total === null || sum <= total) return null;
  const words = (locale: 'sv' | 'en'): readonly [string, string, string] => [
    formatNumber(sum, 0, locale),
    DIVISION_WORDS[division][locale],
    formatNumber(total, 0, locale),
  ];
  const [sv, en] = [words('sv'), words('en')];
  return {
    sv: `Deltagarna ${sv[1]} är ${sv[0]} tillsammans, men händelsen hade ${sv[2]} deltagare.`,
    en: `The participants ${en[1]} are ${en[0]} together, but the event had ${en[2]} participants.`,
  };
}
