import type { AgendaItem, Meeting, MeetingInput, MeetingRef } from '@samhandling/contracts';
import { dayOf, formatTime, instantAt, isDay, parseTime } from '@samhandling/domain';

/** A meeting as it stands in the form: a day and two times on the clock in Sweden. */
export interface MeetingValues {
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly place: string;
  readonly link: string;
}
export type MeetingField = keyof MeetingValues;

/** A new meeting is proposed at the hour the group usually meets; the day is for a person to choose. */
export function nextMeeting(meetings: readonly MeetingRef[]): MeetingValues {
  const latest = meetings
    .filter(({ state }) => state !== 'cancelled')
    .reduce<MeetingRef | null>((last, one) => (last === null || one.startsAt > last.startsAt ? one : last), null);
  const [from, to] = latest === null ? ['13:00', '15:00'] : [formatTime(latest.startsAt), formatTime(latest.endsAt)];
  return { day: '', from, to, title: '', place: '', link: '' };
}

export function meetingValues(meeting: Meeting): MeetingValues {
  return {
    day: dayOf(meeting.startsAt),
    from: formatTime(meeting.startsAt),
    to: formatTime(meeting.endsAt),
    title: meeting.title,
    place: meeting.place,
    link: meeting.link,
  };
}

/** What is missing or wrong, by field. */
export function meetingSlips(values: MeetingValues): Partial<Record<MeetingField, string>> {
  const slips: Partial<Record<MeetingField, string>> = {};
  const [from, to] = [parseTime(values.from), parseTime(values.to)];
  if (!isDay(values.day)) slips.day = $localize`:@@meetings.form.dayMissing:Välj en dag.`;
  if (from === null) slips.from = $localize`:@@meetings.form.timeWrong:Skriv en tid, till exempel 13:00.`;
  else if (isDay(values.day) && formatTime(instantAt(values.day, from)) !== from)
    slips.from = $localize`:@@meetings.form.timeNever:Klockan ställs om den natten, och den tiden finns inte. Välj en annan.`;
  if (to === null) slips.to = $localize`:@@meetings.form.timeWrong:Skriv en tid, till exempel 13:00.`;
  else if (from !== null && to <= from)
    slips.to = $localize`:@@meetings.form.endsBefore:Mötet slutar innan det börjar.`;
  const link = values.link.trim();
  if (link !== '' && !/^https?:\/\/\S+$/i.test(link))
    slips.link = $localize`:@@meetings.form.linkWrong:Klistra in hela länken. Den börjar med https://.`;
  return slips;
}

/** What is sent; null while something is missing or wrong. */
export function meetingInput(values: MeetingValues): MeetingInput | null {
  const [from, to] = [parseTime(values.from), parseTime(values.to)];
  if (from === null || to === null || Object.keys(meetingSlips(values)).length > 0) return null;
  return {
    startsAt: instantAt(values.day, from),
    endsAt: instantAt(values.day, to),
    title: values.title.trim(),
    place: values.place.trim(),
    link: values.link.trim(),
  };
}

export function isAgendaItem(value: unknown): value is AgendaItem {
  return typeof value === 'object' && value !== null && 'minutes' in value && 'origin' in value && 'version' in value;
}

export function isMeeting(value: unknown): value is Meeting {
  return typeof value === 'object' && value !== null && 'startsAt' in value && 'items' in value && 'version' in value;
}
