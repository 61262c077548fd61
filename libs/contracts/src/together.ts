import type { FollowUpState, ParticipationState, ResponseKind } from '@samhandling/domain';
import type { Day, Id, Instant, OrganisationRef, PersonRef, Versioned } from './common.ts';
import type { PlanRef } from './plans.ts';
import type { RoundRef } from './rounds.ts';

/** What one of the other responsible organisations says about an answer. */
export interface FollowUpResponse {
  readonly id: Id;
  readonly version: number;
  readonly organisation: OrganisationRef;
  readonly kind: ResponseKind;
  readonly text: string;
  readonly person: PersonRef;
  readonly at: Instant;
  /** The answer was changed after this was said. */
  readonly isOutdated: boolean;
}
/** With the follow-up page: who has said something, who has not, and for whom this person may. */
export interface FollowUpResponses {
  readonly given: readonly FollowUpResponse[];
  readonly waitingFor: readonly OrganisationRef[];
  readonly mayRespondFor: readonly OrganisationRef[];
}
/** `PUT /follow-ups/:id/responses/:organisationId` with If-Match = the response's version, 0 when there is none; `DELETE` takes it back. */
export interface PutResponseRequest {
  readonly kind: ResponseKind;
  /** Required by `add`. */
  readonly text?: string;
}

/** `GET /rounds/:id/reporters?rotate=` : one row per activity of the round, with a proposal. One query. */
export interface ReporterList {
  readonly round: RoundRef;
  readonly plan: PlanRef;
  readonly rows: readonly ReporterRow[];
  /** Everybody who may report in the county, by organisation. */
  readonly people: readonly Reporter[];
  readonly mayAssign: boolean;
}
export interface ReporterRow {
  readonly followUpId: Id;
  readonly version: number;
  readonly state: FollowUpState;
  readonly reference: string;
  readonly text: string;
  readonly responsible: readonly OrganisationRef[];
  readonly reporter: PersonRef | null;
  readonly lastRound: PersonRef | null;
  readonly proposal: (PersonRef & { readonly because: 'last_round' | 'rotated' | 'first_responsible' }) | null;
}
export interface Reporter extends PersonRef {
  readonly email: string;
  readonly organisations: readonly OrganisationRef[];
  /** Without an account: answers by link. */
  readonly hasAccount: boolean;
  /** `GET /reporters` only: has left the county with answers still waiting, so there is something to hand over. */
  readonly hasLeft?: true;
}
/** `POST /rounds/:id/reporters` : many at once. Each is judged by itself with its own version; answered in the order sent. */
export interface AssignReportersRequest {
  readonly assignments: readonly {
    readonly followUpId: Id;
    readonly version: number;
    readonly reporterId: Id | null;
  }[];
}
export interface AssignReportersAnswer {
  readonly results: readonly {
    readonly followUpId: Id;
    readonly result: 'saved' | 'unchanged' | 'stale' | 'refused';
    readonly version: number;
    readonly reporter: PersonRef | null;
    readonly reason: string;
  }[];
}
/** `POST /reporters` : somebody who answers by link and has no account. 409 `duplicate` with words when the address is known. */
export interface CreateReporterRequest {
  readonly name: string;
  readonly email: string;
  readonly organisationId: Id;
}

/** `POST /handovers/preview` and `POST /handovers` : all of a person's open items at once. */
export interface HandoverRequest {
  readonly fromPersonId: Id;
  readonly toPersonId: Id;
  readonly reason?: string;
}
export interface HandoverPreview {
  readonly from: PersonRef;
  readonly to: PersonRef;
  readonly items: readonly HandoverItem[];
  /** Items that move. */
  readonly moves: number;
}
export interface HandoverItem {
  readonly followUpId: Id;
  readonly plan: PlanRef;
  readonly round: RoundRef;
  readonly reference: string;
  readonly text: string;
  readonly state: FollowUpState;
  readonly moves: boolean;
  /** Why it stays; empty when it moves. */
  readonly reason: string;
}
/** `GET /handovers` answers the latest twenty. `POST /handovers/:id/undo` with If-Match moves back what nobody has touched since. */
export interface Handover extends Versioned {
  readonly from: PersonRef;
  readonly to: PersonRef;
  readonly by: PersonRef;
  readonly at: Instant;
  readonly reason: string;
  readonly items: number;
  readonly undoneAt: Instant | null;
  readonly mayUndo: boolean;
}
/** `POST /handovers` and `POST /handovers/:id/undo` : what came of it, item by item. */
export interface HandoverAnswer {
  readonly handover: Handover;
  readonly items: readonly HandoverItem[];
  readonly moves: number;
}

/** `GET /rounds/:id/participation?activity=` : partners, and members of collectives, per activity. */
export interface ParticipationSheet {
  readonly round: RoundRef;
  readonly activities: readonly ParticipationActivity[];
}
export interface ParticipationActivity {
  readonly id: Id;
  readonly reference: string;
  readonly text: string;
  readonly rows: readonly ParticipationRow[];
  /** "5 av 8 kommuner deltog": per state, and how many are asked. */
  readonly counts: Readonly<Record<ParticipationState | 'not_stated', number>>;
}
export interface ParticipationRow {
  readonly organisation: OrganisationRef;
  /** The collective it is a member of; null for a partner named itself. */
  readonly collective: OrganisationRef | null;
  readonly municipalityCode: string | null;
  /** 0: nothing is stated. */
  readonly version: number;
  readonly state: ParticipationState | null;
  readonly note: string;
  readonly updatedAt: Instant | null;
  readonly updatedBy: PersonRef | null;
  readonly mayEdit: boolean;
  readonly lockedReason: string;
  /** Member only in part of the round: from, to. */
  readonly from: Day | null;
  readonly to: Day | null;
}
/** `PUT /rounds/:id/participation` : one or many. `state` null takes the statement away. Answers the sheet of the activities touched. */
export interface PutParticipationRequest {
  readonly rows: readonly {
    readonly activityId: Id;
    readonly organisationId: Id;
    readonly version: number;
    readonly state: ParticipationState | null;
    readonly note?: string;
  }[];
}
export interface PutParticipationAnswer {
  readonly results: readonly {
    readonly activityId: Id;
    readonly organisationId: Id;
    readonly result: 'saved' | 'unchanged' | 'stale' | 'refused';
    readonly reason: string;
  }[];
  readonly activities: readonly ParticipationActivity[];
}
