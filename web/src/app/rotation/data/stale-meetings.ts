import type { Injector } from '@angular/core';
import type { Id, Rotation } from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import type { StaleField } from '../../core/stale-dialog.ts';
import { type SentMeeting, sentOf } from './board.ts';
import { meetingDay } from './board-words.ts';

type Entries = readonly { readonly activityId: Id; readonly isPinned: boolean }[];

/** "2.2/5, 3.1/1 (fäst)": what a meeting has, in the order of the plan. */
function listed({ activities }: Rotation, entries: Entries): string {
  const pinned = new Map(entries.map(({ activityId, isPinned }) => [activityId, isPinned]));
  return activities
    .filter(({ id }) => pinned.has(id))
    .map(({ id, reference }) =>
      pinned.get(id) ? $localize`:@@rotation.stale.pinned:${reference}:reference: (fäst)` : reference,
    )
    .join(', ');
}

/** The meetings where what was sent and what is stored now differ, each with both. */
export function staleFieldsOf(
  base: Rotation,
  sent: readonly SentMeeting[],
  theirs: Rotation,
  locale: Locale,
): readonly StaleField[] {
  return sent.flatMap(({ meetingId, entries }) => {
    const [was, now] = [base, theirs].map(({ meetings }) => meetings.find(({ id }) => id === meetingId));
    if (!was || !now) return [];
    const [before, mine, stored] = [was.entries, entries, now.entries].map((list) => listed(theirs, list)) as [
      string,
      string,
      string,
    ];
    if (mine === stored) return [];
    const proposed = mine === before ? 'theirs' : stored === before ? 'mine' : null;
    return [{ name: meetingId, label: meetingDay(now, locale), mine, theirs: stored, proposed }];
  });
}

/** Somebody else has planned meanwhile: the person chooses meeting by meeting. Null when they go back without saving. */
export async function staleMeetings(
  injector: Injector,
  base: Rotation,
  sent: readonly SentMeeting[],
  theirs: Rotation,
  locale: Locale,
): Promise<readonly SentMeeting[] | null> {
  const fields = staleFieldsOf(base, sent, theirs, locale);
  const { askAboutStale } = await import('../../core/stale-dialog.ts');
  const answer = fields.length > 0 ? await askAboutStale(injector, { who: '', fields }) : {};
  if (answer === null) return null;
  return sent.flatMap(({ meetingId, entries }) => {
    const now = theirs.meetings.find(({ id }) => id === meetingId);
    return now && answer[meetingId] === 'mine' && !now.isFixed ? [sentOf(now, entries)] : [];
  });
}
