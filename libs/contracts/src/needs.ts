import type {
  NeedProposal,
  NeedsAnswerValue,
  NeedsKindCount,
  NeedsQuestion,
  NeedsState,
  NeedState,
  NeedsSum,
  NeedsTransitionName,
} from '@samhandling/domain';
import type { Day, Id, Instant, OrganisationRef, TransitionOffer, Versioned } from './common.ts';
import type { GroupRef } from './groups.ts';
import type { LetterState } from './letters.ts';
import type { PlanRef } from './plans.ts';

/** `GET /plans/:slug/needs-inventories`: newest year first. */
export interface NeedsInventoryList {
  readonly plan: PlanRef;
  readonly items: readonly NeedsInventoryListItem[];
  /** Groups that can be asked: the open ones of the plan, consultation groups first. */
  readonly groups: readonly (GroupRef & { readonly members: number })[];
  readonly mayManage: boolean;
}
export interface NeedsInventoryListItem extends Versioned {
  readonly year: number;
  readonly title: string;
  readonly group: GroupRef;
  readonly state: NeedsState;
  readonly due: Day;
  readonly isAnonymous: boolean;
  readonly invited: number;
  readonly answered: number;
  readonly needs: number;
}

/** `POST /plans/:slug/needs-inventories`. `from`: the questions of the last inventory, if there is one, or the standard ones. */
export interface CreateNeedsInventoryRequest {
  readonly groupId: Id;
  readonly year: number;
  readonly due: Day;
  readonly from: 'last' | 'standard';
  readonly isAnonymous?: boolean;
}

export interface GoalToAsk {
  readonly id: Id;
  readonly code: string;
  readonly title: string;
}

/** `GET /needs-inventories/:id`. */
export interface NeedsInventory extends Versioned {
  readonly plan: PlanRef;
  readonly group: GroupRef;
  readonly year: number;
  readonly title: string;
  readonly intro: string;
  readonly isAnonymous: boolean;
  readonly due: Day;
  readonly state: NeedsState;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly questions: readonly NeedsQuestion[];
  readonly goals: readonly GoalToAsk[];
  /** How many would be asked if it was opened now, or were. */
  readonly members: number;
  readonly answered: number;
  readonly transitions: readonly TransitionOffer<NeedsTransitionName>[];
  readonly mayManage: boolean;
}
/** `PATCH /needs-inventories/:id` (If-Match). Title, introduction and anonymity while it is a draft; the day while it is open too. */
export interface UpdateNeedsInventoryRequest {
  readonly title?: string;
  readonly intro?: string;
  readonly isAnonymous?: boolean;
  readonly due?: Day;
}
export type NeedsQuestionInput = Omit<NeedsQuestion, 'id'> & { readonly id?: Id };
/** `PUT /needs-inventories/:id/questions` (If-Match of the inventory): all of them, in order. */
export interface PutNeedsQuestionsRequest {
  readonly questions: readonly NeedsQuestionInput[];
}
export interface NeedsTransitionRequest {
  readonly transition: NeedsTransitionName;
}

/** `GET /needs-inventories/:id/invitations`: who is asked, and whether they have answered; never what. */
export interface NeedsInvitationList {
  readonly items: readonly NeedsInvitation[];
}
export interface NeedsInvitation extends Versioned {
  readonly name: string;
  readonly email: string;
  readonly organisation: OrganisationRef;
  readonly letters: number;
  readonly lastLetterAt: Instant | null;
  readonly letterState: 'none' | LetterState;
  /** Why the letter was not sent, or is not known to have arrived. */
  readonly letterError: string;
  readonly hasOpened: boolean;
  readonly hasAnswered: boolean;
  readonly isRevoked: boolean;
  readonly revokedReason: string;
}
/** `POST /needs-inventories/:id/reminders`: a letter to those who are left, or to some of them. */
export interface SendNeedsRemindersRequest {
  readonly invitationIds?: readonly Id[];
}
export interface NeedsRemindersSent {
  readonly sent: number;
  /** Left without a letter, with why. */
  readonly withoutAddress: readonly string[];
}
/** `POST /needs-invitations/:id/link`: a new link, told once, for whoever got no letter. The earlier one stops working. */
export interface CreatedNeedsLink {
  readonly invitation: NeedsInvitation;
  readonly url: string;
}
/** `POST /needs-invitations/:id/revoke` (If-Match). */
export interface RevokeNeedsInvitationRequest {
  readonly reason: string;
}
export interface NeedsLinkUse {
  readonly at: Instant;
  readonly action: 'open' | 'save' | 'refused';
  readonly refusedBecause: string;
  readonly browser: string;
}

/** `GET /needs-inventories/:id/results`. */
export interface NeedsResults {
  readonly inventory: Versioned & {
    readonly state: NeedsState;
    readonly isAnonymous: boolean;
    readonly year: number;
    readonly title: string;
  };
  readonly asked: number;
  readonly answered: number;
  /** Why nothing is shown, in words; empty when it is. */
  readonly hiddenReason: string;
  readonly questions: readonly NeedsQuestion[];
  readonly goals: readonly GoalToAsk[];
  readonly sums: readonly NeedsSum[];
  readonly kinds: readonly NeedsKindCount[];
  /** Texts that seem to say the same, to look at. */
  readonly proposals: readonly NeedProposal[];
  readonly needs: readonly Need[];
  readonly mayManage: boolean;
}

/** A need: what several answers come to, in the planner's words. */
export interface Need extends Versioned {
  readonly year: number;
  readonly inventoryId: Id | null;
  readonly goal: GoalToAsk | null;
  readonly title: string;
  readonly description: string;
  readonly state: NeedState;
  /** Why it was declined; empty otherwise. */
  readonly declineReason: string;
  readonly textIds: readonly Id[];
  /** The work plan it was chosen into. */
  readonly workPlan: { readonly id: Id; readonly year: number } | null;
}
/** `POST /needs-inventories/:id/needs`; `PATCH /needs/:id` (If-Match); `DELETE /needs/:id` (If-Match) unless it is chosen. */
export interface CreateNeedRequest {
  readonly title: string;
  readonly description?: string;
  readonly goalId?: Id | null;
  readonly textIds?: readonly Id[];
}
export type UpdateNeedRequest = Partial<CreateNeedRequest>;
/** `POST /needs/:id/transitions` (If-Match). Choosing is done in the work plan. */
export interface NeedTransitionRequest {
  readonly transition: 'decline' | 'propose';
  readonly reason?: string;
}

/** `GET /needs-answer` with the link's secret in `X-Needs-Link`: what is asked, and what one has answered so far. */
export interface NeedsAnswerSheet {
  readonly county: string;
  readonly plan: { readonly title: string };
  readonly group: string;
  readonly title: string;
  readonly intro: string;
  readonly year: number;
  readonly due: Day;
  readonly isAnonymous: boolean;
  readonly name: string;
  readonly organisation: string;
  readonly questions: readonly NeedsQuestion[];
  readonly goals: readonly GoalToAsk[];
  readonly answers: readonly NeedsAnswerValue[];
  /** 0 before anything has been saved. */
  readonly version: number;
}
/** `PUT /needs-answer` (If-Match): the sheet as it is now, whole. */
export interface PutNeedsAnswerRequest {
  readonly answers: readonly NeedsAnswerValue[];
}
export interface NeedsAnswerSaved {
  readonly answers: readonly NeedsAnswerValue[];
  readonly version: number;
}
/** The header that carries the secret of a needs link. It stands in no address, so no log on the way holds it. */
export const NEEDS_LINK_HEADER = 'X-Needs-Link';
