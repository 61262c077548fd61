import { Injectable } from '@nestjs/common';
import type { ActivityMeetings, PlanRef } from '@samhandling/contracts';
import { dayIn, wasUpIn } from '../../platform/database/sql.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import {
  ACTION_POINT_FROM,
  actionPointJson,
  DECISION_FROM,
  decisionJson,
  groupRef,
  LIFT_FROM,
  liftJson,
  meetingRef,
} from '../shared.sql.ts';
import type { StoredActionPoint, StoredDecision, StoredLift } from '../stored.ts';

export interface StoredUndertakings {
  readonly plan: PlanRef | null;
  readonly decisions: readonly StoredDecision[];
  readonly actionPoints: readonly StoredActionPoint[];
}
export type StoredMeetings = Pick<ActivityMeetings, 'up' | 'planned' | 'parked'> & {
  readonly decisions: readonly StoredDecision[];
  readonly actionPoints: readonly StoredActionPoint[];
  readonly lifts: readonly StoredLift[];
};

/** Whose things to look for. */
export interface Undertakers {
  readonly organisationIds: readonly string[];
  readonly municipalityCodes: readonly string[];
  readonly personId: string | null;
  /** What is done is left out. */
  readonly openOnly: boolean;
}

/** Late first, then by the day it is due; what is over last, newest first. */
const PRESSING = (alias: string, on: string): string =>
  `${alias}.state <> 'open', CASE WHEN ${alias}.state = 'open' THEN ${alias}.due END NULLS LAST, ${on} DESC, ${alias}.id DESC`;

const list = (json: string, from: string, where: string, order: string): string =>
  `(SELECT coalesce(json_agg(found.row ORDER BY found.place), '[]') FROM (SELECT ${json} AS row, row_number() OVER (ORDER BY ${order}) AS place
    FROM ${from} WHERE ${where}) found)`;

/** Of what is over, that of the last year or so: the rest is for the register. */
const DAYS_SHOWN = 400;

const MINE = (
  alias: string,
): string => `(${alias}.person_id = $3::uuid OR ${alias}.organisation_id IN (SELECT own.id FROM organisation own
  WHERE own.id = ANY($1::uuid[]) OR own.municipality_code = ANY($2::text[])))
  AND (${alias}.state = 'open' OR (NOT $4::boolean AND coalesce(${alias}.done_on, $5::date) > $5::date - ${DAYS_SHOWN}))`;

const OF_ACTIVITY = `
  SELECT json_build_object(
    'up', (SELECT coalesce(json_agg(json_build_object('meeting', ${meetingRef('m')}, 'group', ${groupRef('g')}, 'on', ${dayIn('m.starts_at')},
        'note', i.note, 'nothingNew', i.state = 'nothing_new') ORDER BY m.starts_at DESC, i.position), '[]')
      FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id JOIN work_group g ON g.id = m.group_id
      WHERE i.activity_id = a.id AND ${wasUpIn('i', 'm')}),
    'planned', (SELECT coalesce(json_agg(json_build_object('meeting', ${meetingRef('m')}, 'group', ${groupRef('g')}) ORDER BY m.starts_at), '[]')
      FROM meeting m JOIN work_group g ON g.id = m.group_id WHERE m.state IN ('planned', 'called') AND m.ends_at > now()
        AND (EXISTS (SELECT 1 FROM rotation_item x WHERE x.meeting_id = m.id AND x.activity_id = a.id)
          OR EXISTS (SELECT 1 FROM agenda_item i WHERE i.meeting_id = m.id AND i.activity_id = a.id AND i.state NOT IN ('removed', 'postponed', 'parked')))),
    'parked', (SELECT coalesce(json_agg(json_build_object('group', ${groupRef('g')}, 'reason', k.reason, 'until', k.until_day) ORDER BY g.position, g.name), '[]')
      FROM activity_parking k JOIN work_group g ON g.id = k.group_id WHERE k.activity_id = a.id AND (k.until_day IS NULL OR k.until_day >= $2::date)),
    'decisions', ${list(decisionJson('$2'), DECISION_FROM, 'd.activity_id = $1', PRESSING('d', 'd.decided_on'))},
    'actionPoints', ${list(actionPointJson('$2'), ACTION_POINT_FROM, 'x.activity_id = $1', PRESSING('x', 'x.made_on'))},
    'lifts', ${list(liftJson('$2'), LIFT_FROM, 'l.activity_id = $1', `l.state <> 'waiting', l.raised_at DESC, l.id DESC`)}) AS found
  FROM activity a WHERE a.id = $1`;

/** What groups have said of one activity, and what is asked of somebody. One statement each. */
@Injectable()
export class UndertakingsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findOfActivity(id: string, today: string): Promise<StoredMeetings | null> {
    const rows = await this.uow.manager.query<{ found: StoredMeetings }[]>(OF_ACTIVITY, [id, today]);
    return rows[0]?.found ?? null;
  }

  /** With the plan in force, whose register the page leads to. */
  async find(of: Undertakers, today: string): Promise<StoredUndertakings> {
    const rows = await this.uow.manager.query<{ found: StoredUndertakings }[]>(
      `SELECT json_build_object(
         'plan', (SELECT json_build_object('id', p.id, 'slug', p.slug, 'title', p.title) FROM plan p
           ORDER BY p.state = 'adopted' DESC, p.first_year DESC, p.id LIMIT 1),
         'decisions', ${list(decisionJson('$5'), DECISION_FROM, MINE('d'), PRESSING('d', 'd.decided_on'))},
         'actionPoints', ${list(actionPointJson('$5'), ACTION_POINT_FROM, MINE('x'), PRESSING('x', 'x.made_on'))}) AS found`,
      [of.organisationIds, of.municipalityCodes, of.personId, of.openOnly, today],
    );
    return rows[0]?.found ?? { plan: null, decisions: [], actionPoints: [] };
  }

  async hasOrganisation(id: string): Promise<boolean> {
    const rows = await this.uow.manager.query<object[]>('SELECT 1 FROM organisation WHERE id = $1', [id]);
    return rows.length > 0;
  }
}
