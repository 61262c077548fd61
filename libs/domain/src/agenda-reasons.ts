import type { AttentionCode } from './attention.ts';
import { daysBetween, formatDay, type Day } from './date-text.ts';
import type { Label } from './locale.ts';

/** Why something is proposed: its own reasons, and those of attention. */
export type AgendaReasonCode =
  | AttentionCode
  | 'due_step'
  | 'below_target_twice'
  | 'silent'
  | 'never_up'
  | 'rotation'
  | 'open_decision'
  | 'open_action_point'
  | 'lifted'
  | 'answered'
  | 'postponed'
  | 'added';

export interface AgendaReasonWords {
  readonly code: AgendaReasonCode;
  readonly words: Label;
}

/** Something undertaken that is not done: a decision by its "§ 12/2026", an action point by who does it. */
export interface OpenUndertaking {
  readonly id: string;
  readonly name: string;
  readonly dueOn: Day | null;
}

/** A reason with what weighs when reasons are ordered. */
export interface AgendaReason extends AgendaReasonWords {
  /** Past its day. */
  readonly isLate?: boolean;
}

export const ROTATION: AgendaReason = {
  code: 'rotation',
  words: { sv: 'Står på tur enligt årets planering.', en: 'Is due according to the plan of the year.' },
};
export const NEVER_UP: AgendaReason = {
  code: 'never_up',
  words: { sv: 'Har inte varit uppe i gruppen än.', en: 'Has not been up in the group yet.' },
};

export function postponed(on: Day): AgendaReason {
  return {
    code: 'postponed',
    words: {
      sv: `Bordlades på mötet ${formatDay(on, 'sv')}.`,
      en: `Was postponed at the meeting of ${formatDay(on, 'en')}.`,
    },
  };
}

export function silent(lastUpOn: Day, day: Day): AgendaReason {
  const days = daysBetween(lastUpOn, day);
  return {
    code: 'silent',
    words: {
      sv: `Har inte varit uppe på ${days} dagar, sedan ${formatDay(lastUpOn, 'sv')}.`,
      en: `Has not been up for ${days} days, since ${formatDay(lastUpOn, 'en')}.`,
    },
  };
}

export function dueStep(on: Day): AgendaReason {
  return {
    code: 'due_step',
    words: {
      sv: `Nästa steg skulle vara klart ${formatDay(on, 'sv')}.`,
      en: `The next step was to be done by ${formatDay(on, 'en')}.`,
    },
  };
}

export function belowTwice({ text }: { readonly text: string }): AgendaReason {
  return {
    code: 'below_target_twice',
    words: {
      sv: `Når inte målvärdet för andra omgången i rad: ${text}`,
      en: `Below its target for the second round running: ${text}`,
    },
  };
}

export function openDecision({ name, dueOn }: OpenUndertaking, day: Day): AgendaReason {
  const isLate = dueOn !== null && dueOn < day;
  return {
    code: 'open_decision',
    isLate,
    words: {
      sv: `Beslutet ${name} är inte genomfört${dueWords(dueOn, isLate, 'sv')}.`,
      en: `The decision ${name} has not been carried out${dueWords(dueOn, isLate, 'en')}.`,
    },
  };
}

export function openActionPoint({ name, dueOn }: OpenUndertaking, day: Day): AgendaReason {
  const isLate = dueOn !== null && dueOn < day;
  return {
    code: 'open_action_point',
    isLate,
    words: {
      sv: `Att göra är inte klart${name === '' ? '' : ` (${name})`}${dueWords(dueOn, isLate, 'sv')}.`,
      en: `An action point is not done${name === '' ? '' : ` (${name})`}${dueWords(dueOn, isLate, 'en')}.`,
    },
  };
}

function dueWords(dueOn: Day | null, isLate: boolean, locale: 'sv' | 'en'): string {
  if (dueOn === null) return '';
  const on = formatDay(dueOn, locale);
  if (locale === 'sv') return isLate ? `, skulle vara klart ${on}` : `, ska vara klart ${on}`;
  return isLate ? `, was due ${on}` : `, is due ${on}`;
}

export function lifted(group: string, on: Day): AgendaReason {
  return {
    code: 'lifted',
    words: {
      sv: `${group} lyfte frågan ${formatDay(on, 'sv')}.`,
      en: `${group} lifted the question on ${formatDay(on, 'en')}.`,
    },
  };
}

export function answered(group: string, on: Day): AgendaReason {
  return {
    code: 'answered',
    words: {
      sv: `${group} svarade ${formatDay(on, 'sv')}.`,
      en: `${group} answered on ${formatDay(on, 'en')}.`,
    },
  };
}
