import type { Day } from './date-text.ts';
import { formatDay } from './date-text.ts';
import { decisionReference, type ActionPointState, type DecisionState } from './decision.ts';
import { JUDGEMENT_LABELS, type Judgement } from './judgement.ts';
import type { Label, Locale } from './locale.ts';
import type { Transition } from './workflow.ts';

export const DIGEST_STATES = ['draft', 'sent'] as const;
export type DigestState = (typeof DIGEST_STATES)[number];
export const DIGEST_STATE_LABELS: Readonly<Record<DigestState, Label>> = {
  draft: { sv: 'Utkast', en: 'Draft' },
  sent: { sv: 'Skickat', en: 'Sent' },
};

/** The parts of a goal's page (product, section 6), and the words that open the whole. */
export const DIGEST_SECTIONS = ['lead', 'moved', 'stopped', 'promised', 'needed'] as const;
export type DigestSection = (typeof DIGEST_SECTIONS)[number];
export const DIGEST_GOAL_SECTIONS = [
  'moved',
  'stopped',
  'promised',
  'needed',
] as const satisfies readonly DigestSection[];
export const DIGEST_SECTION_LABELS: Readonly<Record<DigestSection, Label>> = {
  lead: { sv: 'Inledning', en: 'Introduction' },
  moved: { sv: 'Det här har rört sig', en: 'What has moved' },
  stopped: { sv: 'Det här har stannat', en: 'What has stopped' },
  promised: { sv: 'Det här lovade vi, och så gick det', en: 'What we promised, and how it went' },
  needed: { sv: 'Det här behöver vi av er', en: 'What we need from you' },
};

/** Points per section on a goal's page; what is over stands in the appendix, so that a page stays a page. */
export const DIGEST_POINTS = 5;
/** Longest text a person writes in one section, in characters: about what five points take. */
export const DIGEST_TEXT_LENGTH = 1_500;

export type DigestGuard = 'may_manage' | 'nothing_clashes' | 'meeting_is_on' | 'has_receivers';
export const DIGEST_WORKFLOW: readonly Transition<DigestState, 'send', DigestGuard>[] = [
  {
    name: 'send',
    from: ['draft'],
    to: 'sent',
    guards: ['may_manage', 'meeting_is_on', 'has_receivers', 'nothing_clashes'],
  },
];
export const DIGEST_GUARD_REASONS: Readonly<Record<DigestGuard, Label>> = {
  may_manage: { sv: 'Bara en planerare i länet kan göra detta.', en: 'Only a planner of the county can do this.' },
  nothing_clashes: {
    sv: 'Underlaget har ändrats under en text som någon har skrivit. Välj först vad som ska stå.',
    en: 'What a text was written over has changed. Choose first what it is to say.',
  },
  meeting_is_on: { sv: 'Mötet är inställt eller redan genomfört.', en: 'The meeting is cancelled or has been held.' },
  has_receivers: {
    sv: 'Ingen i gruppen har någon e-postadress att skicka till.',
    en: 'Nobody in the group has an e-mail address to send to.',
  },
};

/** What a half-year left behind, for one goal. Days lie within the period unless said otherwise. */
export interface HalfYearFacts {
  readonly activities: readonly HalfYearActivity[];
  /** Made by the groups that report to this one, or by itself; made, due or closed in the period. */
  readonly promises: readonly HalfYearPromise[];
  /** Questions that wait for this group. */
  readonly lifts: readonly {
    /** Papers that were frozen before the question had a page do not know it. */
    readonly id?: string;
    readonly reference: string | null;
    readonly question: string;
    readonly proposal: string;
  }[];
  readonly events: { readonly count: number; readonly participants: number | null };
}
export interface HalfYearActivity {
  /** "2.2/5" */
  readonly reference: string;
  readonly text: string;
  readonly responsible: readonly string[];
  /** In force at the end; null when nobody has judged. */
  readonly judgement: Judgement | null;
  /** What it was before the first change in the period; undefined when it has not changed in it. */
  readonly judgementBefore?: Judgement | null;
  readonly supportNeeded: string;
  readonly cancelReason: string;
  readonly results: string;
  /** Why a group has put it aside; empty when none has. */
  readonly parkedBecause: string;
  /** Times it was put off from an agenda in the period. */
  readonly postponed: number;
}
export type HalfYearPromise =
  | (PromiseFacts & {
      readonly kind: 'decision';
      readonly number: number;
      readonly year: number;
      readonly state: DecisionState;
    })
  | (PromiseFacts & { readonly kind: 'action_point'; readonly state: ActionPointState });
interface PromiseFacts {
  readonly reference: string | null;
  readonly text: string;
  /** Who is to do it, in words; empty when nobody is named. */
  readonly who: string;
  readonly due: Day | null;
  readonly doneText: string;
}

/** One point a line, most telling first: those that fit on the page, and those that do not. */
export interface DigestPoints {
  readonly shown: readonly string[];
  readonly overflow: readonly string[];
}

/** The points of one section of a goal's page, as sentences. Pure: the same facts give the same sentences. */
export function digestPoints(
  section: (typeof DIGEST_GOAL_SECTIONS)[number],
  facts: HalfYearFacts,
  today: Day,
  locale: Locale,
): DigestPoints {
  const points = POINTS[section](facts, today, locale);
  return { shown: points.slice(0, DIGEST_POINTS), overflow: points.slice(DIGEST_POINTS) };
}

/** What belongs to no goal, for the introduction: questions first, then what was promised about the work itself. */
export function generalPoints(facts: HalfYearFacts, today: Day, locale: Locale): DigestPoints {
  const asked = digestPoints('needed', facts, today, locale);
  const promised = digestPoints('promised', facts, today, locale);
  return { shown: [...asked.shown, ...promised.shown], overflow: [...asked.overflow, ...promised.overflow] };
}

const POINTS: Readonly<
  Record<(typeof DIGEST_GOAL_SECTIONS)[number], (facts: HalfYearFacts, today: Day, locale: Locale) => string[]>
> = { moved: movedPoints, stopped: stoppedPoints, promised: promisedPoints, needed: neededPoints };

/** Best first. A cancelled activity has neither moved nor stopped; it is told among what stopped, with why. */
const RANK: Readonly<Record<Judgement, number>> = {
  not_started: 0,
  needs_support: 1,
  on_track: 2,
  completed: 3,
  cancelled: -1,
};
const isForward = ({ judgement, judgementBefore }: HalfYearActivity): boolean =>
  judgementBefore !== undefined &&
  judgement !== null &&
  RANK[judgement] > (judgementBefore === null ? -1 : RANK[judgementBefore]) &&
  RANK[judgement] >= RANK.on_track;

function movedPoints({ activities, events }: HalfYearFacts, _today: Day, locale: Locale): string[] {
  const moved = activities.filter(isForward).toSorted((a, b) => rankOf(b) - rankOf(a));
  const points = moved.map((activity) => named(activity, [changeWords(activity, locale), activity.results]));
  if (events.count === 0) return points;
  return [...points, eventWords(events, locale)];
}

function stoppedPoints({ activities }: HalfYearFacts, _today: Day, locale: Locale): string[] {
  return activities
    .filter((activity) => !isForward(activity))
    .flatMap((activity) => {
      const reasons = stopReasons(activity, locale);
      return reasons.length === 0 ? [] : [named(activity, reasons)];
    });
}

function stopReasons(activity: HalfYearActivity, locale: Locale): string[] {
  const { judgement, judgementBefore, supportNeeded, cancelReason, parkedBecause, postponed } = activity;
  const reasons: string[] = [];
  if (judgement === 'needs_support' || judgement === 'cancelled') {
    const word = JUDGEMENT_LABELS[judgement][locale];
    reasons.push(judgementBefore === undefined ? `${word}.` : changeWords(activity, locale));
    reasons.push(judgement === 'cancelled' ? cancelReason : supportNeeded);
  } else if (
    judgementBefore !== undefined &&
    rankOf(activity) < (judgementBefore === null ? -1 : RANK[judgementBefore])
  ) {
    reasons.push(changeWords(activity, locale));
  }
  if (parkedBecause !== '')
    reasons.push({ sv: `Parkerad: ${parkedBecause}`, en: `Put aside: ${parkedBecause}` }[locale]);
  if (postponed > 1) reasons.push({ sv: `Bordlagd ${postponed} gånger.`, en: `Put off ${postponed} times.` }[locale]);
  return reasons;
}

/** Broken first, then open, then kept. */
function promisedPoints({ promises }: HalfYearFacts, today: Day, locale: Locale): string[] {
  const order = ({ state, due }: HalfYearPromise): number =>
    state === 'open' ? (due !== null && due < today ? 0 : 1) : state === 'done' ? 2 : 3;
  return promises.toSorted((a, b) => order(a) - order(b)).map((promise) => promiseWords(promise, today, locale));
}

function promiseWords(promise: HalfYearPromise, today: Day, locale: Locale): string {
  const { text, who, due, state, doneText } = promise;
  const name = promise.kind === 'decision' ? `${decisionReference(promise.number, promise.year)}: ` : '';
  const by = who === '' ? '' : ` (${who})`;
  return `${name}${withoutStop(text)}${by}. ${stateWords(state, due, doneText, today, locale)}`;
}

function stateWords(
  state: DecisionState | ActionPointState,
  due: Day | null,
  doneText: string,
  today: Day,
  locale: Locale,
): string {
  const sv = locale === 'sv';
  if (state === 'done') return `${sv ? 'Gjort' : 'Done'}: ${sentence(doneText)}`;
  if (state === 'standing') return sv ? 'Gäller.' : 'In force.';
  if (state === 'withdrawn' || state === 'dropped')
    return `${sv ? 'Blev inte av' : 'Was not done'}: ${sentence(doneText)}`;
  if (due === null) return sv ? 'Pågår.' : 'Under way.';
  const day = formatDay(due, locale);
  if (due < today) return sv ? `Skulle ha varit klart ${day}.` : `Was due ${day}.`;
  return sv ? `Ska vara klart ${day}.` : `Due ${day}.`;
}

function neededPoints({ lifts, activities }: HalfYearFacts, _today: Day, locale: Locale): string[] {
  const asked = lifts.map(({ reference, question, proposal }) => {
    const proposed =
      proposal === '' ? '' : { sv: ` Förslag: ${sentence(proposal)}`, en: ` Proposal: ${sentence(proposal)}` }[locale];
    return `${reference === null ? '' : `${reference}: `}${question}${proposed}`;
  });
  const lifted = new Set(lifts.map(({ reference }) => reference));
  const support = activities
    .filter(
      ({ judgement, supportNeeded, reference }) =>
        judgement === 'needs_support' && supportNeeded !== '' && !lifted.has(reference),
    )
    .map(
      ({ reference, supportNeeded }) =>
        ({
          sv: `${reference} behöver stöd: ${sentence(supportNeeded)}`,
          en: `${reference} needs support: ${sentence(supportNeeded)}`,
        })[locale],
    );
  return [...asked, ...support];
}

function rankOf({ judgement }: HalfYearActivity): number {
  return judgement === null ? -1 : RANK[judgement];
}

function changeWords({ judgement, judgementBefore }: HalfYearActivity, locale: Locale): string {
  const now =
    judgement === null ? { sv: 'Inte bedömd', en: 'Not judged' }[locale] : JUDGEMENT_LABELS[judgement][locale];
  if (judgementBefore === undefined || judgementBefore === null) return `${now}.`;
  const before = JUDGEMENT_LABELS[judgementBefore][locale];
  return { sv: `${now}, tidigare ${lower(before)}.`, en: `${now}, earlier ${lower(before)}.` }[locale];
}

function eventWords({ count, participants }: HalfYearFacts['events'], locale: Locale): string {
  const held =
    locale === 'sv'
      ? `${count} ${count === 1 ? 'händelse är registrerad' : 'händelser är registrerade'}`
      : `${count} ${count === 1 ? 'event has' : 'events have'} been registered`;
  if (participants === null) return `${held}.`;
  return locale === 'sv'
    ? `${held}, med ${participants} deltagare i dem som har räknats.`
    : `${held}, with ${participants} participants where they were counted.`;
}

/** "2.2/5 Samordna arbetet … : Pågår enligt plan." The wording is never cut; the reference leads. */
function named({ reference, text }: HalfYearActivity, parts: readonly string[]): string {
  return [`${reference} ${withoutStop(text)}.`, ...parts.filter((part) => part.trim() !== '').map(sentence)].join(' ');
}

const lower = (text: string): string => `${text.charAt(0).toLocaleLowerCase('sv')}${text.slice(1)}`;
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const withoutStop = (text: string): string => oneLine(text).replace(/\.+$/, '');
/** On one line and with an end. */
function sentence(text: string): string {
  const line = oneLine(text);
  return line === '' || /[.!?…]$/.test(line) ? line : `${line}.`;
}
