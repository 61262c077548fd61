import type { Day } from './date-text.ts';
import type { Label, Locale } from './locale.ts';
import { isAllowed, type HeldRole } from './permissions.ts';

/**
 * State of a decision. `standing` is one that asks nobody to do anything ("arbetsordningen antas"), so it never comes back;
 * `open` comes back on the agenda until somebody says what was done.
 */
export const DECISION_STATES = ['open', 'standing', 'done', 'withdrawn'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];
export const DECISION_STATE_LABELS: Readonly<Record<DecisionState, Label>> = {
  open: { sv: 'Öppet', en: 'Open' },
  standing: { sv: 'Gäller', en: 'In force' },
  done: { sv: 'Genomfört', en: 'Carried out' },
  withdrawn: { sv: 'Upphävt', en: 'Withdrawn' },
};

/** How a group decided between two meetings. What is decided at a meeting has no way. */
export const DECISION_WAYS = ['mail', 'phone', 'other'] as const;
export type DecisionWay = (typeof DECISION_WAYS)[number];
export const DECISION_WAY_LABELS: Readonly<Record<DecisionWay, Label>> = {
  mail: { sv: 'Med e-post', en: 'By e-mail' },
  phone: { sv: 'Per telefon', en: 'By telephone' },
  other: { sv: 'På annat sätt', en: 'In another way' },
};

export const ACTION_POINT_STATES = ['open', 'done', 'dropped'] as const;
export type ActionPointState = (typeof ACTION_POINT_STATES)[number];
export const ACTION_POINT_STATE_LABELS: Readonly<Record<ActionPointState, Label>> = {
  open: { sv: 'Kvar att göra', en: 'To do' },
  done: { sv: 'Gjort', en: 'Done' },
  dropped: { sv: 'Görs inte', en: 'Dropped' },
};

export const LIFT_STATES = ['waiting', 'answered', 'withdrawn'] as const;
export type LiftState = (typeof LIFT_STATES)[number];
export const LIFT_STATE_LABELS: Readonly<Record<LiftState, Label>> = {
  waiting: { sv: 'Väntar på svar', en: 'Waiting for an answer' },
  answered: { sv: 'Besvarad', en: 'Answered' },
  withdrawn: { sv: 'Tillbakatagen', en: 'Withdrawn' },
};

/** "§ 12/2026": numbers run per group and year, so a decision is named with its year, and elsewhere with its group. */
export function decisionReference(number: number, year: number): string {
  return `§ ${number}/${year}`;
}

/** Numbers run per group and year: a decision keeps its number when its day is put right within the year, and not over it. */
export function inSameSeries(day: Day, other: Day): boolean {
  return day.slice(0, 4) === other.slice(0, 4);
}

/** Computed, never stored. Something due today is not late. */
export function isLate(state: DecisionState | ActionPointState, due: Day | null, today: Day): boolean {
  return state === 'open' && due !== null && due < today;
}

/** What is missing before it can be called done: completing demands what was done. Empty when nothing is. */
export function completionProblem(doneText: string, locale: Locale): string {
  if (doneText.trim() !== '') return '';
  return { sv: 'Skriv vad som gjordes.', en: 'Write what was done.' }[locale];
}

/** May write in a group's meetings and in what it has decided: a planner, or whoever may take notes and is in it today. */
export function mayWriteInGroup(roles: readonly HeldRole[], isMemberToday: boolean): boolean {
  return isAllowed(roles, 'meeting.write_any') || (isMemberToday && isAllowed(roles, 'meeting.write_own'));
}

/** Who is to carry something out, as it is stored. */
export interface Undertaker {
  readonly personId: string | null;
  readonly organisationId: string | null;
  /** Of the organisation, where it is a municipality or belongs to one. */
  readonly municipalityCode: string | null;
}

/** One's own: named oneself, or an organisation that one reports for, or of the municipality one coordinates. */
export function isOwnUndertaking(of: Undertaker, personId: string, roles: readonly HeldRole[]): boolean {
  return (
    (of.personId !== null && of.personId === personId) ||
    roles.some(
      (held) =>
        (held.role === 'reporter' && held.organisationId !== null && held.organisationId === of.organisationId) ||
        (held.role === 'municipal_coordinator' &&
          held.municipalityCode !== null &&
          held.municipalityCode === of.municipalityCode),
    )
  );
}

/**
 * May say what was done: any for those who may for anyone, one's own for whoever may for their own, and those who write in the
 * group, who note what others tell at the meeting.
 */
export function mayCompleteUndertaking(
  of: Undertaker,
  personId: string,
  roles: readonly HeldRole[],
  isMemberToday: boolean,
): boolean {
  return (
    isAllowed(roles, 'action.complete_any') ||
    (isAllowed(roles, 'action.complete_own') && isOwnUndertaking(of, personId, roles)) ||
    mayWriteInGroup(roles, isMemberToday)
  );
}

export type DecisionTransitionName = 'complete' | 'withdraw' | 'reopen';
export type ActionPointTransitionName = 'complete' | 'drop' | 'reopen';

/** Where a decision comes when something is done with it; null when that cannot be done from where it is. */
export function decisionAfter(state: DecisionState, transition: DecisionTransitionName): DecisionState | null {
  if (transition === 'reopen') return state === 'done' || state === 'withdrawn' ? 'open' : null;
  if (transition === 'withdraw') return state === 'open' || state === 'standing' ? 'withdrawn' : null;
  return state === 'open' ? 'done' : null;
}

export function actionPointAfter(
  state: ActionPointState,
  transition: ActionPointTransitionName,
): ActionPointState | null {
  if (transition === 'reopen') return state === 'open' ? null : 'open';
  if (state !== 'open') return null;
  return transition === 'complete' ? 'done' : 'dropped';
}

/** What somebody looks for among decisions. */
export interface DecisionSearch {
  /** "§ 12/2026" and "12/2026": that number, of whatever group. */
  readonly reference: { readonly number: number; readonly year: number } | null;
  /** The rest, without the question around it. */
  readonly words: string;
}

const REFERENCE = /^§?\s*(\d{1,6})\s*\/\s*((?:19|20|21)\d{2})$/;
/** "Vad beslutade vi om skolgårdar?": people ask as they speak. */
const QUESTION =
  /^(?:vad\s+(?:beslutade|beslöt|bestämde|beslutades|bestämdes)(?:\s+(?:vi|man|gruppen|de))?|what\s+did\s+(?:we|they)\s+decide|beslut)\s+(?:om|kring|about|on)\s+(?=\S)/iu;

export function readDecisionSearch(text: string): DecisionSearch {
  const words = text
    .trim()
    .replace(QUESTION, '')
    .replace(/[?\s]+$/u, '');
  const match = REFERENCE.exec(words);
  return { reference: match ? { number: Number(match[1]), year: Number(match[2]) } : null, words };
}
