import type { MeetingRef, Rotation, RotationActivity, RotationMeeting } from '@samhandling/contracts';
import { type Locale, dayOf, joinList, monthName, weekdayName } from '@samhandling/domain';
import { formatDay } from '@samhandling/ui';
import type { ActivityDiff, BoardColumn } from './board.ts';

/** "11 mars" / "11 March": within a year that stands in the heading. */
export function shortDay(day: string, locale: Locale): string {
  return `${String(Number(day.slice(8)))} ${monthName(Number(day.slice(5, 7)), locale)}`;
}

/** "torsdag 11 mars". */
export function meetingDay({ startsAt }: MeetingRef, locale: Locale): string {
  const day = dayOf(startsAt);
  return `${weekdayName(day, locale)} ${shortDay(day, locale)}`;
}

export function meetingsWords(count: number): string {
  if (count === 0) return $localize`:@@rotation.meetingsNone:Inga möten än`;
  return count === 1
    ? $localize`:@@rotation.meetingsOne:1 möte`
    : $localize`:@@rotation.meetings:${String(count)}:count: möten`;
}

/** "12 av 15 platser", or what there is too much of. */
export function loadWords({ activities, places, minutes, meeting }: BoardColumn): string {
  const of = $localize`:@@rotation.load:${String(activities)}:used: av ${String(places)}:places: platser`;
  const over = minutes - meeting.room;
  return over <= 0 ? of : $localize`:@@rotation.loadOver:${of}:load:, ${String(over)}:minutes: minuter för mycket`;
}

export function minutesWords(minutes: number): string {
  return $localize`:@@rotation.minutes:${String(minutes)}:count: minuter`;
}

export function lastUpWords({ lastUpOn }: RotationActivity, locale: Locale): string {
  return lastUpOn === null
    ? $localize`:@@rotation.neverUp:Har inte varit uppe i gruppen`
    : $localize`:@@rotation.lastUp:Senast uppe ${formatDay(lastUpOn, locale)}:day:`;
}

export function parkedWords({ parking }: RotationActivity, locale: Locale): string {
  if (!parking) return '';
  return parking.until === null
    ? $localize`:@@rotation.parkedOpen:Tills vidare: ${parking.reason}:reason:`
    : $localize`:@@rotation.parkedUntil:Till och med ${formatDay(parking.until, locale)}:day:: ${parking.reason}:reason:`;
}

/** "flyttas från 11 mars till 8 april". */
export function diffWords({ activity, from, to }: ActivityDiff, locale: Locale): string {
  const days = (meetings: readonly RotationMeeting[]): string =>
    joinList(
      meetings.map(({ on }) => shortDay(on, locale)),
      locale,
    );
  if (from.length === 0) return $localize`:@@rotation.diff.added:läggs på ${days(to)}:days:`;
  if (to.length === 0)
    return activity.isActive
      ? $localize`:@@rotation.diff.removed:tas bort från ${days(from)}:days:`
      : $localize`:@@rotation.diff.over:tas bort från ${days(from)}:days:, eftersom den inte pågår längre`;
  return $localize`:@@rotation.diff.moved:flyttas från ${days(from)}:from: till ${days(to)}:to:`;
}

/** "40 aktiviteter får plats, 5 flyttas och 2 tas bort." */
export function diffSummary(diffs: readonly ActivityDiff[], locale: Locale): string {
  if (diffs.length === 0)
    return $localize`:@@rotation.diff.none:Förslaget ändrar ingenting. Det som är planerat håller.`;
  const added = diffs.filter(({ from }) => from.length === 0).length;
  const removed = diffs.filter(({ to }) => to.length === 0).length;
  const moved = diffs.length - added - removed;
  const parts = [
    ...(added === 1 ? [$localize`:@@rotation.diff.sumAddedOne:1 aktivitet får plats`] : []),
    ...(added > 1 ? [$localize`:@@rotation.diff.sumAdded:${String(added)}:count: aktiviteter får plats`] : []),
    ...(moved > 0 ? [movedPart(moved, added === 0)] : []),
    ...(removed > 0 ? [removedPart(removed, added + moved === 0)] : []),
  ];
  return `${joinList(parts, locale)}.`;
}

/** Only the first of them says what is counted. */
function movedPart(count: number, isFirst: boolean): string {
  if (!isFirst) return $localize`:@@rotation.diff.sumMoved:${String(count)}:count: flyttas`;
  return count === 1
    ? $localize`:@@rotation.diff.firstMovedOne:1 aktivitet flyttas`
    : $localize`:@@rotation.diff.firstMoved:${String(count)}:count: aktiviteter flyttas`;
}

function removedPart(count: number, isFirst: boolean): string {
  if (!isFirst) return $localize`:@@rotation.diff.sumRemoved:${String(count)}:count: tas bort`;
  return count === 1
    ? $localize`:@@rotation.diff.firstRemovedOne:1 aktivitet tas bort`
    : $localize`:@@rotation.diff.firstRemoved:${String(count)}:count: aktiviteter tas bort`;
}

export function movedWords(
  activity: RotationActivity,
  column: Pick<BoardColumn, 'activities' | 'places'> | null,
  meeting: RotationMeeting | null,
  locale: Locale,
): string {
  const { reference } = activity;
  if (!meeting || !column) return $localize`:@@rotation.moved.out:${reference}:reference: är inte inplanerad längre.`;
  const day = meetingDay(meeting, locale);
  return $localize`:@@rotation.moved.to:${reference}:reference: är flyttad till ${day}:day:. Mötet har nu ${String(column.activities)}:used: av ${String(column.places)}:places: platser.`;
}

/** "10 möten, samråd 20 maj och 18 november". */
export function yearWords({ meetings, milestones }: Rotation, locale: Locale): string {
  const count = meetingsWords(meetings.length);
  const [first] = milestones;
  if (!first) return count;
  const days = joinList(
    milestones.map(({ on }) => shortDay(on, locale)),
    locale,
  );
  return $localize`:@@rotation.year:${count}:meetings:. ${first.group.name}:group: möts ${days}:days:.`;
}
