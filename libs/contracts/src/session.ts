import type { HeldRole, Permission } from '@samhandling/domain';
import type { Id, OrganisationRef, PersonRef } from './common.ts';

export interface SignInRequest {
  readonly email: string;
  readonly password: string;
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
}

/** `POST /session/county` answers the session as it is then. */
export interface SwitchCountyRequest {
  readonly countyId: Id;
}

/** `GET /about`, open to all. */
export interface About {
  readonly product: string;
  readonly version: string;
  /** Sign-ins of the demo county; empty outside the demo. */
  readonly demo: readonly {
    readonly email: string;
    readonly password: string;
    readonly name: string;
    readonly role: string;
  }[];
}
