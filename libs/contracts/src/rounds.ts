import type {
  Channel,
  FollowUpState,
  FollowUpTransitionName,
  GoalJudgement,
  Judgement,
  JudgementCounts,
  Locale,
  PlanWords,
  RoundState,
  RoundTransitionName,
} from '@samhandling/domain';
import type { Day, Id, Instant, OrganisationRef, PersonRef, TransitionOffer, Versioned } from './common.ts';
import type { LostLetters } from './letters.ts';
import type { ActivityRound, IndicatorSeries, PlanRef } from './plans.ts';
import type { OutcomeRow } from './outcomes.ts';
import type { FollowUpResponses, ParticipationRow } from './together.ts';

export interface RoundRef {
  readonly id: Id;
  /** "2025" */
  readonly label: string;
  readonly state: RoundState;
  readonly versionNumber: number;
}

/** `GET /plans/:slug/rounds` */
export interface RoundList {
  readonly plan: PlanRef & { readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly rounds: readonly Round[];
  readonly mayCreate: boolean;
}

export interface Round extends RoundRef, Versioned {
  readonly from: Day;
  readonly to: Day;
  readonly opens: Day;
  readonly due: Day;
  readonly answers: Readonly<Record<FollowUpState, number>>;
  readonly total: number;
  readonly adoptionProposedBy: PersonRef | null;
  readonly adoptionProposedAt: Instant | null;
  readonly transitions: readonly TransitionOffer<RoundTransitionName>[];
  /** Frozen versions, newest first. */
  readonly versions: readonly FrozenVersion[];
  /** Of the round and its report (diarienummer); empty when none has been given. */
  readonly recordsNumber: string;
}

export interface FrozenVersion {
  readonly id: Id;
  readonly versionNumber: number;
  readonly sha256: string;
  readonly adoptedAt: Instant;
  readonly adoptedBy: PersonRef;
  readonly proposedBy: PersonRef;
  /** Why it was opened again; empty for the version in force. */
  readonly reopenedReason: string;
  readonly reopenedAt: Instant | null;
}

export interface RoundInput {
  readonly label: string;
  readonly from: Day;
  readonly to: Day;
  readonly opens: Day;
  readonly due: Day;
}
export type UpdateRoundRequest = Partial<RoundInput>;

/** `POST /rounds/:id/transitions` */
export interface RoundTransitionRequest {
  readonly transition: RoundTransitionName;
  /** Required by `reopen`. */
  readonly reason?: string;
}

/** `GET /plans/:slug/rounds/:label` : the round's own page. */
export interface RoundPage {
  readonly plan: PlanRef & { readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly round: Round;
  readonly counts: JudgementCounts;
  readonly goals: readonly GoalJudgementItem[];
  /** What would be missing if we locked today, per organisation (provlås). */
  readonly rehearsal: Rehearsal;
  readonly organisations: readonly RoundOrganisation[];
}

export interface Rehearsal {
  readonly blocking: number;
  readonly warnings: number;
  readonly groups: readonly {
    /** Null: what no organisation answers for, such as goal judgements. */
    readonly organisation: OrganisationRef | null;
    readonly items: readonly RehearsalItem[];
  }[];
}
export interface RehearsalItem {
  readonly blocking: boolean;
  readonly code: string;
  readonly words: string;
  /** Where to mend it: path in the web application, without language prefix. */
  readonly link: string;
}

export interface RoundOrganisation {
  readonly organisation: OrganisationRef;
  readonly total: number;
  readonly answers: Readonly<Record<FollowUpState, number>>;
}

export interface GoalJudgementItem extends Versioned {
  readonly goal: { readonly id: Id; readonly number: number; readonly code: string | null; readonly title: string };
  readonly judgement: GoalJudgement | null;
  readonly text: string;
  readonly previous: {
    readonly round: RoundRef;
    readonly judgement: GoalJudgement | null;
    readonly text: string;
  } | null;
  readonly counts: JudgementCounts;
  readonly updatedAt: Instant | null;
  readonly updatedBy: PersonRef | null;
  readonly mayEdit: boolean;
}

/** `PATCH /goal-judgements/:id` */
export interface UpdateGoalJudgementRequest {
  readonly judgement?: GoalJudgement | null;
  readonly text?: string;
}

/** `GET /follow-ups/:id` : one activity in one round, as the form needs it. */
export interface FollowUpPage {
  readonly plan: PlanRef & { readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly round: RoundRef & { readonly due: Day; readonly from: Day; readonly to: Day };
  readonly activity: {
    readonly id: Id;
    readonly reference: string;
    readonly text: string;
    readonly responsible: readonly OrganisationRef[];
    readonly responsibleGroup: OrganisationRef | null;
    readonly partners: readonly OrganisationRef[];
  };
  readonly goal: { readonly id: Id; readonly number: number; readonly code: string | null; readonly title: string };
  readonly followUp: FollowUp;
  /** The same activity in the last adopted round before this. */
  readonly previous: ActivityRound | null;
  readonly outcomes: readonly OutcomeRow[];
  readonly series: readonly IndicatorSeries[];
  readonly reporters: readonly PersonRef[];
  readonly responses: FollowUpResponses;
  readonly participation: readonly ParticipationRow[];
  /** Why it needs eyes, in words, most urgent first. */
  readonly attention: readonly string[];
  readonly neighbours: { readonly previous: Id | null; readonly next: Id | null };
}

export interface FollowUp extends Versioned {
  readonly state: FollowUpState;
  readonly judgement: Judgement | null;
  readonly supportNeeded: string;
  readonly cancelReason: string;
  readonly cancelDecision: string;
  readonly done: string;
  readonly results: string;
  readonly obstacles: string;
  readonly nextStep: string;
  readonly nextStepDate: Day | null;
  readonly nothingNew: boolean;
  readonly returnReason: string;
  readonly reporter: PersonRef | null;
  readonly onBehalfOf: PersonRef | null;
  readonly channel: Channel | null;
  readonly updatedAt: Instant;
  readonly updatedBy: PersonRef | null;
  readonly submittedAt: Instant | null;
  readonly transitions: readonly TransitionOffer<FollowUpTransitionName>[];
  readonly mayEdit: boolean;
  /** Why it is locked, until when and who can open; empty when it may be edited. */
  readonly lockedReason: string;
}

/** `PATCH /follow-ups/:id` with If-Match. */
export interface UpdateFollowUpRequest {
  readonly judgement?: Judgement | null;
  readonly supportNeeded?: string;
  readonly cancelReason?: string;
  readonly cancelDecision?: string;
  readonly done?: string;
  readonly results?: string;
  readonly obstacles?: string;
  readonly nextStep?: string;
  readonly nextStepDate?: Day | null;
  readonly nothingNew?: boolean;
  readonly reporterId?: Id | null;
  /** A planner typing for somebody: whom and through which channel. */
  readonly onBehalfOfId?: Id | null;
  readonly channel?: Channel | null;
}

/** `POST /follow-ups/:id/transitions` with If-Match. */
export interface FollowUpTransitionRequest {
  readonly transition: FollowUpTransitionName;
  /** Required by `return`. */
  readonly reason?: string;
}

/** `GET /to-do?scope=me|organisation|plan&plan=` : what waits for me, for my organisation, or in a plan. */
export type ToDoScope = 'me' | 'organisation' | 'plan';
export interface ToDo {
  readonly scope: ToDoScope;
  /** The scopes this person has, with how much waits in each. */
  readonly scopes: readonly { readonly scope: ToDoScope; readonly total: number }[];
  readonly groups: readonly ToDoGroup[];
  readonly total: number;
}
export interface ToDoGroup {
  /** answer: follow-ups I report; returned: come back to me; review: submitted to me; round: planner's steps; judge: goals without judgement. */
  /** respond: others' answers to agree with or add to; choose: computed and typed values that differ; attention: the rest of the plan's reasons. */
  /** letters: letters I sent that did not arrive, by what they were about. */
  readonly kind: 'returned' | 'answer' | 'respond' | 'choose' | 'review' | 'judge' | 'round' | 'letters' | 'attention';
  readonly items: readonly ToDoItem[];
}
export interface ToDoItem {
  readonly id: Id;
  readonly title: string;
  readonly reference: string | null;
  /** Null for what belongs to no plan: an invitation. */
  readonly plan: PlanRef | null;
  /** Null for what belongs to no round: a letter. */
  readonly round: RoundRef | null;
  readonly due: Day | null;
  readonly state: FollowUpState | null;
  readonly judgement: Judgement | null;
  /** Most urgent first, in words. */
  readonly reasons: readonly string[];
  /** The open decisions that reasons name, in the order they are named, to lead to each. */
  readonly decisions?: readonly { readonly reference: string; readonly link: string }[];
  /** Path in the web application, without language prefix. */
  readonly link: string;
  readonly updatedAt: Instant | null;
  /** Who is to answer; null where nobody is, or where it is not about an answer. */
  readonly reporter: PersonRef | null;
  /** "Inget nytt" can be handed in as it stands, with this judgement: the draft's own, else that of the round before. */
  readonly nothingNew?: { readonly version: number; readonly judgement: Judgement };
  /** The letters it is about, which can be set aside. */
  readonly letters?: LostLetters;
}
