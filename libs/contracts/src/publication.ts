import type { PublicationState, PublicationTransitionName } from '@samhandling/domain';
import type { Instant, PersonRef, TransitionOffer } from './common.ts';

/**
 * Whether the public sees a plan or a round: `GET /plans/:slug/publication`, `GET /rounds/:id/publication`. What has never
 * been published has version 0, which is what `If-Match` then says.
 */
export interface Publication {
  readonly version: number;
  readonly state: PublicationState;
  readonly publishedAt: Instant | null;
  readonly publishedBy: PersonRef | null;
  /** When and by whom it was last taken back; null while it is published, and when it never was. */
  readonly withdrawnAt: Instant | null;
  readonly withdrawnBy: PersonRef | null;
  /** Of a round: the adopted version the public sees. */
  readonly publishedVersion: number | null;
  /** Path of the public page in the web application, without language prefix; null where the public sees none. */
  readonly page: string | null;
  readonly transitions: readonly TransitionOffer<PublicationTransitionName>[];
}

/** `POST …/publication/transitions` with If-Match. */
export interface PublicationTransitionRequest {
  readonly transition: PublicationTransitionName;
}
