import { COUNTY_TIME_ZONE, isMailDue, weekdayOf, addDays, type MailHours, type WallTime } from '@samhandling/domain';

const WALL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: COUNTY_TIME_ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** What a clock on a Swedish wall shows. */
export function wallTime(instant: Date): WallTime {
  const [day = '', time = ''] = WALL.format(instant).split(' ');
  return { day, time };
}

const HOUR_IN_MS = 3_600_000;

/** The instant of a Swedish wall time. In the hour that is skipped in spring it is the hour after. */
export function instantOf({ day, time }: WallTime): Date {
  const asUtc = new Date(`${day}T${time}:00Z`).getTime();
  const [summer, winter] = [new Date(asUtc - 2 * HOUR_IN_MS), new Date(asUtc - HOUR_IN_MS)];
  const shown = wallTime(summer);
  return shown.day === day && shown.time === time ? summer : winter;
}

/** When mails leave next; now when they are due. Null when mail is off. */
export function nextMail(hours: MailHours, now: Date, changedAt: Date, isDoneToday: boolean): Date | null {
  if (!hours.isOn) return null;
  const today = wallTime(now);
  if (!isDoneToday && isMailDue(hours, today, wallTime(changedAt))) return now;
  for (let ahead = today.time < hours.sendAt ? 0 : 1; ahead <= 7; ahead += 1) {
    const day = addDays(today.day, ahead);
    if (hours.weekdays.includes(weekdayOf(day))) return instantOf({ day, time: hours.sendAt });
  }
  return null;
}
