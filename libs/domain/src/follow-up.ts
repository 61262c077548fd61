import type { Label } from './locale.ts';
import type { Judgement } from './judgement.ts';
import type { Transition } from './workflow.ts';

/** State of the content of one follow-up. Not the same thing as the round's state, and shown apart from it. */
export const FOLLOW_UP_STATES = ['draft', 'submitted', 'returned', 'accepted'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

export const FOLLOW_UP_STATE_LABELS: Readonly<Record<FollowUpState, Label>> = {
  draft: { sv: 'Utkast', en: 'Draft' },
  submitted: { sv: 'Inlämnad', en: 'Submitted' },
  returned: { sv: 'Tillbaka med fråga', en: 'Returned' },
  accepted: { sv: 'Godkänd', en: 'Accepted' },
};

export type FollowUpTransitionName = 'submit' | 'return' | 'accept' | 'withdraw' | 'undo_accept';
export type FollowUpGuard =
  'may_answer' | 'is_planner' | 'round_takes_answers' | 'round_takes_corrections' | 'is_complete' | 'has_reason';

export const FOLLOW_UP_WORKFLOW: readonly Transition<FollowUpState, FollowUpTransitionName, FollowUpGuard>[] = [
  { name: 'submit', from: ['draft', 'returned'], to: 'submitted', guards: ['may_answer', 'is_complete'] },
  { name: 'withdraw', from: ['submitted'], to: 'draft', guards: ['may_answer', 'round_takes_answers'] },
  {
    name: 'return',
    from: ['submitted', 'accepted'],
    to: 'returned',
    guards: ['is_planner', 'round_takes_corrections', 'has_reason'],
  },
  {
    name: 'accept',
    from: ['submitted'],
    to: 'accepted',
    guards: ['is_planner', 'round_takes_corrections', 'is_complete'],
  },
  { name: 'undo_accept', from: ['accepted'], to: 'submitted', guards: ['is_planner', 'round_takes_corrections'] },
];

export const FOLLOW_UP_TRANSITION_LABELS: Readonly<Record<FollowUpTransitionName, Label>> = {
  submit: { sv: 'Lämna in', en: 'Submit' },
  withdraw: { sv: 'Ta tillbaka', en: 'Withdraw' },
  return: { sv: 'Skicka tillbaka', en: 'Return' },
  accept: { sv: 'Godkänn', en: 'Accept' },
  undo_accept: { sv: 'Ångra godkännandet', en: 'Undo acceptance' },
};

export const FOLLOW_UP_GUARD_REASONS: Readonly<Record<FollowUpGuard, Label>> = {
  may_answer: {
    sv: 'Du svarar inte för den här aktiviteten, eller så tar omgången inte emot svar just nu.',
    en: 'You do not answer for this activity, or the round takes no answers right now.',
  },
  is_planner: { sv: 'Bara en planerare i länet kan göra detta.', en: 'Only a planner of the county can do this.' },
  round_takes_answers: { sv: 'Omgången tar inte emot svar just nu.', en: 'The round takes no answers right now.' },
  round_takes_corrections: {
    sv: 'Omgången är låst. En planerare kan öppna den igen med en motivering.',
    en: 'The round is locked. A planner can reopen it with a reason.',
  },
  is_complete: { sv: 'Något som måste finnas saknas i svaret.', en: 'Something the answer must have is missing.' },
  has_reason: {
    sv: 'Skriv vad som behöver ändras, så att mottagaren vet vad som väntas.',
    en: 'Write what needs to change, so that the receiver knows what is expected.',
  },
};

/** How an answer reached the person who typed it for somebody else. */
export const CHANNELS = ['meeting', 'phone', 'mail'] as const;
export type Channel = (typeof CHANNELS)[number];
export const CHANNEL_LABELS: Readonly<Record<Channel, Label>> = {
  meeting: { sv: 'Möte', en: 'Meeting' },
  phone: { sv: 'Telefon', en: 'Phone' },
  mail: { sv: 'E-post', en: 'Mail' },
};

export interface FollowUpContent {
  readonly judgement: Judgement | null;
  readonly supportNeeded: string;
  readonly cancelReason: string;
  readonly cancelDecision: string;
  readonly done: string;
  readonly nothingNew: boolean;
}

export type FollowUpField = 'judgement' | 'supportNeeded' | 'cancelReason' | 'cancelDecision' | 'done';

/**
 * The fields a follow-up still needs before it can be submitted (product, section 5): a judgement; what support, if
 * support is needed; reason and decision, if cancelled; and what was done, unless "inget nytt" or nothing has begun.
 */
export function missingFields(content: FollowUpContent): FollowUpField[] {
  const missing: FollowUpField[] = [];
  const blank = (text: string): boolean => text.trim() === '';
  if (content.judgement === null) missing.push('judgement');
  if (content.judgement === 'needs_support' && blank(content.supportNeeded)) missing.push('supportNeeded');
  if (content.judgement === 'cancelled') {
    if (blank(content.cancelReason)) missing.push('cancelReason');
    if (blank(content.cancelDecision)) missing.push('cancelDecision');
  }
  const describesItself = content.judgement === 'not_started' || content.judgement === 'cancelled';
  if (!content.nothingNew && !describesItself && content.judgement !== null && blank(content.done))
    missing.push('done');
  return missing;
}

export const FOLLOW_UP_FIELD_REASONS: Readonly<Record<FollowUpField, Label>> = {
  judgement: { sv: 'Välj en lägesbedömning.', en: 'Choose a judgement.' },
  supportNeeded: { sv: 'Skriv vilket stöd som behövs.', en: 'Write which support is needed.' },
  cancelReason: { sv: 'Skriv varför aktiviteten utgår.', en: 'Write why the activity is cancelled.' },
  cancelDecision: { sv: 'Ange beslutet om att aktiviteten utgår.', en: 'State the decision to cancel the activity.' },
  done: { sv: 'Skriv vad som har gjorts, eller välj Inget nytt.', en: 'Write what was done, or choose Nothing new.' },
};
