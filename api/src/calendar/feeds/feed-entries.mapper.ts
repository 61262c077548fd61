import { pages } from '@samhandling/contracts';
import { YEAR_ENTRY_KIND_LABELS, type Label, type Locale } from '@samhandling/domain';
import type { FeedEntry } from './feed-calendar.ts';
import type { DueItem, StoredFeed } from './feed-entries.repository.ts';

/** In the order they are kept. Whole sentences where a sentence is what it is: nothing is cut. */
export function toFeedEntries(stored: StoredFeed, locale: Locale): FeedEntry[] {
  return [
    ...stored.meetings.map((meeting): FeedEntry => {
      const { id, sequence, title, group, place, link, state, startsAt, endsAt } = meeting;
      return {
        uid: id,
        sequence,
        title: title === '' ? group : `${group}: ${title}`,
        text: link,
        place: place === '' ? link : place,
        link: pages.meeting(id),
        at: { from: startsAt, to: endsAt },
        isCancelled: state === 'cancelled',
      };
    }),
    ...stored.rounds.flatMap(({ id, version, label, plan, slug, opens, due }) => {
      const one = (word: string, title: Label, day: string): FeedEntry =>
        ofDay(`${word}-${id}`, version, title[locale], plan, pages.round(slug, label), day, day);
      return [
        one('opens', { sv: `Omgång ${label} öppnar`, en: `Round ${label} opens` }, opens),
        one('due', { sv: `Sista svarsdag, omgång ${label}`, en: `Last day for answers, round ${label}` }, due),
      ];
    }),
    ...stored.marks.map(({ id, version, kind, title, slug, from, to }) =>
      ofDay(
        id,
        version,
        title,
        YEAR_ENTRY_KIND_LABELS[kind][locale],
        pages.yearWheel(slug, Number(from.slice(0, 4))),
        from,
        to,
      ),
    ),
    ...stored.decisions.map((item) => ofDue(item, DECISION[locale], pages.decision(item.id))),
    ...stored.actionPoints.map((item) => ofDue(item, ACTION[locale], pages.decisions(item.slug))),
  ];
}

function ofDue({ id, version, reference, text, due }: DueItem, word: string, link: string): FeedEntry {
  return ofDay(id, version, `${word}: ${text}`, reference, link, due, due);
}

function ofDay(
  uid: string,
  version: number,
  title: string,
  text: string,
  link: string,
  firstDay: string,
  lastDay: string,
): FeedEntry {
  return { uid, sequence: version - 1, title, text, place: '', link, at: { firstDay, lastDay }, isCancelled: false };
}

const DECISION: Label = { sv: 'Beslut ska vara genomfört', en: 'Decision to be carried out' };
const ACTION: Label = { sv: 'Att göra', en: 'To do' };
