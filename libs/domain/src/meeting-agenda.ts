import { dayOf, formatDay } from './date-text.ts';
import type { Label, Locale } from './locale.ts';
import { formatTimeSpan } from './meeting-time.ts';
import type { AgendaItemState } from './meeting.ts';

/** What decides where an item stands in its meeting. Instants are ISO texts or Dates. */
export interface ItemStanding {
  readonly state: AgendaItemState;
  /** When it got that state; null while it waits. */
  readonly stateAt: string | null;
  readonly addedAt: string;
}

/**
 * Is on the agenda: not removed, and not put off or parked before the meeting began. What is put off or parked at the meeting
 * was on its agenda, and stands in its minutes.
 */
export function isOnAgenda({ state, stateAt }: ItemStanding, startsAt: string): boolean {
  if (state === 'removed') return false;
  if (state !== 'postponed' && state !== 'parked') return true;
  return stateAt !== null && Date.parse(stateAt) >= Date.parse(startsAt);
}

/** Added, or taken away, after people were called: they have not been told. */
export function isChangedAfter(item: ItemStanding, startsAt: string, calledAt: string | null): boolean {
  if (calledAt === null) return false;
  const called = Date.parse(calledAt);
  if (!isOnAgenda(item, startsAt)) {
    return Date.parse(item.addedAt) <= called && item.stateAt !== null && Date.parse(item.stateAt) > called;
  }
  return Date.parse(item.addedAt) > called;
}

/** What people were told when they were called. */
export interface CalledAs {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly link: string;
  readonly title: string;
}

/** What has changed since people were called, in words: what they would get to know by a changed calling. */
export function changesSinceCalling(
  called: CalledAs,
  now: CalledAs,
  items: readonly (ItemStanding & { readonly title: string })[],
  calledAt: string,
): Label[] {
  const changes: Label[] = [];
  if (
    Date.parse(called.startsAt) !== Date.parse(now.startsAt) ||
    Date.parse(called.endsAt) !== Date.parse(now.endsAt)
  ) {
    changes.push({
      sv: `Mötet är flyttat från ${timeOf(called, 'sv')} till ${timeOf(now, 'sv')}.`,
      en: `The meeting has been moved from ${timeOf(called, 'en')} to ${timeOf(now, 'en')}.`,
    });
  }
  if (called.title !== now.title) {
    changes.push({
      sv: `Rubriken är ändrad från ${quoted(called.title, 'sv')} till ${quoted(now.title, 'sv')}.`,
      en: `The title has been changed from ${quoted(called.title, 'en')} to ${quoted(now.title, 'en')}.`,
    });
  }
  if (called.place !== now.place) {
    changes.push({
      sv: `Platsen är ändrad från ${quoted(called.place, 'sv')} till ${quoted(now.place, 'sv')}.`,
      en: `The place has been changed from ${quoted(called.place, 'en')} to ${quoted(now.place, 'en')}.`,
    });
  }
  if (called.link !== now.link) {
    changes.push(
      now.link === ''
        ? { sv: 'Länken till mötet är borttagen.', en: 'The link to the meeting has been taken away.' }
        : { sv: 'Länken till mötet är ändrad.', en: 'The link to the meeting has been changed.' },
    );
  }
  for (const item of items) {
    if (!isChangedAfter(item, now.startsAt, calledAt)) continue;
    changes.push(
      isOnAgenda(item, now.startsAt)
        ? { sv: `Ny punkt: ${item.title}`, en: `New item: ${item.title}` }
        : { sv: `Punkten utgår: ${item.title}`, en: `Item taken away: ${item.title}` },
    );
  }
  return changes;
}

/** "12 mars 2026 kl. 13:00–15:00" */
function timeOf({ startsAt, endsAt }: CalledAs, locale: Locale): string {
  const at = locale === 'sv' ? ' kl. ' : ', ';
  return `${formatDay(dayOf(startsAt), locale)}${at}${formatTimeSpan(startsAt, endsAt, locale)}`;
}

function quoted(text: string, locale: Locale): string {
  if (text === '') return locale === 'sv' ? 'ingen alls' : 'none at all';
  return locale === 'sv' ? `”${text}”` : `“${text}”`;
}
