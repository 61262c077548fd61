import type {
  DigestSection,
  DigestState,
  GoalJudgement,
  JudgementCounts,
  Locale,
  PlanWords,
} from '@samhandling/domain';
import type { Day, Id, Instant, PersonRef, TextLink, TransitionOffer, Versioned } from './common.ts';
import type { GroupRef } from './groups.ts';
import type { LetterState } from './letters.ts';
import type { MeetingRef } from './meetings.ts';
import type { FrozenPaper } from './papers.ts';
import type { PlanRef } from './plans.ts';

/**
 * `GET /digests/:id`; made by `POST /meetings/:id/digest`, found by `GET /meetings/:id/digest`. What a consultation group needs to
 * know of the half-year, a page per goal: computed when read, unless a person has written over it, and frozen when sent.
 */
export interface Digest extends Versioned {
  readonly meeting: MeetingRef;
  readonly group: GroupRef;
  readonly plan: PlanRef & { readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly from: Day;
  readonly to: Day;
  readonly state: DigestState;
  readonly lead: DigestText;
  readonly goals: readonly DigestGoal[];
  /** Texts that were written over a proposal that has changed since. */
  readonly clashes: number;
  readonly sentAt: Instant | null;
  readonly sentBy: PersonRef | null;
  /** Members of the group who get it by mail, and those who have no address. */
  readonly receivers: { readonly withAddress: number; readonly without: readonly string[] };
  /** How each letter went, once it is sent. */
  readonly letters: readonly DigestLetter[];
  readonly transitions: readonly TransitionOffer<DigestTransitionName>[];
  readonly paper: FrozenPaper | null;
  readonly mayEdit: boolean;
  readonly lockedReason: string;
}
export interface DigestLetter {
  readonly memberId: Id;
  readonly name: string;
  readonly state: LetterState;
  readonly reason: string;
  /** It may be sent once more. */
  readonly mayMail: boolean;
}
export type DigestTransitionName = 'send';

export interface DigestGoal {
  readonly goal: { readonly id: Id; readonly number: number; readonly code: string | null; readonly title: string };
  readonly judgement: GoalJudgement | null;
  readonly counts: JudgementCounts;
  readonly sections: readonly DigestText[];
}

export interface DigestText {
  /** `lead`, or "<goal id>.<section>": the last part of the address that it is put to. */
  readonly key: string;
  readonly section: DigestSection;
  /** What the facts give now, one point a line. Empty when they give nothing. */
  readonly proposal: string;
  /** Points that do not fit on the page and stand in the appendix. */
  readonly overflow: readonly string[];
  /** Questions that the text names as they were asked, each with its page. */
  readonly links: readonly TextLink[];
  /** What a person has written instead; null while the proposal stands. */
  readonly text: string | null;
  /** The proposal it was written over; null while the proposal stands. */
  readonly writtenOver: string | null;
  /** The proposal has changed since it was written over. */
  readonly clashes: boolean;
  /** 0 while nobody has written. */
  readonly version: number;
  readonly updatedAt: Instant | null;
  readonly updatedBy: PersonRef | null;
}

/** `PATCH /digests/:id` (If-Match), while it is a draft. */
export interface UpdateDigestRequest {
  readonly from?: Day;
  readonly to?: Day;
}
/**
 * `PUT /digests/:id/texts/:key` (If-Match, "0" for the first): `proposal` is the one that was seen. Null lets the proposal stand again.
 * Answers the digest.
 */
export interface PutDigestTextRequest {
  readonly text: string | null;
  readonly proposal: string;
}
/** `POST /digests/:id/transitions` (If-Match): freezes it and mails it to the group. */
export interface DigestTransitionRequest {
  readonly transition: DigestTransitionName;
  readonly message?: string;
}
