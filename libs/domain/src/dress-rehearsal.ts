import { FOLLOW_UP_STATE_LABELS, type FollowUpState } from './follow-up.ts';
import type { Judgement } from './judgement.ts';
import type { Label } from './locale.ts';
import { formatNumber, formatOf } from './number-format.ts';
import { compareNatural, compareSwedish } from './sort.ts';

export interface RehearsalOrganisation {
  readonly id: string;
  readonly name: string;
}

export interface RehearsalActivity {
  readonly id: string;
  /** As people see it, "2.2/5". */
  readonly reference: string;
  readonly judgement: Judgement | null;
  /** Null when the round never gave the activity a follow-up. */
  readonly followUpState: FollowUpState | null;
  /** Who has been asked to answer; the first responsible where nobody has. Null where nobody is responsible. */
  readonly organisation: RehearsalOrganisation | null;
  readonly hasNextStep: boolean;
  /** Members of the collectives it names, and for how many of them it is stated whether they take part. */
  readonly members?: { readonly of: number; readonly stated: number };
  readonly indicators: readonly RehearsalIndicator[];
}

export interface RehearsalIndicator {
  readonly id: string;
  readonly text: string;
  readonly isProposal: boolean;
  /** Cells where the question applies, and those that have a value. A text indicator has one cell. */
  readonly cellsOf: number;
  readonly cellsReported: number;
  /** Typed values that differ from what the events give, where nobody has chosen. */
  readonly differs?: number;
}

export interface RehearsalGoal {
  readonly id: string;
  /** As printed: "3" or "F". */
  readonly code: string;
  readonly title: string;
  readonly isJudged: boolean;
}

export interface RehearsalFacts {
  readonly activities: readonly RehearsalActivity[];
  readonly goals: readonly RehearsalGoal[];
}

export const REHEARSAL_CODES = [
  'follow_up_not_accepted',
  'goal_not_judged',
  'value_not_reported',
  'value_differs',
  'indicator_is_proposal',
  'participation_not_stated',
  'no_next_step',
] as const;
export type RehearsalCode = (typeof REHEARSAL_CODES)[number];

/** What may not be missing when a round is adopted. The rest is said aloud, but may be missing knowingly. */
export const BLOCKING_CODES: readonly RehearsalCode[] = ['follow_up_not_accepted', 'goal_not_judged'];

export interface RehearsalItem {
  readonly code: RehearsalCode;
  readonly blocking: boolean;
  /** What the item stands at: the activity's reference or the goal's code. */
  readonly reference: string;
  readonly activityId: string | null;
  readonly goalId: string | null;
  readonly indicatorId: string | null;
  readonly words: Label;
}

export interface RehearsalGroup {
  /** Null for what nobody but the planner can mend: goals, and activities without a responsible organisation. */
  readonly organisation: RehearsalOrganisation | null;
  readonly items: readonly RehearsalItem[];
}

export interface Rehearsal {
  readonly groups: readonly RehearsalGroup[];
  readonly blocking: number;
  readonly notBlocking: number;
  /** True when nothing blocks. The guard `nothing_blocks` of the round's workflow asks exactly this. */
  readonly mayBeAdopted: boolean;
}

/**
 * Dress rehearsal (provlås): what would be missing, per organisation, if the round were locked today (product,
 * section 5). The planner's own group comes first, then organisations in Swedish order; within a group what blocks
 * comes first, then by reference.
 */
export function rehearse(facts: RehearsalFacts): Rehearsal {
  const groups = new Map<string | null, { organisation: RehearsalOrganisation | null; items: RehearsalItem[] }>();
  const put = (organisation: RehearsalOrganisation | null, item: RehearsalItem): void => {
    const key = organisation?.id ?? null;
    const group = groups.get(key);
    if (group) group.items.push(item);
    else groups.set(key, { organisation, items: [item] });
  };
  for (const goal of facts.goals) if (!goal.isJudged) put(null, goalItem(goal));
  for (const activity of facts.activities) {
    for (const item of activityItems(activity)) put(activity.organisation, item);
  }
  const sorted = [...groups.values()]
    .sort((a, b) => byOrganisation(a.organisation, b.organisation))
    .map(({ organisation, items }) => ({ organisation, items: items.sort(byUrgency) }));
  const all = sorted.flatMap((group) => group.items);
  const blocking = all.filter((item) => item.blocking).length;
  return { groups: sorted, blocking, notBlocking: all.length - blocking, mayBeAdopted: blocking === 0 };
}

function byOrganisation(a: RehearsalOrganisation | null, b: RehearsalOrganisation | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return compareSwedish(a.name, b.name) || compareSwedish(a.id, b.id);
}

function byUrgency(a: RehearsalItem, b: RehearsalItem): number {
  return (
    Number(b.blocking) - Number(a.blocking) ||
    compareNatural(a.reference, b.reference) ||
    REHEARSAL_CODES.indexOf(a.code) - REHEARSAL_CODES.indexOf(b.code)
  );
}

function goalItem(goal: RehearsalGoal): RehearsalItem {
  return {
    code: 'goal_not_judged',
    blocking: true,
    reference: goal.code,
    activityId: null,
    goalId: goal.id,
    indicatorId: null,
    words: { sv: `${goal.title}: bedömning saknas.`, en: `${goal.title}: not judged.` },
  };
}

function activityItems(activity: RehearsalActivity): RehearsalItem[] {
  const item = (code: RehearsalCode, words: Label, indicatorId: string | null = null): RehearsalItem => ({
    code,
    blocking: BLOCKING_CODES.includes(code),
    reference: activity.reference,
    activityId: activity.id,
    goalId: null,
    indicatorId,
    words,
  });
  const items: RehearsalItem[] = [];
  if (activity.followUpState !== 'accepted') {
    items.push(item('follow_up_not_accepted', notAcceptedWords(activity.followUpState)));
  }
  if (activity.judgement === 'cancelled') return items;
  for (const indicator of activity.indicators) {
    const text = indicator.text.trim().replace(/\.+$/, '');
    if (indicator.isProposal) {
      const words = {
        sv: `${text}: indikatorn är ännu ett förslag.`,
        en: `${text}: the indicator is still a proposal.`,
      };
      items.push(item('indicator_is_proposal', words, indicator.id));
    } else if (indicator.cellsReported < indicator.cellsOf) {
      items.push(item('value_not_reported', notReportedWords(text, indicator), indicator.id));
    }
    const differs = indicator.differs ?? 0;
    if (differs > 0) items.push(item('value_differs', differsWords(text, differs), indicator.id));
  }
  const { of, stated } = activity.members ?? { of: 0, stated: 0 };
  if (stated < of) items.push(item('participation_not_stated', notStatedWords(of - stated, of)));
  if (!activity.hasNextStep && activity.judgement !== 'completed') {
    items.push(item('no_next_step', { sv: 'Nästa steg saknas.', en: 'No next step is given.' }));
  }
  return items;
}

function notAcceptedWords(state: FollowUpState | null): Label {
  if (state === null) return { sv: 'Uppföljning saknas.', en: 'There is no follow-up.' };
  const label = FOLLOW_UP_STATE_LABELS[state];
  return {
    sv: `Svaret är inte godkänt (${label.sv.toLocaleLowerCase('sv')}).`,
    en: `The answer is not accepted (${label.en.toLocaleLowerCase('en')}).`,
  };
}

function notReportedWords(text: string, { cellsOf, cellsReported }: RehearsalIndicator): Label {
  if (cellsOf === 1) return { sv: `${text}: inte rapporterat.`, en: `${text}: not reported.` };
  return {
    sv: `${text}: ${formatOf(cellsReported, cellsOf, 'sv')} värden rapporterade.`,
    en: `${text}: ${formatOf(cellsReported, cellsOf, 'en')} values reported.`,
  };
}

function differsWords(text: string, count: number): Label {
  return count === 1
    ? {
        sv: `${text}: det inskrivna skiljer sig från händelserna.`,
        en: `${text}: the typed value differs from the events.`,
      }
    : {
        sv: `${text}: ${formatNumber(count, 0, 'sv')} inskrivna värden skiljer sig från händelserna.`,
        en: `${text}: ${formatNumber(count, 0, 'en')} typed values differ from the events.`,
      };
}

function notStatedWords(missing: number, of: number): Label {
  return {
    sv: `Medverkan är inte angiven för ${formatOf(missing, of, 'sv')}.`,
    en: `Taking part is not stated for ${formatOf(missing, of, 'en')}.`,
  };
}
