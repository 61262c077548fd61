import { formatDay } from './date-text.ts';
import type { Label, Locale } from './locale.ts';
import type { PlannedMeeting, RotatedActivity, RotationInput, RotationMilestone } from './rotation.ts';
import { canonical, goesOn, isOwed, isParkedOn, isUpIn, periodsOf, type RotationPeriod } from './rotation-periods.ts';

/**
 * Why a promise is broken: nobody meets in between, what is left of the meetings is fixed, the time is too short, nobody has
 * planned it in yet, or the milestone has passed.
 */
export type RotationGapCause = 'no_meeting' | 'none_left' | 'no_room' | 'not_planned' | 'missed';

export interface RotationGap {
  readonly activityId: string;
  readonly milestoneId: string;
  readonly cause: RotationGapCause;
  readonly words: Label;
}

/**
 * The activities that come to a milestone without having been up since the one before, in the order of the plan.
 * `proposed`: what a free meeting does not have on it did not fit there.
 */
export function findRotationGaps(input: RotationInput, as: 'planned' | 'proposed'): RotationGap[] {
  const ordered = canonical(input);
  return periodsOf(ordered).flatMap((period) =>
    period.before === null ? [] : gapsOf(ordered, period, period.before, as),
  );
}

function gapsOf(
  { activities, today }: RotationInput,
  period: RotationPeriod,
  before: RotationMilestone,
  as: 'planned' | 'proposed',
): RotationGap[] {
  const up = new Set(period.meetings.flatMap(({ entries }) => entries.map(({ activityId }) => activityId)));
  const owed = activities.filter((activity) => isOwed(activity, period));
  const missing = owed.filter((activity) => !isUpIn(activity, period, up) && !isExcused(activity, period, before));
  return missing.map((activity) => {
    const cause = causeOf(activity, period, before.day <= today, as);
    return {
      activityId: activity.id,
      milestoneId: before.id,
      cause,
      words: gapWords(cause, period.after, before, owed.length - missing.length, owed.length),
    };
  });
}

/** Parked on every day it could have been taken up. */
function isExcused(activity: RotatedActivity, { meetings }: RotationPeriod, before: RotationMilestone): boolean {
  const free = meetings.filter(({ isFixed }) => !isFixed);
  const days = (free.length > 0 ? free : meetings).map(({ day }) => day).filter((day) => goesOn(activity, day));
  if (days.length === 0) return isParkedOn(activity, before.day);
  return days.every((day) => isParkedOn(activity, day));
}

function causeOf(
  activity: RotatedActivity,
  { meetings }: RotationPeriod,
  isPast: boolean,
  as: 'planned' | 'proposed',
): RotationGapCause {
  if (isPast) return 'missed';
  if (meetings.length === 0) return 'no_meeting';
  const takes = ({ isFixed, day }: PlannedMeeting): boolean =>
    !isFixed && goesOn(activity, day) && !isParkedOn(activity, day);
  if (!meetings.some(takes)) return 'none_left';
  return as === 'proposed' ? 'no_room' : 'not_planned';
}

const at = ({ name, day }: RotationMilestone, locale: Locale): string =>
  locale === 'sv' ? `${name.sv} ${formatDay(day, 'sv')}` : `${name.en} on ${formatDay(day, 'en')}`;

function gapWords(
  cause: RotationGapCause,
  after: RotationMilestone | null,
  before: RotationMilestone,
  up: number,
  of: number,
): Label {
  const [sv, en] = [at(before, 'sv'), at(before, 'en')];
  switch (cause) {
    case 'no_meeting':
      return after === null
        ? { sv: `Det finns inget möte före ${sv}.`, en: `There is no meeting before ${en}.` }
        : {
            sv: `Det finns inget möte mellan ${at(after, 'sv')} och ${sv}.`,
            en: `There is no meeting between ${at(after, 'en')} and ${en}.`,
          };
    case 'none_left':
      return {
        sv: `Inget möte som går att planera är kvar före ${sv} på en dag då aktiviteten kan tas upp.`,
        en: `No meeting that can be planned is left before ${en} on a day when the activity can be taken up.`,
      };
    case 'no_room':
      return {
        sv: `Ryms inte före ${sv}: mötena har tid för ${up} av ${of}.`,
        en: `Does not fit before ${en}: the meetings have time for ${up} of ${of}.`,
      };
    case 'not_planned':
      return { sv: `Är inte inplanerad före ${sv}.`, en: `Is not planned in before ${en}.` };
    case 'missed':
      return { sv: `Var inte uppe före ${sv}.`, en: `Was not up before ${en}.` };
  }
}
