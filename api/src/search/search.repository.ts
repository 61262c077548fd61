import { Injectable } from '@nestjs/common';
import { readSearch } from '@samhandling/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export interface SearchHit {
  readonly kind: 'activity' | 'goal' | 'plan' | 'organisation' | 'event' | 'indicator' | 'follow_up';
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly slug: string;
  readonly area: string;
  readonly number: number;
}

/** Hits of each kind; more than that is a list, which has filters of its own. */
const MOST_OF_A_KIND = 8;

/** The words as typed, or those before the last and the beginning of the last, which may still be being typed. */
const SEARCH = `search AS (
  SELECT websearch_to_tsquery('swedish', $1) || CASE WHEN $3 = '' THEN websearch_to_tsquery('swedish', $2)
    WHEN numnode(to_tsquery('swedish', $3 || ':*')) = 0 THEN websearch_to_tsquery('swedish', $2)
    ELSE websearch_to_tsquery('swedish', $2) && (to_tsquery('swedish', $3 || ':*') || to_tsquery('simple', $3 || ':*')) END AS query)`;

const COLUMNS = (kind: SearchHit['kind'], id: string, title: string, detail: string, slug: string): string =>
  `'${kind}' AS kind, ${id} AS id, ${title} AS title, ${detail} AS detail, ${slug} AS slug`;

/**
 * $1 all, $2 all but the last word, $3 the last word, $4/$5 a reference, $6 a pattern for names. One statement. Wording is
 * found by the indexes on it; names of goals, plans and organisations are few and are looked through.
 */
const STATEMENT = `
  WITH ${SEARCH},
  hit AS (
    (SELECT ${COLUMNS('activity', 'a.id', 'a.text', `''`, 'p.slug')}, area.number AS area, a.number,
       CASE WHEN lower(area.number) = lower($4) AND a.number = $5 THEN 2 ELSE ts_rank(a.search, s.query) END AS rank
     FROM activity a JOIN area ON area.id = a.area_id JOIN plan p ON p.id = a.plan_id, search s
     WHERE a.search @@ s.query OR (lower(area.number) = lower($4) AND a.number = $5)
     ORDER BY rank DESC, p.last_year DESC, area.position, a.position LIMIT ${MOST_OF_A_KIND})
    UNION ALL
    (SELECT ${COLUMNS('goal', 'g.id', 'g.title', `coalesce(g.code, g.number::text)`, 'p.slug')}, '', 0, 1
     FROM goal g JOIN plan p ON p.id = g.plan_id, search s
     WHERE to_tsvector('swedish', g.title) @@ s.query ORDER BY p.last_year DESC, g.position LIMIT ${MOST_OF_A_KIND})
    UNION ALL
    (SELECT ${COLUMNS('plan', 'p.id', 'p.title', `p.first_year || '–' || p.last_year`, 'p.slug')}, '', 0, 1
     FROM plan p WHERE p.title ILIKE $6 ORDER BY p.last_year DESC LIMIT ${MOST_OF_A_KIND})
    UNION ALL
    (SELECT ${COLUMNS('organisation', 'o.id', 'o.name', 'o.kind', `''`)}, '', 0, 1
     FROM organisation o WHERE o.name ILIKE $6 OR EXISTS (SELECT 1 FROM unnest(o.aliases) alias WHERE alias ILIKE $6)
     ORDER BY (lower(o.name) = lower($1)) DESC, o.name COLLATE "sv-x-icu" LIMIT ${MOST_OF_A_KIND})
    UNION ALL
    (SELECT ${COLUMNS('event', 'e.id', `CASE WHEN e.title = '' THEN k.name ELSE k.name || ': ' || e.title END`, 'e.day::text', 'served.slug')}, '', 0, 1
     FROM logged_event e JOIN event_kind k ON k.id = e.kind_id CROSS JOIN search s
     CROSS JOIN LATERAL (SELECT p.slug FROM event_activity x JOIN plan p ON p.id = x.plan_id WHERE x.event_id = e.id ORDER BY p.last_year DESC LIMIT 1) served
     WHERE e.deleted_at IS NULL AND (e.search @@ s.query OR k.name ILIKE $6)
     ORDER BY e.day DESC, e.id LIMIT ${MOST_OF_A_KIND})
    UNION ALL
    (SELECT ${COLUMNS('indicator', 'i.id', 'i.text', `''`, 'p.slug')}, first.area, first.number, ts_rank(i.search, s.query)
     FROM indicator i JOIN plan p ON p.id = i.plan_id CROSS JOIN search s
     CROSS JOIN LATERAL (SELECT area.number AS area, a.number FROM activity_indicator x JOIN activity a ON a.id = x.activity_id JOIN area ON area.id = a.area_id
       WHERE x.indicator_id = i.id ORDER BY area.position, a.position LIMIT 1) first
     WHERE i.search @@ s.query ORDER BY ts_rank(i.search, s.query) DESC, p.last_year DESC, i.id LIMIT ${MOST_OF_A_KIND})
    UNION ALL
    (SELECT ${COLUMNS('follow_up', 'f.id', 'a.text', 'r.label', 'p.slug')}, area.number, a.number, ts_rank(f.search, s.query)
     FROM follow_up f JOIN follow_up_round r ON r.id = f.round_id JOIN activity a ON a.id = f.activity_id JOIN area ON area.id = a.area_id
       JOIN plan p ON p.id = a.plan_id, search s
     WHERE f.search @@ s.query ORDER BY r.from_day DESC, ts_rank(f.search, s.query) DESC, f.id LIMIT ${MOST_OF_A_KIND}))
  SELECT kind, id, title, detail, slug, area, number FROM hit`;

@Injectable()
export class SearchRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Best first within each kind. */
  find(text: string): Promise<SearchHit[]> {
    const { whole, head, last, reference } = readSearch(text);
    return this.uow.manager.query<SearchHit[]>(STATEMENT, [
      whole,
      head,
      last,
      reference?.area ?? '',
      reference?.number ?? 0,
      `%${whole.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`,
    ]);
  }
}
