import { formatDay, formatDayRange, monthName, type Day } from './date-text.ts';
import type { Label, Locale } from './locale.ts';
import { formatNumber } from './number-format.ts';
import type { Transition } from './workflow.ts';

/** A work plan (verksamhetsplan): what is to be done in one year of a plan. */
export const WORK_PLAN_STATES = ['draft', 'decided', 'closed'] as const;
export type WorkPlanState = (typeof WORK_PLAN_STATES)[number];
export const WORK_PLAN_STATE_LABELS: Readonly<Record<WorkPlanState, Label>> = {
  draft: { sv: 'Utkast', en: 'Draft' },
  decided: { sv: 'Beslutad', en: 'Decided' },
  closed: { sv: 'Avslutad', en: 'Closed' },
};

export const ITEM_OUTCOMES = ['done', 'partly', 'not_done'] as const;
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number];
export const ITEM_OUTCOME_LABELS: Readonly<Record<ItemOutcome, Label>> = {
  done: { sv: 'Genomfört', en: 'Done' },
  partly: { sv: 'Delvis genomfört', en: 'Partly done' },
  not_done: { sv: 'Inte genomfört', en: 'Not done' },
};

export type WorkPlanTransitionName = 'decide' | 'close';
export type WorkPlanGuard = 'may_manage' | 'has_items' | 'has_decision' | 'all_have_outcome';

export const WORK_PLAN_WORKFLOW: readonly Transition<WorkPlanState, WorkPlanTransitionName, WorkPlanGuard>[] = [
  { name: 'decide', from: ['draft'], to: 'decided', guards: ['may_manage', 'has_items', 'has_decision'] },
  { name: 'close', from: ['decided'], to: 'closed', guards: ['may_manage', 'all_have_outcome'] },
];
export const WORK_PLAN_TRANSITION_LABELS: Readonly<Record<WorkPlanTransitionName, Label>> = {
  decide: { sv: 'Besluta verksamhetsplanen', en: 'Decide the work plan' },
  close: { sv: 'Avsluta verksamhetsplanen', en: 'Close the work plan' },
};
export const WORK_PLAN_GUARD_REASONS: Readonly<Record<WorkPlanGuard, Label>> = {
  may_manage: { sv: 'Bara en planerare i länet kan göra detta.', en: 'Only a planner of the county can do this.' },
  has_items: {
    sv: 'Verksamhetsplanen är tom. Lägg till minst en insats.',
    en: 'The work plan is empty. Add at least one item.',
  },
  has_decision: {
    sv: 'Ange vilket beslut det är: ett beslut av en grupp eller en hänvisning, och dagen.',
    en: 'State which decision it is: a decision of a group or a reference, and the day.',
  },
  all_have_outcome: {
    sv: 'Säg först vad det blev av varje insats.',
    en: 'First say what became of each item.',
  },
};

/** Money is in whole kronor: a plan is decided in thousands, and nobody budgets öre. */
export const MOST_KRONOR = 10_000_000_000;

export interface WorkPlanSums {
  readonly items: number;
  /** How many items have an amount, and what those come to. Never shown one without the other. */
  readonly withAmount: number;
  readonly kronor: number;
  readonly withResponsible: number;
  readonly withTime: number;
  readonly fromNeeds: number;
  readonly outcomes: Readonly<Record<ItemOutcome, number>>;
  readonly withoutOutcome: number;
}

export interface SummedItem {
  readonly amountKronor: number | null;
  readonly organisations: readonly unknown[];
  readonly responsibleName: string;
  readonly fromDay: Day | null;
  readonly needId: string | null;
  readonly outcome: ItemOutcome | null;
}

export function sumWorkPlan(items: readonly SummedItem[]): WorkPlanSums {
  const count = (is: (item: SummedItem) => boolean): number => items.filter(is).length;
  const amounts = items.flatMap(({ amountKronor }) => (amountKronor === null ? [] : [amountKronor]));
  return {
    items: items.length,
    withAmount: amounts.length,
    kronor: amounts.reduce((sum, amount) => sum + amount, 0),
    withResponsible: count((item) => item.organisations.length > 0 || item.responsibleName !== ''),
    withTime: count((item) => item.fromDay !== null),
    fromNeeds: count((item) => item.needId !== null),
    outcomes: {
      done: count(({ outcome }) => outcome === 'done'),
      partly: count(({ outcome }) => outcome === 'partly'),
      not_done: count(({ outcome }) => outcome === 'not_done'),
    },
    withoutOutcome: count(({ outcome }) => outcome === null),
  };
}

/** What is not finished goes on to next year's proposals: partly, not at all, or never said. */
export function isUnfinished({ outcome }: Pick<SummedItem, 'outcome'>): boolean {
  return outcome !== 'done';
}

/** "mars–maj 2027", "12 mars 2027", "12–14 mars 2027", or empty when no time is given. */
export function whenText(
  item: { readonly fromDay: Day | null; readonly toDay: Day | null; readonly isByMonth: boolean },
  locale: Locale,
): string {
  const { fromDay, toDay, isByMonth } = item;
  if (fromDay === null) return '';
  if (!isByMonth)
    return toDay === null || toDay === fromDay ? formatDay(fromDay, locale) : formatDayRange(fromDay, toDay, locale);
  const last = toDay ?? fromDay;
  const [fromYear, toYear] = [fromDay.slice(0, 4), last.slice(0, 4)];
  const [from, to] = [fromDay, last].map((day) => monthName(Number(day.slice(5, 7)), locale));
  if (fromYear !== toYear) return `${from} ${fromYear}–${to} ${toYear}`;
  return from === to ? `${from} ${toYear}` : `${from}–${to} ${toYear}`;
}

/** "25 000 kr" */
export function kronorText(kronor: number, locale: Locale): string {
  return `${formatNumber(kronor, 0, locale)} ${locale === 'sv' ? 'kr' : 'SEK'}`;
}
