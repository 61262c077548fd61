import type { AgendaItem, Meeting } from '@samhandling/contracts';
import { changesSinceCalling, isChangedAfter, isOnAgenda, minutesBetween, type Locale } from '@samhandling/domain';
import type { RequestSession } from '../../platform/http/request-context.ts';
import { offerMeetingTransitions } from '../transitions/meeting-workflow.ts';
import { lockedReason, mayManage, mayWrite } from './meeting-rights.ts';
import type { MeetingStanding, StoredItem, StoredMeeting } from './stored.ts';

/** The meeting as this person sees it, with what may be done. */
export function toMeeting(stored: StoredMeeting, session: RequestSession, locale: Locale, now: Date): Meeting {
  const items = toItems(stored.items, stored, locale);
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  const changes =
    stored.calledAt !== null && stored.calledAs !== null && stored.state === 'called'
      ? changesSinceCalling(
          stored.calledAs,
          stored,
          stored.items.map((item) => ({ ...item, title: titles.get(item.id) ?? '' })),
          stored.calledAt,
        )
      : [];
  return {
    id: stored.id,
    version: stored.version,
    startsAt: stored.startsAt,
    endsAt: stored.endsAt,
    title: stored.title,
    state: stored.state,
    group: stored.group,
    plan: stored.plan,
    place: stored.place,
    link: stored.link,
    cancelReason: stored.cancelReason,
    heldAt: stored.heldAt,
    calling:
      stored.calledAt === null
        ? null
        : {
            calledAt: stored.calledAt,
            calledBy: stored.calledBy ?? '',
            sequence: stored.sequence,
            letters: stored.letters,
            withoutAddress: stored.withoutAddress,
          },
    changesSinceCalling: changes.map((change) => change[locale]),
    items,
    minutesPlanned: items.filter(({ number }) => number !== null).reduce((sum, { minutes }) => sum + minutes, 0),
    minutesLong: minutesBetween(stored.startsAt, stored.endsAt),
    attendance: stored.attendance,
    previous: stored.previous,
    next: stored.next,
    later: stored.later,
    digest: stored.digest,
    transitions: offerMeetingTransitions(stored, session, locale, now),
    mayManage: mayManage(session),
    mayWrite: mayWrite(stored, session),
    lockedReason: lockedReason(stored, session)?.[locale] ?? '',
  };
}

/** The items in their order, numbered among those that are on the agenda. */
export function toItems(
  stored: readonly StoredItem[],
  meeting: Pick<MeetingStanding, 'startsAt' | 'calledAt' | 'group'>,
  locale: Locale,
): AgendaItem[] {
  let number = 0;
  return stored.map((item) => {
    if (isOnAgenda(item, meeting.startsAt)) return toItem(item, meeting, locale, (number += 1));
    return toItem(item, meeting, locale, null);
  });
}

export function toItem(
  { position: _position, storedTitle, storedReasons, storedMinutes, addedAt, stateAt, ...item }: StoredItem,
  meeting: Pick<MeetingStanding, 'startsAt' | 'calledAt' | 'group'>,
  locale: Locale,
  number: number | null,
): AgendaItem {
  return {
    ...item,
    number,
    title: storedTitle === '' ? titleOf(item) : storedTitle,
    reasons: storedReasons.map(({ code, words }) => ({ code, words: words[locale] })),
    minutes: storedMinutes ?? meeting.group.minutesPerItem,
    changedAfterCalling: isChangedAfter({ state: item.state, stateAt, addedAt }, meeting.startsAt, meeting.calledAt),
  };
}

/** What an item is called by what it is about. */
function titleOf({
  activity,
  decision,
  actionPoint,
  lift,
}: Pick<AgendaItem, 'activity' | 'decision' | 'actionPoint' | 'lift'>): string {
  if (activity) return activity.text;
  if (decision) return `${decision.reference} ${decision.text}`;
  return actionPoint?.text ?? lift?.question ?? '';
}
