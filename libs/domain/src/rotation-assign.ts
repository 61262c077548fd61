import { gather } from './rotation-gather.ts';
import { level } from './rotation-level.ts';
import { Board, type Piece } from './rotation-board.ts';
import { goesOn, isOwed, isParkedOn, isUpIn, periodsOf, type RotationPeriod } from './rotation-periods.ts';
import { placeBlocks } from './rotation-place.ts';
import { rotationLoad } from './rotation-load.ts';
import type { PlannedMeeting, RotatedActivity, RotationEntry, RotationInput } from './rotation.ts';

/**
 * What is to be up on each free meeting. Takes input in canonical order, and goes over its own answer until that stands: what
 * had no time may have it once the loads are even. Nothing placed is taken away again, and each round places more or makes the
 * loads more even, so it ends; and keeping what is proposed proposes the same.
 */
export function assignRotation(input: RotationInput): RotationEntry[] {
  let entries = assignOnce(input);
  for (;;) {
    const next = assignOnce({ ...input, keep: true, meetings: withEntries(input.meetings, entries) });
    if (isSame(next, entries)) return entries;
    entries = next;
  }
}

/** The meetings with these entries on the ones that are not fixed. */
export function withEntries(meetings: readonly PlannedMeeting[], entries: readonly RotationEntry[]): PlannedMeeting[] {
  const byMeeting = Map.groupBy(entries, ({ meetingId }) => meetingId);
  return meetings.map((meeting) =>
    meeting.isFixed ? meeting : { ...meeting, entries: byMeeting.get(meeting.id) ?? [] },
  );
}

function isSame(some: readonly RotationEntry[], others: readonly RotationEntry[]): boolean {
  return (
    some.length === others.length &&
    some.every(
      ({ meetingId, activityId }, index) =>
        meetingId === others[index]?.meetingId && activityId === others[index].activityId,
    )
  );
}

/** Period by period. */
function assignOnce(input: RotationInput): RotationEntry[] {
  const entries: RotationEntry[] = [];
  const lastUp = new Map(input.activities.map((activity) => [activity.id, activity.lastUpOn ?? '']));
  const order = new Map(input.activities.map(({ id }, index) => [id, index]));
  const owedLoads: number[] = [];
  for (const period of periodsOf(input)) {
    const free = period.meetings.filter(({ isFixed }) => !isFixed);
    if (period.before !== null) owedLoads.push(...fixedLoads(input, period));
    if (free.length > 0) {
      const board = fillPeriod(input, period, free, lastUp, owedLoads);
      if (period.before !== null) owedLoads.push(...board.loads);
      entries.push(...entriesOf(board, free, order));
    }
    noteUps(period, free, entries, lastUp);
  }
  return entries;
}

/** Of the year's meetings that nothing is added to. One that had nothing up says nothing of how much the others have. */
function fixedLoads({ activities, from }: RotationInput, { meetings }: RotationPeriod): number[] {
  const fixed = meetings.filter(({ isFixed, day, entries }) => isFixed && day >= from && entries.length > 0);
  return rotationLoad(fixed, activities).map(({ minutes }) => minutes);
}

function fillPeriod(
  input: RotationInput,
  period: RotationPeriod,
  free: readonly PlannedMeeting[],
  lastUp: ReadonlyMap<string, string>,
  owedLoads: readonly number[],
): Board {
  const board = new Board(free.map(({ room }) => room));
  const activities = new Map(input.activities.map((activity) => [activity.id, activity]));
  const up = new Set(
    period.meetings.flatMap(({ isFixed, entries }) =>
      entries.filter(({ isPinned }) => isFixed || isPinned).map(({ activityId }) => activityId),
    ),
  );
  const kept = new Set<string>();
  for (const [slot, meeting] of free.entries()) {
    for (const { activityId, isPinned } of meeting.entries) {
      const activity = activities.get(activityId);
      if (!activity) continue;
      if (!isPinned && !(input.keep && mayKeep(activity, period, meeting, up, kept))) continue;
      if (!isPinned) kept.add(activityId);
      board.add(pieceOf(activity, period, free, isPinned ? 'pinned' : 'kept'), slot);
    }
  }
  const owed = input.activities.filter(
    (activity) => !kept.has(activity.id) && isOwed(activity, period) && !isUpIn(activity, period, up),
  );
  const pieces = owed
    .map((activity) => pieceOf(activity, period, free, 'new'))
    .filter(({ allowed }) => allowed.some((isAllowed) => isAllowed));
  const { admitted, rest } = admit(pieces, board, period.before === null ? owedLoads : [], lastUp, input.from);
  placeBlocks(board, admitted);
  for (const piece of period.before === null ? [] : rest) board.squeezeIn(piece);
  level(board);
  gather(board);
  return board;
}

/** Stands where it may, is still owed, and is not there twice. */
function mayKeep(
  activity: RotatedActivity,
  period: RotationPeriod,
  { day }: PlannedMeeting,
  up: ReadonlySet<string>,
  kept: ReadonlySet<string>,
): boolean {
  if (kept.has(activity.id) || isUpIn(activity, period, up) || !isOwed(activity, period)) return false;
  return goesOn(activity, day) && !isParkedOn(activity, day);
}

function pieceOf(
  activity: RotatedActivity,
  { after, before }: RotationPeriod,
  free: readonly PlannedMeeting[],
  hold: Piece['hold'],
): Piece {
  const allowed = free.map(({ day }) => goesOn(activity, day) && !isParkedOn(activity, day));
  // The last day with figures that still leaves a meeting after it.
  const lastDay = free.filter((_, slot) => allowed[slot]).at(-1)?.day ?? '';
  const figures = activity.dataDays
    .filter((day) => (after === null || day >= after.day) && (before === null || day < before.day) && day <= lastDay)
    .reduce((latest, day) => (day > latest ? day : latest), '');
  return {
    activityId: activity.id,
    areaId: activity.areaId,
    goalId: activity.goalId,
    minutes: activity.minutes,
    isPressing: activity.isPressing,
    hold,
    allowed,
    isEarly: free.map(({ day }) => day < figures),
    slot: -1,
  };
}

/**
 * Which of the owed the time is for, whole areas at a time: what presses first, then what has waited longest. After the last
 * milestone, where nothing is promised, as much as comes nearest to what the year's other meetings have on average
 * (`owedLoads`, which the promises decide), and what has not been up at all this year before anything else: while there is
 * time nothing is left out of the year.
 */
function admit(
  pieces: readonly Piece[],
  board: Board,
  owedLoads: readonly number[],
  lastUp: ReadonlyMap<string, string>,
  from: string,
): { readonly admitted: Piece[]; readonly rest: Piece[] } {
  const total = (minutes: readonly number[]): number => minutes.reduce((sum, value) => sum + value, 0);
  const waited = (piece: Piece): string => lastUp.get(piece.activityId) ?? '';
  const isUnseen = (piece: Piece): boolean => owedLoads.length > 0 && waited(piece) < from;
  let room = total(board.rooms.map((minutes, slot) => Math.max(minutes - (board.loads[slot] ?? 0), 0)));
  let share =
    owedLoads.length === 0 ? Infinity : (total(owedLoads) / owedLoads.length) * board.rooms.length - total(board.loads);
  const areas = [...Map.groupBy(pieces, ({ areaId }) => areaId).values()].map((inArea, index) => ({
    inArea,
    index,
    since: inArea.reduce((oldest, piece) => (waited(piece) < oldest ? waited(piece) : oldest), '9'),
  }));
  areas.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.index - b.index));
  const order = areas.flatMap(({ inArea }) => inArea);
  const admitted = new Set<Piece>();
  for (const piece of [...order.filter(isUnseen), ...order.filter(({ isPressing }) => isPressing), ...order]) {
    if (admitted.has(piece) || piece.minutes > room) continue;
    const isNearer = piece.minutes < 2 * share;
    if (!isNearer && !isUnseen(piece)) continue;
    admitted.add(piece);
    room -= piece.minutes;
    share -= piece.minutes;
  }
  return {
    admitted: pieces.filter((piece) => admitted.has(piece)),
    rest: order.filter((piece) => !admitted.has(piece)),
  };
}

function entriesOf(board: Board, free: readonly PlannedMeeting[], order: ReadonlyMap<string, number>): RotationEntry[] {
  const place = ({ activityId }: Piece): number => order.get(activityId) ?? order.size;
  return free.flatMap(({ id, entries }, slot) => {
    const inOrder = [...board.piecesIn(slot)]
      .sort((a, b) => place(a) - place(b))
      .map(({ activityId, hold }) => ({ meetingId: id, activityId, isPinned: hold === 'pinned' }));
    // What the plan no longer has, and is pinned, is somebody's own doing and stays.
    const unknown = entries.filter(
      ({ activityId, isPinned }) => isPinned && !inOrder.some((entry) => entry.activityId === activityId),
    );
    return [...inOrder, ...unknown.map(({ activityId }) => ({ meetingId: id, activityId, isPinned: true }))];
  });
}

/** The days planned so far count as days up for what comes after. */
function noteUps(
  { meetings }: RotationPeriod,
  free: readonly PlannedMeeting[],
  entries: readonly RotationEntry[],
  lastUp: Map<string, string>,
): void {
  const days = new Map(free.map(({ id, day }) => [id, day]));
  const fixed = meetings
    .filter(({ isFixed }) => isFixed)
    .flatMap(({ day, entries: on }) => on.map(({ activityId }) => ({ activityId, day })));
  const planned = entries.flatMap(({ meetingId, activityId }) => {
    const day = days.get(meetingId);
    return day === undefined ? [] : [{ activityId, day }];
  });
  for (const { activityId, day } of [...fixed, ...planned]) {
    if (day > (lastUp.get(activityId) ?? '')) lastUp.set(activityId, day);
  }
}
