import type { AdjustingChannel, MinutesState } from '@samhandling/domain';
import type { Day, Id, Instant, PersonRef, TransitionOffer, Versioned } from './common.ts';
import type { AttendanceRow, MeetingRef } from './meetings.ts';
import type { GroupRef } from './groups.ts';
import type { LetterState } from './letters.ts';

/**
 * Papers (product, section 7). The subject is a meeting for `agenda`, `minutes` and `brief`; an organisation for
 * `organisation_sheet`; a digest, a work plan, a year for the rest. `GET /papers/:kind/:subjectId` answers the model as JSON,
 * `GET /papers/:kind/:subjectId/:format` the file: the frozen one where there is one, else a draft made now.
 */
export const PAPER_KINDS = [
  'agenda',
  'minutes',
  'brief',
  'organisation_sheet',
  'digest',
  'work_plan',
  'year_wheel',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];
export const PAPER_FORMATS = ['docx', 'pdf', 'json'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];
export const PAPER_CONTENT_TYPES: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json',
};

export interface FrozenPaper {
  readonly id: Id;
  readonly versionNumber: number;
  readonly sha256: string;
  readonly frozenAt: Instant;
  readonly frozenBy: PersonRef;
}

/** `GET /meetings/:id/minutes`. `PATCH` (If-Match) while it is a draft. */
export interface Minutes extends Versioned {
  readonly meeting: MeetingRef & Versioned;
  readonly group: GroupRef;
  readonly opening: string;
  readonly closing: string;
  readonly recordsNumber: string;
  readonly state: MinutesState;
  readonly adjusters: readonly MinutesAdjuster[];
  readonly attendance: readonly AttendanceRow[];
  /** What is missing before it can be sent, in words; empty when nothing is. */
  readonly missing: readonly string[];
  readonly transitions: readonly TransitionOffer<MinutesTransitionName>[];
  readonly paper: FrozenPaper | null;
  readonly mayEdit: boolean;
  readonly lockedReason: string;
}
export type MinutesTransitionName = 'send' | 'take_back';
export interface MinutesTransitionRequest {
  readonly transition: MinutesTransitionName;
}
export interface UpdateMinutesRequest {
  readonly opening?: string;
  readonly closing?: string;
  readonly recordsNumber?: string;
}
export interface MinutesAdjuster extends Versioned {
  readonly name: string;
  readonly memberId: Id | null;
  readonly adjustedAt: Instant | null;
  readonly channel: AdjustingChannel | null;
  readonly recordedBy: PersonRef | null;
  /** Said yes to an earlier wording, which has been changed since: is to adjust anew. */
  readonly hasAdjustedEarlier: boolean;
  /** It is me, or I may record it for somebody. */
  readonly mayAdjust: boolean;
  readonly isMe: boolean;
  /** How the letter that asks went, while the minutes are out. For those who write; null where there is none. */
  readonly letter: { readonly state: LetterState; readonly reason: string } | null;
  /** They may be asked by letter, once more if they have been. */
  readonly mayMail: boolean;
}
/** `PUT /meetings/:id/minutes/adjusters` (If-Match of the minutes): who is to adjust, whole. */
export interface PutAdjustersRequest {
  readonly adjusters: readonly { readonly memberId?: Id | null; readonly name?: string }[];
}
/**
 * `POST /minutes-adjusters/:id/adjust` (If-Match of the adjuster). The last one freezes the minutes. `minutesVersion` is what
 * was read: minutes changed since are refused, so nobody adjusts what they have not seen.
 */
export interface AdjustRequest {
  readonly minutesVersion: number;
  readonly channel?: AdjustingChannel;
  readonly on?: Day;
}
