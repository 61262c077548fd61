import type {
  AgendaItemKind,
  AgendaItemOrigin,
  AgendaItemState,
  AgendaReasonCode,
  Attendance,
  Judgement,
  Locale,
  MeetingState,
  MeetingTransitionName,
  MemberRole,
  PlanWords,
} from '@samhandling/domain';
import type { Day, Id, Instant, OrganisationRef, PersonRef, TransitionOffer, Versioned } from './common.ts';
import type { ActionPoint, Decision, Lift } from './decisions.ts';
import type { Calling, GroupRef } from './groups.ts';
import type { IndicatorSeries, PlanRef } from './plans.ts';

export interface MeetingRef {
  readonly id: Id;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Empty: the group's name says enough. */
  readonly title: string;
  readonly state: MeetingState;
}

/** `POST /groups/:id/meetings` with `{ "meetings": [...] }`: one, or a whole year's at once. `PATCH /meetings/:id` (If-Match). */
export interface MeetingInput {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly title?: string;
  readonly place?: string;
  readonly link?: string;
}
export interface CreateMeetingsRequest {
  readonly meetings: readonly MeetingInput[];
}
export type UpdateMeetingRequest = Partial<MeetingInput>;
/** The answer to a creation: the meetings in the order sent. */
export interface CreatedMeetings {
  readonly meetings: readonly (MeetingRef & Versioned)[];
}

/**
 * `POST /meetings/:id/transitions` (If-Match). `cancel` demands a reason. `call` and `call_again` send the invitation with the
 * agenda as PDF to the members, with `message` above it.
 */
export interface MeetingTransitionRequest {
  readonly transition: Exclude<MeetingTransitionName, 'adjust'>;
  readonly reason?: string;
  readonly message?: string;
}

/** `GET /meetings/:id` : the meeting with its agenda and who is expected. */
export interface Meeting extends MeetingRef, Versioned {
  readonly group: GroupRef & { readonly silentAfterDays: number; readonly minutesPerItem: number };
  readonly plan: PlanRef & { readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly place: string;
  readonly link: string;
  readonly cancelReason: string;
  readonly heldAt: Instant | null;
  readonly calling: Calling | null;
  /** What has changed since the calling, in words; empty when nothing has, or nobody has been called. */
  readonly changesSinceCalling: readonly string[];
  readonly items: readonly AgendaItem[];
  /** Sum of the items that are still on the agenda, in minutes, and the meeting's own length. */
  readonly minutesPlanned: number;
  readonly minutesLong: number;
  readonly attendance: readonly AttendanceRow[];
  readonly previous: MeetingRef | null;
  readonly next: MeetingRef | null;
  /** The group's other meetings to come, to postpone an item to. */
  readonly later: readonly MeetingRef[];
  /** The digest the meeting is given: made, or one that can be made (`id` null). Null where nobody reports to the group. */
  readonly digest: { readonly id: Id | null } | null;
  readonly transitions: readonly TransitionOffer<MeetingTransitionName>[];
  readonly mayManage: boolean;
  readonly mayWrite: boolean;
  /** Why it cannot be written in; empty when it can. */
  readonly lockedReason: string;
}

/** Why an item is on the agenda. `words` are whole and ready to show. */
export interface AgendaReason {
  readonly code: AgendaReasonCode;
  readonly words: string;
}
export type { AgendaReasonCode };

export interface AgendaItem extends Versioned {
  readonly kind: AgendaItemKind;
  /** 1-based among those still on the agenda; null for what was removed, postponed before the meeting, or parked. */
  readonly number: number | null;
  readonly title: string;
  readonly activity: ActivityOnAgenda | null;
  readonly decision: { readonly id: Id; readonly reference: string; readonly text: string } | null;
  readonly actionPoint: { readonly id: Id; readonly text: string; readonly assignee: string } | null;
  readonly lift: { readonly id: Id; readonly question: string; readonly fromGroup: GroupRef } | null;
  readonly reasons: readonly AgendaReason[];
  /** Set by a person, or the group's usual number. */
  readonly minutes: number;
  readonly origin: AgendaItemOrigin;
  readonly state: AgendaItemState;
  /** Why it was postponed, parked or removed. */
  readonly stateReason: string;
  readonly postponedTo: MeetingRef | null;
  readonly note: string;
  readonly secondsUsed: number;
  /** Added, or taken away, after the meeting was called. */
  readonly changedAfterCalling: boolean;
}
export interface ActivityOnAgenda {
  readonly id: Id;
  /** "2.2/5" */
  readonly reference: string;
  readonly text: string;
  readonly goal: { readonly id: Id; readonly number: number; readonly code: string | null };
  readonly responsible: readonly OrganisationRef[];
  readonly judgement: Judgement | null;
  /** Day of the group's last held meeting that had it up. */
  readonly lastUpOn: Day | null;
}

/** `GET /meetings/:id/agenda/proposal`: what could be on it and is not, most pressing first. */
export interface AgendaProposal {
  readonly items: readonly ProposedItem[];
  /** Items that fit in the time that is left, from the top. */
  readonly fits: number;
}
export interface ProposedItem {
  /** What `POST /meetings/:id/agenda` takes. */
  readonly key: AgendaItemInput;
  readonly kind: AgendaItemKind;
  readonly title: string;
  readonly activity: ActivityOnAgenda | null;
  readonly reasons: readonly AgendaReason[];
  readonly minutes: number;
}
/** Exactly one of the ids for a kind; `title` for `free`. */
export interface AgendaItemInput {
  readonly kind: AgendaItemKind;
  readonly title?: string;
  readonly activityId?: Id;
  readonly decisionId?: Id;
  readonly actionPointId?: Id;
  readonly liftId?: Id;
  readonly minutes?: number;
}
/** `POST /meetings/:id/agenda`. Without `items` the server takes its own proposal, as far as the time goes. Answers the meeting. */
export interface AddAgendaItemsRequest {
  readonly items?: readonly AgendaItemInput[];
}
/** `POST /meetings/:id/agenda/order` (If-Match of the meeting): every id still on the agenda, in the order wanted. */
export interface OrderAgendaRequest {
  readonly ids: readonly Id[];
}
/** `PATCH /agenda-items/:id` (If-Match of the item). Answers the item. */
export interface UpdateAgendaItemRequest {
  readonly title?: string;
  readonly minutes?: number | null;
  readonly note?: string;
  /** Seconds it has been on screen in the walk-through, in all. */
  readonly secondsUsed?: number;
}
/**
 * `POST /agenda-items/:id/transitions` (If-Match of the item). `postpone` may name the meeting (the next one otherwise), `park`
 * demands a reason and may have a last day; `restore` puts a postponed, parked or removed item back.
 */
export interface AgendaItemTransitionRequest {
  readonly transition: 'treat' | 'nothing_new' | 'postpone' | 'park' | 'remove' | 'restore';
  readonly reason?: string;
  readonly postponeToId?: Id;
  readonly parkUntil?: Day;
}

export interface AttendanceRow {
  /** Null until somebody has said anything about it. */
  readonly id: Id | null;
  readonly version: number;
  /** Null for a guest. */
  readonly memberId: Id | null;
  readonly name: string;
  readonly organisation: OrganisationRef | null;
  readonly role: MemberRole | null;
  readonly substituteFor: string | null;
  readonly status: Attendance | null;
  /** Not in the group on the day of the meeting, and yet stated to have been there. */
  readonly isOutside: boolean;
}
/** `PUT /meetings/:id/attendance`: each row for itself, as participation. A guest has a name and an organisation. */
export interface PutAttendanceRequest {
  readonly rows: readonly {
    readonly id?: Id | null;
    readonly version: number;
    readonly memberId?: Id | null;
    readonly name?: string;
    readonly organisationId?: Id | null;
    /** Null takes the row away. */
    readonly status: Attendance | null;
  }[];
}
export interface AttendanceAnswer {
  readonly rows: readonly AttendanceRow[];
  readonly refused: readonly { readonly index: number; readonly code: string; readonly reason: string }[];
}

/** `GET /meetings/:id/walk-through`: everything the screen needs, for every item, so that the next one is there at the key. */
export interface WalkThrough {
  readonly meeting: MeetingRef & Versioned & { readonly place: string };
  readonly group: GroupRef;
  readonly plan: PlanRef & { readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly items: readonly WalkThroughItem[];
  readonly members: readonly {
    readonly personId: Id | null;
    readonly memberId: Id;
    readonly name: string;
    readonly organisation: OrganisationRef;
  }[];
  readonly organisations: readonly OrganisationRef[];
  readonly liftsTo: GroupRef | null;
  readonly writer: Writer | null;
  readonly mayWrite: boolean;
  readonly lockedReason: string;
  readonly live: LiveState;
}
export interface WalkThroughItem extends AgendaItem {
  /** Null unless the item is about an activity. */
  readonly about: ActivityBriefing | null;
  /** Made under this item. */
  readonly decisions: readonly Decision[];
  readonly actionPoints: readonly ActionPoint[];
  readonly lifts: readonly Lift[];
  /** The question and its proposal, where the item is a lift; the answer where it is one. */
  readonly question: Lift | null;
}
export interface ActivityBriefing {
  readonly area: { readonly number: string; readonly title: string };
  readonly goalTitle: string;
  /** "ändrad genom beslut …"; empty when the wording is as adopted. */
  readonly amendment: string;
  readonly partners: readonly OrganisationRef[];
  /** The open round's answer, where judgement is set; null when no round takes corrections. */
  readonly followUp: {
    readonly id: Id;
    readonly version: number;
    readonly roundLabel: string;
    readonly judgement: Judgement | null;
    readonly supportNeeded: string;
    readonly cancelReason: string;
    readonly cancelDecision: string;
    readonly nextStep: string;
    readonly nextStepDate: Day | null;
    readonly done: string;
    /** Whom a judgement set in the meeting is written for, unless somebody else is chosen. */
    readonly reporter: PersonRef | null;
    readonly mayWrite: boolean;
    readonly lockedReason: string;
  } | null;
  readonly lastDecision: Decision | null;
  /** Of this activity, from any of the plan's groups. */
  readonly openDecisions: readonly Decision[];
  readonly openActionPoints: readonly ActionPoint[];
  readonly lastNote: { readonly on: Day; readonly group: string; readonly text: string } | null;
  readonly since: Day | null;
  /** What has changed since `since`, newest first, as changes: what, from, to, by whom. */
  readonly changes: readonly BriefedChange[];
  readonly numbers: readonly IndicatorSeries[];
  readonly openReasons: readonly AgendaReason[];
}
export interface BriefedChange {
  readonly at: Instant;
  readonly by: string;
  /** "Lägesbedömning", "Utfall: Antal träffar" */
  readonly what: string;
  /** Empty where there was none. */
  readonly from: string;
  readonly to: string;
}

/** Who has the pen. It is given back when the page is left, and is free again a minute after the last sign of life. */
export interface Writer extends PersonRef {
  readonly until: Instant;
  readonly isMe: boolean;
}
/** `POST /meetings/:id/writer`: takes the pen, keeps it, or gives it back. `force` takes it from somebody, who is told. */
export interface WriterRequest {
  readonly take: boolean;
  readonly force?: boolean;
}
/** `PUT /meetings/:id/current`: the item on screen, for those who follow. */
export interface CurrentItemRequest {
  readonly itemId: Id | null;
}
/** One line of `GET /meetings/:id/live` (server-sent events, event `state`); a page that follows reads what is new. */
export interface LiveState {
  /** One up with everything written in the meeting. */
  readonly number: number;
  readonly currentItemId: Id | null;
  readonly state: MeetingState;
  readonly writer: Writer | null;
}
