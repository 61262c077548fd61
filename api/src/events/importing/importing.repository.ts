import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { IS_MINE, reachOf } from '../shared/event-sql.ts';
import type { RegisteringRight } from '../shared/registering-right.ts';
import { municipalityName, nameKey, referenceOf } from './event-rows.ts';

/** What rows are read against, each thing by the names it goes by. */
export interface ImportFacts {
  readonly planId: string;
  readonly kinds: readonly { readonly id: string; readonly name: string; readonly isActive: boolean }[];
  readonly activityByReference: ReadonlyMap<string, string>;
  /** Activities the person speaks for. */
  readonly mine: ReadonlySet<string>;
  readonly municipalityByName: ReadonlyMap<string, string>;
  readonly organisationByName: ReadonlyMap<string, string>;
  /** Events of the days in question that are there already. */
  readonly registered: readonly RegisteredEvent[];
}

export interface RegisteredEvent {
  readonly day: string;
  readonly kindId: string;
  readonly activityIds: readonly string[];
}

interface StoredFacts {
  readonly planId: string;
  readonly kinds: ImportFacts['kinds'];
  readonly activities: readonly { readonly id: string; readonly reference: string; readonly mine: boolean }[];
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  readonly organisations: readonly { readonly id: string; readonly names: readonly string[] }[];
  readonly registered: readonly RegisteredEvent[];
}

@Injectable()
export class ImportingRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** One statement, however many rows. Null when the plan is not in the county. */
  async findFacts(
    slug: string,
    days: readonly string[],
    right: RegisteringRight,
    today: string,
  ): Promise<ImportFacts | null> {
    const rows = await this.uow.manager.query<{ facts: StoredFacts }[]>(
      `WITH p AS (SELECT id FROM plan WHERE slug = $1), reach AS (${reachOf('$3', '$4')})
      SELECT json_build_object('planId', p.id,
        'kinds', (SELECT coalesce(json_agg(json_build_object('id', k.id, 'name', k.name, 'isActive', k.is_active)), '[]') FROM event_kind k),
        'activities', (SELECT coalesce(json_agg(json_build_object('id', a.id, 'reference', ar.number || '/' || a.number, 'mine', ${IS_MINE})), '[]')
          FROM activity a JOIN area ar ON ar.id = a.area_id WHERE a.plan_id = p.id),
        'municipalities', (SELECT coalesce(json_agg(json_build_object('code', m.code, 'name', m.name)), '[]') FROM municipality m
          WHERE m.county_id = current_county()),
        'organisations', (SELECT coalesce(json_agg(json_build_object('id', o.id, 'names', o.name || o.aliases)), '[]') FROM organisation o),
        'registered', (SELECT coalesce(json_agg(json_build_object('day', e.day, 'kindId', e.kind_id,
            'activityIds', (SELECT json_agg(x.activity_id) FROM event_activity x WHERE x.event_id = e.id))), '[]')
          FROM logged_event e WHERE e.deleted_at IS NULL AND e.day = ANY($2::date[]))) AS facts
      FROM p`,
      [slug, days, right.organisationIds, today],
    );
    const facts = rows[0]?.facts;
    if (!facts) return null;
    const { planId, kinds, activities, municipalities, organisations, registered } = facts;
    return {
      planId,
      kinds,
      registered,
      activityByReference: new Map(activities.map(({ id, reference }) => [referenceOf(reference), id])),
      mine: new Set(activities.filter(({ mine }) => mine).map(({ id }) => id)),
      municipalityByName: new Map(
        municipalities.flatMap(({ code, name }) => [
          [municipalityName(name), code],
          [code, code],
        ]),
      ),
      organisationByName: new Map(organisations.flatMap(({ id, names }) => names.map((name) => [nameKey(name), id]))),
    };
  }
}
