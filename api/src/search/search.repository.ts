import { Injectable } from '@nestjs/common';
import type { SearchAnswer } from '@samhandling/contracts';
import { readDecisionSearch, readSearch } from '@samhandling/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export interface SearchHit {
  /** Pages are found without the database. */
  readonly kind: Exclude<SearchAnswer['groups'][number]['kind'], 'page'>;
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

const LIFT_WORDS = `to_tsvector('swedish', l.question || ' ' || l.proposal || ' ' || l.answer)`;

const COLUMNS = (kind: SearchHit['kind'], id: string, title: string, detail: string, slug: string): string =>
  `'${kind}' AS kind, ${id} AS id, ${title} AS title, ${detail} AS detail, ${slug} AS slug`;

/**
 * $1 all, $2 all but the last word, $3 the last word, $4/$5 a reference, $6 a pattern for names, $7/$8 number and year of a
 * decision, $9 what a question about decisions is about, $10 that as a pattern. One statement. Wording is
 * found by the indexes on it; names of goals, plans and organisations, and lifted questions, are few and are looked through.
 */
const STATEMENT = `
  WITH ${SEARCH}, decided AS (SELECT websearch_to_tsquery('swedish', $9) AS query),
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
     WHERE f.search @@ s.query ORDER BY r.from_day DESC, ts_rank(f.search, s.query) DESC, f.id LIMIT ${MOST_OF_A_KIND})
    UNION ALL
    (SELECT ${COLUMNS('decision', 'd.id', 'd.text', `'§ ' || d.number || '/' || d.year || ', ' || w.name`, `''`)}, '', d.number,
       CASE WHEN d.number = $7 AND d.year = $8 THEN 2 ELSE ts_rank(d.search, v.query) END AS rank
     FROM decision d JOIN work_group w ON w.id = d.group_id LEFT JOIN activity a ON a.id = d.activity_id, decided v
     WHERE (d.number = $7 AND d.year = $8) OR d.search @@ v.query OR a.search @@ v.query OR (d.records_number <> '' AND d.records_number ILIKE $10)
     ORDER BY rank DESC, d.decided_on DESC, d.id LIMIT ${MOST_OF_A_KIND})
    UNION ALL
    (SELECT ${COLUMNS('action_point', 'x.id', 'x.text', `coalesce(who.name, nullif(x.assignee, ''), o.name, w.name)`, 'p.slug')}, '', 0,
       ts_rank(x.search, v.query)
     FROM action_point x JOIN work_group w ON w.id = x.group_id JOIN plan p ON p.id = w.plan_id LEFT JOIN person who ON who.id = x.person_id
       LEFT JOIN organisation o ON o.id = x.organisation_id LEFT JOIN activity a ON a.id = x.activity_id, decided v
     WHERE x.search @@ v.query OR a.search @@ v.query ORDER BY x.made_on DESC, x.id LIMIT ${MOST_OF_A_KIND})
    UNION ALL
    (SELECT ${COLUMNS('lift', 'l.id', 'l.question', `f.name || ' → ' || t.name`, `''`)}, '', 0, ts_rank(${LIFT_WORDS}, v.query)
     FROM lift l JOIN work_group f ON f.id = l.from_group_id JOIN work_group t ON t.id = l.to_group_id, decided v
     WHERE ${LIFT_WORDS} @@ v.query ORDER BY l.raised_at DESC, l.id LIMIT ${MOST_OF_A_KIND}))
  SELECT kind, id, title, detail, slug, area, number FROM hit`;

@Injectable()
export class SearchRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Best first within each kind. */
  find(text: string): Promise<SearchHit[]> {
    const { whole, head, last, reference } = readSearch(text);
    const decision = readDecisionSearch(text);
    return this.uow.manager.query<SearchHit[]>(STATEMENT, [
      whole,
      head,
      last,
      reference?.area ?? '',
      reference?.number ?? 0,
      patternOf(whole),
      decision.reference?.number ?? null,
      decision.reference?.year ?? null,
      decision.words,
      patternOf(decision.words),
    ]);
  }
}

function patternOf(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
