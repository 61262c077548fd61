import { Injectable } from '@nestjs/common';
import type { PersonRef } from '@samhandling/contracts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

/** What can be published, with how it stands and what its workflow asks about. */
export interface StoredPublication {
  readonly planId: string;
  readonly planSlug: string;
  /** Null: it is about the plan itself. */
  readonly roundId: string | null;
  readonly roundLabel: string | null;
  readonly countyName: string;
  readonly isAdopted: boolean;
  readonly planIsPublished: boolean;
  /** The adopted version that would be published now; null for a plan, and for a round without one. */
  readonly report: { readonly id: string; readonly versionNumber: number } | null;
  readonly version: number;
  readonly publishedAt: string | null;
  readonly publishedBy: PersonRef | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: PersonRef | null;
  readonly publishedVersion: number | null;
}

const instant = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const person = (column: string): string =>
  `(SELECT jsonb_build_object('id', who.id, 'name', who.name) FROM person who WHERE who.id = ${column})`;

const COMMON = `p.id AS "planId", p.slug AS "planSlug", (SELECT c.name FROM county c WHERE c.id = current_county()) AS "countyName",
  coalesce(u.version, 0) AS version, ${instant('u.published_at')} AS "publishedAt", ${person('u.published_by')} AS "publishedBy",
  ${instant('u.withdrawn_at')} AS "withdrawnAt", ${person('u.withdrawn_by')} AS "withdrawnBy",
  EXISTS (SELECT 1 FROM publication o WHERE o.plan_id = p.id AND o.round_id IS NULL AND o.published_at IS NOT NULL) AS "planIsPublished"`;

@Injectable()
export class PublishingRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findOfPlan(slug: string): Promise<StoredPublication | null> {
    const rows = await this.uow.manager.query<StoredPublication[]>(
      `SELECT ${COMMON}, NULL AS "roundId", NULL AS "roundLabel", p.state IN ('adopted', 'closed') AS "isAdopted",
         NULL AS report, NULL::int AS "publishedVersion"
       FROM plan p LEFT JOIN publication u ON u.plan_id = p.id AND u.round_id IS NULL WHERE p.slug = $1`,
      [slug],
    );
    return rows[0] ?? null;
  }

  async findOfRound(id: string): Promise<StoredPublication | null> {
    const rows = await this.uow.manager.query<StoredPublication[]>(
      `SELECT ${COMMON}, r.id AS "roundId", r.label AS "roundLabel", r.state = 'adopted' AS "isAdopted",
         (SELECT jsonb_build_object('id', f.id, 'versionNumber', f.version_number) FROM frozen_report f
          WHERE f.round_id = r.id AND f.version_number = r.version_number) AS report,
         CASE WHEN u.published_at IS NOT NULL THEN (SELECT f.version_number FROM frozen_report f WHERE f.id = u.frozen_report_id) END AS "publishedVersion"
       FROM follow_up_round r JOIN plan p ON p.id = r.plan_id LEFT JOIN publication u ON u.round_id = r.id WHERE r.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Takes the plan for this transaction, so that what is published of it changes one step at a time. */
  async lockPlan(slug: string): Promise<void> {
    await this.uow.manager.query('SELECT 1 FROM plan WHERE slug = $1 FOR UPDATE', [slug]);
  }

  async lockRound(id: string): Promise<void> {
    await this.uow.manager.query(
      'SELECT 1 FROM plan WHERE id = (SELECT plan_id FROM follow_up_round WHERE id = $1) FOR UPDATE',
      [id],
    );
    await this.uow.manager.query('SELECT 1 FROM follow_up_round WHERE id = $1 FOR UPDATE', [id]);
  }

  /** False when somebody else was first. */
  async publish({ planId, roundId, report, version }: StoredPublication, at: Date): Promise<boolean> {
    const rows = await this.uow.manager.query<unknown[]>(
      version === 0
        ? `INSERT INTO publication (id, county_id, plan_id, round_id, frozen_report_id, published_at, published_by)
           VALUES ($1, current_county(), $2, $3, $4, $5, current_person()) ON CONFLICT (plan_id, round_id) DO NOTHING RETURNING id`
        : `WITH moved AS (UPDATE publication SET frozen_report_id = $4, published_at = $5, published_by = current_person(),
             withdrawn_at = NULL, withdrawn_by = NULL, version = version + 1
           WHERE plan_id = $2 AND round_id IS NOT DISTINCT FROM $3::uuid AND version = $6 AND $1::uuid IS NOT NULL RETURNING id)
           SELECT id FROM moved`,
      [newId(), planId, roundId, report?.id ?? null, at, ...(version === 0 ? [] : [version])],
    );
    return rows.length === 1;
  }

  async unpublish({ planId, roundId, version }: StoredPublication, at: Date): Promise<boolean> {
    const rows = await this.uow.manager.query<unknown[]>(
      `WITH moved AS (UPDATE publication SET published_at = NULL, published_by = NULL, withdrawn_at = $3, withdrawn_by = current_person(),
         version = version + 1
       WHERE plan_id = $1 AND round_id IS NOT DISTINCT FROM $2::uuid AND version = $4 AND published_at IS NOT NULL RETURNING id)
       SELECT id FROM moved`,
      [planId, roundId, at, version],
    );
    return rows.length === 1;
  }

  /** Ids of the plan's rounds that are published, oldest first. */
  async findPublishedRounds(planId: string): Promise<readonly string[]> {
    const rows = await this.uow.manager.query<{ id: string }[]>(
      `SELECT r.id FROM publication u JOIN follow_up_round r ON r.id = u.round_id
       WHERE u.plan_id = $1 AND u.published_at IS NOT NULL ORDER BY r.from_day, r.id`,
      [planId],
    );
    return rows.map(({ id }) => id);
  }
}
