import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { GoalToAsk } from '@samhandling/contracts';
import type { NeedsQuestion, NeedsState } from '@samhandling/domain';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { GOALS_OF_INVENTORY, QUESTIONS_OF_INVENTORY } from '../needs-sql.ts';
import type { KeptAnswer, StoredAnswer } from './answers.ts';

/** What the secret of a link leads to. */
export interface FoundInvitation {
  readonly id: string;
  readonly countyId: string;
}

/** The sheet somebody answers, with what decides whether they may. */
export interface StoredSheet {
  readonly inventoryId: string;
  readonly state: NeedsState;
  readonly due: string;
  readonly year: number;
  readonly title: string;
  readonly intro: string;
  readonly isAnonymous: boolean;
  readonly group: string;
  readonly plan: { readonly title: string };
  readonly county: string;
  readonly name: string;
  readonly organisation: string;
  readonly kindGroup: string | null;
  readonly hasAnswered: boolean;
  readonly isRevoked: boolean;
  readonly questions: readonly NeedsQuestion[];
  readonly goals: readonly GoalToAsk[];
}

@Injectable()
export class AnsweringRepository {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly uow: UnitOfWork,
  ) {}

  /** Before the link is known there is no county, so this one statement runs outside the unit of work. */
  async findByKey(tokenHash: Buffer): Promise<FoundInvitation | null> {
    const rows = await this.source.query<{ found: FoundInvitation | null }[]>(
      'SELECT find_needs_invitation($1) AS found',
      [tokenHash],
    );
    return rows[0]?.found ?? null;
  }

  async findSheet(id: string): Promise<StoredSheet | null> {
    const rows = await this.uow.manager.query<StoredSheet[]>(
      `SELECT i.id AS "inventoryId", i.state, i.due::text AS due, i.year, i.title, i.intro, i.is_anonymous AS "isAnonymous", g.name AS "group",
         jsonb_build_object('title', p.title) AS plan, c.name AS county, v.name, o.name AS organisation, v.kind_group AS "kindGroup",
         v.has_answered AS "hasAnswered", v.revoked_at IS NOT NULL AS "isRevoked",
         ${QUESTIONS_OF_INVENTORY} AS questions, ${GOALS_OF_INVENTORY} AS goals
       FROM needs_invitation v JOIN needs_inventory i ON i.id = v.inventory_id JOIN work_group g ON g.id = i.group_id
         JOIN plan p ON p.id = i.plan_id JOIN county c ON c.id = i.county_id JOIN organisation o ON o.id = v.organisation_id
       WHERE v.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  async noteOpened(id: string, now: Date): Promise<void> {
    await this.uow.manager.query(
      'UPDATE needs_invitation SET opened_at = $2, version = version + 1 WHERE id = $1 AND opened_at IS NULL',
      [id, now],
    );
  }

  /** True the first time. Who has answered is known; what is not. */
  async noteAnswered(id: string): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[unknown[], number]>(
      'UPDATE needs_invitation SET has_answered = true, version = version + 1 WHERE id = $1 AND NOT has_answered RETURNING id',
      [id],
    );
    return rows.length === 1;
  }

  async findNamed(invitationId: string): Promise<StoredAnswer | null> {
    const rows = await this.uow.manager.query<StoredAnswer[]>(
      'SELECT answers, version FROM needs_named_answer WHERE invitation_id = $1',
      [invitationId],
    );
    return rows[0] ?? null;
  }

  /** False when it has another version by now. Version 0: there is none yet. */
  async putNamed(
    invitationId: string,
    inventoryId: string,
    version: number,
    answers: readonly KeptAnswer[],
  ): Promise<boolean> {
    const [statement, values]: [string, unknown[]] =
      version === 0
        ? [
            `INSERT INTO needs_named_answer (invitation_id, county_id, inventory_id, answers) VALUES ($1, current_county(), $2, $3)
             ON CONFLICT DO NOTHING RETURNING invitation_id`,
            [invitationId, inventoryId, JSON.stringify(answers)],
          ]
        : [
            'UPDATE needs_named_answer SET answers = $3, version = version + 1 WHERE invitation_id = $1 AND version = $2 RETURNING invitation_id',
            [invitationId, version, JSON.stringify(answers)],
          ];
    const result = await this.uow.manager.query<unknown[] | [unknown[], number]>(statement, values);
    // An UPDATE answers its rows and their number, an INSERT its rows.
    const rows = version === 0 ? result : (result[0] as unknown[]);
    return rows.length === 1;
  }
}
