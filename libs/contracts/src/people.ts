import type { HeldRole, Locale, PersonAction, PersonState, Role } from '@samhandling/domain';
import type { Id, OrganisationRef } from './common.ts';
import type { LetterState } from './letters.ts';

/** A role as the people page shows it. */
export interface PersonRole {
  readonly id: Id;
  readonly role: Role;
  readonly organisation: OrganisationRef | null;
  readonly municipality: MunicipalityRef | null;
  /** Came with the sign-in, by the mapping the operator has set; changed there and not here. */
  readonly isFromProvider: boolean;
}

export interface MunicipalityRef {
  readonly code: string;
  readonly name: string;
}

export interface PersonInvitation {
  readonly invitedAt: string;
  /** Null until the letter is written. */
  readonly expiresAt: string | null;
  readonly isExpired: boolean;
  readonly letter: LetterState;
  /** Why the letter was not sent, as the mail server put it. */
  readonly letterError: string;
}

export interface CountyPerson {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly state: PersonState;
  readonly roles: readonly PersonRole[];
  /** Of somebody who has left: what they come back to. */
  readonly formerRoles: readonly PersonRole[];
  readonly since: string;
  readonly leftAt: string | null;
  readonly lastSeenAt: string | null;
  readonly invitation: PersonInvitation | null;
  /** Answers that wait for the person in rounds under way. 0 to whoever may not read follow-ups. */
  readonly waiting: number;
  readonly version: number;
  /** What the reader may do with the person now. */
  readonly availableActions: readonly PersonAction[];
}

export interface CountyPeople {
  readonly items: readonly CountyPerson[];
  /** What a role can be given for. */
  readonly organisations: readonly OrganisationRef[];
  readonly municipalities: readonly MunicipalityRef[];
}

/** `POST /people`: adds somebody to the county, with an account to come, and sends the invitation. */
export interface InvitePersonRequest {
  readonly email: string;
  /** Of somebody the installation knows already, the name they have stands. */
  readonly name: string;
  readonly roles: readonly HeldRole[];
  /** Of the letters, until the person chooses. Swedish unless said; whoever has an account has chosen. */
  readonly letterLocale?: Locale;
}

/** `PATCH /people/:id` with If-Match: the name, the whole set of roles, or both. Roles from a provider are left as they are. */
export interface UpdatePersonRequest {
  readonly name?: string;
  readonly roles?: readonly HeldRole[];
}

export const PERSON_TRANSITIONS = ['leave', 'return', 'remove', 'deactivate', 'activate'] as const;
export type PersonTransition = (typeof PERSON_TRANSITIONS)[number];

/**
 * `POST /people/:id/transitions` with If-Match. `remove` takes away what identifies the person and cannot be undone: it
 * wants a reason and the name as it stands. `deactivate` and `activate` are the operator's, for the whole installation.
 */
export interface PersonTransitionRequest {
  readonly transition: PersonTransition;
  readonly reason?: string;
  /** `remove` only. */
  readonly confirmName?: string;
}

/** `POST /invitations/open`: what an invitation is for. 404 when it opens nothing any more. */
export interface InvitationRequest {
  readonly token: string;
}
export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly county: string;
  /** Who invited; null when they are no longer known. */
  readonly invitedBy: string | null;
  readonly roles: readonly Omit<PersonRole, 'id' | 'isFromProvider'>[];
  readonly expiresAt: string;
  /** The person has an account already: signing in is enough. */
  readonly hasAccount: boolean;
}

/** `POST /invitations/accept`: sets the first password and signs in; answers a `Session`. */
export interface AcceptInvitationRequest {
  readonly token: string;
  readonly password: string;
}

/** `GET /account/data` and `GET /people/:id/data`: everything held about one person (registerutdrag, GDPR article 15). */
export interface PersonData {
  readonly madeAt: string;
  /** Null: of every county, for the person. Otherwise the county it is limited to. */
  readonly county: string | null;
  readonly person: { readonly id: Id; readonly name: string; readonly email: string; readonly since: string };
  readonly parts: readonly PersonDataPart[];
}
export interface PersonDataPart {
  /** Table-like name of what is held, for example "roles". */
  readonly key: string;
  readonly title: string;
  /** Why it is held. */
  readonly purpose: string;
  /** For how long. */
  readonly kept: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Rows there are in all; on the page `rows` holds at most 1 000, in a file all. */
  readonly total: number;
}

export const PERSON_DATA_FORMATS = ['json', 'csv'] as const;
export type PersonDataFormat = (typeof PERSON_DATA_FORMATS)[number];
