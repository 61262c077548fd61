import { attentionWords } from './attention-words.ts';
import { daysBetween, type Day } from './date-text.ts';
import type { FollowUpState } from './follow-up.ts';
import type { Direction } from './indicator.ts';
import type { Judgement } from './judgement.ts';
import type { Label } from './locale.ts';
import { compareToTarget, DEFAULT_TARGET_MARGIN, isFalling, type TargetCoverage, type TargetStatus } from './target.ts';

/** What attention looks at, per indicator and round. Values are the combined ones for the county. */
export interface IndicatorFacts {
  readonly id: string;
  /** As published; shown in the words. */
  readonly text: string;
  /** Kind and unit are still a proposal from the import. */
  readonly isProposal: boolean;
  /** Cells where the question applies, and those of them that have a value. */
  readonly cellsOf: number;
  readonly cellsReported: number;
  /** A share in per cent. */
  readonly value: number | null;
  readonly valueBefore: number | null;
  /** Shares only: what the percentages are of. No percentage is said without it. */
  readonly share?: ShareOf | null;
  readonly shareBefore?: ShareOf | null;
  readonly target: number | null;
  readonly direction: Direction;
  readonly decimals: number;
  readonly unit: string | null;
  /** How far the value covers its places; taken as the whole when left out. */
  readonly coverage?: TargetCoverage;
  /** Fraction of the target that counts as near; the usual margin when null or left out. */
  readonly margin?: number | null;
  /** Places with a target of their own and a value: how many there are, and which of them do not reach it. */
  readonly placeTargets?: { readonly of: number; readonly below: readonly string[] };
  /** Cells where the events give another number than the typed one and nobody has chosen. */
  readonly differs?: ValueDifference;
}

/** "14 av 20": the numbers behind a percentage. */
export interface ShareOf {
  readonly numerator: number;
  readonly denominator: number;
}

/** How many of the typed values differ from what the events give; both numbers where it is about one cell. */
export interface ValueDifference {
  readonly cells: number;
  readonly of: number;
  readonly typed: number | null;
  readonly computed: number | null;
}

export interface FollowUpFacts {
  readonly state: FollowUpState;
  readonly hasReporter: boolean;
  /** The round takes answers or corrections. In a planned or an adopted round nothing is waited for. */
  readonly roundIsOpen: boolean;
  readonly openedOn: Day | null;
  readonly dueOn: Day | null;
  /** Last day somebody wrote, or said "inget nytt". */
  readonly lastAnswerOn: Day | null;
  readonly returnedOn: Day | null;
}

/** Everything known about one activity now. Optional fields belong to parts a county may not use. */
export interface ActivityFacts {
  readonly judgement: Judgement | null;
  readonly followUp: FollowUpFacts | null;
  readonly indicators: readonly IndicatorFacts[];
  /** Invited, and have not said yes. */
  readonly unconfirmedPartners?: readonly string[];
  /** How many are invited or have answered, the unconfirmed included. */
  readonly askedPartners?: number;
  readonly openDecisions?: readonly { readonly number: string; readonly dueOn: Day | null }[];
  /** Last held meeting that had the activity up; null if none has. Left out where meetings are not kept here. */
  readonly lastDiscussedOn?: Day | null;
  /** Since when it could have been up. Where it never was, time counts from here, and without it nothing is said. */
  readonly discussable?: Discussable;
}

/** When a meeting could have an activity up. */
export interface Discussable {
  /** Day of the first meeting that the plan's groups held here. */
  readonly meetingsSince: Day;
  /** First and last day the activity goes on; null for no bound. */
  readonly activeFrom: Day | null;
  readonly activeTo: Day | null;
  /** A group has put it aside for now, with a reason. */
  readonly isParked: boolean;
}

export interface AttentionLimits {
  /** Days without an answer before it is worth a word. */
  readonly noAnswerDays: number;
  /** Days since the activity was last up in a meeting, or could first have been. */
  readonly notDiscussedDays: number;
  /** Days after which an answer already given, in a round still open, is worth asking about again. */
  readonly freshDays: number;
}
export const DEFAULT_ATTENTION_LIMITS: AttentionLimits = { noAnswerDays: 14, notDiscussedDays: 180, freshDays: 60 };

/** In order of urgency: the order of the list, and the first one is the one to show where only one fits. */
export const ATTENTION_CODES = [
  'overdue',
  'returned',
  'no_reporter',
  'decision_open',
  'no_answer_for_days',
  'value_differs',
  'value_below_target',
  'falling',
  'value_missing',
  'partner_not_confirmed',
  'indicator_proposal',
  'not_fresh',
  'not_discussed_since',
] as const;
export type AttentionCode = (typeof ATTENTION_CODES)[number];

export const ATTENTION_LABELS: Readonly<Record<AttentionCode, Label>> = {
  overdue: { sv: 'Försenat svar', en: 'Answer overdue' },
  returned: { sv: 'Tillbaka med fråga', en: 'Returned' },
  no_reporter: { sv: 'Saknar rapportör', en: 'No reporter' },
  decision_open: { sv: 'Öppet beslut', en: 'Open decision' },
  no_answer_for_days: { sv: 'Inget svar än', en: 'No answer yet' },
  value_differs: { sv: 'Inskrivet och räknat skiljer sig', en: 'Typed and counted differ' },
  value_below_target: { sv: 'Når inte målvärdet', en: 'Target not met' },
  falling: { sv: 'Sämre än förra omgången', en: 'Worse than last round' },
  value_missing: { sv: 'Värde saknas', en: 'Value missing' },
  partner_not_confirmed: { sv: 'Samverkanspartner inte bekräftad', en: 'Partner not confirmed' },
  indicator_proposal: { sv: 'Indikator att granska', en: 'Indicator to review' },
  not_fresh: { sv: 'Äldre uppgift', en: 'Older information' },
  not_discussed_since: { sv: 'Inte uppe på möte', en: 'Not discussed' },
};

/** A reason as found, before it has words. `of` names the indicator, partner or decision it is about. */
export type AttentionFinding =
  | { readonly code: 'overdue'; readonly days: number; readonly dueOn: Day }
  | { readonly code: 'returned'; readonly on: Day | null }
  | { readonly code: 'no_reporter' }
  | { readonly code: 'decision_open'; readonly number: string; readonly dueOn: Day | null; readonly isLate: boolean }
  | { readonly code: 'no_answer_for_days'; readonly days: number }
  | {
      readonly code: 'value_below_target';
      readonly indicator: IndicatorFacts;
      readonly value: number;
      readonly target: number;
      /** Set when the value is within it: near, and not yet there. */
      readonly margin: number | null;
    }
  | {
      readonly code: 'value_below_target';
      readonly indicator: IndicatorFacts;
      readonly below: readonly string[];
      readonly of: number;
    }
  | { readonly code: 'value_differs'; readonly indicator: IndicatorFacts; readonly differs: ValueDifference }
  | { readonly code: 'not_fresh'; readonly on: Day; readonly days: number }
  | { readonly code: 'falling'; readonly indicator: IndicatorFacts; readonly value: number; readonly before: number }
  | {
      readonly code: 'value_missing';
      readonly indicator: IndicatorFacts;
      readonly missing: number;
      readonly of: number;
    }
  | { readonly code: 'partner_not_confirmed'; readonly partners: readonly string[]; readonly of: number }
  | { readonly code: 'indicator_proposal'; readonly count: number; readonly of: number }
  | { readonly code: 'not_discussed_since'; readonly on: Day | null };

/** One reason why an activity needs a person's eyes, with its words in both languages. */
export interface AttentionReason {
  readonly code: AttentionCode;
  readonly words: Label;
  /** The indicator the reason is about, where it is about one: to lead straight to the field. */
  readonly indicatorId: string | null;
}

/**
 * The reasons why an activity needs attention today, most urgent first and otherwise in the order of the facts.
 *
 * Attention is computed, status is not (product, section 5): nothing here reads as a judgement or changes one. An
 * activity that a person has cancelled waits only for its own answer; a completed one still wants its values, but
 * nobody need take it up again.
 */
export function attentionReasons(
  facts: ActivityFacts,
  today: Day,
  limits: AttentionLimits = DEFAULT_ATTENTION_LIMITS,
): AttentionReason[] {
  const cancelled = facts.judgement === 'cancelled';
  const findings = [
    ...answerFindings(facts.followUp, today, limits),
    ...(cancelled ? [] : indicatorFindings(facts)),
    ...(cancelled ? [] : workFindings(facts, today, limits)),
    ...decisionFindings(facts, today),
  ];
  return findings
    .map((finding, index) => ({ finding, index, rank: ATTENTION_CODES.indexOf(finding.code) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ finding }) => ({
      code: finding.code,
      words: attentionWords(finding),
      indicatorId: 'indicator' in finding ? finding.indicator.id : null,
    }));
}

function answerFindings(followUp: FollowUpFacts | null, today: Day, limits: AttentionLimits): AttentionFinding[] {
  if (!followUp?.roundIsOpen) return [];
  const findings: AttentionFinding[] = [];
  if (!followUp.hasReporter) findings.push({ code: 'no_reporter' });
  if (followUp.state === 'returned') findings.push({ code: 'returned', on: followUp.returnedOn });
  if (followUp.state !== 'draft' && followUp.state !== 'returned') {
    const on = followUp.lastAnswerOn;
    const days = on === null ? 0 : daysBetween(on, today);
    return on !== null && days >= limits.freshDays ? [...findings, { code: 'not_fresh', on, days }] : findings;
  }
  const late = followUp.dueOn === null ? 0 : daysBetween(followUp.dueOn, today);
  if (followUp.dueOn !== null && late > 0) {
    findings.push({ code: 'overdue', days: late, dueOn: followUp.dueOn });
  } else {
    const since = latestOf([followUp.openedOn, followUp.lastAnswerOn, followUp.returnedOn]);
    const days = since === null ? 0 : daysBetween(since, today);
    if (days >= Math.max(limits.noAnswerDays, 1)) findings.push({ code: 'no_answer_for_days', days });
  }
  return findings;
}

function indicatorFindings({ indicators, followUp }: ActivityFacts): AttentionFinding[] {
  const findings: AttentionFinding[] = [];
  for (const indicator of indicators) {
    if (indicator.isProposal) continue;
    const { value, valueBefore, target, direction, coverage } = indicator;
    const missing = Math.max(indicator.cellsOf - indicator.cellsReported, 0);
    if (followUp?.roundIsOpen === true && missing > 0) {
      findings.push({ code: 'value_missing', indicator, missing, of: indicator.cellsOf });
    }
    if (indicator.differs && indicator.differs.cells > 0) {
      findings.push({ code: 'value_differs', indicator, differs: indicator.differs });
    }
    const margin = indicator.margin ?? DEFAULT_TARGET_MARGIN;
    const { status } = compareToTarget(value, target, direction, margin, coverage);
    if (value !== null && target !== null && isBelow(status)) {
      findings.push({
        code: 'value_below_target',
        indicator,
        value,
        target,
        margin: status === 'near' ? margin : null,
      });
    }
    const { below = [], of = 0 } = indicator.placeTargets ?? {};
    if (below.length > 0) findings.push({ code: 'value_below_target', indicator, below, of });
    const comparable = coverage === undefined || coverage === 'whole';
    if (value !== null && valueBefore !== null && comparable && isFalling(value, valueBefore, direction)) {
      findings.push({ code: 'falling', indicator, value, before: valueBefore });
    }
  }
  const proposals = indicators.filter((indicator) => indicator.isProposal).length;
  if (proposals > 0) findings.push({ code: 'indicator_proposal', count: proposals, of: indicators.length });
  return findings;
}

function isBelow(status: TargetStatus): boolean {
  return status === 'near' || status === 'missed';
}

function workFindings(facts: ActivityFacts, today: Day, limits: AttentionLimits): AttentionFinding[] {
  const partners = facts.unconfirmedPartners ?? [];
  const of = Math.max(facts.askedPartners ?? 0, partners.length);
  const findings: AttentionFinding[] = partners.length > 0 ? [{ code: 'partner_not_confirmed', partners, of }] : [];
  return [...findings, ...discussionFindings(facts, today, limits)];
}

/**
 * Time runs from the last meeting that had the activity up. Where none has, it runs from the first meeting that the plan's
 * groups held here, or from the day the activity began where that is later: before then nobody could have had it up, so a
 * plan whose groups have just begun to meet is given as long as any other. What is over, completed or parked is let be.
 */
function discussionFindings(facts: ActivityFacts, today: Day, limits: AttentionLimits): AttentionFinding[] {
  const { lastDiscussedOn: last, discussable, judgement } = facts;
  if (last === undefined || judgement === 'completed' || discussable?.isParked === true) return [];
  if (discussable?.activeTo && discussable.activeTo < today) return [];
  const since = latestOf([last, discussable?.meetingsSince ?? null, discussable?.activeFrom ?? null]);
  if (since === null || daysBetween(since, today) < limits.notDiscussedDays) return [];
  return [{ code: 'not_discussed_since', on: last }];
}

function latestOf(days: readonly (Day | null)[]): Day | null {
  return days.reduce((latest, day) => (day !== null && (latest === null || day > latest) ? day : latest), null);
}

function decisionFindings(facts: ActivityFacts, today: Day): AttentionFinding[] {
  return (facts.openDecisions ?? []).map(({ number, dueOn }) => ({
    code: 'decision_open',
    number,
    dueOn,
    isLate: dueOn !== null && daysBetween(dueOn, today) > 0,
  }));
}
