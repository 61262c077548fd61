import type { Instant, MeetingRef } from '@samhandling/contracts';
import { dayOf } from '@samhandling/domain';

export interface MeetingYear {
  readonly year: number;
  readonly meetings: readonly MeetingRef[];
}

/**
 * Meetings to come, soonest first, and those that have been, newest first in their year. One that has begun and is not ended
 * is still to come: somebody has to end it. The year is the Swedish one, whatever the clock says elsewhere.
 */
export function meetingYears(
  meetings: readonly MeetingRef[],
  now: Instant,
): { readonly coming: readonly MeetingRef[]; readonly years: readonly MeetingYear[] } {
  const isComing = ({ state, startsAt }: MeetingRef): boolean =>
    state === 'planned' || state === 'called' || (state === 'cancelled' && startsAt > now);
  const sorted = meetings.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const years = new Map<number, MeetingRef[]>();
  for (const meeting of sorted.filter((one) => !isComing(one)).reverse()) {
    const year = Number(dayOf(meeting.startsAt).slice(0, 4));
    years.set(year, [...(years.get(year) ?? []), meeting]);
  }
  return { coming: sorted.filter(isComing), years: [...years].map(([year, of]) => ({ year, meetings: of })) };
}
