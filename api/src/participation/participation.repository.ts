import { Injectable } from '@nestjs/common';
import type { ParticipationActivity, ParticipationRow, RoundRef } from '@samhandling/contracts';
import type { ParticipationState } from '@samhandling/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export type StoredRow = Omit<ParticipationRow, 'mayEdit' | 'lockedReason'>;
export type StoredActivity = Omit<ParticipationActivity, 'rows' | 'counts'> & { readonly rows: readonly StoredRow[] };

export interface StoredSheet {
  readonly round: RoundRef;
  readonly activities: readonly StoredActivity[];
}

export interface StatedRow {
  readonly id: string;
  readonly activityId: string;
  readonly organisationId: string;
  readonly state: ParticipationState;
  readonly note: string;
}

/**
 * Who is asked of each activity `act` in round `r`: partners named themselves, and members of a collective, in whatever
 * role it is named, who were members some day of the round. Somebody named both ways is asked once, as a member. A
 * collective without members stands for itself.
 */
const ASKED = `
  named AS (
    SELECT act.id AS activity_id, aa.position, aa.role, o.id, o.kind FROM act
    JOIN activity_actor aa ON aa.activity_id = act.id JOIN organisation o ON o.id = aa.organisation_id),
  membership AS (
    SELECT om.collective_id, om.member_id, om.from_day, om.to_day, r.from_day AS first_day, r.to_day AS last_day
    FROM organisation_member om CROSS JOIN r
    WHERE coalesce(om.from_day, '-infinity') <= r.to_day AND coalesce(om.to_day, 'infinity') >= r.from_day),
  asked AS (
    SELECT DISTINCT ON (x.activity_id, x.organisation_id) x.* FROM (
      SELECT n.activity_id, n.position, m.member_id AS organisation_id, n.id AS collective_id,
        CASE WHEN m.from_day > m.first_day THEN m.from_day END AS from_day, CASE WHEN m.to_day < m.last_day THEN m.to_day END AS to_day
      FROM named n JOIN membership m ON m.collective_id = n.id WHERE n.kind = 'collective'
      UNION ALL
      SELECT n.activity_id, n.position, n.id, NULL, NULL, NULL FROM named n
      WHERE n.role = 'partner' AND (n.kind <> 'collective' OR NOT EXISTS (SELECT 1 FROM membership m WHERE m.collective_id = n.id))) x
    ORDER BY x.activity_id, x.organisation_id, x.collective_id NULLS LAST, x.to_day DESC NULLS FIRST)`;

const ROWS = `
  SELECT coalesce(json_agg(json_build_object('organisation', json_build_object('id', o.id, 'name', o.name),
      'collective', CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name) END,
      'municipalityCode', o.municipality_code, 'version', coalesce(p.version, 0), 'state', p.state, 'note', coalesce(p.note, ''),
      'updatedAt', to_char(p.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'updatedBy', CASE WHEN w.id IS NOT NULL THEN json_build_object('id', w.id, 'name', w.name) END,
      'from', k.from_day, 'to', k.to_day) ORDER BY c.id IS NULL, k.position, o.name COLLATE "sv-x-icu", o.id), '[]')
  FROM asked k JOIN organisation o ON o.id = k.organisation_id
  LEFT JOIN organisation c ON c.id = k.collective_id
  LEFT JOIN participation p ON p.round_id = r.id AND p.activity_id = k.activity_id AND p.organisation_id = k.organisation_id
  LEFT JOIN person w ON w.id = p.updated_by
  WHERE k.activity_id = act.id`;

@Injectable()
export class ParticipationRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * One statement. All activities that are followed up in the round, or would be as it stands; or those named. Null when
   * the round is not there.
   */
  async findSheet(roundId: string, activityIds: readonly string[] | null): Promise<StoredSheet | null> {
    const rows = await this.uow.manager.query<StoredSheet[]>(
      `WITH r AS (SELECT * FROM follow_up_round WHERE id = $1),
       act AS (
         SELECT a.id, area.number || '/' || a.number AS reference, a.text, row_number() OVER (ORDER BY g.position, area.position, a.position) AS place
         FROM r JOIN activity a ON a.plan_id = r.plan_id JOIN area ON area.id = a.area_id JOIN goal g ON g.id = a.goal_id
         WHERE ($2::uuid[] IS NULL OR a.id = ANY($2)) AND (EXISTS (SELECT 1 FROM follow_up f WHERE f.round_id = r.id AND f.activity_id = a.id)
           OR (coalesce(a.first_year, 0) <= extract(year FROM r.to_day) AND coalesce(a.last_year, 9999) >= extract(year FROM r.from_day)))),
       ${ASKED}
       SELECT json_build_object('id', r.id, 'label', r.label, 'state', r.state, 'versionNumber', r.version_number) AS round,
         (SELECT coalesce(json_agg(json_build_object('id', act.id, 'reference', act.reference, 'text', act.text, 'rows', (${ROWS}))
           ORDER BY act.place), '[]') FROM act) AS activities
       FROM r`,
      [roundId, activityIds],
    );
    return rows[0] ?? null;
  }

  /** Keeps the round as it is until the commit, shared with other writers. */
  async holdRound(roundId: string): Promise<void> {
    await this.uow.manager.query(`SELECT 1 FROM follow_up_round WHERE id = $1 FOR SHARE`, [roundId]);
  }

  /** Those written, as "activity/organisation". What somebody else wrote first is left as it is. */
  async create(roundId: string, rows: readonly StatedRow[], by: string, at: Date): Promise<Set<string>> {
    return this.written(
      `INSERT INTO participation (id, county_id, plan_id, round_id, activity_id, organisation_id, state, note, updated_at, updated_by)
       SELECT n.id, current_county(), r.plan_id, r.id, n."activityId", n."organisationId", n.state, n.note, $4, $3
       FROM jsonb_to_recordset($2) AS n(id uuid, "activityId" uuid, "organisationId" uuid, state text, note text)
       JOIN follow_up_round r ON r.id = $1 ORDER BY n."activityId", n."organisationId"
       ON CONFLICT (round_id, activity_id, organisation_id) DO NOTHING`,
      roundId,
      rows,
      [by, at],
    );
  }

  async update(
    roundId: string,
    rows: readonly (Omit<StatedRow, 'id'> & { readonly version: number })[],
    by: string,
    at: Date,
  ): Promise<Set<string>> {
    return this.written(
      `UPDATE participation p SET state = n.state, note = n.note, updated_at = $4, updated_by = $3, version = p.version + 1
       FROM jsonb_to_recordset($2) AS n("activityId" uuid, "organisationId" uuid, version integer, state text, note text)
       WHERE p.round_id = $1 AND p.activity_id = n."activityId" AND p.organisation_id = n."organisationId" AND p.version = n.version`,
      roundId,
      rows,
      [by, at],
    );
  }

  async delete(
    roundId: string,
    rows: readonly { readonly activityId: string; readonly organisationId: string; readonly version: number }[],
  ): Promise<Set<string>> {
    return this.written(
      `DELETE FROM participation p USING jsonb_to_recordset($2) AS n("activityId" uuid, "organisationId" uuid, version integer)
       WHERE p.round_id = $1 AND p.activity_id = n."activityId" AND p.organisation_id = n."organisationId" AND p.version = n.version`,
      roundId,
      rows,
      [],
    );
  }

  private async written(
    statement: string,
    roundId: string,
    rows: readonly object[],
    more: readonly unknown[],
  ): Promise<Set<string>> {
    if (rows.length === 0) return new Set();
    const target = statement.startsWith('INSERT') ? 'participation' : 'p';
    const answer = await this.uow.manager.query<unknown>(
      `WITH done AS (${statement} RETURNING ${target}.activity_id, ${target}.organisation_id)
       SELECT activity_id || '/' || organisation_id AS key FROM done`,
      [roundId, JSON.stringify(rows), ...more],
    );
    return new Set((answer as { readonly key: string }[]).map(({ key }) => key));
  }
}
