import type { Id } from './common.ts';

/**
 * How a letter goes. `retrying`: not accepted yet, tried again by itself. `failed`: not accepted, and not tried again. `unknown`: handed over
 * and never answered for, so not sent again by itself.
 */
export const LETTER_STATES = ['waiting', 'sending', 'retrying', 'sent', 'failed', 'unknown'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** What a letter that did not arrive was about. */
export const LOST_LETTER_KINDS = ['calling', 'digest', 'invitation', 'minutes', 'needs'] as const;
export type LostLetterKind = (typeof LOST_LETTER_KINDS)[number];

/** Letters about one thing that did not arrive, or of which nobody knows. `id` is the meeting, digest, inventory or person. */
export interface LostLetters {
  readonly kind: LostLetterKind;
  readonly id: Id;
  readonly letterIds: readonly Id[];
}

/** `PUT /lost-letters/:kind/:id`: takes just these letters off what waits, or puts them back. Answers the letters it changed. */
export interface SetAsideRequest {
  readonly letterIds: readonly Id[];
  readonly isSetAside: boolean;
}
