import type { Day } from './date-text.ts';
import type { PlannedMeeting, RotatedActivity, RotationInput, RotationMilestone } from './rotation.ts';
import { compareNatural } from './sort.ts';

/** The meetings from one milestone to the next. A meeting on the day of a milestone is too late for it. */
export interface RotationPeriod {
  /** Null before the first milestone that is known. */
  readonly after: RotationMilestone | null;
  /** Null when no milestone ends it within what is planned: nothing is promised there. */
  readonly before: RotationMilestone | null;
  readonly meetings: readonly PlannedMeeting[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same input in one order, so that the answer does not hang on how it was given. */
export function canonical(input: RotationInput): RotationInput {
  const order = new Map(
    [...input.activities]
      .sort((a, b) => compareNatural(a.reference, b.reference) || byText(a.id, b.id))
      .map((activity, index) => [activity.id, index]),
  );
  const place = (id: string): number => order.get(id) ?? order.size;
  return {
    ...input,
    meetings: [...input.meetings]
      .sort((a, b) => byText(a.day, b.day) || byText(a.id, b.id))
      .map((meeting) => ({
        ...meeting,
        entries: [...new Map(meeting.entries.map((entry) => [entry.activityId, entry])).values()].sort(
          (a, b) => place(a.activityId) - place(b.activityId) || byText(a.activityId, b.activityId),
        ),
      })),
    milestones: [...input.milestones].sort((a, b) => byText(a.day, b.day) || byText(a.id, b.id)),
    activities: [...input.activities].sort((a, b) => place(a.id) - place(b.id)),
  };
}

/** In order of time. The last one is open when meetings follow the last milestone, or none is known. */
export function periodsOf({ meetings, milestones, from, horizon }: RotationInput): RotationPeriod[] {
  const known = milestones.filter(({ day }) => day <= horizon);
  const periods = known.map((before, index) => {
    const after = known[index - 1] ?? null;
    return {
      after,
      before,
      meetings: meetings.filter(({ day }) => day < before.day && (after === null || day >= after.day)),
    };
  });
  const told = periods.filter(({ before }) => before.day >= from);
  const last = known.at(-1) ?? null;
  const rest = meetings.filter(({ day }) => last === null || day >= last.day);
  return rest.length === 0 ? told : [...told, { after: last, before: null, meetings: rest }];
}

export function goesOn({ activeFrom, activeTo }: RotatedActivity, day: Day): boolean {
  return (activeFrom === null || activeFrom <= day) && (activeTo === null || activeTo >= day);
}

export function isParkedOn({ parking }: RotatedActivity, day: Day): boolean {
  return parking !== null && (parking.until === null || parking.until >= day);
}

/** Is to be up before the period ends: goes on at one of its meetings, or at its end where there is no meeting. */
export function isOwed(activity: RotatedActivity, { meetings, before }: RotationPeriod): boolean {
  if (activity.isOver && !activity.isPressing) return false;
  if (meetings.length === 0) return before !== null && goesOn(activity, before.day);
  return meetings.some(({ day }) => goesOn(activity, day));
}

/** Has been up, or stands fixed to be, between the two milestones. */
export function isUpIn(activity: RotatedActivity, { after, before }: RotationPeriod, up: ReadonlySet<string>): boolean {
  if (up.has(activity.id)) return true;
  const last = activity.lastUpOn;
  return last !== null && (after === null || last >= after.day) && (before === null || last < before.day);
}
