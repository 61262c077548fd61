import type { FollowUpState } from './follow-up.ts';
import type { Label, Locale } from './locale.ts';
import { isAllowed, type HeldRole } from './permissions.ts';
import { roundTakesAnswers, roundTakesCorrections, type RoundState } from './round.ts';
import type { ParticipationState } from './together.ts';

/** An answer another responsible organisation may want to say something about. */
export interface AnswerToRespondTo {
  readonly roundState: RoundState;
  readonly followUpState: FollowUpState;
  /** Responsible organisations of the activity. */
  readonly responsibleIds: readonly string[];
  /** The organisation whose reporter writes the answer; null where nobody is responsible. */
  readonly writerId: string | null;
}

export type ResponseRefusal =
  'round_adopted' | 'round_closed' | 'not_handed_in' | 'not_responsible' | 'own_answer' | 'not_theirs';

export const RESPONSE_REFUSALS: Readonly<Record<ResponseRefusal, Label>> = {
  round_adopted: {
    sv: 'Omgången är fastställd. En planerare kan öppna den igen med en motivering.',
    en: 'The round is adopted. A planner can reopen it with a reason.',
  },
  round_closed: {
    sv: 'Omgången tar inte emot svar just nu. En planerare kan öppna den för svar igen.',
    en: 'The round takes no answers right now. A planner can open it for answers again.',
  },
  not_handed_in: {
    sv: 'Svaret är inte inlämnat än, så det finns inget att instämma i eller lägga till.',
    en: 'The answer is not submitted yet, so there is nothing to agree with or add to.',
  },
  not_responsible: {
    sv: 'Organisationen är inte ansvarig för aktiviteten, så den kan inte instämma i svaret.',
    en: 'The organisation is not responsible for the activity, so it cannot agree with the answer.',
  },
  own_answer: {
    sv: 'Organisationen skriver själv svaret. Det är de andra ansvariga som instämmer eller lägger till.',
    en: 'The organisation writes the answer itself. It is the other responsible organisations that agree or add.',
  },
  not_theirs: {
    sv: 'Bara en rapportör för organisationen eller en planerare kan svara åt den.',
    en: 'Only a reporter for the organisation or a planner can respond for it.',
  },
};

/**
 * Why somebody may not say, for an organisation, that it agrees with an answer or adds to it; null when they may. First
 * what is never theirs to say (another's organisation), then what must come first (an answer handed in, an open round).
 * A planner may while the round is reviewed too, as with answers.
 */
export function responseRefusal(
  answer: AnswerToRespondTo,
  organisationId: string,
  roles: readonly HeldRole[],
): ResponseRefusal | null {
  const isPlanner = isAllowed(roles, 'follow_up.answer_any');
  if (!isPlanner && !roles.some((held) => held.role === 'reporter' && held.organisationId === organisationId))
    return 'not_theirs';
  if (!answer.responsibleIds.includes(organisationId)) return 'not_responsible';
  if (answer.writerId === organisationId) return 'own_answer';
  if (answer.roundState === 'adopted') return 'round_adopted';
  const isOpen = isPlanner ? roundTakesCorrections(answer.roundState) : roundTakesAnswers(answer.roundState);
  if (!isOpen) return 'round_closed';
  return answer.followUpState === 'submitted' || answer.followUpState === 'accepted' ? null : 'not_handed_in';
}

export type ParticipationRefusal = 'round_adopted' | 'in_review' | 'not_theirs';

export const PARTICIPATION_REFUSALS: Readonly<Record<ParticipationRefusal, Label>> = {
  round_adopted: RESPONSE_REFUSALS.round_adopted,
  in_review: {
    sv: 'Omgången granskas. Nu kan bara en planerare ändra vilka som deltar.',
    en: 'The round is in review. Only a planner can change who takes part now.',
  },
  not_theirs: {
    sv: 'Bara organisationen själv eller en planerare kan ange om den deltar.',
    en: 'Only the organisation itself or a planner can state whether it takes part.',
  },
};

/**
 * Why somebody may not state whether an organisation takes part in a round; null when they may. Already while the round is
 * planned, since invitations and meetings come before the answers. A municipality is spoken for by its coordinator, any
 * organisation by its reporters.
 */
export function participationRefusal(
  roundState: RoundState,
  organisation: { readonly id: string; readonly municipalityCode: string | null },
  roles: readonly HeldRole[],
): ParticipationRefusal | null {
  if (roundState === 'adopted') return 'round_adopted';
  if (isAllowed(roles, 'participation.edit_any')) return null;
  const isTheirs = roles.some(
    (held) =>
      (held.role === 'reporter' && held.organisationId === organisation.id) ||
      (held.role === 'municipal_coordinator' &&
        organisation.municipalityCode !== null &&
        held.municipalityCode === organisation.municipalityCode),
  );
  if (!isTheirs) return 'not_theirs';
  return roundState === 'in_review' ? 'in_review' : null;
}

export type ParticipationCounts = Readonly<Record<ParticipationState | 'not_stated', number>>;

export const NOT_STATED_LABEL: Label = { sv: 'Inget angivet', en: 'Not stated' };

export function countParticipation(states: readonly (ParticipationState | null)[]): ParticipationCounts {
  const of = (state: ParticipationState | null): number => states.filter((one) => one === state).length;
  return {
    invited: of('invited'),
    confirmed: of('confirmed'),
    took_part: of('took_part'),
    declined: of('declined'),
    not_stated: of(null),
  };
}

/** "5 av 8 deltog, 1 avböjde, 2 har inte svarat": never a number without what it is a part of. */
export function participationWords(counts: ParticipationCounts, locale: Locale): string {
  const { invited, confirmed, took_part: tookPart, declined, not_stated: notStated } = counts;
  const total = invited + confirmed + tookPart + declined + notStated;
  if (total === 0) return locale === 'sv' ? 'Ingen är tillfrågad.' : 'Nobody is asked.';
  const sv = locale === 'sv';
  const parts = [sv ? `${tookPart} av ${total} deltog` : `${tookPart} of ${total} took part`];
  if (confirmed > 0) parts.push(sv ? `${confirmed} har bekräftat` : `${confirmed} confirmed`);
  if (declined > 0) parts.push(sv ? `${declined} avböjde` : `${declined} declined`);
  if (invited > 0)
    parts.push(
      sv
        ? `${invited} ${invited === 1 ? 'inbjuden' : 'inbjudna'} har inte svarat`
        : `${invited} invited ${invited === 1 ? 'has' : 'have'} not replied`,
    );
  if (notStated > 0) parts.push(sv ? `${notStated} utan uppgift` : `${notStated} not stated`);
  return parts.join(', ');
}

export type HandoverRefusal = 'handed_in' | 'accepted' | 'not_a_reporter' | 'touched' | 'round_adopted' | 'moved_on';

export const HANDOVER_REFUSALS: Readonly<Record<HandoverRefusal, Label>> = {
  handed_in: {
    sv: 'Svaret är inlämnat. Det kan överlämnas om det kommer tillbaka med en fråga.',
    en: 'The answer is submitted. It can be handed over if it is returned with a question.',
  },
  accepted: {
    sv: 'Svaret är godkänt, så inget återstår att göra.',
    en: 'The answer is accepted; nothing is left to do.',
  },
  not_a_reporter: {
    sv: 'Mottagaren rapporterar inte för någon av de ansvariga organisationerna.',
    en: 'The receiver reports for none of the responsible organisations.',
  },
  touched: {
    sv: 'Någon har ändrat uppföljningen efter överlämningen.',
    en: 'Somebody has changed the follow-up since the handover.',
  },
  moved_on: { sv: 'Någon annan rapporterar nu.', en: 'Somebody else reports now.' },
  round_adopted: RESPONSE_REFUSALS.round_adopted,
};

/** Why a follow-up stays when its reporter hands over what is theirs; null when it moves. Only what is left to write moves. */
export function handoverRefusal(state: FollowUpState, mayReceive: boolean): HandoverRefusal | null {
  if (state === 'accepted') return 'accepted';
  if (state === 'submitted') return 'handed_in';
  return mayReceive ? null : 'not_a_reporter';
}

/** Why a follow-up stays with its new reporter when a handover is undone; null when it goes back. */
export function handoverUndoRefusal(item: {
  readonly roundState: RoundState;
  /** The one it was handed to still reports. */
  readonly isWithReceiver: boolean;
  readonly isTouched: boolean;
}): HandoverRefusal | null {
  if (item.roundState === 'adopted') return 'round_adopted';
  if (!item.isWithReceiver) return 'moved_on';
  return item.isTouched ? 'touched' : null;
}

/** Why the reporter of a follow-up cannot be changed; null when it can. The round's own lock is asked about before. */
export function assignRefusal(state: FollowUpState, mayReport: boolean): AssignRefusal | null {
  if (state === 'accepted') return 'accepted';
  return mayReport ? null : 'not_a_reporter';
}
export type AssignRefusal = 'accepted' | 'not_a_reporter' | 'twice';
export const ASSIGN_REFUSALS: Readonly<Record<AssignRefusal, Label>> = {
  accepted: {
    sv: 'Svaret är godkänt. Ångra godkännandet först om någon annan ska rapportera.',
    en: 'The answer is accepted. Undo the acceptance first if somebody else is to report.',
  },
  not_a_reporter: {
    sv: 'Personen rapporterar inte för någon av de ansvariga organisationerna.',
    en: 'The person reports for none of the responsible organisations.',
  },
  twice: { sv: 'Raden finns två gånger i samma ändring.', en: 'The row is there twice in the same change.' },
};
