import type { GroupKind, MemberRole, Turnover } from '@samhandling/domain';
import type { Day, Id, Instant, OrganisationRef, Versioned } from './common.ts';
import type { LetterState } from './letters.ts';
import type { MeetingRef } from './meetings.ts';
import type { PlanRef } from './plans.ts';

export interface GroupRef {
  readonly id: Id;
  readonly name: string;
  readonly kind: GroupKind;
}

/** `GET /plans/:slug/groups`: open groups first, in the county's order, then closed ones. */
export interface GroupList {
  readonly plan: PlanRef;
  readonly items: readonly GroupListItem[];
  readonly mayCreate: boolean;
}
export interface GroupListItem extends GroupRef {
  readonly closedOn: Day | null;
  /** What a closed group achieved; empty for an open one. */
  readonly result: string;
  readonly members: number;
  readonly chair: string | null;
  /** Held this calendar year, out of the target; `target` null when none is set. */
  readonly heldThisYear: number;
  readonly target: number | null;
  readonly next: MeetingRef | null;
  readonly last: MeetingRef | null;
  readonly openDecisions: number;
  readonly openActionPoints: number;
}

/** `GET /groups/:id`. `POST /plans/:slug/groups`, `PATCH /groups/:id` (If-Match) by a planner. */
export interface Group extends GroupRef, Versioned {
  readonly plan: PlanRef;
  readonly purpose: string;
  readonly meetingsPerYear: number | null;
  /** Days without having been up after which an activity is proposed for the agenda. */
  readonly silentAfterDays: number;
  /** Minutes an activity gets on the agenda unless somebody says otherwise. */
  readonly minutesPerItem: number;
  /** The organisation of kind "group" that the plan names as acting, where there is one. */
  readonly organisation: OrganisationRef | null;
  /** The group that lifted questions go to. */
  readonly reportsTo: GroupRef | null;
  /** Held meetings are registered as events of this kind, for these activities: "antal genomförda träffar" counts itself. */
  readonly counting: {
    readonly kind: { readonly id: Id; readonly name: string } | null;
    readonly activities: readonly { readonly id: Id; readonly reference: string; readonly text: string }[];
  };
  readonly closedOn: Day | null;
  /** What the group achieved; written when it is closed. */
  readonly result: string;
  readonly members: readonly GroupMember[];
  /** Of the last twelve months. */
  readonly turnover: Turnover;
  /** Newest year first; the years that have a meeting. `attendances`: deltagartillfällen in held meetings. */
  readonly years: readonly {
    readonly year: number;
    readonly planned: number;
    readonly held: number;
    readonly cancelled: number;
    readonly attendances: number;
  }[];
  readonly meetings: readonly MeetingRef[];
  /** Of an open group: meetings to come that closing it today would cancel. */
  readonly toCancel?: number;
  /** In the answer to a closing: meetings to come that were cancelled with it. */
  readonly cancelled?: number;
  /** The same group in the plan before, and in the plan after; null where there is none. */
  readonly continuesFrom: GroupInPlan | null;
  readonly continuesIn: GroupInPlan | null;
  /** Plans it can be taken along into; for a planner, and empty when it has gone on. */
  readonly mayContinueIn: readonly PlanRef[];
  readonly mayManage: boolean;
  /** May write in its meetings: a planner, or somebody with an account who is in the group today. */
  readonly mayWrite: boolean;
}
export interface GroupInPlan extends GroupRef {
  readonly plan: PlanRef;
}
/**
 * `POST /groups/:id/continuations`: the group in the plan that follows, with its members from today. Answers the new group. With
 * `result` the old one is closed today in the same transaction.
 */
export interface ContinueGroupRequest {
  readonly planId: Id;
  readonly result?: string;
}
export interface GroupInput {
  readonly name: string;
  readonly kind: GroupKind;
  readonly purpose?: string;
  readonly meetingsPerYear?: number | null;
  readonly silentAfterDays?: number;
  readonly minutesPerItem?: number;
  readonly organisationId?: Id | null;
  readonly reportsToId?: Id | null;
  readonly countingKindId?: Id | null;
  readonly countingActivityIds?: readonly Id[];
}
export type UpdateGroupRequest = Partial<GroupInput>;

/** `POST /groups/:id/transitions` (If-Match). Closing demands a result; planned meetings after the day are cancelled first. */
export interface GroupTransitionRequest {
  readonly transition: 'close' | 'reopen';
  readonly closedOn?: Day;
  readonly result?: string;
}

/** Staff of an organisation, with or without an account. Everybody who ever was in the group is listed. */
export interface GroupMember extends Versioned {
  readonly name: string;
  readonly email: string;
  readonly personId: Id | null;
  readonly organisation: OrganisationRef;
  readonly role: MemberRole;
  readonly substituteFor: { readonly id: Id; readonly name: string } | null;
  readonly fromDay: Day;
  readonly toDay: Day | null;
  readonly isCurrent: boolean;
  /** Of the meetings held while the member belonged to the group: how many there were, and how many were attended. */
  readonly attended: number;
  readonly attendedOf: number;
}
/**
 * `POST /groups/:id/members`, `PATCH /group-members/:id` (If-Match). With `personId`, name and address are the person's.
 * `DELETE /group-members/:id` is for one entered by mistake: refused for somebody who stands in a meeting, who leaves with a last day.
 */
export interface GroupMemberInput {
  readonly personId?: Id | null;
  readonly name?: string;
  readonly email?: string;
  readonly organisationId: Id;
  readonly role: MemberRole;
  readonly substituteForId?: Id | null;
  readonly fromDay: Day;
  readonly toDay?: Day | null;
}
export type UpdateGroupMemberRequest = Partial<GroupMemberInput>;

/** `GET /groups/choices?plan=`: what the forms offer. */
export interface GroupChoices {
  readonly groups: readonly GroupRef[];
  readonly organisations: readonly (OrganisationRef & { readonly isGroup: boolean })[];
  readonly people: readonly {
    readonly id: Id;
    readonly name: string;
    readonly email: string;
    readonly organisationId: Id | null;
  }[];
  readonly eventKinds: readonly { readonly id: Id; readonly name: string }[];
  readonly goals: readonly {
    readonly id: Id;
    readonly number: number;
    readonly code: string | null;
    readonly title: string;
  }[];
  readonly activities: readonly { readonly id: Id; readonly reference: string; readonly text: string }[];
}

/** When a change was told to those who were called. */
export interface Calling {
  readonly calledAt: Instant;
  readonly calledBy: string;
  /** 0 for the first calling; each changed one counts one up, as calendars want it. */
  readonly sequence: number;
  /** How the letters of this calling went, and who has no address to send one to. */
  readonly letters?: {
    readonly sent: number;
    readonly waiting: number;
    /** Those that did not leave, and those of which nobody knows. */
    readonly lost: readonly {
      readonly name: string;
      readonly state: Extract<LetterState, 'failed' | 'unknown'>;
      readonly reason: string;
    }[];
  };
  readonly withoutAddress?: readonly string[];
}
