import type { HeldRole, Permission } from '@samhandling/domain';
import type { Id, OrganisationRef, PersonRef } from './common.ts';

export interface SignInRequest {
  readonly email: string;
  readonly password: string;
  /** From the app, or a recovery code. Left out the first time; `second_factor` tells that it is wanted. */
  readonly code?: string;
}

export interface Session {
  readonly person: PersonRef & { readonly email: string };
  readonly county: { readonly id: Id; readonly code: string; readonly name: string };
  /** Every county the person holds a role in; more than one shows a switch. */
  readonly counties: readonly { readonly id: Id; readonly name: string }[];
  readonly roles: readonly HeldRole[];
  readonly organisations: readonly OrganisationRef[];
  readonly permissions: readonly Permission[];
  /** Send as `X-CSRF-Token` with every request that changes something. */
  readonly csrfToken: string;
  readonly method: 'password' | 'provider' | 'break_glass';
  /** Whatever happens the session ends then. */
  readonly expiresAt: string;
  /** Without a request for so long it ends before. */
  readonly idleMinutes: number;
}

/** Sent with a GET that the page makes by itself, with nobody at the keys: it does not keep the session from idling. */
export const BACKGROUND_HEADER = 'x-background';

/** `POST /session/county` answers the session as it is then. */
export interface SwitchCountyRequest {
  readonly countyId: Id;
}

/** `GET /about`, open to all. */
export interface About {
  readonly product: string;
  readonly version: string;
  /** There are providers to sign in with: the page asks for the address first, and `POST /sign-in/ways` what goes with it. */
  readonly signInProviders?: boolean;
  /** Sign-ins of the demo county; empty outside the demo. */
  readonly demo: readonly {
    readonly email: string;
    readonly password: string;
    readonly name: string;
    readonly role: string;
  }[];
}
