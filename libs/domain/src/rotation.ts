import type { Day } from './date-text.ts';
import type { Label } from './locale.ts';
import { assignRotation, withEntries } from './rotation-assign.ts';
import { findRotationGaps, type RotationGap } from './rotation-gaps.ts';
import { rotationLoad, type RotationLoad } from './rotation-load.ts';
import { canonical } from './rotation-periods.ts';

export { findRotationGaps, type RotationGap, type RotationGapCause } from './rotation-gaps.ts';
export { rotationLoad, type RotationLoad } from './rotation-load.ts';

/** A meeting that can take activities up, or that has. */
export interface PlannedMeeting {
  readonly id: string;
  readonly day: Day;
  /** Minutes for activities. */
  readonly room: number;
  /** Held, called, passed, or outside of the year that is planned: its entries count, and none is added or taken away. */
  readonly isFixed: boolean;
  /** Of a held meeting only what was up; of any other what stands on it. */
  readonly entries: readonly { readonly activityId: string; readonly isPinned: boolean }[];
}
/** A meeting of the group above, before which each activity is to have been up. `name`: "samrådet" / "the consultation". */
export interface RotationMilestone {
  readonly id: string;
  readonly day: Day;
  readonly name: Label;
}
export interface RotatedActivity {
  readonly id: string;
  /** "2.2/5": the order of the plan. */
  readonly reference: string;
  readonly areaId: string;
  readonly goalId: string;
  readonly minutes: number;
  /** First and last day it goes on; null for no bound. */
  readonly activeFrom: Day | null;
  readonly activeTo: Day | null;
  /** Completed or cancelled: taken up only when something presses. */
  readonly isOver: boolean;
  /** Late, stuck or due: is to be up early. */
  readonly isPressing: boolean;
  /** Last held meeting that had it up. */
  readonly lastUpOn: Day | null;
  /** `until` is the last day it is parked; null: until somebody says otherwise. */
  readonly parking: { readonly reason: string; readonly until: Day | null } | null;
  /** Days when its figures come. It is best taken up on such a day or after. */
  readonly dataDays: readonly Day[];
}
export interface RotationInput {
  readonly meetings: readonly PlannedMeeting[];
  readonly milestones: readonly RotationMilestone[];
  readonly activities: readonly RotatedActivity[];
  /** First day that is planned for. An earlier milestone only says since when an activity is to have been up. */
  readonly from: Day;
  /** Last day that is planned for. What lies between the last milestone and this day promises nothing. */
  readonly horizon: Day;
  /** Today: what was not up before a milestone that has passed is told as missed. */
  readonly today: Day;
  /** Leave what is already planned where it stands, as far as the promises allow. */
  readonly keep: boolean;
}

export interface RotationEntry {
  readonly meetingId: string;
  readonly activityId: string;
  readonly isPinned: boolean;
}
export interface ProposedRotation {
  /** Of the meetings that are not fixed, by meeting and then in the order of the plan. */
  readonly entries: readonly RotationEntry[];
  readonly gaps: readonly RotationGap[];
  /** Of every meeting, the fixed ones included. */
  readonly load: readonly RotationLoad[];
}

/**
 * Spreads a plan's activities over a year's meetings (ADR 20): each that goes on has been up between one milestone and the
 * next, or is parked, or is told as a gap. Loads are even in minutes, areas are kept together where the time allows, and
 * what has figures comes after them where it can. Over the year they are as even as the promise leaves them: nothing is up
 * twice between two milestones only to fill a meeting, so what a period owes decides how much its meetings have, and what
 * comes after the last milestone has what they have on average. The same input gives the same answer, in whatever order it
 * is given.
 */
export function proposeRotation(input: RotationInput): ProposedRotation {
  const ordered = canonical(input);
  const entries = assignRotation(ordered);
  const meetings = withEntries(ordered.meetings, entries);
  return {
    entries,
    gaps: findRotationGaps({ ...ordered, meetings }, 'proposed'),
    load: rotationLoad(meetings, ordered.activities),
  };
}
