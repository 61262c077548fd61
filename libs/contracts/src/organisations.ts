import type { JudgementCounts, Locale, OrganisationKind, PlanState, PlanWords } from '@samhandling/domain';
import type { Day, Id, OrganisationRef, Versioned } from './common.ts';
import type { PlanRef, ActivityListItem } from './plans.ts';
import type { RoundRef } from './rounds.ts';

export interface Organisation extends Versioned {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly aliases: readonly string[];
  readonly municipalityCode: string | null;
  /** Members now and to come, for a collective. */
  readonly members: readonly (OrganisationRef & { readonly from: Day | null; readonly to: Day | null })[];
}

export interface OrganisationListItem extends OrganisationRef {
  readonly kind: OrganisationKind;
  readonly aliases: readonly string[];
  readonly responsibleFor: number;
  readonly partnerIn: number;
}

export interface OrganisationInput {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly aliases?: readonly string[];
  readonly municipalityCode?: string | null;
  /** Members without days of their own: who is new is a member from today, who is left out is one no longer. */
  readonly memberIds?: readonly Id[];
  /** Members with their days, instead of `memberIds`. Null: since ever, until further notice. */
  readonly members?: readonly MemberInput[];
}
export interface MemberInput {
  readonly id: Id;
  readonly from: Day | null;
  readonly to: Day | null;
}
export type UpdateOrganisationRequest = Partial<OrganisationInput>;

/** `GET /organisations/:id/commitment?round=` : "vårt åtagande". */
export interface Commitment {
  readonly organisation: Organisation;
  readonly plans: readonly CommitmentPlan[];
}
export interface CommitmentPlan {
  readonly plan: PlanRef & { readonly state: PlanState; readonly words: Readonly<Record<Locale, PlanWords>> };
  readonly round: RoundRef | null;
  readonly responsible: readonly ActivityListItem[];
  readonly partner: readonly ActivityListItem[];
  /** Through a collective the organisation is a member of. */
  readonly throughCollective: readonly (ActivityListItem & { readonly collective: OrganisationRef })[];
  readonly counts: JudgementCounts;
}
