import { Injectable } from '@nestjs/common';
import type { Disposal, RetentionClass, RoundRegistration } from '@samhandling/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { updateVersioned } from '../../platform/database/versioned.ts';
import { RetentionClassEntity } from './retention-class.entity.ts';

export type ClassFields = Pick<RetentionClassEntity, 'name' | 'appliesTo' | 'years' | 'decisionReference'>;
export type StoredRegistration = Omit<RoundRegistration, 'link'> & { readonly slug: string };

const DAY = (sql: string): string => `to_char(${sql} AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD')`;
const INSTANT = (sql: string): string => `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

@Injectable()
export class RetentionRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** With what the next run takes of each: the same list as the run itself reads. */
  findClasses(id: string | null = null): Promise<RetentionClass[]> {
    return this.uow.manager.query<RetentionClass[]>(
      `SELECT c.id, c.key, c.name, c.applies_to AS "appliesTo", c.years, c.key IN ('plan', 'round', 'report') AS "isAlwaysKept",
         c.decision_reference AS "decisionReference", ${INSTANT('c.updated_at')} AS "updatedAt",
         (SELECT jsonb_build_object('id', p.id, 'name', p.name) FROM person p WHERE p.id = c.updated_by) AS "updatedBy", c.version,
         coalesce(due.count, 0) AS due, ${DAY('due.oldest')} AS oldest, ${DAY('disposed_before(c.years)')} AS before
       FROM retention_class c
       LEFT JOIN (SELECT d.key, count(*)::int AS count, min(d.at) AS oldest FROM disposal_candidate d GROUP BY d.key) due ON due.key = c.key
       WHERE $1::uuid IS NULL OR c.id = $1 ORDER BY c.position`,
      [id],
    );
  }

  update(id: string, version: number, fields: ClassFields, by: string, at: Date): Promise<boolean> {
    return updateVersioned(this.uow.manager, RetentionClassEntity, id, version, {
      ...fields,
      updatedBy: by,
      updatedAt: at,
    });
  }

  /** Rounds with a report, or with a number already, newest first. */
  findRegistrations(roundId: string | null = null): Promise<StoredRegistration[]> {
    return this.uow.manager.query<StoredRegistration[]>(
      `SELECT r.id AS "roundId", p.title AS plan, r.label, r.state, coalesce(g.records_number, '') AS "recordsNumber",
         coalesce(g.version, 0) AS version, p.slug
       FROM follow_up_round r JOIN plan p ON p.id = r.plan_id LEFT JOIN round_registration g ON g.round_id = r.id
       WHERE CASE WHEN $1::uuid IS NULL THEN r.state <> 'planned' OR g.round_id IS NOT NULL ELSE r.id = $1 END
       ORDER BY r.to_day DESC, p.title COLLATE "sv-x-icu", r.id`,
      [roundId],
    );
  }

  /** False when somebody else was first. Version 0: there is none yet. */
  async putRegistration(
    roundId: string,
    version: number,
    recordsNumber: string,
    by: string,
    at: Date,
  ): Promise<boolean> {
    const { manager } = this.uow;
    const rows =
      version === 0
        ? await manager.query<unknown[]>(
            `INSERT INTO round_registration (round_id, county_id, records_number, updated_at, updated_by)
             VALUES ($1, current_county(), $2, $3, $4) ON CONFLICT (round_id) DO NOTHING RETURNING round_id`,
            [roundId, recordsNumber, at, by],
          )
        : (
            await manager.query<[unknown[], number]>(
              `UPDATE round_registration SET records_number = $3, updated_at = $4, updated_by = $5, version = version + 1
               WHERE round_id = $1 AND version = $2 RETURNING round_id`,
              [roundId, version, recordsNumber, at, by],
            )
          )[0];
    return rows.length === 1;
  }

  findDisposals(): Promise<Disposal[]> {
    return this.uow.manager.query<Disposal[]>(
      `SELECT ${INSTANT('e.at')} AS at, c.name, (e.changes -> 'count' ->> 'new')::int AS count, e.changes -> 'from' ->> 'new' AS "from",
         e.changes -> 'before' ->> 'new' AS before
       FROM retention_class c JOIN audit_event e ON e.entity_id = c.id
       WHERE e.entity = 'retention_class' AND e.action = 'dispose' ORDER BY e.at DESC, e.id DESC LIMIT 20`,
    );
  }

  /** Takes one batch of what is due and answers how many that were: 0 when nothing is left. */
  async disposeBatch(key: string, most: number): Promise<number> {
    const rows = await this.uow.manager.query<{ taken: number }[]>('SELECT dispose_batch($1, $2) AS taken', [
      key,
      most,
    ]);
    return rows[0]?.taken ?? 0;
  }
}
