import { Injectable } from '@nestjs/common';
import { pages, type SearchAnswer } from '@samhandling/contracts';
import { formatDay, isAllowed, ORGANISATION_KIND_LABELS, type Locale } from '@samhandling/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import { SearchRepository, type SearchHit } from './search.repository.ts';

type Group = SearchAnswer['groups'][number];
type Item = Group['items'][number];

/** The order of the groups: what people look for most often comes first. */
const ORDER: readonly SearchHit['kind'][] = [
  'activity',
  'goal',
  'organisation',
  'decision',
  'action_point',
  'lift',
  'event',
  'indicator',
  'follow_up',
  'plan',
];

const FROM_MEETINGS: readonly SearchHit['kind'][] = ['decision', 'action_point', 'lift'];

/** One search over everything a person may read. Pages of the application are known to the web, and found there. */
@Injectable()
export class SearchService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly hits: SearchRepository,
  ) {}

  /** Less than two characters find nothing, rather than everything. */
  search(text: string): Promise<SearchAnswer> {
    const q = text.trim();
    if (q.length < 2) return Promise.resolve({ q, groups: [] });
    return this.uow.read(async () => {
      const mayReadEvents = isAllowed(currentSession().roles, 'event.read');
      const mayReadGroups = isAllowed(currentSession().roles, 'group.read');
      const hits = (await this.hits.find(q)).filter(
        ({ kind }) => (kind !== 'event' || mayReadEvents) && (!FROM_MEETINGS.includes(kind) || mayReadGroups),
      );
      const groups = ORDER.map((kind) => ({ kind, items: hits.filter((hit) => hit.kind === kind).map(toItem) }));
      return { q, groups: groups.filter(({ items }) => items.length > 0) };
    });
  }
}

function toItem(hit: SearchHit): Item {
  const { locale } = requestContext();
  const { title, detail, slug, id, area, number } = hit;
  switch (hit.kind) {
    case 'activity':
    case 'indicator':
      return { title, detail: `${area}/${number}`, link: pages.activity(slug, area, number) };
    case 'follow_up':
      return { title, detail: `${area}/${number}, ${detail}`, link: pages.followUp(id) };
    case 'decision':
      return { title, detail, link: pages.decision(id) };
    case 'lift':
      return { title, detail, link: pages.lift(id) };
    case 'action_point':
      return {
        title,
        detail,
        link: `${pages.decisions(slug)}?slag=action_point&sok=${encodeURIComponent(title.slice(0, 100))}`,
      };
    case 'goal':
      return { title, detail, link: pages.goal(slug, id) };
    case 'plan':
      return { title, detail, link: pages.plan(slug) };
    case 'organisation':
      return { title, detail: organisationKind(detail, locale), link: pages.organisation(id) };
    case 'event':
      return { title, detail: formatDay(detail, locale), link: pages.event(slug, id) };
  }
}

function organisationKind(kind: string, locale: Locale): string {
  return Object.hasOwn(ORGANISATION_KIND_LABELS, kind)
    ? ORGANISATION_KIND_LABELS[kind as keyof typeof ORGANISATION_KIND_LABELS][locale]
    : '';
}
