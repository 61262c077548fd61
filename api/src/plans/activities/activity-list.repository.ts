import { Injectable } from '@nestjs/common';
import type { ActivityFacets, ActivityFilter, ActivityListItem } from '@samhandling/contracts';
import { readSearch } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { ACTIVITY_ITEMS } from '../shared/activity-items.ts';
import type { PageHeadRow } from '../shared/page-head.ts';
import { PLAN_AND_ROUND, pageHead } from '../shared/sql.ts';

export interface ActivityListRow extends PageHeadRow {
  readonly items: readonly ActivityListItem[];
  readonly total: number;
  readonly facets: ActivityFacets;
}

type Sort = NonNullable<ActivityFilter['sort']>;

const READING_ORDER = 'goal_position, area_position, position, id';
const ORDERS: Readonly<Record<Sort, string>> = {
  reference: READING_ORDER,
  updated: `updated_at DESC NULLS LAST, ${READING_ORDER}`,
  // What needs somebody first, what is finished last.
  judgement: `array_position(ARRAY['needs_support', 'not_started', 'none', 'on_track', 'completed', 'cancelled'], judgement), ${READING_ORDER}`,
  next_step: `next_step_date NULLS LAST, ${READING_ORDER}`,
};

/**
 * What was asked, as a row. Were the values used as they are, the database would make a new plan for each of them, which
 * takes longer than the answer; so it makes one for all and keeps it.
 */
const ASKED = `
  asked AS MATERIALIZED (
    SELECT $3::uuid[] AS responsible, $4::uuid[] AS partner, $5::uuid[] AS goal, $6::text[] AS judgement, $7::text[] AS state,
      $8::text AS whole, $9::text AS head, $10::text AS last, $11::text AS area, $12::int AS number, $13::int AS page_size, $14::int AS skipped)`;

/** The query of a search: the words as typed, or those before the last and the beginning of the last. */
const SEARCH = `
  search AS (
    SELECT websearch_to_tsquery('swedish', q.whole) ||
      CASE WHEN q.last = '' OR numnode(to_tsquery('swedish', q.last || ':*')) = 0 THEN websearch_to_tsquery('swedish', q.head)
        ELSE websearch_to_tsquery('swedish', q.head) && (to_tsquery('swedish', q.last || ':*') || to_tsquery('simple', q.last || ':*')) END AS query
    FROM asked q)`;

/**
 * Does the activity answer to the search? All it says counts as one text: its own words, its indicators' and its
 * follow-up's in the round, so that words from different places find it together. A search of nothing but words that
 * everything contains ("och") keeps everything.
 */
const FOUND = `CASE
  WHEN q.whole = '' THEN true
  WHEN q.area <> '' THEN lower(r.number) = lower(q.area) AND a.number = q.number
  ELSE (SELECT numnode(query) = 0 FROM search) OR lower(r.number) = lower(q.whole)
    OR a.search || coalesce(f.search, '') || coalesce((SELECT string_agg(i.search::text, ' ')::tsvector FROM activity_indicator l JOIN indicator i ON i.id = l.indicator_id
      WHERE l.activity_id = a.id), '') @@ (SELECT query FROM search) END`;

const hasActor = (role: string, ids: string): string =>
  `(cardinality(${ids}) = 0 OR EXISTS (SELECT 1 FROM activity_actor x WHERE x.activity_id = a.id AND x.role = '${role}' AND x.organisation_id = ANY(${ids})))`;

const FILTERS = ['by_responsible', 'by_partner', 'by_goal', 'by_judgement', 'by_state', 'by_text'] as const;

/** All filters but one: what a value of that one would give with the others kept. */
const others = (own?: (typeof FILTERS)[number]): string =>
  FILTERS.filter((name) => name !== own)
    .map((name) => `b.${name}`)
    .join(' AND ');

const facet = (value: string, label: string): string =>
  `json_build_object('value', ${value}, 'label', ${label}, 'count', n.count)`;
const codedFacet = (column: string, values: readonly string[], own: (typeof FILTERS)[number]): string => `
  SELECT json_agg(${facet('n.value', `''`)} ORDER BY n.place)
  FROM (SELECT v.value, v.place, count(b.id) FILTER (WHERE ${others(own)}) AS count
    FROM unnest(ARRAY[${values.map((name) => `'${name}'`).join(', ')}]) WITH ORDINALITY AS v(value, place) LEFT JOIN base b ON b.${column} = v.value
    GROUP BY v.value, v.place) n`;

/**
 * $1 slug, $2 round, $3 responsible, $4 partner, $5 goal, $6 judgement, $7 follow-up state, $8–$12 search, $13 limit, $14 offset.
 * One pass over the plan's activities says of each which filters it passes; page, total and facets all read from that.
 */
const listStatement = (sort: Sort): string => `
  WITH ${PLAN_AND_ROUND}, ${ASKED}, ${SEARCH},
  base AS MATERIALIZED (
    SELECT a.id, a.goal_id, g.position AS goal_position, r.position AS area_position, a.position, f.updated_at, f.next_step_date,
      coalesce(f.judgement, 'none') AS judgement, f.state,
      ${hasActor('responsible', 'q.responsible')} AS by_responsible,
      ${hasActor('partner', 'q.partner')} AS by_partner,
      (cardinality(q.goal) = 0 OR a.goal_id = ANY(q.goal)) AS by_goal,
      (cardinality(q.judgement) = 0 OR coalesce(f.judgement, 'none') = ANY(q.judgement)) AS by_judgement,
      (cardinality(q.state) = 0 OR coalesce(f.state = ANY(q.state), false)) AS by_state,
      coalesce(${FOUND}, false) AS by_text
    FROM activity a
    CROSS JOIN asked q
    JOIN area r ON r.id = a.area_id
    JOIN goal g ON g.id = a.goal_id
    LEFT JOIN follow_up f ON f.activity_id = a.id AND f.round_id = (SELECT id FROM chosen)
    WHERE a.plan_id = (SELECT id FROM p)),
  hits AS (SELECT * FROM base b WHERE ${others()}),
  wanted AS (
    SELECT id, (SELECT id FROM chosen) AS round_id, row_number() OVER (ORDER BY ${ORDERS[sort]}) AS place
    FROM hits ORDER BY ${ORDERS[sort]} LIMIT (SELECT page_size FROM asked) OFFSET (SELECT skipped FROM asked)),
  ${ACTIVITY_ITEMS},
  actor_count AS (
    SELECT x.role, x.organisation_id, count(*) FILTER (WHERE CASE x.role WHEN 'responsible' THEN ${others('by_responsible')} ELSE ${others('by_partner')} END) AS count
    FROM activity_actor x JOIN base b ON b.id = x.activity_id WHERE x.plan_id = (SELECT id FROM p) GROUP BY x.role, x.organisation_id),
  actor_facet AS (
    SELECT n.role, json_agg(${facet('o.id', 'o.name')} ORDER BY o.name COLLATE "sv-x-icu", o.id) AS list
    FROM actor_count n JOIN organisation o ON o.id = n.organisation_id GROUP BY n.role),
  goal_count AS (SELECT b.goal_id, count(*) FILTER (WHERE ${others('by_goal')}) AS count FROM base b GROUP BY b.goal_id)
  SELECT ${pageHead('')},
    coalesce((SELECT json_agg(item.body ORDER BY item.place) FROM item), '[]') AS items,
    (SELECT count(*)::int FROM hits) AS total,
    json_build_object(
      'responsible', coalesce((SELECT list FROM actor_facet WHERE role = 'responsible'), '[]'),
      'partner', coalesce((SELECT list FROM actor_facet WHERE role = 'partner'), '[]'),
      'goal', coalesce((SELECT json_agg(json_build_object('value', g.id, 'label', g.title, 'count', coalesce(n.count, 0)) ORDER BY g.position)
        FROM goal g LEFT JOIN goal_count n ON n.goal_id = g.id WHERE g.plan_id = (SELECT id FROM p)), '[]'),
      'judgement', (${codedFacet('judgement', ['not_started', 'on_track', 'needs_support', 'completed', 'cancelled', 'none'], 'by_judgement')}),
      'followUpState', (${codedFacet('state', ['draft', 'submitted', 'returned', 'accepted'], 'by_state')})) AS facets`;

const STATEMENTS: Readonly<Record<Sort, string>> = {
  reference: listStatement('reference'),
  updated: listStatement('updated'),
  judgement: listStatement('judgement'),
  next_step: listStatement('next_step'),
};

@Injectable()
export class ActivityListRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findList(
    slug: string,
    filter: ActivityFilter & { readonly page: number; readonly pageSize: number },
  ): Promise<ActivityListRow | undefined> {
    const search = readSearch(filter.q ?? '');
    const rows = await this.uow.manager.query<ActivityListRow[]>(STATEMENTS[filter.sort ?? 'reference'], [
      slug,
      filter.round ?? null,
      filter.responsible ?? [],
      filter.partner ?? [],
      filter.goal ?? [],
      filter.judgement ?? [],
      filter.followUpState ?? [],
      search.whole,
      search.head,
      search.last,
      search.reference?.area ?? '',
      search.reference?.number ?? 0,
      filter.pageSize,
      (filter.page - 1) * filter.pageSize,
    ]);
    return rows[0];
  }
}
