import { Injectable } from '@nestjs/common';
import type { LoggedEvent } from '@samhandling/contracts';
import { changesBetween } from '../../platform/audit/audit.ts';
import { noteChange } from '../../platform/audit/change-trail.ts';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { requestContext } from '../../platform/http/request-context.ts';
import { takeTurn } from '../computing/recompute.sql.ts';
import { eventBody, IS_MINE, mayEditEvent, reachOf } from '../shared/event-sql.ts';
import type { RegisteringRight } from '../shared/registering-right.ts';
import type { EventContent } from './event-content.ts';

export type StoredEvent = Omit<LoggedEvent, 'lockedReason'>;

/** What the database knows of what an event names, and the event itself when there is one. */
export interface EventFacts {
  readonly kind: { readonly name: string; readonly isActive: boolean } | null;
  readonly activities: readonly {
    readonly id: string;
    readonly planId: string;
    readonly reference: string;
    /** An organisation the person speaks for is responsible for it or a partner in it. */
    readonly mine: boolean;
  }[];
  readonly municipalityCodes: readonly string[];
  readonly organisationIds: readonly string[];
  readonly event: StoredEvent | null;
  readonly isDeleted: boolean;
}

/** Which event, if it is there already, and what is named. What the stored event names is looked up too. */
export interface FactsWish {
  readonly eventId?: string;
  readonly registrationKey?: string;
  readonly kindId?: string;
  readonly activityIds?: readonly string[];
  readonly municipalityCodes?: readonly string[];
  readonly organisationIds?: readonly string[];
}

export interface NewEvent {
  readonly id: string;
  readonly registrationKey: string;
  readonly content: EventContent;
}

const ROWS = `jsonb_to_recordset($1) AS g(id uuid, registration_key uuid, kind_id uuid, day date, title text, participants integer, note text,
  source text, activities jsonb, municipalities jsonb, organisations jsonb, audiences jsonb, audit_id uuid, changes jsonb)`;
const PARTS = {
  activities: `jsonb_to_recordset(g.activities) AS x(id uuid, plan_id uuid)`,
  municipalities: `jsonb_to_recordset(g.municipalities) AS x(code text, participants integer)`,
  organisations: `jsonb_to_recordset(g.organisations) AS x(id uuid, participants integer)`,
  audiences: `jsonb_to_recordset(g.audiences) AS x(name text, participants integer)`,
};

/** The parts of the events in `done`, put in or changed. */
const PUT_PARTS = `
  put_activity AS (INSERT INTO event_activity (event_id, activity_id, plan_id, county_id)
    SELECT g.id, x.id, x.plan_id, current_county() FROM done JOIN given g USING (id) CROSS JOIN LATERAL ${PARTS.activities}
    ON CONFLICT (event_id, activity_id) DO NOTHING),
  put_municipality AS (INSERT INTO event_municipality (event_id, municipality_code, county_id, participants)
    SELECT g.id, x.code, current_county(), x.participants FROM done JOIN given g USING (id) CROSS JOIN LATERAL ${PARTS.municipalities}
    ON CONFLICT (event_id, municipality_code) DO UPDATE SET participants = excluded.participants),
  put_organisation AS (INSERT INTO event_organisation (event_id, organisation_id, county_id, participants)
    SELECT g.id, x.id, current_county(), x.participants FROM done JOIN given g USING (id) CROSS JOIN LATERAL ${PARTS.organisations}
    ON CONFLICT (event_id, organisation_id) DO UPDATE SET participants = excluded.participants),
  put_audience AS (INSERT INTO event_audience (event_id, name, county_id, participants)
    SELECT g.id, x.name, current_county(), x.participants FROM done JOIN given g USING (id) CROSS JOIN LATERAL ${PARTS.audiences}
    ON CONFLICT (event_id, name) DO UPDATE SET participants = excluded.participants)`;

const audited = (action: string): string => `
  audited AS (INSERT INTO audit_event (id, county_id, person_id, source, request_id, action, entity, entity_id, changes)
    SELECT g.audit_id, current_county(), current_person(), $3, $4, ${action}, 'event', g.id, g.changes FROM done JOIN given g USING (id))`;

/** Writing events. Every change takes its turn on the rounds, writes the event, its parts and its record in one statement. */
@Injectable()
export class RegisteringRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findFacts(wish: FactsWish, right: RegisteringRight, today: string): Promise<EventFacts> {
    const rows = await this.uow.manager.query<{ facts: EventFacts }[]>(
      `WITH reach AS (${reachOf('$5', '$6')}),
      e AS (SELECT * FROM logged_event WHERE id = $7::uuid OR registration_key = $8::uuid)
      SELECT json_build_object(
        'kind', (SELECT json_build_object('name', k.name, 'isActive', k.is_active) FROM event_kind k WHERE k.id = coalesce($1::uuid, (SELECT kind_id FROM e))),
        'activities', (SELECT coalesce(json_agg(json_build_object('id', a.id, 'planId', a.plan_id, 'reference', ar.number || '/' || a.number, 'mine', ${IS_MINE})), '[]')
          FROM activity a JOIN area ar ON ar.id = a.area_id
          WHERE a.id = ANY($2::uuid[] || ARRAY(SELECT x.activity_id FROM event_activity x WHERE x.event_id = (SELECT id FROM e)))),
        'municipalityCodes', (SELECT coalesce(json_agg(m.code), '[]') FROM municipality m WHERE m.county_id = current_county()
          AND m.code = ANY($3::text[] || ARRAY(SELECT x.municipality_code FROM event_municipality x WHERE x.event_id = (SELECT id FROM e)))),
        'organisationIds', (SELECT coalesce(json_agg(o.id), '[]') FROM organisation o
          WHERE o.id = ANY($4::uuid[] || ARRAY(SELECT x.organisation_id FROM event_organisation x WHERE x.event_id = (SELECT id FROM e)))),
        'event', (SELECT ${eventBody(mayEditEvent('$9', '$10'))} FROM e),
        'isDeleted', coalesce((SELECT deleted_at IS NOT NULL FROM e), false)) AS facts`,
      [
        wish.kindId ?? null,
        wish.activityIds ?? [],
        wish.municipalityCodes ?? [],
        wish.organisationIds ?? [],
        right.organisationIds,
        today,
        wish.eventId ?? null,
        wish.registrationKey ?? null,
        right.any,
        right.municipalityCodes,
      ],
    );
    const [row] = rows;
    if (!row) throw new Error('Facts answer one row.');
    return row.facts;
  }

  /** Answers the ids that were new; a registration key that was there already makes nothing. */
  async create(
    events: readonly NewEvent[],
    planOf: ReadonlyMap<string, string>,
    source: 'typed' | 'import',
  ): Promise<string[]> {
    const rows = await this.write(
      `done AS (INSERT INTO logged_event (id, county_id, registration_key, kind_id, day, title, participants, note, source, created_by, updated_by)
        SELECT g.id, current_county(), g.registration_key, g.kind_id, g.day, g.title, g.participants, g.note, g.source, current_person(), current_person()
        FROM given g, turn ON CONFLICT ON CONSTRAINT logged_event_registered_once DO NOTHING RETURNING id), ${PUT_PARTS}, ${audited(`'create'`)}`,
      events.map(({ id, registrationKey, content }) => ({
        ...toRow(id, content, planOf, null),
        registration_key: registrationKey,
        source,
      })),
      plansOf(planOf),
    );
    return rows;
  }

  /** False when the event has another version by now. */
  async update(
    stored: StoredEvent,
    before: EventContent,
    after: EventContent,
    planOf: ReadonlyMap<string, string>,
  ): Promise<boolean> {
    const gone = (table: string, column: string, list: keyof typeof PARTS, key: string): string =>
      `gone_${list} AS (DELETE FROM ${table} d USING done JOIN given g USING (id)
        WHERE d.event_id = g.id AND NOT EXISTS (SELECT 1 FROM ${PARTS[list]} WHERE x.${key} = d.${column}))`;
    const rows = await this.write(
      `done AS (UPDATE logged_event e SET kind_id = g.kind_id, day = g.day, title = g.title, participants = g.participants, note = g.note,
          updated_at = now(), updated_by = current_person(), version = e.version + 1
        FROM given g, turn WHERE e.id = g.id AND e.version = $5 AND e.deleted_at IS NULL RETURNING e.id),
      ${gone('event_activity', 'activity_id', 'activities', 'id')},
      ${gone('event_municipality', 'municipality_code', 'municipalities', 'code')},
      ${gone('event_organisation', 'organisation_id', 'organisations', 'id')},
      ${gone('event_audience', 'name', 'audiences', 'name')}, ${PUT_PARTS}, ${audited(`'update'`)}`,
      [toRow(stored.id, after, planOf, before)],
      plansOf(planOf),
      [stored.version],
    );
    return rows.length === 1;
  }

  /** Takes the event away or back; what it held is kept. False when the event has another version by now. */
  async setDeleted(
    stored: StoredEvent,
    content: EventContent,
    isDeleted: boolean,
    planOf: ReadonlyMap<string, string>,
  ): Promise<boolean> {
    const row = toRow(stored.id, content, planOf, null);
    const rows = await this.write(
      `done AS (UPDATE logged_event e SET deleted_at = CASE WHEN $6 THEN now() END, deleted_by = CASE WHEN $6 THEN current_person() END,
          version = e.version + 1
        FROM given g, turn WHERE e.id = g.id AND e.version = $5 AND (e.deleted_at IS NULL) = $6 RETURNING e.id),
      ${audited(`CASE WHEN $6 THEN 'delete' ELSE 'restore' END`)}`,
      [{ ...row, changes: isDeleted ? changesBetween(recorded(content), {}) : row.changes }],
      plansOf(planOf),
      [stored.version, isDeleted],
    );
    return rows.length === 1;
  }

  async savepoint(): Promise<void> {
    await this.uow.manager.query('SAVEPOINT what_if');
  }

  async backToSavepoint(): Promise<void> {
    await this.uow.manager.query('ROLLBACK TO SAVEPOINT what_if');
  }

  private async write(
    changes: string,
    rows: readonly { readonly id: string; readonly audit_id: string; readonly changes: object }[],
    planIds: readonly string[],
    more: readonly unknown[] = [],
  ): Promise<string[]> {
    const { session, source, requestId } = requestContext();
    const done = await this.uow.manager.query<{ id: string }[]>(
      `WITH ${takeTurn('$2')}, given AS (SELECT * FROM ${ROWS}), ${changes} SELECT id FROM done`,
      [JSON.stringify(rows), planIds, session ? source : 'system', requestId || null, ...more],
    );
    const written = new Set(done.map(({ id }) => id));
    const last = rows.findLast(({ id }) => written.has(id));
    if (last) noteChange(last.audit_id);
    return [...written];
  }
}

function plansOf(planOf: ReadonlyMap<string, string>): string[] {
  return [...new Set(planOf.values())];
}

function toRow(id: string, content: EventContent, planOf: ReadonlyMap<string, string>, before: EventContent | null) {
  return {
    id,
    kind_id: content.kindId,
    day: content.day,
    title: content.title,
    participants: content.participants,
    note: content.note,
    activities: content.activityIds.map((activityId) => ({ id: activityId, plan_id: planOf.get(activityId) })),
    municipalities: content.municipalities,
    organisations: content.organisations,
    audiences: content.audiences,
    audit_id: newId(),
    changes: changesBetween(before ? recorded(before) : {}, recorded(content)),
  };
}

/** Lists are recorded in an order of their own, so that the same content is the same record. */
function recorded(content: EventContent): Record<string, unknown> {
  const { kindId, day, title, activityIds, municipalities, organisations, audiences, participants, note } = content;
  return {
    kindId,
    day,
    title,
    activityIds: activityIds.toSorted(),
    municipalities: municipalities.toSorted((a, b) => a.code.localeCompare(b.code)),
    organisations: organisations.toSorted((a, b) => a.id.localeCompare(b.id)),
    audiences: audiences.toSorted((a, b) => a.name.localeCompare(b.name, 'sv')),
    participants,
    note,
  };
}
