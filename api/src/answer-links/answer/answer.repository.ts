import { Injectable } from '@nestjs/common';
import type { AnswerReceipt, AnswerSheet, Id } from '@samhandling/contracts';
import type { FollowUpState } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import type { FoundLink } from '../answer-links.repository.ts';

export type SheetFrame = Pick<AnswerSheet, 'person' | 'plan' | 'county' | 'round' | 'places'> & {
  readonly itemIds: readonly Id[];
};

export interface ReceiptLine {
  readonly reference: string;
  readonly text: string;
  readonly state: FollowUpState;
}

/** What belongs to a link: the follow-ups of its round that its person reports, as it is now. */
const OWN = 'f.round_id = $1 AND f.reporter_id = $2';

@Injectable()
export class AnswerRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findFrame({ roundId, personId }: FoundLink): Promise<SheetFrame | null> {
    const rows = await this.uow.manager.query<SheetFrame[]>(
      `SELECT (SELECT jsonb_build_object('id', p.id, 'name', p.name) FROM person p WHERE p.id = $2) AS person,
         jsonb_build_object('id', pl.id, 'slug', pl.slug, 'title', pl.title, 'words', pl.words) AS plan,
         c.name AS county,
         jsonb_build_object('id', r.id, 'label', r.label, 'state', r.state, 'versionNumber', r.version_number,
           'from', r.from_day, 'to', r.to_day, 'due', r.due) AS round,
         jsonb_build_array(jsonb_build_object('municipalityCode', null, 'name', c.name))
           || (SELECT coalesce(jsonb_agg(jsonb_build_object('municipalityCode', m.code, 'name', m.name) ORDER BY m.name COLLATE "sv-x-icu"), '[]')
             FROM municipality m WHERE m.county_id = c.id) AS places,
         (SELECT coalesce(jsonb_agg(f.id ORDER BY g.position, area.position, a.position), '[]')
           FROM follow_up f JOIN activity a ON a.id = f.activity_id JOIN area ON area.id = a.area_id JOIN goal g ON g.id = a.goal_id
           WHERE ${OWN}) AS "itemIds"
       FROM follow_up_round r JOIN plan pl ON pl.id = r.plan_id JOIN county c ON c.id = r.county_id WHERE r.id = $1`,
      [roundId, personId],
    );
    return rows[0] ?? null;
  }

  async owns({ roundId, personId }: FoundLink, followUpId: Id): Promise<boolean> {
    const rows = await this.uow.manager.query<unknown[]>(`SELECT 1 FROM follow_up f WHERE ${OWN} AND f.id = $3`, [
      roundId,
      personId,
      followUpId,
    ]);
    return rows.length === 1;
  }

  async ownsIndicator({ roundId, personId }: FoundLink, indicatorId: Id): Promise<boolean> {
    const rows = await this.uow.manager.query<unknown[]>(
      `SELECT 1 FROM activity_indicator ai JOIN follow_up f ON f.activity_id = ai.activity_id
       WHERE ${OWN} AND ai.indicator_id = $3 LIMIT 1`,
      [roundId, personId, indicatorId],
    );
    return rows.length === 1;
  }

  async findLines({ roundId, personId }: FoundLink): Promise<readonly ReceiptLine[]> {
    return this.uow.manager.query<ReceiptLine[]>(
      `SELECT area.number || '/' || a.number AS reference, a.text, f.state
       FROM follow_up f JOIN activity a ON a.id = f.activity_id JOIN area ON area.id = a.area_id JOIN goal g ON g.id = a.goal_id
       WHERE ${OWN} ORDER BY g.position, area.position, a.position`,
      [roundId, personId],
    );
  }

  /** Values the person stands for among the indicators of their own activities. */
  async countValues({ roundId, personId }: FoundLink): Promise<AnswerReceipt['values']> {
    const rows = await this.uow.manager.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM outcome o WHERE o.round_id = $1 AND o.reported_by = $2 AND EXISTS (
         SELECT 1 FROM activity_indicator ai JOIN follow_up f ON f.activity_id = ai.activity_id
         WHERE ${OWN} AND ai.indicator_id = o.indicator_id)`,
      [roundId, personId],
    );
    return rows[0]?.count ?? 0;
  }
}
