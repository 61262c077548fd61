import type { Locale } from '@samhandling/domain';
import type { Id } from './common.ts';

/** `POST /sign-in/ways`: how an address signs in. Decided by the domain of the address alone, so it tells nothing of who exists. */
export interface SignInWaysRequest {
  readonly email: string;
}

export type SignInWay =
  | { readonly kind: 'password' }
  /** Open `paths.signInProvider(id)` as a page; the provider sends the browser back. */
  | { readonly kind: 'provider'; readonly id: string; readonly name: string };

export interface SignInWays {
  /** In the order to offer them; the first is the one the domain points to. */
  readonly ways: readonly SignInWay[];
}

/**
 * Why a provider's sign-in led nowhere: `pages.signIn()` is opened with `?fel=<one of these>`, and `till` where one was going.
 * The page has the words; the log has the details.
 */
export const SIGN_IN_REFUSALS = [
  /** The provider does not answer, or not in time. */
  'provider_unavailable',
  /** The provider says no, or the person turned back there. */
  'provider_refused',
  /** Its answer does not hold: issuer, signature, keys, nonce. */
  'provider_invalid',
  /** No address that the provider vouches for. */
  'no_email',
  /** Nobody here has that address or identity. */
  'unknown_person',
  'inactive',
  'no_role',
  /** Begun too long ago, already used, or begun in another browser. */
  'expired',
  'too_many',
] as const;
export type SignInRefusal = (typeof SIGN_IN_REFUSALS)[number];

/** `GET /account`: what a person may see and change of their own sign-in. */
export interface Account {
  readonly name: string;
  readonly email: string;
  /** In which language letters come. */
  readonly letterLocale: Locale;
  readonly password: { readonly setAt: string } | null;
  readonly totp: { readonly since: string; readonly recoveryCodesLeft: number } | null;
  readonly identities: readonly AccountIdentity[];
  readonly sessions: readonly AccountSession[];
  /** Newest first, at most 50. */
  readonly events: readonly AccountEvent[];
}

/** `PUT /account/letter-locale`: in which language letters are to come. */
export interface PutLetterLocaleRequest {
  readonly locale: Locale;
}

/** An identity at a provider that opens this account. */
export interface AccountIdentity {
  readonly id: Id;
  readonly provider: string;
  readonly since: string;
  readonly lastUsedAt: string | null;
}

export interface AccountSession {
  readonly id: Id;
  readonly isThis: boolean;
  /** "Firefox, Windows" */
  readonly browser: string;
  readonly method: 'password' | 'provider' | 'break_glass';
  readonly since: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
}

export const ACCOUNT_EVENTS = [
  'signed_in',
  'refused',
  'signed_out',
  'session_revoked',
  'reset_asked',
  'password_changed',
  'totp_on',
  'totp_off',
  'recovery_code_used',
  'identity_linked',
  'invitation_accepted',
  'operator_on',
  'operator_off',
  'identity_unlinked',
  'email_changed',
] as const;
export type AccountEventKind = (typeof ACCOUNT_EVENTS)[number];

export interface AccountEvent {
  readonly at: string;
  readonly kind: AccountEventKind;
  /** In words, in the reader's language: by which provider, why refused. Empty where the kind says it all. */
  readonly detail: string;
  readonly browser: string;
}

/** `PUT /account/password`. `current` is empty for somebody who has none. Other sessions end. */
export interface PutPasswordRequest {
  readonly current: string;
  readonly password: string;
}

/** `POST /account/totp`: a secret that counts from when a code of it is confirmed. Asks for the password again. */
export interface StartTotpRequest {
  readonly password: string;
}
export interface TotpSetup {
  /** Base32, in groups of four, for typing. */
  readonly secret: string;
  /** otpauth:// address. */
  readonly uri: string;
  /** The address as a square, an SVG document. */
  readonly svg: string;
}

/** `POST /account/totp/confirm` */
export interface ConfirmTotpRequest {
  readonly code: string;
}
export interface RecoveryCodes {
  /** Shown once. Each opens once, instead of a code. */
  readonly codes: readonly string[];
}

/** `POST /account/totp/remove` */
export interface RemoveTotpRequest {
  readonly password: string;
  readonly code: string;
}

/** `POST /password-resets`: answered 202 with the same words whoever asks. */
export interface PasswordResetRequest {
  readonly email: string;
}

/** `POST /password-resets/complete`: sets the password, ends every session. 404 when the secret opens nothing any more. */
export interface CompletePasswordResetRequest {
  readonly token: string;
  readonly password: string;
}
