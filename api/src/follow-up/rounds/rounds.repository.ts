import { Injectable } from '@nestjs/common';
import type { FrozenVersion, PersonRef, PlanRef, Round } from '@samhandling/contracts';
import type { Locale, PlanState, PlanWords } from '@samhandling/domain';
import type { QueryDeepPartialEntity } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { updateVersioned } from '../../platform/database/versioned.ts';
import { day, instant, person } from '../../platform/database/sql.ts';
import { RoundEntity } from './round.entity.ts';

export type PlanOfRounds = PlanRef & {
  readonly words: Readonly<Record<Locale, PlanWords>>;
  readonly state: PlanState;
};

/** A round as stored, with what its workflow asks about. */
export interface StoredRound extends Omit<Round, 'transitions' | 'total'> {
  readonly planId: string;
  readonly planSlug: string;
  readonly planState: PlanState;
  readonly anotherOpen: boolean;
  readonly adoptionProposedBy: PersonRef | null;
  readonly versions: readonly FrozenVersion[];
}

const ROUND_COLUMNS = `
  r.id, r.version, r.plan_id AS "planId", p.slug AS "planSlug", p.state AS "planState", r.label, r.state,
  r.version_number AS "versionNumber", ${day('r.from_day')} AS "from", ${day('r.to_day')} AS "to",
  ${day('r.opens')} AS opens, ${day('r.due')} AS due,
  ${person('r.adoption_proposed_by')} AS "adoptionProposedBy", ${instant('r.adoption_proposed_at')} AS "adoptionProposedAt",
  EXISTS (SELECT 1 FROM follow_up_round other WHERE other.plan_id = r.plan_id AND other.id <> r.id
    AND other.state IN ('open', 'in_review')) AS "anotherOpen",
  (SELECT jsonb_build_object('draft', count(*) FILTER (WHERE f.state = 'draft'), 'submitted', count(*) FILTER (WHERE f.state = 'submitted'),
      'returned', count(*) FILTER (WHERE f.state = 'returned'), 'accepted', count(*) FILTER (WHERE f.state = 'accepted'))
    FROM follow_up f WHERE f.round_id = r.id) AS answers,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'versionNumber', v.version_number, 'sha256', v.sha256,
      'adoptedAt', ${instant('v.adopted_at')}, 'adoptedBy', ${person('v.adopted_by')}, 'proposedBy', ${person('v.proposed_by')},
      'reopenedReason', coalesce(again.reason, ''), 'reopenedAt', ${instant('again.reopened_at')}) ORDER BY v.version_number DESC), '[]')
    FROM frozen_report v LEFT JOIN round_reopening again ON again.round_id = v.round_id AND again.version_number = v.version_number
    WHERE v.round_id = r.id) AS versions,
  coalesce((SELECT g.records_number FROM round_registration g WHERE g.round_id = r.id), '') AS "recordsNumber"`;

@Injectable()
export class RoundsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findPlan(slug: string): Promise<PlanOfRounds | null> {
    const rows = await this.uow.manager.query<PlanOfRounds[]>(
      'SELECT id, slug, title, words, state FROM plan WHERE slug = $1',
      [slug],
    );
    return rows[0] ?? null;
  }

  /** Newest first. */
  async findOfPlan(planId: string): Promise<StoredRound[]> {
    return this.uow.manager.query<StoredRound[]>(
      `SELECT ${ROUND_COLUMNS} FROM follow_up_round r JOIN plan p ON p.id = r.plan_id WHERE r.plan_id = $1
       ORDER BY r.from_day DESC, r.id DESC`,
      [planId],
    );
  }

  async findByLabel(planId: string, label: string): Promise<StoredRound | null> {
    const rows = await this.uow.manager.query<StoredRound[]>(
      `SELECT ${ROUND_COLUMNS} FROM follow_up_round r JOIN plan p ON p.id = r.plan_id WHERE r.plan_id = $1 AND r.label = $2`,
      [planId, label],
    );
    return rows[0] ?? null;
  }

  async find(id: string): Promise<StoredRound | null> {
    const rows = await this.uow.manager.query<StoredRound[]>(
      `SELECT ${ROUND_COLUMNS} FROM follow_up_round r JOIN plan p ON p.id = r.plan_id WHERE r.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /**
   * Takes the round for this transaction. The lock is a statement of its own: what is read after it is read as it
   * stands once whoever held it before has committed.
   */
  async lock(id: string): Promise<StoredRound | null> {
    await this.uow.manager.query('SELECT 1 FROM follow_up_round WHERE id = $1 FOR UPDATE', [id]);
    return this.find(id);
  }

  async create(round: {
    id: string;
    planId: string;
    label: string;
    from: string;
    to: string;
    opens: string;
    due: string;
  }): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO follow_up_round (id, county_id, plan_id, label, from_day, to_day, opens, due)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6, $7)`,
      [round.id, round.planId, round.label, round.from, round.to, round.opens, round.due],
    );
  }

  async update(id: string, version: number, patch: QueryDeepPartialEntity<RoundEntity>): Promise<boolean> {
    return updateVersioned(this.uow.manager, RoundEntity, id, version, patch);
  }

  async createReopening(row: {
    id: string;
    roundId: string;
    versionNumber: number;
    reason: string;
    at: Date;
    by: string;
  }): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO round_reopening (id, county_id, round_id, version_number, reason, reopened_at, reopened_by)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6)`,
      [row.id, row.roundId, row.versionNumber, row.reason, row.at, row.by],
    );
  }
}
