import type { Locale } from './locale.ts';

/**
 * A county's own word for a level of the plan, with the forms Swedish sentences need. Counties say delmål or
 * insatsområde, aktivitet or insats, so no page may hard-name them.
 */
export interface Word {
  /** "aktivitet" */
  readonly one: string;
  /** "aktiviteten" */
  readonly theOne: string;
  /** "aktiviteter" */
  readonly many: string;
  /** "aktiviteterna" */
  readonly theMany: string;
  /** `n` for "en aktivitet", `t` for "ett delmål". Decides ny/nytt, ingen/inget, en/ett. */
  readonly gender: 'n' | 't';
}

export interface PlanWords {
  readonly plan: Word;
  readonly goal: Word;
  readonly area: Word;
  readonly activity: Word;
}

export const WORD_KEYS = ['plan', 'goal', 'area', 'activity'] as const;
export type WordKey = (typeof WORD_KEYS)[number];

/** Kronoberg's words. */
export const DEFAULT_WORDS: Readonly<Record<Locale, PlanWords>> = {
  sv: {
    plan: {
      one: 'handlingsplan',
      theOne: 'handlingsplanen',
      many: 'handlingsplaner',
      theMany: 'handlingsplanerna',
      gender: 'n',
    },
    goal: { one: 'delmål', theOne: 'delmålet', many: 'delmål', theMany: 'delmålen', gender: 't' },
    area: {
      one: 'område för samhandling',
      theOne: 'området för samhandling',
      many: 'områden för samhandling',
      theMany: 'områdena för samhandling',
      gender: 't',
    },
    activity: { one: 'aktivitet', theOne: 'aktiviteten', many: 'aktiviteter', theMany: 'aktiviteterna', gender: 'n' },
  },
  en: {
    plan: {
      one: 'action plan',
      theOne: 'the action plan',
      many: 'action plans',
      theMany: 'the action plans',
      gender: 'n',
    },
    goal: { one: 'goal', theOne: 'the goal', many: 'goals', theMany: 'the goals', gender: 'n' },
    area: { one: 'area', theOne: 'the area', many: 'areas', theMany: 'the areas', gender: 'n' },
    activity: { one: 'activity', theOne: 'the activity', many: 'activities', theMany: 'the activities', gender: 'n' },
  },
};

/** "12 aktiviteter", "1 delmål", "0 insatser". */
export function countOf(word: Word, count: number): string {
  return `${count} ${count === 1 ? word.one : word.many}`;
}

/** First letter upper, the rest as it is: for headings and buttons. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}
