import { Injectable } from '@nestjs/common';
import type { FollowUp, FollowUpPage, Id, Instant, OrganisationRef, PersonRef } from '@samhandling/contracts';
import type { RoundState } from '@samhandling/domain';
import type { QueryDeepPartialEntity } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { updateVersioned } from '../../platform/database/versioned.ts';
import { actors, day, instant, person } from '../../platform/database/sql.ts';
import { lastAdoptedBefore, PLAN_WITH_WORDS, roundRef } from '../shared/sql.ts';
import { FollowUpEntity } from './follow-up.entity.ts';

/** A follow-up as stored, with its parents: what decides who may write in it, and why not. */
export interface StoredFollowUp extends Omit<FollowUp, 'transitions' | 'mayEdit' | 'lockedReason'> {
  readonly roundId: Id;
  readonly activityId: Id;
  readonly submittedBy: PersonRef | null;
  readonly acceptedAt: Instant | null;
  readonly acceptedBy: PersonRef | null;
  readonly round: {
    readonly label: string;
    readonly state: RoundState;
    readonly opens: string;
    readonly due: string;
    readonly adoptedAt: Instant | null;
    readonly adoptedBy: PersonRef | null;
  };
  readonly responsible: readonly OrganisationRef[];
}

export type StoredFollowUpPage = StoredFollowUp & {
  readonly page: Omit<FollowUpPage, 'followUp' | 'outcomes' | 'series'>;
};

/** Who the neighbours are: of all the round, or of this person's own. */
export type NeighbourScope = { readonly all: boolean; readonly organisationIds: readonly string[] };

const CONTENT = (alias: string): string => `'state', ${alias}.state, 'judgement', ${alias}.judgement,
  'supportNeeded', ${alias}.support_needed, 'cancelReason', ${alias}.cancel_reason, 'cancelDecision', ${alias}.cancel_decision,
  'done', ${alias}.done, 'results', ${alias}.results, 'obstacles', ${alias}.obstacles, 'nextStep', ${alias}.next_step,
  'nextStepDate', ${alias}.next_step_date, 'nothingNew', ${alias}.nothing_new, 'reporter', ${person(`${alias}.reporter_id`)},
  'updatedAt', ${instant(`${alias}.updated_at`)}, 'updatedBy', ${person(`${alias}.updated_by`)}`;

const STORED = `
  f.id, f.version, f.round_id AS "roundId", f.activity_id AS "activityId", f.state, f.judgement, f.support_needed AS "supportNeeded",
  f.cancel_reason AS "cancelReason", f.cancel_decision AS "cancelDecision", f.done, f.results, f.obstacles, f.next_step AS "nextStep",
  ${day('f.next_step_date')} AS "nextStepDate", f.nothing_new AS "nothingNew", f.return_reason AS "returnReason",
  ${person('f.reporter_id')} AS reporter, ${person('f.on_behalf_of_id')} AS "onBehalfOf", f.channel,
  ${instant('f.updated_at')} AS "updatedAt", ${person('f.updated_by')} AS "updatedBy",
  ${instant('f.submitted_at')} AS "submittedAt", ${person('f.submitted_by')} AS "submittedBy",
  ${instant('f.accepted_at')} AS "acceptedAt", ${person('f.accepted_by')} AS "acceptedBy",
  (SELECT jsonb_build_object('label', r.label, 'state', r.state, 'opens', r.opens, 'due', r.due,
      'adoptedAt', ${instant('v.adopted_at')}, 'adoptedBy', ${person('v.adopted_by')})
    FROM (SELECT 1) one LEFT JOIN frozen_report v ON v.round_id = r.id AND v.version_number = r.version_number) AS round,
  ${actors('f.activity_id', 'responsible')} AS responsible`;

const REPORTERS = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) ORDER BY c.only_planner, c.name COLLATE "sv-x-icu", c.id), '[]')
   FROM (SELECT who.id, who.name, bool_and(held.role = 'planner') AS only_planner
     FROM role_assignment held JOIN person who ON who.id = held.person_id AND who.is_active
     WHERE held.county_id = current_county() AND (held.role = 'planner' OR (held.role = 'reporter' AND EXISTS (
       SELECT 1 FROM activity_actor actor WHERE actor.activity_id = f.activity_id AND actor.role = 'responsible'
         AND actor.organisation_id = held.organisation_id)))
     GROUP BY who.id, who.name) c)`;

const PAGE = `jsonb_build_object(
  'plan', ${PLAN_WITH_WORDS},
  'round', ${roundRef('r')} || jsonb_build_object('due', r.due, 'from', r.from_day, 'to', r.to_day),
  'activity', jsonb_build_object('id', a.id, 'reference', area.number || '/' || a.number, 'text', a.text,
    'responsible', ${actors('a.id', 'responsible')}, 'partners', ${actors('a.id', 'partner')},
    'responsibleGroup', (SELECT jsonb_build_object('id', o.id, 'name', o.name) FROM organisation o WHERE o.id = a.responsible_group_id)),
  'goal', jsonb_build_object('id', g.id, 'number', g.number, 'code', g.code, 'title', g.title),
  'previous', (SELECT jsonb_build_object('round', ${roundRef('before')}, 'followUpId', was.id, ${CONTENT('was')})
    FROM follow_up was JOIN follow_up_round before ON before.id = was.round_id
    WHERE was.activity_id = f.activity_id AND was.round_id = ${lastAdoptedBefore('r')}),
  'reporters', ${REPORTERS},
  'neighbours', (SELECT jsonb_build_object('previous', n.previous, 'next', n.next) FROM (
    SELECT x.id, lag(x.id) OVER reading AS previous, lead(x.id) OVER reading AS next
    FROM follow_up x JOIN activity xa ON xa.id = x.activity_id JOIN area xr ON xr.id = xa.area_id JOIN goal xg ON xg.id = xa.goal_id
    WHERE x.round_id = f.round_id AND ($2::boolean OR x.id = f.id OR x.reporter_id = current_person() OR (x.reporter_id IS NULL AND EXISTS (
      SELECT 1 FROM activity_actor actor WHERE actor.activity_id = x.activity_id AND actor.role = 'responsible' AND actor.organisation_id = ANY($3::uuid[]))))
    WINDOW reading AS (ORDER BY xg.position, xr.position, xa.position)) n WHERE n.id = f.id)) AS page`;

@Injectable()
export class FollowUpsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findPage(id: string, neighbours: NeighbourScope): Promise<StoredFollowUpPage | null> {
    const rows = await this.uow.manager.query<StoredFollowUpPage[]>(
      `SELECT ${STORED}, ${PAGE} FROM follow_up f JOIN follow_up_round r ON r.id = f.round_id JOIN plan p ON p.id = f.plan_id
       JOIN activity a ON a.id = f.activity_id JOIN area ON area.id = a.area_id JOIN goal g ON g.id = a.goal_id WHERE f.id = $1`,
      [id, neighbours.all, neighbours.organisationIds],
    );
    return rows[0] ?? null;
  }

  /**
   * The stored row for writing. The round is held first, shared with other writers, so that it cannot close or be adopted
   * between this look at it and the commit; the statement after it sees the round as it was when it could be held.
   */
  async hold(id: string): Promise<StoredFollowUp | null> {
    await this.uow.manager.query(
      `SELECT 1 FROM follow_up_round r WHERE r.id = (SELECT f.round_id FROM follow_up f WHERE f.id = $1) FOR SHARE`,
      [id],
    );
    const rows = await this.uow.manager.query<StoredFollowUp[]>(
      `SELECT ${STORED} FROM follow_up f JOIN follow_up_round r ON r.id = f.round_id WHERE f.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** The answers of these activities in the plan's round that takes corrections. One statement. */
  findInLiveRound(activityIds: readonly string[]): Promise<StoredFollowUp[]> {
    return this.uow.manager.query<StoredFollowUp[]>(
      `SELECT ${STORED} FROM follow_up f JOIN follow_up_round r ON r.id = f.round_id
       WHERE f.activity_id = ANY($1::uuid[]) AND r.state IN ('open', 'in_review')`,
      [activityIds],
    );
  }

  async update(id: string, version: number, patch: QueryDeepPartialEntity<FollowUpEntity>): Promise<boolean> {
    return updateVersioned(this.uow.manager, FollowUpEntity, id, version, patch);
  }

  /** When and by whom it was last handed in and accepted, from the record: an undone transition took the stamps away. */
  async findLastActs(
    id: string,
  ): Promise<Partial<Record<'submit' | 'accept', { readonly at: string; readonly personId: string | null }>>> {
    const rows = await this.uow.manager.query<{ action: 'submit' | 'accept'; at: string; personId: string | null }[]>(
      `SELECT DISTINCT ON (e.action) e.action, ${instant('e.at')} AS at, e.person_id AS "personId" FROM audit_event e
       WHERE e.entity_id = $1 AND e.entity = 'follow_up' AND e.action IN ('submit', 'accept') ORDER BY e.action, e.at DESC`,
      [id],
    );
    return Object.fromEntries(rows.map(({ action, at, personId }) => [action, { at, personId }]));
  }

  /** Whom of these may report for the activity, and whom works in the county at all. */
  async findChoices(
    activityId: string,
    reporterId: string | null,
    onBehalfOfId: string | null,
  ): Promise<{ readonly reporter: boolean; readonly onBehalfOf: boolean }> {
    const [row] = await this.uow.manager.query<{ reporter: boolean; onBehalfOf: boolean }[]>(
      `SELECT coalesce(bool_or(held.person_id = $2 AND (held.role = 'planner' OR (held.role = 'reporter' AND EXISTS (
           SELECT 1 FROM activity_actor actor WHERE actor.activity_id = $1 AND actor.role = 'responsible'
             AND actor.organisation_id = held.organisation_id)))), false) AS reporter,
         coalesce(bool_or(held.person_id = $3), false) AS "onBehalfOf"
       FROM role_assignment held JOIN person who ON who.id = held.person_id AND who.is_active
       WHERE held.county_id = current_county() AND held.person_id IN ($2, $3)`,
      [activityId, reporterId, onBehalfOfId],
    );
    return row ?? { reporter: false, onBehalfOf: false };
  }
}
