import {
  answered,
  belowTwice,
  dueStep,
  lifted,
  NEVER_UP,
  openActionPoint,
  openDecision,
  postponed,
  ROTATION,
  silent,
  type AgendaReason,
  type AgendaReasonCode,
  type AgendaReasonWords,
  type OpenUndertaking,
} from './agenda-reasons.ts';
import type { AttentionCode, AttentionReason } from './attention.ts';
import { addDays, daysBetween, type Day } from './date-text.ts';
import type { Judgement } from './judgement.ts';
import type { AgendaItemKind } from './meeting.ts';

/** What is known of one activity, to weigh whether the group should have it up. */
export interface ProposableActivity {
  readonly id: string;
  readonly areaId: string;
  /** Is to be worked with on the day of the meeting. */
  readonly isActive: boolean;
  readonly judgement: Judgement | null;
  /** Day of the group's last held meeting that had it up. */
  readonly lastUpOn: Day | null;
  /** Left out until the day after; `until` null for as long as nobody says otherwise. */
  readonly parked: { readonly until: Day | null } | null;
  readonly nextStepOn: Day | null;
  /** The rotation wants it at this meeting. */
  readonly isInRotation: boolean;
  /** Day of the meeting that put it off, and that nobody has had it up since. */
  readonly postponedOn: Day | null;
  readonly decisions: readonly OpenUndertaking[];
  readonly actionPoints: readonly OpenUndertaking[];
  readonly attention: readonly AttentionReason[];
  /** When the answer was due and was sent back: with them it is known whether that is news to the group. */
  readonly answerDueOn: Day | null;
  readonly returnedOn: Day | null;
  /** Indicators that have not reached their target in two rounds running: the text and id of each. */
  readonly belowTwice: readonly { readonly id: string; readonly text: string }[];
}

/** What stands for itself on an agenda. */
export type ProposableOther =
  | {
      readonly kind: 'decision' | 'action_point';
      readonly id: string;
      readonly undertaking: OpenUndertaking;
      readonly postponedOn: Day | null;
    }
  | {
      readonly kind: 'lift' | 'answer';
      readonly id: string;
      readonly group: string;
      readonly on: Day;
      readonly postponedOn: Day | null;
    }
  | { readonly kind: 'free'; readonly id: string; readonly postponedOn: Day };

export interface AgendaFacts {
  /** In reading order. */
  readonly activities: readonly ProposableActivity[];
  readonly others: readonly ProposableOther[];
  /** Day of the group's last held meeting before this one. */
  readonly lastMeetingOn: Day | null;
  readonly silentAfterDays: number;
}

/** Minutes that are left of the meeting, and what an item takes unless somebody says otherwise. */
export interface AgendaRoom {
  readonly minutes: number;
  readonly minutesPerItem: number;
}

export interface ProposedAgendaItem {
  readonly kind: AgendaItemKind;
  readonly id: string;
  readonly areaId: string | null;
  readonly reasons: readonly AgendaReasonWords[];
  readonly minutes: number;
}

/** Days ahead of the meeting within which a decision that is to be carried out is worth a word. */
const DUE_SOON_DAYS = 31;

/** Of attention, what a meeting need not hear of: work at a desk, or said here in another way. */
const NOT_FOR_MEETINGS: readonly AttentionCode[] = [
  'indicator_proposal',
  'value_differs',
  'decision_open',
  'not_discussed_since',
];

/** Most pressing first. A reason that is late counts as more pressing than one that is not. */
const PRESSING: readonly AgendaReasonCode[] = [
  'postponed',
  'lifted',
  'answered',
  'overdue',
  'returned',
  'open_decision',
  'open_action_point',
  'below_target_twice',
  'due_step',
  'rotation',
  'no_reporter',
  'value_below_target',
  'falling',
  'never_up',
  'silent',
  'no_answer_for_days',
  'value_missing',
  'partner_not_confirmed',
  'not_fresh',
];

/**
 * What the agenda of a meeting on `day` should have that it has not, with why (product, section 6). What fits is what presses
 * most; it comes first, with the items of an area together. The rest follows in the same way.
 */
export function proposeAgenda(
  facts: AgendaFacts,
  day: Day,
  room: AgendaRoom,
): { readonly items: readonly ProposedAgendaItem[]; readonly fits: number } {
  const found = [
    ...facts.others.map((other) => ({
      kind: other.kind,
      id: other.id,
      areaId: null,
      reasons: reasonsOfOther(other, day),
    })),
    ...facts.activities
      .filter((activity) => !isParked(activity, day))
      .map((activity) => ({
        kind: 'activity' as const,
        id: activity.id,
        areaId: activity.areaId,
        reasons: reasonsOfActivity(activity, facts, day),
      })),
  ].filter(({ reasons }) => reasons.length > 0);
  const pressing = found
    .map((item, place) => ({ ...item, place, rank: rankOf(item.reasons[0]), weight: item.reasons.length }))
    .sort((a, b) => a.rank - b.rank || b.weight - a.weight || a.place - b.place);
  const fits = Math.max(0, Math.min(pressing.length, Math.floor(room.minutes / room.minutesPerItem)));
  const items = [...keepTogether(pressing.slice(0, fits)), ...keepTogether(pressing.slice(fits))].map(
    ({ kind, id, areaId, reasons }): ProposedAgendaItem => ({
      kind,
      id,
      areaId,
      reasons: reasons.map(({ code, words }) => ({ code, words })),
      minutes: room.minutesPerItem,
    }),
  );
  return { items, fits };
}

/** In the order of the most pressing item of each area. What belongs to no area stands first. */
function keepTogether<Item extends { readonly areaId: string | null }>(items: readonly Item[]): Item[] {
  const areas = new Map<string | null, Item[]>([[null, []]]);
  for (const item of items) areas.set(item.areaId, [...(areas.get(item.areaId) ?? []), item]);
  return [...areas.values()].flat();
}

function isParked({ parked }: ProposableActivity, day: Day): boolean {
  return parked !== null && (parked.until === null || parked.until >= day);
}

function rankOf(reason: AgendaReason | undefined): number {
  if (reason === undefined) return PRESSING.length * 2;
  const place = PRESSING.indexOf(reason.code);
  return (place < 0 ? PRESSING.length : place) * 2 + (reason.isLate === true ? -1 : 0);
}

function reasonsOfActivity(activity: ProposableActivity, facts: AgendaFacts, day: Day): AgendaReason[] {
  const reasons: AgendaReason[] = [];
  if (activity.postponedOn !== null) reasons.push(postponed(activity.postponedOn));
  if (activity.isInRotation) reasons.push(ROTATION);
  reasons.push(...activity.decisions.filter(({ dueOn }) => isSoon(dueOn, day)).map((one) => openDecision(one, day)));
  reasons.push(
    ...activity.actionPoints.filter(({ dueOn }) => isDue(dueOn, day)).map((one) => openActionPoint(one, day)),
  );
  const { nextStepOn, lastUpOn, judgement } = activity;
  const isOver = judgement === 'completed' || judgement === 'cancelled';
  if (!isOver && nextStepOn !== null && nextStepOn <= day && (lastUpOn === null || lastUpOn < nextStepOn))
    reasons.push(dueStep(nextStepOn));
  const twice = new Set(activity.belowTwice.map(({ id }) => id));
  if (!isOver) reasons.push(...activity.belowTwice.map(belowTwice));
  reasons.push(
    ...activity.attention
      .filter(
        ({ code, indicatorId }) => code !== 'value_below_target' || indicatorId === null || !twice.has(indicatorId),
      )
      .filter((reason) => isNews(reason, activity, facts))
      .map(({ code, words }) => ({ code, words })),
  );
  if (!isOver && activity.isActive) {
    if (lastUpOn === null) reasons.push(NEVER_UP);
    else if (daysBetween(lastUpOn, day) >= facts.silentAfterDays) reasons.push(silent(lastUpOn, day));
  }
  return reasons.sort((a, b) => rankOf(a) - rankOf(b));
}

/** What was up last time does not come back for what was known then. */
function isNews({ code }: AttentionReason, activity: ProposableActivity, { lastMeetingOn }: AgendaFacts): boolean {
  if (NOT_FOR_MEETINGS.includes(code)) return false;
  if (lastMeetingOn === null || activity.lastUpOn !== lastMeetingOn) return true;
  if (code === 'overdue') return activity.answerDueOn === null || activity.answerDueOn >= lastMeetingOn;
  if (code === 'returned') return activity.returnedOn === null || activity.returnedOn > lastMeetingOn;
  return false;
}

function reasonsOfOther(other: ProposableOther, day: Day): AgendaReason[] {
  const reasons: AgendaReason[] = other.postponedOn === null ? [] : [postponed(other.postponedOn)];
  switch (other.kind) {
    case 'decision':
      return isSoon(other.undertaking.dueOn, day) ? [...reasons, openDecision(other.undertaking, day)] : reasons;
    case 'action_point':
      return isDue(other.undertaking.dueOn, day) ? [...reasons, openActionPoint(other.undertaking, day)] : reasons;
    case 'lift':
      return [...reasons, lifted(other.group, other.on)];
    case 'answer':
      return [...reasons, answered(other.group, other.on)];
    case 'free':
      return reasons;
  }
}

function isSoon(dueOn: Day | null, day: Day): boolean {
  return dueOn === null || dueOn <= addDays(day, DUE_SOON_DAYS);
}

function isDue(dueOn: Day | null, day: Day): boolean {
  return dueOn === null || dueOn <= day;
}
