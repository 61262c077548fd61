import type { Day, Id, Instant, Versioned } from './common.ts';
import type { GroupRef } from './groups.ts';
import type { ActivityOnAgenda, AgendaReason, MeetingRef } from './meetings.ts';
import type { PlanRef } from './plans.ts';

/** `GET /groups/:id/rotation/:year`: which activity is up when, as it is planned now. */
export interface Rotation {
  readonly group: GroupRef;
  readonly plan: PlanRef;
  readonly year: number;
  /** What an activity gets on the agenda unless somebody says otherwise. */
  readonly minutesPerItem: number;
  /** The group's target; null where it has none. */
  readonly meetingsPerYear: number | null;
  readonly meetings: readonly RotationMeeting[];
  /** The other group's meetings that each activity is to have been up before, with their days. */
  readonly milestones: readonly (MeetingRef & { readonly group: GroupRef; readonly on: Day })[];
  /** Days when figures come, from the year wheel: what an activity with figures is best taken up after. */
  readonly dataDays: readonly { readonly on: Day; readonly title: string; readonly activityIds: readonly Id[] }[];
  readonly activities: readonly RotationActivity[];
  /** Broken promises, in words: an activity that has two milestones without having been up in between. */
  readonly gaps: readonly RotationGap[];
  readonly mayManage: boolean;
}
/** `milestoneId`: the meeting it comes to without having been up. `words` are whole and ready to show. */
export interface RotationGap {
  readonly activityId: Id;
  readonly milestoneId: Id;
  readonly words: string;
}
export interface RotationMeeting extends MeetingRef, Versioned {
  readonly on: Day;
  /** Minutes for activities: the meeting's length less its other items. */
  readonly room: number;
  readonly entries: readonly RotationEntry[];
  /** Held, called, or passed: its entries no longer move. */
  readonly isFixed: boolean;
  /** Why, in words; empty when it is not fixed. */
  readonly fixedReason: string;
}
export interface RotationEntry {
  readonly activityId: Id;
  readonly isPinned: boolean;
  /** The meeting is held, and had it up. */
  readonly wasUp: boolean;
  /** Stands on the agenda already: it is moved there, by postponing or removing the item. */
  readonly isOnAgenda: boolean;
}
export interface RotationActivity extends ActivityOnAgenda {
  readonly area: { readonly id: Id; readonly number: string; readonly title: string };
  readonly minutes: number;
  readonly reasons: readonly AgendaReason[];
  /** Late, stuck or silent for too long: is to be up early. */
  readonly isPressing: boolean;
  /** Goes on at some time of the year, and is neither completed nor cancelled. What is not, need not be up. */
  readonly isActive: boolean;
  readonly parking: {
    readonly id: Id;
    readonly version: number;
    readonly reason: string;
    readonly until: Day | null;
  } | null;
}
/** `keep`: leaves what is planned where it stands, as far as it can. Otherwise all that is not pinned is laid anew. */
export interface RotationProposalRequest {
  readonly keep?: boolean;
}
/** `POST /groups/:id/rotation/:year/proposal`: what the planner proposes; nothing is kept until it is put. */
export interface RotationProposal {
  readonly entries: readonly { readonly meetingId: Id; readonly activityId: Id; readonly isPinned: boolean }[];
  /** What could not be met, in words. */
  readonly gaps: readonly RotationGap[];
  /** Activities per meeting. */
  readonly load: readonly {
    readonly meetingId: Id;
    readonly activities: number;
    readonly minutes: number;
    readonly room: number;
  }[];
}
/** `PUT /meetings/:id/rotation` (If-Match of the meeting): the activities of that meeting, whole. Answers the rotation. */
export interface PutRotationRequest {
  readonly entries: readonly { readonly activityId: Id; readonly isPinned: boolean }[];
}
/** `PUT /groups/:id/rotation/:year`: the whole year at once, each meeting from the version it was seen in. */
export interface PutRotationYearRequest {
  readonly meetings: readonly (PutRotationRequest & { readonly meetingId: Id; readonly version: number })[];
}
/** What `PUT` of a parking answers, and a stale one is told as `current`. */
export interface ParkingAnswer {
  readonly parking: RotationActivity['parking'];
}
/** `PUT /groups/:id/parkings/:activityId` (If-Match, "0" for a new one); `DELETE` takes it away. */
export interface ParkingInput {
  readonly reason: string;
  readonly until?: Day | null;
}

/** `POST /groups/:id/meetings/proposal`: days for a year's meetings. Nothing is kept; the chosen ones are posted as meetings. */
export interface MeetingsProposalRequest {
  readonly year: number;
  readonly count: number;
  readonly rule: 'monthly' | 'weekly';
  /** Monthly: the first to fourth such weekday of the month; -1 the last. */
  readonly nth?: 1 | 2 | 3 | 4 | -1;
  /** Weekly: every so many weeks. */
  readonly everyWeeks?: number;
  /** 1 for Monday to 5 for Friday. */
  readonly weekday: number;
  /** Swedish clock time, "13:00". */
  readonly startTime: string;
  readonly endTime: string;
  readonly meetsInJuly?: boolean;
  /** Weeks 27 to 32 are kept free. */
  readonly isSummerFree?: boolean;
}
export interface MeetingsProposal {
  readonly meetings: readonly {
    readonly day: Day;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
    /** Why it is not on the day of the rule, in words; empty when it is. */
    readonly note: string;
  }[];
  /** Days of the rule on which nothing is proposed, with why. */
  readonly leftOut: readonly { readonly day: Day; readonly reason: string }[];
  /** How many fewer than wanted, in words; empty when none. */
  readonly short: string;
  /** The meetings of the group above in the year: one's own are best placed before them. */
  readonly milestones: readonly (MeetingRef & { readonly group: GroupRef; readonly on: Day })[];
}
