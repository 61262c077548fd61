import { Injectable } from '@nestjs/common';
import type { Handover, HandoverItem, PersonRef } from '@samhandling/contracts';
import type { RoundState } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { instant, person } from '../../platform/database/sql.ts';
import { roundRef } from '../shared/sql.ts';

export type StoredItem = Omit<HandoverItem, 'moves' | 'reason'> & {
  /** The receiver reports for one of the responsible organisations, or is a planner. */
  readonly mayReceive: boolean;
};

export type HandedItem = StoredItem & {
  readonly roundState: RoundState;
  readonly isWithReceiver: boolean;
  readonly isTouched: boolean;
};

export interface HandoverPerson extends PersonRef {
  readonly isPlanner: boolean;
  readonly organisationIds: readonly string[];
}

export type StoredHandover = Omit<Handover, 'mayUndo'>;

const HANDOVER = `
  SELECT h.id, h.version, ${person('h.from_person_id')} AS "from", ${person('h.to_person_id')} AS "to",
    ${person('h.by_person_id')} AS "by", ${instant('h.at')} AS at, h.reason, cardinality(h.follow_up_ids) AS items,
    ${instant('h.undone_at')} AS "undoneAt"
  FROM handover h`;

const ITEM = `f.id AS "followUpId", jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title) AS plan, ${roundRef('r')} AS round,
  area.number || '/' || a.number AS reference, a.text, f.state`;

const PARENTS = `JOIN follow_up_round r ON r.id = f.round_id JOIN plan p ON p.id = f.plan_id
  JOIN activity a ON a.id = f.activity_id JOIN area ON area.id = a.area_id JOIN goal g ON g.id = a.goal_id`;

const READING = `p.title COLLATE "sv-x-icu", r.from_day, g.position, area.position, a.position`;

/** Every read and write is one statement, whatever the number of follow-ups. */
@Injectable()
export class HandoversRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Of the county, with a role there or not: somebody who has left is who hands over. */
  async findPeople(ids: readonly string[]): Promise<(HandoverPerson & { readonly isActive: boolean })[]> {
    return this.uow.manager.query(
      `SELECT who.id, who.name, who.is_active AS "isActive", coalesce(bool_or(held.role = 'planner'), false) AS "isPlanner",
         coalesce(array_agg(held.organisation_id) FILTER (WHERE held.role = 'reporter'), '{}') AS "organisationIds"
       FROM county_person here JOIN person who ON who.id = here.person_id
       LEFT JOIN role_assignment held ON held.person_id = who.id AND held.county_id = here.county_id
       WHERE here.county_id = current_county() AND who.id = ANY($1::uuid[]) GROUP BY who.id`,
      [ids],
    );
  }

  /** All the person reports in rounds that are not adopted. Held for writing: rounds first, then rows in the order of ids. */
  async holdItems(personId: string): Promise<void> {
    await this.uow.manager.query(
      `SELECT 1 FROM follow_up_round r WHERE r.id IN (SELECT round_id FROM follow_up WHERE reporter_id = $1)
         AND r.state IN ('open', 'in_review') ORDER BY r.id FOR SHARE`,
      [personId],
    );
    await this.uow.manager.query(
      `SELECT 1 FROM follow_up f WHERE f.reporter_id = $1 AND EXISTS
         (SELECT 1 FROM follow_up_round r WHERE r.id = f.round_id AND r.state IN ('open', 'in_review')) ORDER BY f.id FOR UPDATE OF f`,
      [personId],
    );
  }

  async findItems(fromPersonId: string, to: HandoverPerson): Promise<StoredItem[]> {
    return this.uow.manager.query<StoredItem[]>(
      `SELECT ${ITEM}, ($2::boolean OR EXISTS (SELECT 1 FROM activity_actor x
           WHERE x.activity_id = a.id AND x.role = 'responsible' AND x.organisation_id = ANY($3::uuid[]))) AS "mayReceive"
       FROM follow_up f ${PARENTS} WHERE f.reporter_id = $1 AND r.state IN ('open', 'in_review') ORDER BY ${READING}`,
      [fromPersonId, to.isPlanner, to.organisationIds],
    );
  }

  /** Only who reports changes, not what is written nor when. */
  async move(followUpIds: readonly string[], toPersonId: string): Promise<void> {
    await this.uow.manager.query(
      `UPDATE follow_up SET reporter_id = $2, version = version + 1 WHERE id = ANY($1::uuid[])`,
      [followUpIds, toPersonId],
    );
  }

  async create(
    id: string,
    handover: { fromPersonId: string; toPersonId: string; byPersonId: string; reason: string },
    followUpIds: readonly string[],
  ): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO handover (id, county_id, from_person_id, to_person_id, by_person_id, reason, follow_up_ids)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6)`,
      [id, handover.fromPersonId, handover.toPersonId, handover.byPersonId, handover.reason, followUpIds],
    );
  }

  /** The latest twenty; of this person's own when one is named. */
  async findLatest(personId: string | null): Promise<StoredHandover[]> {
    return this.uow.manager.query<StoredHandover[]>(
      `${HANDOVER} WHERE $1::uuid IS NULL OR $1 IN (h.from_person_id, h.to_person_id, h.by_person_id) ORDER BY h.at DESC, h.id DESC LIMIT 20`,
      [personId],
    );
  }

  async find(id: string): Promise<StoredHandover | null> {
    const rows = await this.uow.manager.query<StoredHandover[]>(`${HANDOVER} WHERE h.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** The rows of a handover for writing, in the same order of locks as when they were handed over. */
  async holdHanded(id: string): Promise<void> {
    await this.uow.manager.query(
      `SELECT 1 FROM follow_up_round r WHERE r.id IN (SELECT f.round_id FROM handover h JOIN follow_up f ON f.id = ANY(h.follow_up_ids) WHERE h.id = $1)
       ORDER BY r.id FOR SHARE`,
      [id],
    );
    await this.uow.manager.query(
      `SELECT 1 FROM follow_up f WHERE f.id = ANY((SELECT h.follow_up_ids FROM handover h WHERE h.id = $1)::uuid[]) ORDER BY f.id FOR UPDATE OF f`,
      [id],
    );
  }

  /** Touched is what the audit trail says was changed after the handover, by anybody. */
  async findHanded(id: string): Promise<HandedItem[]> {
    return this.uow.manager.query<HandedItem[]>(
      `SELECT ${ITEM}, r.state AS "roundState", true AS "mayReceive", f.reporter_id IS NOT DISTINCT FROM h.to_person_id AS "isWithReceiver",
         EXISTS (SELECT 1 FROM audit_event e WHERE e.entity_id = f.id AND e.entity = 'follow_up' AND e.at > h.at) AS "isTouched"
       FROM handover h JOIN follow_up f ON f.id = ANY(h.follow_up_ids) ${PARENTS} WHERE h.id = $1 ORDER BY ${READING}`,
      [id],
    );
  }

  /** False when somebody else was first. */
  async markUndone(id: string, version: number, personId: string): Promise<boolean> {
    const [, changed] = await this.uow.manager.query<[object[], number]>(
      `UPDATE handover SET undone_at = now(), undone_by = $3, version = version + 1 WHERE id = $1 AND version = $2 AND undone_at IS NULL`,
      [id, version, personId],
    );
    return changed === 1;
  }
}
