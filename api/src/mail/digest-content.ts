import {
  pages,
  type PlanRef,
  type RoundRef,
  type ToDo,
  type ToDoGroup,
  type ToDoItem,
  type Undertakings,
} from '@samhandling/contracts';
import { addDays, formatDay, type Day, type Locale } from '@samhandling/domain';
import type { AboutThing } from './mail-messages.repository.ts';
import type { MailPerson } from './mail-people.repository.ts';
import { DAY_WORDS, GROUP_HEADINGS, OPT_OUT } from './mail-words.ts';
import type { MailContent, MailItem, MailSection } from '../platform/mail/mail-template.ts';
import { greet, siteIn } from '../platform/mail/write-letter.ts';

/** More than this under one heading is a list for the page, not for a mail. */
const MOST_ITEMS = 20;

/** What somebody is to do after a meeting is told of so many days before it is due. */
const DAYS_AHEAD = 7;

export interface Thing extends AboutThing {
  readonly group: ToDoGroup['kind'] | 'meeting';
  readonly due: Day | null;
  readonly reasons: readonly string[];
  readonly title: string;
  /** Where it belongs: "2.2/5, Planen 2025", "§ 12/2026, Beredningsgruppen". */
  readonly place: string;
  readonly link: string;
  /** What an answer link opens; null for what comes from a meeting, and for letters. */
  readonly round: { readonly round: RoundRef; readonly plan: PlanRef } | null;
}

/**
 * What a mail to the person is about. Without an account only what a link opens: what they themselves are to answer in an
 * open round.
 */
export function thingsOf(toDo: ToDo, person: MailPerson, today: Day): Thing[] {
  return toDo.groups.flatMap((group) =>
    group.items
      .filter((item) => person.hasAccount || mayAnswerByLink(group.kind, item, person))
      .map((item) => ({
        key: item.id,
        mark: markOf(group.kind, item, today),
        words: item.reference === null ? item.title : `${item.reference} ${item.title}`,
        group: group.kind,
        due: item.due,
        reasons: item.reasons.length > 0 ? item.reasons : dueReason(item.due, today, person.locale),
        title: item.title,
        place: [item.reference, [item.plan?.title, item.round?.label].filter(Boolean).join(' ')]
          .filter(Boolean)
          .join(', '),
        link: item.link,
        round: item.round && item.plan && { round: item.round, plan: item.plan },
      })),
  );
}

/** One's own open decisions and action points that are late or soon due; of those without a day nobody is reminded. */
export function undertakingsOf({ decisions, actionPoints }: Undertakings, today: Day, locale: Locale): Thing[] {
  const last = addDays(today, DAYS_AHEAD);
  const rows = [
    ...decisions.map((row) => ({ ...row, link: pages.decision(row.id) })),
    ...actionPoints.map((row) => ({ ...row, reference: '', link: '/att-gora' })),
  ];
  return rows.flatMap(({ id, state, due, text, reference, group, link }): Thing[] => {
    if (state !== 'open' || due === null || due > last) return [];
    return [
      {
        key: id,
        mark: due < today ? 'meeting:late' : 'meeting',
        words: reference === '' ? text : `${reference} ${text}`,
        group: 'meeting',
        due,
        reasons: dueReason(due, today, locale),
        title: text,
        place: [reference, group.name].filter(Boolean).join(', '),
        link,
        round: null,
      },
    ];
  });
}

function mayAnswerByLink(kind: ToDoGroup['kind'], item: ToDoItem, person: MailPerson): boolean {
  const isAnswer = kind === 'answer' || kind === 'returned';
  return isAnswer && item.round?.state === 'open' && item.reporter?.id === person.id;
}

/** In which way it waits. What is late is asked about again, and so is a round whose next step is another. */
function markOf(kind: ToDoGroup['kind'], item: ToDoItem, today: Day): string {
  if (kind === 'round') return `${kind}:${item.title}`;
  if (kind === 'letters') return `${kind}:${item.letters?.letterIds.length ?? 0}`;
  return item.due !== null && item.due < today ? `${kind}:late` : kind;
}

/** The rounds a person without an account needs a link to, in the order of the mail. */
export function linkRounds(things: readonly Thing[]): { round: RoundRef; plan: PlanRef }[] {
  const rounds = new Map(things.flatMap(({ round }) => (round ? [[round.round.id, round] as const] : [])));
  return [...rounds.values()];
}

export interface DigestFrame {
  readonly countyName: string;
  readonly replyTo: string;
  readonly publicUrl: string;
  readonly messageId: string;
  readonly optOutToken: string;
  /** Only for somebody without an account: the address of their link to each round. */
  readonly links: ReadonlyMap<string, string>;
  readonly fresh: readonly string[];
  readonly today: Day;
}

/** The frame with what follows from who reads. */
interface Written extends DigestFrame {
  readonly locale: Locale;
  /** Where the application is in that language. */
  readonly site: string;
}

export function digestSubject(things: readonly Thing[], today: Day, locale: Locale): string {
  const words = DAY_WORDS[locale];
  const due = firstDue(things);
  const waiting = words.waiting(things.length);
  return due === null ? waiting : words.dueIn(waiting, formatDay(due, locale), due < today);
}

export function digestContent(person: MailPerson, things: readonly Thing[], given: DigestFrame): MailContent {
  const { locale } = person;
  // Where everything is new, saying so at each thing tells nothing.
  const fresh = given.fresh.length < things.length ? given.fresh : [];
  const frame: Written = { ...given, fresh, locale, site: siteIn(locale, given.publicUrl) };
  const { site, messageId, optOutToken } = frame;
  return {
    locale,
    greeting: greet(person),
    lead: `${digestSubject(things, frame.today, locale)}.`,
    sections: person.hasAccount ? byGroup(things, frame) : byRound(things, frame),
    action: person.hasAccount ? { words: DAY_WORDS[locale].toDo, url: `${site}/att-gora?utskick=${messageId}` } : null,
    why: `${DAY_WORDS[locale].why(frame.countyName)}${askWords(frame.replyTo, locale)}`,
    optOut: { words: OPT_OUT[locale], url: `${site}/avanmal#${optOutToken}` },
  };
}

/** Whom to ask, after why it came. */
export function askWords(replyTo: string, locale: Locale): string {
  return replyTo === '' ? '' : DAY_WORDS[locale].ask(replyTo);
}

function byGroup(things: readonly Thing[], frame: Written): MailSection[] {
  return (Object.keys(GROUP_HEADINGS) as Thing['group'][]).flatMap((kind) => {
    const own = things.filter(({ group }) => group === kind);
    if (own.length === 0) return [];
    const url = ({ link }: Thing): string => `${frame.site}${link}?utskick=${frame.messageId}`;
    return [{ heading: GROUP_HEADINGS[kind][frame.locale], ...shown(own, frame, url), action: null }];
  });
}

function byRound(things: readonly Thing[], frame: Written): MailSection[] {
  return linkRounds(things).map(({ round, plan }) => {
    const own = things.filter((thing) => thing.round?.round.id === round.id);
    const url = frame.links.get(round.id);
    return {
      heading: `${plan.title} ${round.label}`,
      ...shown(own, frame, () => null),
      action: url === undefined ? null : { words: DAY_WORDS[frame.locale].answer, url },
    };
  });
}

function shown(
  things: readonly Thing[],
  { fresh, locale }: Written,
  url: (thing: Thing) => string | null,
): Pick<MailSection, 'items' | 'more'> {
  const items: MailItem[] = things.slice(0, MOST_ITEMS).map((thing) => ({
    reasons: thing.reasons,
    title: thing.title,
    // A round and a letter have a title made here; all else are the county's own words.
    ...(thing.group !== 'round' && thing.group !== 'letters' && { titleLocale: 'sv' as const }),
    place: thing.place,
    url: url(thing),
    isNew: fresh.includes(thing.key),
  }));
  const left = things.length - items.length;
  return { items, more: left === 0 ? '' : DAY_WORDS[locale].more(left) };
}

function dueReason(due: Day | null, today: Day, locale: Locale): string[] {
  return due === null ? [] : [DAY_WORDS[locale].due(formatDay(due, locale), due < today)];
}

function firstDue(things: readonly Thing[]): Day | null {
  const days = things
    .filter(({ group }) => group === 'answer' || group === 'returned' || group === 'meeting')
    .flatMap(({ due }) => (due === null ? [] : [due]));
  return days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first));
}
