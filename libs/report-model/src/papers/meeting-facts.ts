import { pages } from '@samhandling/contracts';
import type {
  AgendaItemKind,
  AgendaItemState,
  DecisionState,
  GroupKind,
  Label,
  Locale,
  MeetingState,
  MemberRole,
  PlanWords,
} from '@samhandling/domain';
import { capitalised, decisionReference, formatDay, formatMeetingTime, isLate } from '@samhandling/domain';
import { paragraph } from '../context.ts';
import type { Block, Linked } from '../model.ts';
import { PAPER_LABELS } from './labels.ts';

/** The meeting a paper is about, as it stood. */
export interface MeetingFacts {
  readonly group: { readonly name: string; readonly kind: GroupKind };
  readonly plan: { readonly title: string; readonly words: Readonly<Record<Locale, PlanWords>> };
  /** Empty: the group's name says enough. */
  readonly title: string;
  /** Which of the group's meetings of the calendar year it is, cancelled ones not counted. */
  readonly number: number;
  readonly year: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly link: string;
  readonly state: MeetingState;
}

export interface MemberFacts {
  readonly name: string;
  readonly organisation: string;
  readonly role: MemberRole;
  readonly substituteFor: string | null;
}

/** What an item is about. `text` is the whole wording of an activity, the decision, the action point, or the question. */
export interface ItemFacts {
  readonly kind: AgendaItemKind;
  readonly state: AgendaItemState;
  /** A title of its own, a decision's "§ 4/2026", the group that asks or answers; else empty. */
  readonly title: string;
  /** "2.2/5"; empty unless the item is about an activity. */
  readonly reference: string;
  readonly text: string;
  /** The question it is about, if it is; papers that were frozen before the question had a page do not know it. */
  readonly liftId?: string | null;
}

export interface DecisionFacts {
  readonly number: number;
  readonly year: number;
  readonly group: string;
  readonly decidedOn: string;
  readonly text: string;
  readonly who: string;
  readonly due: string | null;
  readonly state: DecisionState;
}

export interface ActionPointFacts {
  readonly text: string;
  readonly who: string;
  readonly due: string | null;
}

/** "Beredningsgruppen, möte 3/2026" */
export function meetingName({ group, title, number, year }: MeetingFacts, locale: Locale): string {
  const which = locale === 'sv' ? `möte ${number}/${year}` : `meeting ${number}/${year}`;
  return title === '' ? `${group.name}, ${which}` : `${group.name}, ${which}: ${title}`;
}

export function whenAndWhere({ startsAt, endsAt, place, link }: MeetingFacts, locale: Locale) {
  return [
    { label: PAPER_LABELS.time[locale], value: capitalised(formatMeetingTime(startsAt, endsAt, locale)) },
    ...(place === '' ? [] : [{ label: PAPER_LABELS.place[locale], value: place }]),
    ...(link === '' ? [] : [{ label: PAPER_LABELS.link[locale], value: link }]),
  ];
}

const KIND_NAMES: Readonly<Record<Exclude<AgendaItemKind, 'free' | 'activity'>, (title: string) => Label>> = {
  decision: (title) => ({ sv: `Öppet beslut ${title}`, en: `Open decision ${title}` }),
  action_point: () => ({ sv: 'Att göra', en: 'Action point' }),
  lift: (title) => ({ sv: `Fråga från ${title}`, en: `Question from ${title}` }),
  answer: (title) => ({ sv: `Svar från ${title}`, en: `Answer from ${title}` }),
};

/** Name of an item as a heading: "Aktivitet 2.2/5", its own title, "Öppet beslut § 4/2026". */
export function itemName({ kind, title, reference }: ItemFacts, words: PlanWords, locale: Locale): string {
  if (kind === 'free') return title;
  if (kind === 'activity') return `${capitalised(words.activity.one)} ${reference}`;
  return KIND_NAMES[kind](title)[locale];
}

/** The whole text of an item. A question leads to its page. */
export function itemText({ text, liftId }: ItemFacts, emphasis: 'normal' | 'quiet' = 'normal'): Block {
  return { ...paragraph(text, emphasis), ...liftLinks([{ id: liftId ?? undefined, question: text }]) };
}

/** Where questions that a block names are met and answered. */
export function liftLinks(lifts: readonly { readonly id?: string | undefined; readonly question: string }[]): Linked {
  const links = lifts.flatMap(({ id, question }) =>
    id === undefined ? [] : [{ text: question, link: pages.lift(id) }],
  );
  return links.length === 0 ? {} : { links };
}

/** Longest text of an item in a table of contents; the whole stands further down. */
const SHORT = 110;

/** The beginning of a text, up to a whole word, on one line. */
export function shortened(text: string, letters = SHORT): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= letters) return line;
  const cut = line.slice(0, letters);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), letters / 2)).replace(/[\s,;:.–-]+$/, '')} …`;
}

export const decisionName = ({ number, year }: Pick<DecisionFacts, 'number' | 'year'>): string =>
  decisionReference(number, year);

/** "Region Älvmark, klart senast 12 mars 2026"; empty when nobody is to do anything. */
export function whoAndWhen(
  { who, due }: { readonly who: string; readonly due: string | null },
  locale: Locale,
): string {
  const by = due === null ? '' : `${PAPER_LABELS.due[locale].toLocaleLowerCase('sv')} ${formatDay(due, locale)}`;
  const responsible = who === '' ? '' : `${PAPER_LABELS.responsible[locale]}: ${who}`;
  const both = [responsible, by].filter((part) => part !== '').join(', ');
  return both.charAt(0).toLocaleUpperCase('sv') + both.slice(1);
}

/** The day something is due, and whether it is past it on `today`. */
export function dueText(
  { state, due }: { readonly state: 'open' | DecisionState; readonly due: string | null },
  today: string,
  locale: Locale,
): string {
  if (due === null) return PAPER_LABELS.noDay[locale];
  const day = formatDay(due, locale);
  return isLate(state, due, today) ? `${day}, ${PAPER_LABELS.late[locale]}` : day;
}
