import { Injectable } from '@nestjs/common';
import type { Register, RegisterFilter, RegisterKind } from '@samhandling/contracts';
import { readDecisionSearch, readSearch } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { ACTION_POINT_FROM, actionPointJson, DECISION_FROM, decisionJson } from '../shared.sql.ts';
import type { StoredActionPoint, StoredDecision } from '../stored.ts';

export type StoredEntry =
  | { readonly kind: 'decision'; readonly row: StoredDecision }
  | { readonly kind: 'action_point'; readonly row: StoredActionPoint };

export interface StoredRegister {
  readonly items: readonly StoredEntry[];
  readonly total: number;
  readonly facets: Readonly<
    Record<
      keyof Register['facets'],
      readonly { readonly value: string; readonly label: string; readonly count: number }[]
    >
  >;
}

/** More than this is a data set and not a file to read; the newest are kept. */
const MOST_LINES = 20_000;

/**
 * $1 plan, $2 person, $3 activity, $4 late only, $5 words, $6 those before the last, $7 the last, $8/$9 number and year, $10 the
 * words as a pattern, $11–$15 chosen kinds, groups, years, states, organisations, $16 today. Each row with whether it has one of
 * the values chosen in each filter, so that a facet counts what each value would give with the other filters kept.
 */
const FOUND = `
  search AS (
    SELECT CASE WHEN $5::text = '' THEN NULL ELSE websearch_to_tsquery('swedish', $5) ||
      CASE WHEN $7::text = '' OR numnode(to_tsquery('swedish', $7 || ':*')) = 0 THEN websearch_to_tsquery('swedish', $6)
        ELSE websearch_to_tsquery('swedish', $6) && (to_tsquery('swedish', $7 || ':*') || to_tsquery('simple', $7 || ':*')) END END AS query),
  every AS (
    SELECT 'decision' AS kind, d.id, d.group_id, d.year, d.number, d.state, d.organisation_id, d.person_id, d.activity_id, d.due,
      d.decided_on AS on_day, d.search, d.records_number FROM decision d
    UNION ALL
    SELECT 'action_point', x.id, x.group_id, extract(year FROM x.made_on)::int, 0, x.state, x.organisation_id, x.person_id, x.activity_id, x.due,
      x.made_on, x.search, '' FROM action_point x),
  candidate AS MATERIALIZED (
    SELECT e.kind, e.id, e.group_id, e.year, e.number, e.state, e.organisation_id, e.on_day,
      (e.kind = 'decision' AND e.number = $8 AND e.year = $9) IS TRUE AS is_named,
      (cardinality($11::text[]) = 0 OR e.kind = ANY($11)) AS by_kind,
      (cardinality($12::uuid[]) = 0 OR e.group_id = ANY($12)) AS by_group,
      (cardinality($13::int[]) = 0 OR e.year = ANY($13)) AS by_year,
      (cardinality($14::text[]) = 0 OR e.state = ANY($14)) AS by_state,
      (cardinality($15::uuid[]) = 0 OR e.organisation_id = ANY($15)) AS by_organisation
    FROM every e JOIN work_group g ON g.id = e.group_id JOIN plan p ON p.id = g.plan_id LEFT JOIN activity a ON a.id = e.activity_id
    CROSS JOIN search s
    WHERE ($1::text IS NULL OR p.slug = $1) AND ($2::uuid IS NULL OR e.person_id = $2) AND ($3::uuid IS NULL OR e.activity_id = $3)
      AND (NOT $4::boolean OR (e.state = 'open' AND e.due < $16::date))
      AND ($5 = '' OR numnode(s.query) = 0 OR (e.kind = 'decision' AND e.number = $8 AND e.year = $9) OR e.search @@ s.query OR a.search @@ s.query
        OR e.records_number ILIKE $10 OR g.name ILIKE $10)),
  matched AS (SELECT * FROM candidate WHERE by_kind AND by_group AND by_year AND by_state AND by_organisation)`;

const ORDER = (of: string): string =>
  `${of}.is_named DESC, ${of}.on_day DESC, ${of}.kind DESC, ${of}.number DESC, ${of}.id DESC`;

const ROW = `CASE WHEN s.kind = 'decision' THEN (SELECT ${decisionJson('$16')} FROM ${DECISION_FROM} WHERE d.id = s.id)
  ELSE (SELECT ${actionPointJson('$16')} FROM ${ACTION_POINT_FROM} WHERE x.id = s.id) END`;

const others = (own: string): string =>
  ['by_kind', 'by_group', 'by_year', 'by_state', 'by_organisation'].filter((each) => each !== own).join(' AND ');

const facet = (own: string, value: string, label: string, order: string, join = ''): string =>
  `(SELECT coalesce(json_agg(json_build_object('value', f.value, 'label', f.label, 'count', f.count) ORDER BY ${order}), '[]') FROM (
    SELECT ${value} AS value, ${label} AS label, count(*)::int AS count FROM candidate c ${join} WHERE ${others(own)} GROUP BY 1, 2) f)`;

const FACETS = `json_build_object(
  'kind', ${facet('by_kind', 'c.kind', 'c.kind', 'f.value DESC')},
  'group', ${facet('by_group', 'c.group_id::text', 'g.name', 'f.label COLLATE "sv-x-icu"', 'JOIN work_group g ON g.id = c.group_id')},
  'year', ${facet('by_year', 'c.year::text', 'c.year::text', 'f.value DESC')},
  'state', ${facet('by_state', 'c.state', 'c.state', 'f.value')},
  'organisation', ${facet('by_organisation', 'o.id::text', 'o.name', 'f.label COLLATE "sv-x-icu"', 'JOIN organisation o ON o.id = c.organisation_id')})`;

/** Reading the register. A page is one statement, whatever the county has decided. */
@Injectable()
export class RegisterRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findPage(
    filter: RegisterFilter,
    today: string,
    { page, pageSize }: { readonly page: number; readonly pageSize: number },
  ): Promise<StoredRegister> {
    const rows = await this.uow.manager.query<{ register: StoredRegister }[]>(
      `WITH ${FOUND}, shown AS (SELECT * FROM matched m ORDER BY ${ORDER('m')} LIMIT $17 OFFSET $18)
       SELECT json_build_object(
         'items', (SELECT coalesce(json_agg(json_build_object('kind', s.kind, 'row', ${ROW}) ORDER BY ${ORDER('s')}), '[]') FROM shown s),
         'total', (SELECT count(*) FROM matched), 'facets', ${FACETS}) AS register`,
      [...valuesOf(filter, today), pageSize, (page - 1) * pageSize],
    );
    const [row] = rows;
    if (!row) throw new Error('A register answers one row.');
    return row.register;
  }

  async findLines(filter: RegisterFilter, today: string): Promise<readonly StoredEntry[]> {
    const rows = await this.uow.manager.query<{ lines: StoredEntry[] }[]>(
      `WITH ${FOUND}, shown AS (SELECT * FROM matched m ORDER BY ${ORDER('m')} LIMIT ${MOST_LINES})
       SELECT coalesce(json_agg(json_build_object('kind', s.kind, 'row', ${ROW}) ORDER BY ${ORDER('s')}), '[]') AS lines FROM shown s`,
      valuesOf(filter, today),
    );
    return rows[0]?.lines ?? [];
  }
}

function valuesOf(filter: RegisterFilter, today: string): unknown[] {
  const { reference, words } = readDecisionSearch(filter.q ?? '');
  const { whole, head, last } = readSearch(words);
  const kinds: readonly RegisterKind[] = filter.kind ?? [];
  return [
    filter.plan ?? null,
    filter.person ?? null,
    filter.activity ?? null,
    filter.late ?? false,
    whole,
    head,
    last,
    reference?.number ?? null,
    reference?.year ?? null,
    `%${whole.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`,
    kinds,
    filter.group ?? [],
    filter.year ?? [],
    filter.state ?? [],
    filter.organisation ?? [],
    today,
  ];
}
