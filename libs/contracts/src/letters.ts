/**
 * How a letter goes. `retrying`: not accepted yet, tried again by itself. `failed`: not accepted, and not tried again. `unknown`: handed over
 * and never answered for, so not sent again by itself.
 */
export const LETTER_STATES = ['waiting', 'sending', 'retrying', 'sent', 'failed', 'unknown'] as const;
export type LetterState = (typeof LETTER_STATES)[number];
