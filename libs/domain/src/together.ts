import type { Label } from './locale.ts';

/** What another responsible organisation says about an answer it did not write. */
export const RESPONSE_KINDS = ['agree', 'add'] as const;
export type ResponseKind = (typeof RESPONSE_KINDS)[number];
export const RESPONSE_KIND_LABELS: Readonly<Record<ResponseKind, Label>> = {
  agree: { sv: 'Instämmer', en: 'Agrees' },
  add: { sv: 'Tillägg', en: 'Addition' },
};

/** Where a partner, or a member of a collective, stands with one activity in one round. */
export const PARTICIPATION_STATES = ['invited', 'confirmed', 'took_part', 'declined'] as const;
export type ParticipationState = (typeof PARTICIPATION_STATES)[number];
export const PARTICIPATION_LABELS: Readonly<Record<ParticipationState, Label>> = {
  invited: { sv: 'Inbjuden', en: 'Invited' },
  confirmed: { sv: 'Bekräftad', en: 'Confirmed' },
  took_part: { sv: 'Deltog', en: 'Took part' },
  declined: { sv: 'Avböjde', en: 'Declined' },
};
