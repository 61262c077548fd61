import type { Day, Id, Instant, PersonRef } from './common.ts';
import type { OutcomePlace } from './outcomes.ts';
import type { PlanRef } from './plans.ts';
import type { FollowUpPage, RoundRef } from './rounds.ts';
import type { Locale, PlanWords } from '@samhandling/domain';

/** `GET /rounds/:id/answer-links` , newest first. Who has been sent one, and what has come of it. */
export interface AnswerLink {
  readonly id: Id;
  readonly person: PersonRef & { readonly email: string };
  readonly items: number;
  readonly answered: number;
  readonly createdAt: Instant;
  readonly createdBy: PersonRef | null;
  readonly expiresAt: Instant;
  readonly openedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly revokedReason: string;
  readonly state: 'sent' | 'opened' | 'finished' | 'expired' | 'revoked';
  readonly uses: number;
}
export interface AnswerLinkList {
  readonly links: readonly AnswerLink[];
  /** Reporters of the round with items left and no link in force. */
  readonly withoutLink: readonly (PersonRef & { readonly items: number; readonly hasAccount: boolean })[];
}
/** `POST /rounds/:id/answer-links` . The link is told once, here or in a mail, and can never be read again. */
export interface CreateAnswerLinkRequest {
  readonly personId: Id;
  /** Last day it opens, at most 90 days ahead. Without it: the county's setting. */
  readonly expiresOn?: Day;
  /** Sent to the person's address instead of being told here. */
  readonly sendMail?: boolean;
}
export interface CreatedAnswerLink {
  readonly link: AnswerLink;
  /** Null when it was mailed. */
  readonly url: string | null;
}
/** `POST /answer-links/:id/revoke` */
export interface RevokeAnswerLinkRequest {
  readonly reason?: string;
}
/** `GET /answer-links/:id/uses` , newest first. */
export interface AnswerLinkUse {
  readonly at: Instant;
  readonly action: 'open' | 'read' | 'save' | 'submit' | 'value' | 'finish' | 'renew' | 'refused';
  readonly refusedBecause: string;
  readonly browser: string;
}

/**
 * `POST /answer/open` , open to all: a person presses "Öppna"; a mail scanner that only looks does nothing. Binds the link to
 * the browser, which gets a cookie. Refused with `link_expired`, `link_revoked`, `link_other_browser` or `not_found`.
 */
export interface OpenAnswerLinkRequest {
  readonly token: string;
}
/** `POST /answer/renew` : a new link to the address the old one was for; the old one is revoked. Same answer whether known or not. */
export type RenewAnswerLinkRequest = OpenAnswerLinkRequest;

/** `GET /answer` (by the cookie): exactly this person's items of the round, with last round's answer beside each. */
export interface AnswerSheet {
  readonly person: PersonRef;
  readonly plan: PlanRef & { readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly county: string;
  readonly round: RoundRef & { readonly from: Day; readonly to: Day; readonly due: Day };
  readonly expiresAt: Instant;
  readonly finishedAt: Instant | null;
  readonly csrfToken: string;
  /** As the form needs them; the same pieces as the signed-in page, and none that it may not see. */
  readonly items: readonly FollowUpPage[];
  /** The county (code null) and its municipalities, for values that are entered per municipality. */
  readonly places: readonly OutcomePlace[];
}
/** `POST /answer/finish` : the receipt. Also what is not answered, so that nobody believes it is. */
export interface AnswerReceipt {
  readonly at: Instant;
  readonly answered: readonly { readonly reference: string; readonly text: string }[];
  readonly left: readonly { readonly reference: string; readonly text: string }[];
  readonly values: number;
}
