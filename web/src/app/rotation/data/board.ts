import type {
  Id,
  PutRotationYearRequest,
  Rotation,
  RotationActivity,
  RotationMeeting,
  RotationProposal,
} from '@samhandling/contracts';
import { compareNatural } from '@samhandling/domain';

/** How an entry on the board came there, while a proposal is shown. */
export type EntryChange = 'same' | 'new' | 'moved';

export interface BoardEntry {
  readonly activity: RotationActivity;
  readonly meetingId: Id;
  /** The day of the meeting. */
  readonly on: string;
  readonly isPinned: boolean;
  readonly isOnAgenda: boolean;
  readonly wasUp: boolean;
  readonly change: EntryChange;
}
export interface BoardArea {
  readonly id: Id;
  readonly number: string;
  readonly title: string;
  readonly entries: readonly BoardEntry[];
}
export interface BoardColumn {
  readonly meeting: RotationMeeting;
  readonly areas: readonly BoardArea[];
  readonly activities: number;
  readonly minutes: number;
  /** How many activities there is time for. */
  readonly places: number;
}
/** The year from left to right: meetings, and between them the meetings of the group above. */
export type BoardPart =
  | { readonly kind: 'meeting'; readonly column: BoardColumn }
  | { readonly kind: 'milestone'; readonly milestone: Rotation['milestones'][number] };

/** What is planned, or what is proposed instead. */
export function entriesOf(rotation: Rotation, proposal: RotationProposal | null): readonly BoardEntry[] {
  const activities = new Map(rotation.activities.map((activity) => [activity.id, activity]));
  const planned = new Map<Id, Set<Id>>();
  for (const { id, entries } of rotation.meetings) {
    for (const { activityId } of entries) planned.set(activityId, (planned.get(activityId) ?? new Set()).add(id));
  }
  const proposed = Map.groupBy(proposal?.entries ?? [], ({ meetingId }) => meetingId);
  return rotation.meetings.flatMap((meeting) => {
    const stored = new Map(meeting.entries.map((entry) => [entry.activityId, entry]));
    const shown = proposal === null || meeting.isFixed ? meeting.entries : (proposed.get(meeting.id) ?? []);
    return shown.flatMap(({ activityId, isPinned }) => {
      const activity = activities.get(activityId);
      if (!activity) return [];
      const before = stored.get(activityId);
      const places = planned.get(activityId);
      return {
        activity,
        meetingId: meeting.id,
        on: meeting.on,
        isPinned: before?.isPinned ?? isPinned,
        isOnAgenda: before?.isOnAgenda ?? false,
        wasUp: before?.wasUp ?? false,
        change: places?.has(meeting.id) ? 'same' : places === undefined ? 'new' : 'moved',
      };
    });
  });
}

/** Columns and consultations in order of time; within a meeting the areas in the order of the plan. */
export function boardOf(rotation: Rotation, entries: readonly BoardEntry[]): readonly BoardPart[] {
  const of = Map.groupBy(entries, ({ meetingId }) => meetingId);
  const columns = rotation.meetings.map((meeting) => columnOf(rotation, meeting, of.get(meeting.id) ?? []));
  const parts: (BoardPart & { readonly at: string; readonly rank: number })[] = [
    ...columns.map((column) => ({ kind: 'meeting', column, at: column.meeting.startsAt, rank: 1 }) as const),
    ...rotation.milestones.map(
      (milestone) => ({ kind: 'milestone', milestone, at: milestone.startsAt, rank: 0 }) as const,
    ),
  ];
  return parts.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.rank - b.rank));
}

function columnOf(rotation: Rotation, meeting: RotationMeeting, entries: readonly BoardEntry[]): BoardColumn {
  const inOrder = entries.toSorted((a, b) => compareNatural(a.activity.reference, b.activity.reference));
  const areas = [...Map.groupBy(inOrder, ({ activity }) => activity.area.id).values()].flatMap((inArea) => {
    const area = inArea[0]?.activity.area;
    return area ? [{ ...area, entries: inArea }] : [];
  });
  return {
    meeting,
    areas,
    activities: entries.length,
    minutes: entries.reduce((sum, { activity }) => sum + activity.minutes, 0),
    places: Math.floor(meeting.room / rotation.minutesPerItem),
  };
}

/** What goes on and stands nowhere this year, and is not parked now. */
export function unplanned(
  rotation: Rotation,
  entries: readonly BoardEntry[],
  today: string,
): readonly RotationActivity[] {
  const there = new Set(entries.map(({ activity }) => activity.id));
  return rotation.activities.filter(
    (activity) => activity.isActive && !there.has(activity.id) && !isParked(activity, today),
  );
}

export function isParked({ parking }: RotationActivity, today: string): boolean {
  return parking !== null && (parking.until === null || parking.until >= today);
}

/** The meeting it was to be up before has been. */
export function isPast({ milestones }: Rotation, milestoneId: Id, today: string): boolean {
  return milestones.some(({ id, on }) => id === milestoneId && on <= today);
}

/** The nearest meeting to the left or right that can take the activity and does not have it; null when there is none. */
export function meetingBeside(
  meetings: Rotation['meetings'],
  entries: readonly BoardEntry[],
  { meetingId, activityId }: { readonly meetingId: Id; readonly activityId: Id },
  by: -1 | 1,
): Id | null {
  const at = meetings.findIndex(({ id }) => id === meetingId);
  const beside = by === 1 ? meetings.slice(at + 1) : meetings.slice(0, at).toReversed();
  const has = (id: Id): boolean => entries.some((entry) => entry.meetingId === id && entry.activity.id === activityId);
  return beside.find(({ isFixed, id }) => !isFixed && !has(id))?.id ?? null;
}

/** True when everything that comes too late does so for a milestone that has been. */
export function areAllPast(rotation: Rotation, today: string): boolean {
  return rotation.gaps.every(({ milestoneId }) => isPast(rotation, milestoneId, today));
}

export type SentMeeting = PutRotationYearRequest['meetings'][number];

/** A meeting's planned entries as they are sent: what only its agenda holds is not the plan's to say. */
export function sentOf(
  meeting: RotationMeeting,
  entries: readonly { readonly activityId: Id; readonly isPinned: boolean }[],
): SentMeeting {
  return {
    meetingId: meeting.id,
    version: meeting.version,
    entries: entries.map(({ activityId, isPinned }) => ({ activityId, isPinned })),
  };
}

/**
 * One activity from a meeting (null: from none) to another (null: to none), as it is sent. Empty when nothing would change, or
 * either is fixed.
 */
export function moveOf(rotation: Rotation, activityId: Id, fromId: Id | null, toId: Id | null): readonly SentMeeting[] {
  const find = (id: Id | null): RotationMeeting | undefined => rotation.meetings.find((one) => one.id === id);
  const [from, to] = [find(fromId), find(toId)];
  if (fromId === toId || from?.isFixed || to?.isFixed) return [];
  const moved = from?.entries.find((entry) => entry.activityId === activityId);
  if ((fromId !== null && !moved) || moved?.isOnAgenda) return [];
  if (to?.entries.some((entry) => entry.activityId === activityId)) return [];
  return [
    ...(from
      ? [
          sentOf(
            from,
            from.entries.filter((entry) => entry.activityId !== activityId),
          ),
        ]
      : []),
    ...(to ? [sentOf(to, [...to.entries, { activityId, isPinned: moved?.isPinned ?? false }])] : []),
  ];
}

/** The same entry, pinned or not. */
export function pinOf(rotation: Rotation, activityId: Id, meetingId: Id, isPinned: boolean): readonly SentMeeting[] {
  const meeting = rotation.meetings.find((one) => one.id === meetingId);
  if (!meeting || meeting.isFixed) return [];
  return [
    sentOf(
      meeting,
      meeting.entries.map((entry) => (entry.activityId === activityId ? { activityId, isPinned } : entry)),
    ),
  ];
}

/** The meetings that a proposal changes, as they are sent. */
export function keepOf(rotation: Rotation, proposal: RotationProposal): readonly SentMeeting[] {
  const proposed = Map.groupBy(proposal.entries, ({ meetingId }) => meetingId);
  return rotation.meetings.flatMap((meeting) => {
    if (meeting.isFixed) return [];
    const stored = new Map(meeting.entries.map((entry) => [entry.activityId, entry]));
    const next = (proposed.get(meeting.id) ?? []).map(({ activityId, isPinned }) => ({
      activityId,
      isPinned: stored.get(activityId)?.isPinned ?? isPinned,
    }));
    const isSame = next.length === stored.size && next.every(({ activityId }) => stored.has(activityId));
    return isSame ? [] : [sentOf(meeting, next)];
  });
}

/** What meetings said before they were changed, sent against the versions they have now: the way back. */
export function backOf(before: Rotation, now: Rotation, meetingIds: readonly Id[]): readonly SentMeeting[] {
  return now.meetings.flatMap((meeting) => {
    const was = before.meetings.find((one) => one.id === meeting.id);
    return was && meetingIds.includes(meeting.id) && !meeting.isFixed ? [sentOf(meeting, was.entries)] : [];
  });
}

export interface ActivityDiff {
  readonly activity: RotationActivity;
  /** Meetings it leaves and comes to, in order of time. */
  readonly from: readonly RotationMeeting[];
  readonly to: readonly RotationMeeting[];
}

/** What a proposal changes, activity by activity in the order of the plan. */
export function diffOf(rotation: Rotation, proposal: RotationProposal): readonly ActivityDiff[] {
  const after = entriesOf(rotation, proposal);
  const before = entriesOf(rotation, null);
  const meetingsOf = (entries: readonly BoardEntry[]): Map<Id, Set<Id>> => {
    const places = new Map<Id, Set<Id>>();
    for (const { activity, meetingId } of entries) {
      places.set(activity.id, (places.get(activity.id) ?? new Set()).add(meetingId));
    }
    return places;
  };
  const [was, is] = [meetingsOf(before), meetingsOf(after)];
  return rotation.activities.flatMap((activity) => {
    const [old, next] = [was.get(activity.id) ?? new Set<Id>(), is.get(activity.id) ?? new Set<Id>()];
    const from = rotation.meetings.filter(({ id }) => old.has(id) && !next.has(id));
    const to = rotation.meetings.filter(({ id }) => next.has(id) && !old.has(id));
    return from.length + to.length === 0 ? [] : [{ activity, from, to }];
  });
}

/** Gaps that say the same, with the activities they are about. */
export function gapsByWords(
  rotation: Rotation,
  gaps: Rotation['gaps'],
): readonly { readonly words: string; readonly activities: readonly RotationActivity[] }[] {
  const activities = new Map(rotation.activities.map((activity) => [activity.id, activity]));
  return [...Map.groupBy(gaps, ({ words }) => words)].map(([words, same]) => ({
    words,
    activities: same.flatMap(({ activityId }) => activities.get(activityId) ?? []),
  }));
}

const FIRST_WORDS = 72;

/** So much of a wording as two lines of a row can have room for, cut between words; the whole stands where the row is opened. */
export function firstWords(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  if (line.length <= FIRST_WORDS) return line;
  const cut = line.lastIndexOf(' ', FIRST_WORDS);
  return `${line.slice(0, cut > 0 ? cut : FIRST_WORDS).replace(/[,;:]$/, '')} …`;
}
