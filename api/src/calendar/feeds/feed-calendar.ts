import { addDays, type Day, type Locale } from '@samhandling/domain';
import { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency, default as ical } from 'ical-generator';
import { createHash } from 'node:crypto';
import { calendarUid } from '../../platform/calendar/uid.ts';

/** One thing in a calendar: at a time, or on whole days, the last one included. */
export interface FeedEntry {
  /** Of the thing itself, with a word before it where the same thing stands more than once. */
  readonly uid: string;
  readonly sequence: number;
  readonly title: string;
  readonly text: string;
  readonly place: string;
  /** Path of the web application. */
  readonly link: string;
  readonly at: { readonly from: string; readonly to: string } | { readonly firstDay: Day; readonly lastDay: Day };
  readonly isCancelled: boolean;
}

export interface FeedCalendar {
  readonly text: string;
  /** Says what stands in it, not when it was written: two answers about the same have the same. */
  readonly etag: string;
}

/** How often a program that listens to us asks anew. */
const HOURS_BETWEEN = 1;

/**
 * The feed as iCalendar (RFC 5545). Times are written in UTC, which is right on both sides of daylight saving whatever time zones
 * the reading program knows; whole days are written as days, and end on the day after the last, as the standard has it.
 */
export function buildFeed(
  name: string,
  entries: readonly FeedEntry[],
  { publicUrl, now, locale }: { readonly publicUrl: string; readonly now: Date; readonly locale: Locale },
): FeedCalendar {
  const base = publicUrl.replace(/\/$/, '');
  const calendar = ical({
    name,
    prodId: { company: 'Samhandling', product: 'Samhandling', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: HOURS_BETWEEN * 3600,
  });
  for (const { uid, sequence, title, text, place, link, at, isCancelled } of entries) {
    const isWhole = 'firstDay' in at;
    calendar.createEvent({
      id: calendarUid(uid, publicUrl),
      sequence,
      stamp: now,
      start: new Date(isWhole ? `${at.firstDay}T00:00:00.000Z` : at.from),
      end: new Date(isWhole ? `${addDays(at.lastDay, 1)}T00:00:00.000Z` : at.to),
      allDay: isWhole,
      summary: title,
      description: [text, `${base}${link}`].filter((part) => part !== '').join('\n\n'),
      ...(place !== '' && { location: place }),
      url: `${base}${link}`,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      // A day when something is due does not make anybody busy.
      transparency: isWhole || isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    });
  }
  const etag = createHash('sha256')
    .update(JSON.stringify([name, entries, publicUrl]))
    .digest('base64url');
  return { text: calendar.toString(), etag: `"${etag}"` };
}
