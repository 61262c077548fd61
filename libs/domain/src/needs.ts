import type { Label } from './locale.ts';
import type { Transition } from './workflow.ts';

/** A needs inventory (behovsinventering): a short questionnaire to a group, once a year. */
export const NEEDS_STATES = ['draft', 'open', 'closed'] as const;
export type NeedsState = (typeof NEEDS_STATES)[number];
export const NEEDS_STATE_LABELS: Readonly<Record<NeedsState, Label>> = {
  draft: { sv: 'Utkast', en: 'Draft' },
  open: { sv: 'Öppen för svar', en: 'Open for answers' },
  closed: { sv: 'Stängd', en: 'Closed' },
};

export const NEEDS_QUESTION_KINDS = ['text', 'choice', 'choices', 'scale'] as const;
export type NeedsQuestionKind = (typeof NEEDS_QUESTION_KINDS)[number];
export const NEEDS_QUESTION_KIND_LABELS: Readonly<Record<NeedsQuestionKind, Label>> = {
  text: { sv: 'Fritext', en: 'Free text' },
  choice: { sv: 'Välj ett', en: 'Choose one' },
  choices: { sv: 'Välj flera', en: 'Choose several' },
  scale: { sv: 'Skala 1–5', en: 'Scale 1–5' },
};

export const NEEDS_SCALE = [1, 2, 3, 4, 5] as const;
export const MOST_NEEDS_QUESTIONS = 20;
export const MOST_NEEDS_OPTIONS = 12;
export const MOST_NEEDS_TEXT = 2000;

/** Fewer answers than this from an anonymous inventory, or a part of one, are not shown (issue: groups under five hidden). */
export const LEAST_ANONYMOUS_GROUP = 5;

export interface NeedsQuestion {
  readonly id: string;
  readonly kind: NeedsQuestionKind;
  /** Asked once for each goal of the plan. */
  readonly isPerGoal: boolean;
  readonly text: string;
  readonly hint: string;
  /** For `choice` and `choices`; empty otherwise. */
  readonly options: readonly string[];
  /** What 1 and 5 mean, for `scale`. */
  readonly lowLabel: string;
  readonly highLabel: string;
}

/** Stands beside every free text, always (product, section 10). */
export const NEEDS_TEXT_WARNING: Label = {
  sv: 'Skriv inget om enskilda personer, varken namn eller något som gör att någon kan kännas igen.',
  en: 'Write nothing about individuals, neither names nor anything that lets somebody be recognised.',
};

/** The questions a county starts from when it has none of its own yet. Made to be changed. */
export const DEFAULT_NEEDS_QUESTIONS: readonly Omit<NeedsQuestion, 'id'>[] = [
  {
    kind: 'text',
    isPerGoal: false,
    text: 'Vad fungerar bra i arbetet i dag?',
    hint: 'Sådant som ni vill behålla, eller göra mer av.',
    options: [],
    lowLabel: '',
    highLabel: '',
  },
  {
    kind: 'text',
    isPerGoal: false,
    text: 'Var skaver det?',
    hint: 'Sådant som saknas, tar för mycket tid eller faller mellan stolarna.',
    options: [],
    lowLabel: '',
    highLabel: '',
  },
  {
    kind: 'choice',
    isPerGoal: true,
    text: 'Behöver ni stöd för att bidra till målet nästa år?',
    hint: '',
    options: ['Ja, mycket', 'Ja, en del', 'Nej'],
    lowLabel: '',
    highLabel: '',
  },
  {
    kind: 'text',
    isPerGoal: true,
    text: 'Vilket stöd skulle hjälpa er mest?',
    hint: 'Lämna tomt där ni inte behöver något.',
    options: [],
    lowLabel: '',
    highLabel: '',
  },
  {
    kind: 'scale',
    isPerGoal: false,
    text: 'Hur väl möter samverkan i länet era behov?',
    hint: '',
    options: [],
    lowLabel: 'Inte alls',
    highLabel: 'Helt',
  },
  {
    kind: 'text',
    isPerGoal: false,
    text: 'Vad skulle du vilja att vi gör tillsammans nästa år?',
    hint: 'En utbildning, en träff, ett gemensamt material eller något annat.',
    options: [],
    lowLabel: '',
    highLabel: '',
  },
];

export type NeedsTransitionName = 'open' | 'close';
export type NeedsGuard = 'may_manage' | 'group_has_members' | 'has_questions' | 'due_is_ahead' | 'goals_to_ask';

export const NEEDS_WORKFLOW: readonly Transition<NeedsState, NeedsTransitionName, NeedsGuard>[] = [
  {
    name: 'open',
    from: ['draft'],
    to: 'open',
    guards: ['may_manage', 'group_has_members', 'has_questions', 'due_is_ahead', 'goals_to_ask'],
  },
  { name: 'close', from: ['open'], to: 'closed', guards: ['may_manage'] },
];
export const NEEDS_TRANSITION_LABELS: Readonly<Record<NeedsTransitionName, Label>> = {
  open: { sv: 'Öppna och skicka', en: 'Open and send' },
  close: { sv: 'Stäng för svar', en: 'Close for answers' },
};
export const NEEDS_GUARD_REASONS: Readonly<Record<NeedsGuard, Label>> = {
  may_manage: { sv: 'Bara en planerare i länet kan göra detta.', en: 'Only a planner of the county can do this.' },
  group_has_members: {
    sv: 'Ingen är med i gruppen i dag, så det finns ingen att fråga. Lägg till ledamöter i gruppen först.',
    en: 'Nobody is in the group today, so there is nobody to ask. Add members to the group first.',
  },
  has_questions: { sv: 'Det finns inga frågor. Lägg till minst en.', en: 'There are no questions. Add at least one.' },
  due_is_ahead: {
    sv: 'Sista dag att svara har redan varit. Välj en senare dag.',
    en: 'The last day to answer has passed. Choose a later day.',
  },
  goals_to_ask: {
    sv: 'En fråga ställs per mål, men planen har inga mål.',
    en: 'A question is asked for each goal, but the plan has no goals.',
  },
};

/** How one is shown, said before one begins. Not a promise of more than the system keeps (ADR 24). */
export const NEEDS_ANONYMITY_WORDS: Readonly<Record<'anonymous' | 'named', Label>> = {
  anonymous: {
    sv: 'Svaren är anonyma. Det syns vilka som har svarat, men inte vem som har svarat vad. Svaren visas först när inventeringen är stängd, och bara om minst fem har svarat.',
    en: 'Answers are anonymous. It shows who has answered, but not who answered what. Answers are shown only after the inventory has closed, and only if at least five have answered.',
  },
  named: {
    sv: 'Svaren visas med ditt namn och din organisation för länets planerare och gruppen.',
    en: 'Answers are shown with your name and organisation to the county’s planners and the group.',
  },
};

export type NeedState = 'proposed' | 'chosen' | 'declined';
export const NEED_STATE_LABELS: Readonly<Record<NeedState, Label>> = {
  proposed: { sv: 'Förslag', en: 'Proposed' },
  chosen: { sv: 'Med i verksamhetsplanen', en: 'In the work plan' },
  declined: { sv: 'Avböjt', en: 'Declined' },
};

/**
 * Which kinds of organisation an anonymous answer may be shown under: those with at least five who are asked. The others
 * are put together under `null` ("övriga"); if they are fewer than five together, the smallest of the kinds that could
 * stand alone joins them, so that no answer is ever kept under a label fewer than five people share.
 */
export function kindGroups(asked: readonly string[]): ReadonlyMap<string, string | null> {
  const counts = new Map<string, number>();
  for (const kind of asked) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const alone = [...counts]
    .filter(([, count]) => count >= LEAST_ANONYMOUS_GROUP)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([kind]) => kind);
  const restOf = (): number =>
    [...counts].filter(([kind]) => !alone.includes(kind)).reduce((sum, [, count]) => sum + count, 0);
  while (alone.length > 0 && restOf() > 0 && restOf() < LEAST_ANONYMOUS_GROUP) alone.pop();
  return new Map([...counts.keys()].map((kind) => [kind, alone.includes(kind) ? kind : null]));
}
