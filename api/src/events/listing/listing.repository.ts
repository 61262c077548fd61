import { Injectable } from '@nestjs/common';
import type { EventChoices, EventInput, EventList, EventListItem } from '@samhandling/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import {
  ACTIVITIES_OF_EVENT,
  ACTIVITY_REF,
  IS_MINE,
  mayEditEvent,
  municipalitiesOfEvent,
  organisationsOfEvent,
  reachOf,
  READING_ORDER,
} from '../shared/event-sql.ts';
import type { RegisteringRight } from '../shared/registering-right.ts';

export interface EventSearch {
  readonly plan: string | null;
  readonly activity: readonly string[];
  readonly kind: readonly string[];
  readonly municipality: readonly string[];
  readonly organisation: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly q: string | null;
  readonly sort: 'day' | 'kind';
}

/** One line of the file: as the list, with the note and who registered it. */
export interface EventLine extends EventListItem {
  readonly note: string;
  readonly createdBy: string;
}

export type StoredList = Pick<EventList, 'items' | 'total' | 'participants' | 'facets'>;

/**
 * Events of plan $1 between $6 and $7 that say $8; each with whether it has one of the values chosen in each filter. Those of
 * a plan are found from its activities: asking of each of the county's events which plan it serves takes longer with each year.
 */
const candidates = ({ plan }: EventSearch): string => `
  of_plan AS MATERIALIZED (SELECT DISTINCT x.event_id FROM plan p JOIN activity a ON a.plan_id = p.id JOIN event_activity x ON x.activity_id = a.id
    WHERE p.slug = $1::text),
  candidate AS MATERIALIZED (
    SELECT e.*, k.name AS kind_name, k.position AS kind_position,
      (cardinality($2::uuid[]) = 0 OR EXISTS (SELECT 1 FROM event_activity x WHERE x.event_id = e.id AND x.activity_id = ANY($2::uuid[]))) AS by_activity,
      (cardinality($3::uuid[]) = 0 OR e.kind_id = ANY($3::uuid[])) AS by_kind,
      (cardinality($4::text[]) = 0 OR EXISTS (SELECT 1 FROM event_municipality x WHERE x.event_id = e.id AND x.municipality_code = ANY($4::text[]))) AS by_municipality,
      (cardinality($5::uuid[]) = 0 OR EXISTS (SELECT 1 FROM event_organisation x WHERE x.event_id = e.id AND x.organisation_id = ANY($5::uuid[]))) AS by_organisation
    FROM ${plan === null ? 'logged_event e' : 'of_plan o JOIN logged_event e ON e.id = o.event_id'} JOIN event_kind k ON k.id = e.kind_id
    WHERE e.deleted_at IS NULL
      AND ($6::date IS NULL OR e.day >= $6) AND ($7::date IS NULL OR e.day <= $7)
      AND ($8::text IS NULL OR e.search @@ websearch_to_tsquery('swedish', $8) OR e.title ILIKE '%' || $9 || '%'
        OR k.name ILIKE '%' || $9 || '%')),
  matched AS (SELECT * FROM candidate WHERE by_activity AND by_kind AND by_municipality AND by_organisation)`;

const ORDER = (alias: string): string =>
  `CASE WHEN $10 = 'kind' THEN ${alias}.kind_position END, CASE WHEN $10 = 'kind' THEN ${alias}.kind_name END COLLATE "sv-x-icu", ${alias}.day DESC, ${alias}.id DESC`;

const item = (
  mayEdit: string,
): string => `'id', e.id, 'version', e.version, 'kind', json_build_object('id', e.kind_id, 'name', e.kind_name),
  'day', e.day, 'title', e.title, 'activities', ${ACTIVITIES_OF_EVENT}, 'municipalities', ${municipalitiesOfEvent()},
  'organisations', ${organisationsOfEvent()}, 'participants', e.participants, 'mayEdit', ${mayEdit}`;

const OTHERS = {
  kind: 'by_activity AND by_municipality AND by_organisation',
  municipality: 'by_activity AND by_kind AND by_organisation',
  organisation: 'by_activity AND by_kind AND by_municipality',
  activity: 'by_kind AND by_municipality AND by_organisation',
};

/** What each value would give with the other filters kept. */
const facet = (rows: string): string =>
  `(SELECT coalesce(json_agg(json_build_object('value', f.value, 'label', f.label, 'count', f.count) ORDER BY f.place, f.label COLLATE "sv-x-icu", f.value), '[]')
    FROM (${rows}) f)`;

/** Counted before they are named: there are many events and few names. */
function counts(table: string, column: string, others: string): string {
  return `(SELECT x.${column} AS key, count(*)::int AS count FROM candidate c JOIN ${table} x ON x.event_id = c.id WHERE ${others} GROUP BY 1) n`;
}

const FACETS = `json_build_object(
  'kind', ${facet(`SELECT c.kind_id::text AS value, c.kind_name AS label, count(*)::int AS count, ARRAY[c.kind_position] AS place
    FROM candidate c WHERE ${OTHERS.kind} GROUP BY c.kind_id, c.kind_name, c.kind_position`)},
  'municipality', ${facet(`SELECT m.code AS value, m.name AS label, n.count, ARRAY[0] AS place FROM ${counts('event_municipality', 'municipality_code', OTHERS.municipality)}
    JOIN municipality m ON m.code = n.key`)},
  'organisation', ${facet(`SELECT o.id::text AS value, o.name AS label, n.count, ARRAY[0] AS place FROM ${counts('event_organisation', 'organisation_id', OTHERS.organisation)}
    JOIN organisation o ON o.id = n.key`)},
  'activity', ${facet(`SELECT a.id::text AS value, ar.number || '/' || a.number AS label, n.count, ARRAY[g.position, ar.position, a.position] AS place
    FROM ${counts('event_activity', 'activity_id', OTHERS.activity)} JOIN activity a ON a.id = n.key JOIN area ar ON ar.id = a.area_id
      JOIN goal g ON g.id = a.goal_id JOIN plan p ON p.id = a.plan_id WHERE ($1::text IS NULL OR p.slug = $1)`)})`;

/** Reading events. Every page is one statement, whatever the number of events. */
@Injectable()
export class ListingRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findPage(
    search: EventSearch,
    right: RegisteringRight,
    today: string,
    { page, pageSize }: { readonly page: number; readonly pageSize: number },
  ): Promise<StoredList> {
    const rows = await this.uow.manager.query<{ list: StoredList }[]>(
      `WITH reach AS (${reachOf('$11', '$12')}), ${candidates(search)},
      shown AS (SELECT * FROM matched ORDER BY ${ORDER('matched')} LIMIT $15 OFFSET $16)
      SELECT json_build_object(
        'items', (SELECT coalesce(json_agg(json_build_object(${item(mayEditEvent('$13', '$14'))}) ORDER BY ${ORDER('e')}), '[]') FROM shown e),
        'total', (SELECT count(*) FROM matched),
        'participants', (SELECT json_build_object('sum', coalesce(sum(participants), 0), 'counted', count(participants)) FROM matched),
        'facets', ${FACETS}) AS list`,
      [
        ...parametersOf(search),
        right.organisationIds,
        today,
        right.any,
        right.municipalityCodes,
        pageSize,
        (page - 1) * pageSize,
      ],
    );
    const [row] = rows;
    if (!row) throw new Error('A list answers one row.');
    return row.list;
  }

  async findLines(search: EventSearch): Promise<EventLine[]> {
    const rows = await this.uow.manager.query<{ lines: EventLine[] }[]>(
      `WITH ${candidates(search)}
      SELECT coalesce(json_agg(json_build_object(${item('false')}, 'note', e.note, 'createdBy', w.name) ORDER BY ${ORDER('e')}), '[]') AS lines
      FROM matched e JOIN person w ON w.id = e.created_by`,
      parametersOf(search),
    );
    return rows[0]?.lines ?? [];
  }

  /** Everything the form offers. `last` is what the person registered last, as it was typed. */
  async findChoices(
    plan: string | null,
    right: RegisteringRight,
    personId: string,
    today: string,
  ): Promise<Omit<EventChoices, 'today'>> {
    const rows = await this.uow.manager.query<{ choices: Omit<EventChoices, 'today'> & { last: LastEvent | null } }[]>(
      `WITH reach AS (${reachOf('$2', '$3')})
      SELECT json_build_object(
        'kinds', (SELECT coalesce(json_agg(json_build_object('id', k.id, 'name', k.name) ORDER BY k.position, k.name COLLATE "sv-x-icu"), '[]')
          FROM event_kind k WHERE k.is_active),
        'activities', (SELECT coalesce(json_agg((${ACTIVITY_REF}::jsonb || jsonb_build_object('planTitle', p.title)) ORDER BY ${READING_ORDER}), '[]')
          FROM activity a JOIN area ar ON ar.id = a.area_id JOIN goal g ON g.id = a.goal_id JOIN plan p ON p.id = a.plan_id
          WHERE p.state <> 'closed' AND ($1::text IS NULL OR p.slug = $1) AND ($4::boolean OR cardinality($5::text[]) > 0 OR ${IS_MINE})),
        'municipalities', (SELECT coalesce(json_agg(json_build_object('code', m.code, 'name', m.name,
            'organisationId', (SELECT o.id FROM organisation o WHERE o.municipality_code = m.code ORDER BY o.kind = 'municipality' DESC, o.id LIMIT 1))
            ORDER BY m.name COLLATE "sv-x-icu"), '[]')
          FROM municipality m WHERE m.county_id = current_county()),
        'organisations', (SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o.name COLLATE "sv-x-icu", o.id), '[]') FROM organisation o),
        'audiences', (SELECT coalesce(json_agg(n.name ORDER BY n.name COLLATE "sv-x-icu"), '[]') FROM (
          SELECT x.name FROM event_audience x JOIN logged_event e ON e.id = x.event_id WHERE e.deleted_at IS NULL
          GROUP BY x.name ORDER BY count(*) DESC, x.name LIMIT 100) n),
        'last', (SELECT json_build_object('kindId', e.kind_id, 'day', e.day, 'title', e.title, 'note', e.note, 'participants', e.participants,
            'activityIds', (SELECT coalesce(json_agg(x.activity_id), '[]') FROM event_activity x WHERE x.event_id = e.id),
            'municipalities', (SELECT coalesce(json_agg(json_build_object('code', x.municipality_code, 'participants', x.participants) ORDER BY x.municipality_code), '[]')
              FROM event_municipality x WHERE x.event_id = e.id),
            'organisations', (SELECT coalesce(json_agg(json_build_object('id', x.organisation_id, 'participants', x.participants)), '[]')
              FROM event_organisation x WHERE x.event_id = e.id),
            'audiences', (SELECT coalesce(json_agg(json_build_object('name', x.name, 'participants', x.participants)), '[]')
              FROM event_audience x WHERE x.event_id = e.id))
          FROM logged_event e WHERE e.created_by = $6 AND e.deleted_at IS NULL AND e.source = 'typed'
            AND ($1::text IS NULL OR EXISTS (SELECT 1 FROM event_activity x JOIN plan p ON p.id = x.plan_id WHERE x.event_id = e.id AND p.slug = $1))
          ORDER BY e.created_at DESC, e.id DESC LIMIT 1)) AS choices`,
      [plan, right.organisationIds, today, right.any, right.municipalityCodes, personId],
    );
    const [row] = rows;
    if (!row) throw new Error('Choices answer one row.');
    return { ...row.choices, last: row.choices.last && asTyped(row.choices.last) };
  }

  async hasPlan(slug: string): Promise<boolean> {
    const rows = await this.uow.manager.query<object[]>('SELECT 1 FROM plan WHERE slug = $1', [slug]);
    return rows.length > 0;
  }
}

interface LastEvent extends Omit<EventInput, 'participants' | 'municipalities' | 'organisations' | 'audiences'> {
  readonly participants: number | null;
  readonly municipalities: readonly { readonly code: string; readonly participants: number | null }[];
  readonly organisations: readonly { readonly id: string; readonly participants: number | null }[];
  readonly audiences: readonly { readonly name: string; readonly participants: number }[];
}

/** Figures as a form holds them. */
function asTyped(last: LastEvent): EventInput {
  const figure = (participants: number | null): { participants?: string } =>
    participants === null ? {} : { participants: String(participants) };
  return {
    ...last,
    participants: last.participants === null ? '' : String(last.participants),
    municipalities: last.municipalities.map(({ code, participants }) => ({ code, ...figure(participants) })),
    organisations: last.organisations.map(({ id, participants }) => ({ id, ...figure(participants) })),
    audiences: last.audiences.map(({ name, participants }) => ({ name, participants: String(participants) })),
  };
}

function parametersOf(search: EventSearch): unknown[] {
  const { plan, activity, kind, municipality, organisation, from, to, q, sort } = search;
  const like = q?.replace(/[\\%_]/g, '\\$&') ?? null;
  return [plan, activity, kind, municipality, organisation, from, to, q, like, sort];
}
