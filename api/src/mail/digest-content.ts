import type { PlanRef, RoundRef, ToDo, ToDoGroup, ToDoItem } from '@samhandling/contracts';
import { formatDay, type Day } from '@samhandling/domain';
import type { AboutThing } from './mail-messages.repository.ts';
import type { MailPerson } from './mail-people.repository.ts';
import { GROUP_HEADINGS, waitingWords } from './mail-words.ts';
import type { MailContent, MailItem, MailSection } from './mail-template.ts';

/** More than this under one heading is a list for the page, not for a mail. */
const MOST_ITEMS = 20;

export interface Thing extends AboutThing {
  readonly group: ToDoGroup['kind'];
  readonly item: ToDoItem;
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
        item,
      })),
  );
}

function mayAnswerByLink(kind: ToDoGroup['kind'], item: ToDoItem, person: MailPerson): boolean {
  const isAnswer = kind === 'answer' || kind === 'returned';
  return isAnswer && item.round.state === 'open' && item.reporter?.id === person.id;
}

/** In which way it waits. What is late is asked about again, and so is a round whose next step is another. */
function markOf(kind: ToDoGroup['kind'], item: ToDoItem, today: Day): string {
  if (kind === 'round') return `${kind}:${item.title}`;
  return item.due !== null && item.due < today ? `${kind}:late` : kind;
}

/** The rounds a person without an account needs a link to, in the order of the mail. */
export function linkRounds(things: readonly Thing[]): { round: RoundRef; plan: PlanRef }[] {
  const rounds = new Map(things.map(({ item }) => [item.round.id, { round: item.round, plan: item.plan }]));
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

export function digestSubject(things: readonly Thing[], today: Day): string {
  const due = firstDue(things);
  if (due === null) return waitingWords(things.length);
  return `${waitingWords(things.length)}, sista dag ${due < today ? 'var ' : ''}${formatDay(due, 'sv')}`;
}

export function digestContent(person: MailPerson, things: readonly Thing[], given: DigestFrame): MailContent {
  // Where everything is new, saying so at each thing tells nothing.
  const frame = given.fresh.length < things.length ? given : { ...given, fresh: [] };
  const { publicUrl } = frame;
  const sections = person.hasAccount ? byGroup(things, frame) : byRound(things, frame);
  return {
    greeting: `Hej ${person.name.split(' ')[0] ?? person.name}!`,
    lead: `${digestSubject(things, frame.today)}.`,
    sections,
    action: person.hasAccount
      ? { words: 'Öppna Att göra', url: `${publicUrl}/att-gora?utskick=${frame.messageId}` }
      : null,
    why: whyWords(frame),
    optOut: { words: 'Sluta få utskick', url: `${publicUrl}/avanmal#${frame.optOutToken}` },
  };
}

export function whyWords({ countyName, replyTo }: Pick<DigestFrame, 'countyName' | 'replyTo'>): string {
  const ask = replyTo === '' ? '' : ` Undrar du något, svara på brevet eller skriv till ${replyTo}.`;
  return `Du får det här för att du har en uppgift i uppföljningen i ${countyName}. Det kommer högst ett sådant brev om dagen, och bara när något väntar.${ask}`;
}

function byGroup(things: readonly Thing[], frame: DigestFrame): MailSection[] {
  return (Object.keys(GROUP_HEADINGS) as ToDoGroup['kind'][]).flatMap((kind) => {
    const own = things.filter(({ group }) => group === kind);
    if (own.length === 0) return [];
    const url = ({ item }: Thing): string => `${frame.publicUrl}${item.link}?utskick=${frame.messageId}`;
    return [{ heading: GROUP_HEADINGS[kind], ...shown(own, frame, url), action: null }];
  });
}

function byRound(things: readonly Thing[], frame: DigestFrame): MailSection[] {
  return linkRounds(things).map(({ round, plan }) => {
    const own = things.filter(({ item }) => item.round.id === round.id);
    const url = frame.links.get(round.id);
    return {
      heading: `${plan.title} ${round.label}`,
      ...shown(own, frame, () => null),
      action: url === undefined ? null : { words: 'Öppna och svara', url },
    };
  });
}

function shown(
  things: readonly Thing[],
  { fresh, today }: DigestFrame,
  url: (thing: Thing) => string | null,
): Pick<MailSection, 'items' | 'more'> {
  const items: MailItem[] = things.slice(0, MOST_ITEMS).map((thing) => ({
    reasons: thing.item.reasons.length > 0 ? thing.item.reasons : dueReason(thing.item.due, today),
    title: thing.item.title,
    place: [thing.item.reference, `${thing.item.plan.title} ${thing.item.round.label}`].filter(Boolean).join(', '),
    url: url(thing),
    isNew: fresh.includes(thing.key),
  }));
  const left = things.length - items.length;
  return { items, more: left === 0 ? '' : `Och ${left} till.` };
}

function dueReason(due: Day | null, today: Day): string[] {
  if (due === null) return [];
  return [due < today ? `Sista dag var ${formatDay(due, 'sv')}.` : `Sista dag är ${formatDay(due, 'sv')}.`];
}

function firstDue(things: readonly Thing[]): Day | null {
  const days = things
    .filter(({ group }) => group === 'answer' || group === 'returned')
    .flatMap(({ item }) => (item.due === null ? [] : [item.due]));
  return days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first));
}
