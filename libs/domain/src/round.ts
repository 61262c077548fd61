import type { Label } from './locale.ts';
import type { Transition } from './workflow.ts';

/** State of a follow-up round (uppföljningsomgång). */
export const ROUND_STATES = ['planned', 'open', 'in_review', 'adopted'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

export const ROUND_STATE_LABELS: Readonly<Record<RoundState, Label>> = {
  planned: { sv: 'Planerad', en: 'Planned' },
  open: { sv: 'Öppen', en: 'Open' },
  in_review: { sv: 'Under granskning', en: 'In review' },
  adopted: { sv: 'Fastställd', en: 'Adopted' },
};

export type RoundTransitionName =
  'open' | 'start_review' | 'resume' | 'propose_adoption' | 'withdraw_adoption' | 'adopt' | 'reopen';
export type RoundGuard =
  | 'is_planner'
  | 'plan_is_adopted'
  | 'no_other_round_open'
  | 'nothing_blocks'
  | 'adoption_is_proposed'
  | 'adoption_is_not_proposed'
  | 'is_second_person'
  | 'has_reason';

/**
 * Adopting takes two people (product, section 8): one planner proposes, another confirms. Both happen in `in_review`,
 * so no writing goes on in between. Reopening demands a reason and makes the next version.
 */
export const ROUND_WORKFLOW: readonly Transition<RoundState, RoundTransitionName, RoundGuard>[] = [
  { name: 'open', from: ['planned'], to: 'open', guards: ['is_planner', 'plan_is_adopted', 'no_other_round_open'] },
  { name: 'start_review', from: ['open'], to: 'in_review', guards: ['is_planner'] },
  { name: 'resume', from: ['in_review'], to: 'open', guards: ['is_planner'] },
  {
    name: 'propose_adoption',
    from: ['in_review'],
    to: 'in_review',
    guards: ['is_planner', 'nothing_blocks', 'adoption_is_not_proposed'],
  },
  { name: 'withdraw_adoption', from: ['in_review'], to: 'in_review', guards: ['is_planner', 'adoption_is_proposed'] },
  {
    name: 'adopt',
    from: ['in_review'],
    to: 'adopted',
    guards: ['is_planner', 'nothing_blocks', 'adoption_is_proposed', 'is_second_person'],
  },
  { name: 'reopen', from: ['adopted'], to: 'open', guards: ['is_planner', 'has_reason', 'no_other_round_open'] },
];

export const ROUND_TRANSITION_LABELS: Readonly<Record<RoundTransitionName, Label>> = {
  open: { sv: 'Öppna omgången', en: 'Open the round' },
  start_review: { sv: 'Börja granska', en: 'Start review' },
  resume: { sv: 'Öppna för svar igen', en: 'Open for answers again' },
  propose_adoption: { sv: 'Föreslå fastställande', en: 'Propose adoption' },
  withdraw_adoption: { sv: 'Ta tillbaka förslaget', en: 'Withdraw the proposal' },
  adopt: { sv: 'Fastställ och lås', en: 'Adopt and lock' },
  reopen: { sv: 'Öppna igen som ny version', en: 'Reopen as a new version' },
};

/** Why a round transition is refused, in words. */
export const ROUND_GUARD_REASONS: Readonly<Record<RoundGuard, Label>> = {
  is_planner: { sv: 'Bara en planerare i länet kan göra detta.', en: 'Only a planner of the county can do this.' },
  plan_is_adopted: {
    sv: 'Planen är inte antagen än. En omgång kan bara öppnas för en antagen plan.',
    en: 'The plan is not adopted yet. A round can only be opened for an adopted plan.',
  },
  no_other_round_open: {
    sv: 'En annan omgång i planen är öppen eller under granskning. Fastställ den först.',
    en: 'Another round of the plan is open or in review. Adopt it first.',
  },
  nothing_blocks: {
    sv: 'Provlåset visar att något saknas som måste finnas innan omgången fastställs.',
    en: 'The dress rehearsal shows that something is missing that must be there before adoption.',
  },
  adoption_is_proposed: { sv: 'Ingen har föreslagit att omgången fastställs.', en: 'Nobody has proposed adoption.' },
  adoption_is_not_proposed: { sv: 'Fastställande är redan föreslaget.', en: 'Adoption has already been proposed.' },
  is_second_person: {
    sv: 'Den som föreslog fastställandet kan inte själv bekräfta det. En annan planerare behövs.',
    en: 'The person who proposed adoption cannot confirm it. Another planner is needed.',
  },
  has_reason: { sv: 'Skriv varför omgången öppnas igen.', en: 'Write why the round is reopened.' },
};

/** A person writes follow-ups and outcomes only while the round takes answers. */
export function roundTakesAnswers(state: RoundState): boolean {
  return state === 'open';
}

/** A planner may still correct and judge while reviewing. */
export function roundTakesCorrections(state: RoundState): boolean {
  return state === 'open' || state === 'in_review';
}
