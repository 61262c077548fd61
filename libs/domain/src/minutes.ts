import type { Day } from './date-text.ts';
import type { Label } from './locale.ts';
import type { AdjustingChannel, MeetingState, MinutesState } from './meeting.ts';
import type { Transition } from './workflow.ts';

export type MinutesStep = 'send' | 'take_back' | 'freeze';
export type MinutesGuard =
  'may_write' | 'meeting_is_held' | 'somebody_attended' | 'all_are_treated' | 'has_adjusters' | 'all_have_adjusted';

/** `freeze` is taken by the last adjuster, never by itself. What has been taken back is adjusted anew by all. */
export const MINUTES_WORKFLOW: readonly Transition<MinutesState, MinutesStep, MinutesGuard>[] = [
  {
    name: 'send',
    from: ['draft'],
    to: 'adjusting',
    guards: ['may_write', 'meeting_is_held', 'somebody_attended', 'all_are_treated', 'has_adjusters'],
  },
  { name: 'take_back', from: ['adjusting'], to: 'draft', guards: ['may_write'] },
  { name: 'freeze', from: ['adjusting'], to: 'frozen', guards: ['all_have_adjusted'] },
];

export const MINUTES_STEP_LABELS: Readonly<Record<MinutesStep, Label>> = {
  send: { sv: 'Skicka för justering', en: 'Send to be adjusted' },
  take_back: { sv: 'Ta tillbaka', en: 'Take back' },
  freeze: { sv: 'Frys protokollet', en: 'Freeze the minutes' },
};

/** Why minutes are not sent or frozen, in words. */
export const MINUTES_GUARD_REASONS: Readonly<Record<MinutesGuard, Label>> = {
  may_write: {
    sv: 'Bara en planerare eller den som är med i gruppen kan göra detta.',
    en: 'Only a planner or somebody in the group can do this.',
  },
  meeting_is_held: {
    sv: 'Mötet är inte avslutat. Avsluta det först.',
    en: 'The meeting has not been ended. End it first.',
  },
  somebody_attended: {
    sv: 'Ingen är antecknad som närvarande. Ange vilka som var med.',
    en: 'Nobody is noted as present. State who was there.',
  },
  all_are_treated: {
    sv: 'Någon punkt är inte behandlad. Skriv vad som sades, eller bordlägg den.',
    en: 'Some item has not been treated. Write what was said, or postpone it.',
  },
  has_adjusters: {
    sv: 'Ingen är vald att justera. Välj minst en.',
    en: 'Nobody is chosen to adjust. Choose at least one.',
  },
  all_have_adjusted: { sv: 'Alla justerare har inte justerat än.', en: 'Not everybody who adjusts has done so.' },
};

export interface MinutesFactsToSend {
  readonly meetingState: MeetingState;
  /** How many were there, in the room or not. */
  readonly attended: number;
  /** Items nobody has said anything of: their names. */
  readonly untreated: readonly string[];
  readonly adjusters: number;
}

/** What is missing before minutes can be sent, one sentence each; empty when nothing is. */
export function missingInMinutes(facts: MinutesFactsToSend): readonly Label[] {
  const missing: Label[] = [];
  if (facts.meetingState !== 'held') missing.push(MINUTES_GUARD_REASONS.meeting_is_held);
  if (facts.attended === 0) missing.push(MINUTES_GUARD_REASONS.somebody_attended);
  if (facts.untreated.length > 0) missing.push(untreatedWords(facts.untreated));
  if (facts.adjusters === 0) missing.push(MINUTES_GUARD_REASONS.has_adjusters);
  return missing;
}

/** More are counted, not named. */
const NAMED = 3;

function untreatedWords(items: readonly string[]): Label {
  const named = items.slice(0, NAMED).join(', ');
  const rest = items.length - NAMED;
  const [sv, en] =
    items.length === 1
      ? ['En punkt är inte behandlad', 'One item has not been treated']
      : [`${items.length} punkter är inte behandlade`, `${items.length} items have not been treated`];
  return {
    sv: `${sv}: ${named}${rest > 0 ? ` och ${rest} till` : ''}. Skriv vad som sades, eller bordlägg.`,
    en: `${en}: ${named}${rest > 0 ? ` and ${rest} more` : ''}. Write what was said, or postpone.`,
  };
}

/** What somebody's yes is worth: it stands for the text it was said of, and for no other. */
export interface AdjustedRow {
  readonly adjustedAt: string | null;
  /** Version of the minutes that was adjusted. */
  readonly adjustedVersion: number | null;
}
export function hasAdjusted({ adjustedAt, adjustedVersion }: AdjustedRow, minutesVersion: number): boolean {
  return adjustedAt !== null && adjustedVersion === minutesVersion;
}

export type AdjustingProblem = 'channel_missing' | 'self_only_oneself' | 'day_ahead' | 'day_before_meeting';
export const ADJUSTING_PROBLEM_WORDS: Readonly<Record<AdjustingProblem, Label>> = {
  channel_missing: {
    sv: 'Ange hur personen har justerat: vid mötet, med e-post eller på papper.',
    en: 'State how the person adjusted: at the meeting, by e-mail or on paper.',
  },
  self_only_oneself: { sv: 'Bara den det gäller kan justera själv.', en: 'Only the person can adjust signed in.' },
  day_ahead: { sv: 'Dagen kan inte ligga framåt i tiden.', en: 'The day cannot be ahead.' },
  day_before_meeting: {
    sv: 'Protokollet kan inte ha justerats före mötet.',
    en: 'The minutes cannot have been adjusted before the meeting.',
  },
};

/** What is wrong with how somebody is said to have adjusted; null when nothing is. */
export function adjustingProblem(
  said: { readonly isSelf: boolean; readonly channel: AdjustingChannel | null; readonly on: Day | null },
  meetingDay: Day,
  today: Day,
): AdjustingProblem | null {
  if (said.isSelf && (said.channel === null || said.channel === 'self')) return null;
  if (said.channel === null) return 'channel_missing';
  if (said.channel === 'self') return 'self_only_oneself';
  if (said.on !== null && said.on > today) return 'day_ahead';
  if (said.on !== null && said.on < meetingDay) return 'day_before_meeting';
  return null;
}

/** A meeting of a group that has been held, as far as telling of what was decided between meetings goes. */
export interface TellingMeeting {
  readonly id: string;
  readonly day: Day;
  /** ISO instant: which of two is first. */
  readonly startsAt: string;
  /** Its minutes are adjusted, and never change. */
  readonly isAdjusted: boolean;
}

/**
 * Which meeting's minutes tell of a decision that was made between meetings: those that have, once they are adjusted (`toldIn`);
 * until then the first meeting after its day whose minutes are not adjusted. Null: none yet (ADR 32).
 */
export function toldIn(
  decision: { readonly decidedOn: Day; readonly toldIn: string | null },
  held: readonly TellingMeeting[],
): string | null {
  if (decision.toldIn !== null) return decision.toldIn;
  const [first] = held
    .filter(({ day, isAdjusted }) => !isAdjusted && day > decision.decidedOn)
    .sort(
      (a, b) =>
        Number(a.startsAt > b.startsAt) - Number(a.startsAt < b.startsAt) || Number(a.id > b.id) - Number(a.id < b.id),
    );
  return first?.id ?? null;
}
