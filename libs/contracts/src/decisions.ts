import type { ActionPointState, DecisionState, DecisionWay, LiftState } from '@samhandling/domain';
import type { Day, Id, OrganisationRef, Page, PersonRef, Versioned } from './common.ts';
import type { GroupRef } from './groups.ts';
import type { MeetingRef } from './meetings.ts';
import type { PlanRef } from './plans.ts';

export interface ActivityRef {
  readonly id: Id;
  /** "2.2/5" */
  readonly reference: string;
  readonly text: string;
}

/** `GET /decisions/:id`; made by `POST /agenda-items/:id/decisions`, or between meetings by `POST /groups/:id/decisions`. */
export interface Decision extends Versioned {
  /** "§ 12/2026", and its parts. Numbered per group and year. */
  readonly reference: string;
  readonly number: number;
  readonly year: number;
  /** Of the plan its group works on, to link to the activity and the register. */
  readonly planSlug: string;
  readonly group: GroupRef;
  readonly meeting: MeetingRef | null;
  readonly agendaItemId: Id | null;
  readonly activity: ActivityRef | null;
  readonly goal: {
    readonly id: Id;
    readonly number: number;
    readonly code: string | null;
    readonly title: string;
  } | null;
  readonly decidedOn: Day;
  /** How it was made between meetings; null at a meeting, and where nobody has said. */
  readonly way: DecisionWay | null;
  readonly text: string;
  readonly organisation: OrganisationRef | null;
  readonly person: PersonRef | null;
  readonly due: Day | null;
  readonly state: DecisionState;
  readonly isLate: boolean;
  readonly doneText: string;
  readonly doneOn: Day | null;
  readonly doneBy: PersonRef | null;
  readonly recordsNumber: string;
  readonly answersLift: { readonly id: Id; readonly question: string; readonly fromGroup: GroupRef } | null;
  readonly mayEdit: boolean;
  /** May say what was done. */
  readonly mayComplete: boolean;
  /** Why wording and number cannot be changed; empty when they can. */
  readonly lockedReason: string;
}
export interface DecisionInput {
  readonly text: string;
  readonly organisationId?: Id | null;
  readonly personId?: Id | null;
  readonly due?: Day | null;
  /** False for what nobody is to carry out: it stands, and does not come back. */
  readonly isOpen?: boolean;
  readonly recordsNumber?: string;
  readonly goalId?: Id | null;
  readonly activityId?: Id | null;
  /** Between meetings only; the meeting's day otherwise. */
  readonly decidedOn?: Day;
  /** Between meetings only. */
  readonly way?: DecisionWay | null;
}
/** `PATCH /decisions/:id` (If-Match). Wording, day and number only until the minutes are adjusted. 409 for a number that is taken. */
export type UpdateDecisionRequest = Partial<DecisionInput & { readonly number: number }>;
/** `POST /decisions/:id/transitions` (If-Match). Completing and withdrawing demand words. */
export interface DecisionTransitionRequest {
  readonly transition: 'complete' | 'withdraw' | 'reopen';
  readonly doneText?: string;
  readonly doneOn?: Day;
}

/** `GET /action-points/:id`; `POST /agenda-items/:id/action-points`, `POST /groups/:id/action-points`; `PATCH /action-points/:id` (If-Match). */
export interface ActionPoint extends Versioned {
  readonly planSlug: string;
  readonly group: GroupRef;
  readonly meeting: MeetingRef | null;
  readonly agendaItemId: Id | null;
  readonly decision: { readonly id: Id; readonly reference: string } | null;
  readonly activity: ActivityRef | null;
  readonly text: string;
  readonly organisation: OrganisationRef | null;
  readonly person: PersonRef | null;
  /** Who does it, in words: the person's name, a name without account, or the organisation's. */
  readonly assignee: string;
  /** The meeting's day, or the day it was written down between meetings. */
  readonly madeOn: Day;
  readonly due: Day | null;
  readonly state: ActionPointState;
  readonly isLate: boolean;
  readonly doneText: string;
  readonly doneOn: Day | null;
  readonly doneBy: PersonRef | null;
  readonly mayEdit: boolean;
  readonly mayComplete: boolean;
}
/** Somebody is to do it: a person, somebody without an account, or an organisation. */
export interface ActionPointInput {
  readonly text: string;
  readonly organisationId?: Id | null;
  readonly personId?: Id | null;
  /** For somebody without an account. */
  readonly assignee?: string;
  readonly due?: Day | null;
  readonly decisionId?: Id | null;
  readonly activityId?: Id | null;
}
export type UpdateActionPointRequest = Partial<ActionPointInput>;
/** `POST /action-points/:id/transitions` (If-Match). Both completing and dropping demand words. */
export interface ActionPointTransitionRequest {
  readonly transition: 'complete' | 'drop' | 'reopen';
  readonly doneText?: string;
  readonly doneOn?: Day;
}

/** A question from one group to the one above, with a proposed decision. `GET /lifts/:id`; `POST /agenda-items/:id/lifts`. */
export interface Lift extends Versioned {
  readonly planSlug: string;
  readonly fromGroup: GroupRef;
  readonly toGroup: GroupRef;
  readonly meeting: MeetingRef;
  readonly agendaItemId: Id | null;
  readonly activity: ActivityRef | null;
  readonly question: string;
  readonly proposal: string;
  readonly state: LiftState;
  readonly raisedBy: PersonRef;
  readonly answer: string;
  readonly answeredOn: Day | null;
  /** The decision that answers it, where it was answered by one. */
  readonly decision: { readonly id: Id; readonly reference: string; readonly text: string } | null;
  readonly mayEdit: boolean;
  readonly mayAnswer: boolean;
}
export interface LiftInput {
  readonly question: string;
  readonly proposal?: string;
  /** The group it goes to; the one the group reports to when left out. */
  readonly toGroupId?: Id;
}
/** `PATCH /lifts/:id` (If-Match), while it waits. */
export type UpdateLiftRequest = Partial<Pick<LiftInput, 'question' | 'proposal'>>;
/**
 * `POST /lifts/:id/transitions` (If-Match). `answer` demands words or a decision; with `decision` and the agenda item it is
 * answered under, the decision is made in the same transaction. The asking group's next agenda gets the answer.
 */
export interface LiftTransitionRequest {
  readonly transition: 'answer' | 'withdraw';
  readonly answer?: string;
  readonly agendaItemId?: Id;
  readonly decision?: DecisionInput;
}

/**
 * `GET /decisions?plan=&group=&year=&state=&organisation=&activity=&q=&late=&kind=&page=&pageSize=`: the register of a county.
 * Lists repeat the parameter. `q` is full text with Swedish stemming; "§ 12/2026" finds that decision.
 */
export interface RegisterFilter {
  readonly plan?: string;
  readonly kind?: readonly RegisterKind[];
  readonly group?: readonly Id[];
  readonly year?: readonly number[];
  readonly state?: readonly (DecisionState | 'dropped')[];
  readonly organisation?: readonly Id[];
  readonly person?: Id;
  readonly activity?: Id;
  readonly late?: boolean;
  readonly q?: string;
  readonly page?: number;
  readonly pageSize?: number;
}
export type RegisterKind = 'decision' | 'action_point';
export type RegisterEntry =
  | { readonly kind: 'decision'; readonly decision: Decision }
  | { readonly kind: 'action_point'; readonly actionPoint: ActionPoint };
export interface Register extends Page<RegisterEntry> {
  readonly facets: Readonly<
    Record<
      'kind' | 'group' | 'year' | 'state' | 'organisation',
      readonly { readonly value: string; readonly label: string; readonly count: number }[]
    >
  >;
}

/** `GET /activities/:id/meetings`: what the groups have said and decided about an activity. */
export interface ActivityMeetings {
  /** Newest first; only held meetings. */
  readonly up: readonly {
    readonly meeting: MeetingRef;
    readonly group: GroupRef;
    readonly on: Day;
    readonly note: string;
    readonly nothingNew: boolean;
  }[];
  readonly lastUpOn: Day | null;
  readonly planned: readonly { readonly meeting: MeetingRef; readonly group: GroupRef }[];
  readonly parked: readonly { readonly group: GroupRef; readonly reason: string; readonly until: Day | null }[];
  readonly decisions: readonly Decision[];
  readonly actionPoints: readonly ActionPoint[];
  readonly lifts: readonly Lift[];
}
/** `GET /organisations/:id/undertakings` and `GET /undertakings` (one's own): open first, late first among them. */
export interface Undertakings {
  readonly plan: PlanRef | null;
  readonly decisions: readonly Decision[];
  readonly actionPoints: readonly ActionPoint[];
}
