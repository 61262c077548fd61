import type { MeetingRef, Rotation, RotationEntry, RotationGap, RotationMeeting } from '@samhandling/contracts';
import {
  dayOf,
  findRotationGaps,
  formatDay,
  isPressing,
  MEETING_STATE_LABELS,
  minutesBetween,
  rotationReasons,
  wasUp,
  type Day,
  type Label,
  type Locale,
  type RotatedActivity,
  type RotationInput,
  type RotationReason,
} from '@samhandling/domain';
import type { RoundAttention } from '../follow-up/to-do/round-attention.service.ts';
import type { StoredActivity, StoredMeeting, StoredRotation } from './rotation.repository.ts';

/** What is stored, with why each activity needs eyes, seen on a day. */
export interface SeenRotation {
  readonly stored: StoredRotation;
  readonly year: number;
  readonly attention: ReadonlyMap<string, Pick<RoundAttention, 'reasons' | 'belowTwice'>>;
  readonly now: Date;
}
type Told = ReturnType<typeof findRotationGaps>[number];
type DataDay = Rotation['dataDays'][number];

const CONSULTATION: Label = { sv: 'samrådet', en: 'the consultation' };

/** "samrådet"; a group of another kind is called by its name. */
function milestoneName({ kind, name }: { readonly kind: string; readonly name: string }): Label {
  return kind === 'consultation' ? CONSULTATION : { sv: `mötet i ${name}`, en: `the meeting of ${name}` };
}

export function isFixed(meeting: MeetingRef, now: Date): boolean {
  return meeting.state !== 'planned' || Date.parse(meeting.startsAt) <= now.getTime();
}

function fixedReason(meeting: MeetingRef, now: Date): Label {
  if (!isFixed(meeting, now)) return { sv: '', en: '' };
  switch (meeting.state) {
    case 'planned':
      return {
        sv: 'Mötets tid har passerat. Avsluta mötet eller ställ in det.',
        en: 'The time of the meeting has passed. End the meeting or cancel it.',
      };
    case 'called':
      return {
        sv: 'Mötet är kallat. Ändra på dess dagordning.',
        en: 'The meeting is called. Change its agenda instead.',
      };
    default: {
      const { sv, en } = MEETING_STATE_LABELS[meeting.state];
      return { sv: `${sv}. Det som var uppe ändras inte.`, en: `${en}. What was up does not change.` };
    }
  }
}

/** What stands on a meeting: planned, until it is called; then what its agenda says; and once it is held what was up. */
function entriesOf({ state, entries }: StoredMeeting): RotationEntry[] {
  const isHeld = state === 'held' || state === 'adjusted';
  return entries.flatMap(({ activityId, isPinned, isPlanned, itemState }) => {
    const isOnAgenda = itemState === 'waiting' || (itemState !== null && wasUp(itemState));
    const stands = state === 'planned' ? isPlanned || isOnAgenda : isOnAgenda || (isHeld && isPlanned);
    return stands
      ? [{ activityId, isPinned, isOnAgenda, wasUp: isHeld && itemState !== null && wasUp(itemState) }]
      : [];
  });
}

/** Counts as up before the next milestone: was up, or is to be. A meeting that passed without being ended had nothing up. */
function countedEntries(meeting: StoredMeeting, now: Date): RotationInput['meetings'][number]['entries'] {
  const isHeld = meeting.state === 'held' || meeting.state === 'adjusted';
  if (meeting.state === 'planned' && isFixed(meeting, now)) return [];
  return entriesOf(meeting)
    .filter((entry) => !isHeld || entry.wasUp)
    .map(({ activityId, isPinned, isOnAgenda }) => ({ activityId, isPinned: isPinned || isOnAgenda }));
}

function roomOf(meeting: StoredMeeting): number {
  return Math.max(minutesBetween(meeting.startsAt, meeting.endsAt) - meeting.minutesForOther, 0);
}

function goesOnIn({ firstYear, lastYear }: StoredActivity, year: number): boolean {
  return (firstYear ?? year) <= year && (lastYear ?? year) >= year;
}

const isOver = ({ judgement }: StoredActivity): boolean => judgement === 'completed' || judgement === 'cancelled';

function reasonsOf(activity: StoredActivity, { stored, attention, now }: SeenRotation): RotationReason[] {
  return rotationReasons(
    {
      attention: attention.get(activity.id)?.reasons ?? [],
      belowTwice: attention.get(activity.id)?.belowTwice ?? [],
      judgement: activity.judgement,
      nextStepDate: activity.nextStepDate,
      lastUpOn: activity.lastUpOn,
      silentAfterDays: stored.silentAfterDays,
    },
    dayOf(now),
  );
}

/** Days of the year when figures come: rounds open and close for answers, and what the year wheel says. */
function dataDaysOf({ stored, year }: SeenRotation, locale: Locale): DataDay[] {
  const withFigures = stored.activities.filter(({ hasFigures }) => hasFigures).map(({ id }) => id);
  const days = stored.rounds.flatMap(({ label, opens, due }) => [
    { on: opens, words: { sv: `${label}: svar börjar lämnas`, en: `${label}: answers begin to come` } },
    { on: due, words: { sv: `${label}: svar ska vara inne`, en: `${label}: answers are due` } },
  ]);
  return [
    ...days
      .filter(({ on }) => on.startsWith(String(year)))
      .map(({ on, words }) => ({ on, title: words[locale], activityIds: withFigures })),
    ...stored.marks.map((mark) => (mark.activityIds.length > 0 ? mark : { ...mark, activityIds: withFigures })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The question to the rules: what is stored, as they look at it. */
export function toRotationInput(seen: SeenRotation, keep: boolean): RotationInput {
  const { stored, year, now } = seen;
  const dataDays = new Map<string, Day[]>();
  for (const { on, activityIds } of dataDaysOf(seen, 'sv')) {
    for (const id of activityIds) dataDays.set(id, [...(dataDays.get(id) ?? []), on]);
  }
  const toActivity = (activity: StoredActivity): RotatedActivity => ({
    id: activity.id,
    reference: activity.reference,
    areaId: activity.area.id,
    goalId: activity.goal.id,
    minutes: stored.minutesPerItem,
    activeFrom: activity.firstYear === null ? null : `${activity.firstYear}-01-01`,
    activeTo: activity.lastYear === null ? null : `${activity.lastYear}-12-31`,
    isOver: isOver(activity),
    isPressing: isPressing(activity.judgement, reasonsOf(activity, seen)),
    lastUpOn: activity.lastUpOn,
    parking: activity.parking,
    dataDays: dataDays.get(activity.id) ?? [],
  });
  return {
    meetings: stored.meetings.map((meeting) => ({
      id: meeting.id,
      day: dayOf(meeting.startsAt),
      room: roomOf(meeting),
      isFixed: isFixed(meeting, now) || !meeting.isOfYear,
      entries: countedEntries(meeting, now),
    })),
    milestones: stored.milestones.map(({ id, startsAt, group }) => ({
      id,
      day: dayOf(startsAt),
      name: milestoneName(group),
    })),
    activities: stored.activities.map(toActivity),
    from: `${year}-01-01`,
    horizon: `${year}-12-31`,
    today: dayOf(now),
    keep,
  };
}

export function toGaps(gaps: readonly Told[], locale: Locale): RotationGap[] {
  return gaps.map(({ activityId, milestoneId, words }) => ({ activityId, milestoneId, words: words[locale] }));
}

export function toRotation(seen: SeenRotation, locale: Locale, mayManage: boolean): Rotation {
  const { stored, year, now } = seen;
  const toMeeting = (meeting: StoredMeeting): RotationMeeting => ({
    id: meeting.id,
    version: meeting.version,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    title: meeting.title,
    state: meeting.state,
    on: dayOf(meeting.startsAt),
    room: roomOf(meeting),
    entries: entriesOf(meeting),
    isFixed: isFixed(meeting, now),
    fixedReason: fixedReason(meeting, now)[locale],
  });
  return {
    group: stored.group,
    plan: stored.plan,
    year,
    minutesPerItem: stored.minutesPerItem,
    meetingsPerYear: stored.meetingsPerYear,
    meetings: stored.meetings.filter(({ isOfYear }) => isOfYear).map(toMeeting),
    milestones: stored.milestones
      .filter(({ isOfYear }) => isOfYear)
      .map(({ isOfYear: _, ...ref }) => ({ ...ref, on: dayOf(ref.startsAt) })),
    dataDays: dataDaysOf(seen, locale),
    activities: stored.activities.map((activity) => {
      const { id, reference, text, goal, area, responsible, judgement, lastUpOn, parking } = activity;
      const reasons = reasonsOf(activity, seen);
      return {
        id,
        reference,
        text,
        goal,
        area,
        responsible,
        judgement,
        lastUpOn,
        parking,
        minutes: stored.minutesPerItem,
        reasons: reasons.map(({ code, words }) => ({ code, words: words[locale] })),
        isPressing: isPressing(activity.judgement, reasons),
        isActive: goesOnIn(activity, year) && !isOver(activity),
      };
    }),
    gaps: toGaps(findRotationGaps(toRotationInput(seen, true), 'planned'), locale),
    mayManage: mayManage && stored.closedOn === null,
  };
}

/** "mötet 12 mars 2027": for sentences about it. */
export function meetingWords({ startsAt }: MeetingRef): Label {
  const day = dayOf(startsAt);
  return { sv: `mötet ${formatDay(day, 'sv')}`, en: `the meeting on ${formatDay(day, 'en')}` };
}
