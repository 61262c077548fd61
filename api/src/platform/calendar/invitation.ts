import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  default as ical,
} from 'ical-generator';
import type { Locale } from '@samhandling/domain';
import { calendarUid } from './uid.ts';

export interface CalendarPerson {
  readonly name: string;
  readonly email: string;
}

/** One appointment as it travels by mail. Instants are ISO texts. */
export interface Appointment {
  readonly id: string;
  /** Counted up with every change that is sent. */
  readonly sequence: number;
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly url: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly isCancelled: boolean;
}

export interface InvitationTo {
  /** REQUEST asks somebody to come, CANCEL takes it back, PUBLISH is for a file one saves oneself. */
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  readonly organizer: CalendarPerson;
  /** Whoever the letter is to. Nobody else's address goes along. */
  readonly attendee: (CalendarPerson & { readonly isOptional: boolean }) | null;
}

export interface InvitationFrame {
  readonly publicUrl: string;
  readonly now: Date;
  /** Of the texts. */
  readonly locale: Locale;
}

/**
 * The invitation as iCalendar (RFC 5545, RFC 5546), with the name that feeds know the appointment by. Times are written in UTC,
 * which is right on both sides of daylight saving whatever time zones the reading program knows.
 */
export function buildInvitation(
  appointment: Appointment,
  { method, organizer, attendee }: InvitationTo,
  { publicUrl, now, locale }: InvitationFrame,
): string {
  const { id, sequence, title, text, place, url, startsAt, endsAt } = appointment;
  const isCancelled = appointment.isCancelled || method === 'CANCEL';
  const calendar = ical({
    prodId: { company: 'Samhandling', product: 'Samhandling', language: locale.toUpperCase() },
    method: ICalCalendarMethod[method],
  });
  calendar.createEvent({
    id: calendarUid(id, publicUrl),
    sequence,
    stamp: now,
    start: new Date(startsAt),
    end: new Date(endsAt),
    summary: oneLine(title),
    description: text.replaceAll(/\r\n?/g, '\n'),
    ...(place !== '' && { location: oneLine(place) }),
    url,
    organizer: { name: named(organizer.name), email: organizer.email },
    ...(attendee && {
      attendees: [
        {
          name: named(attendee.name),
          email: attendee.email,
          rsvp: method === 'REQUEST',
          role: attendee.isOptional ? ICalAttendeeRole.OPT : ICalAttendeeRole.REQ,
          status: ICalAttendeeStatus.NEEDSACTION,
        },
      ],
    }),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  });
  return calendar.toString();
}

/** A line end in what somebody typed would otherwise begin a line of the file. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** A name stands between quotation marks, and there is no way to write one inside (RFC 5545, 3.2). */
function named(name: string): string {
  return oneLine(name).replaceAll('"', '’');
}
