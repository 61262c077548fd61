import { Injectable } from '@nestjs/common';
import { kindGroups } from '@samhandling/domain';
import { randomInt, randomUUID } from 'node:crypto';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import type { KeptAnswer, StoredAnswer } from './answers.ts';

const MOST_VERSION = 999_999_999;

/** A version that counts nothing: how often somebody has saved stands in the log of their link. */
function versionOtherThan(version: number): number {
  const next = randomInt(1, MOST_VERSION);
  return next >= version ? next + 1 : next;
}

/**
 * Anonymous answers (ADR 24). A row is found by a key that only the secret of the letter gives. After every write all rows
 * of the inventory are written anew in random order, so that neither their place in the table nor the number of the
 * transaction tells which of them was written when.
 */
@Injectable()
export class AnonymousAnswersRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** One at a time saves in an inventory, or closes it: whoever comes after the closing is then told so by the database. */
  async takeTurn(inventoryId: string): Promise<void> {
    await this.uow.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('needs ' || $1, 0))`, [inventoryId]);
  }

  async find(key: Buffer): Promise<StoredAnswer | null> {
    const rows = await this.uow.manager.query<StoredAnswer[]>(
      'SELECT answers, version FROM needs_anonymous_answer WHERE answer_key = $1',
      [key],
    );
    return rows[0] ?? null;
  }

  async create(
    inventoryId: string,
    key: Buffer,
    kindGroup: string | null,
    answers: readonly KeptAnswer[],
  ): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO needs_anonymous_answer (id, county_id, inventory_id, answer_key, kind_group, answers, version)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6)`,
      [randomUUID(), inventoryId, key, kindGroup, JSON.stringify(answers), versionOtherThan(0)],
    );
    await this.shuffle(inventoryId);
  }

  async update(inventoryId: string, key: Buffer, version: number, answers: readonly KeptAnswer[]): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[unknown[], number]>(
      'UPDATE needs_anonymous_answer SET answers = $3, version = $4 WHERE answer_key = $1 AND version = $2 RETURNING id',
      [key, version, JSON.stringify(answers), versionOtherThan(version)],
    );
    if (rows.length === 0) return false;
    await this.shuffle(inventoryId);
    return true;
  }

  /**
   * At the closing: a kind of organisation that fewer than five answered under is put together with others, so that a kind
   * never narrows an answer down to fewer than five people, in the table either.
   */
  async settleKinds(inventoryId: string): Promise<void> {
    const rows = await this.uow.manager.query<{ kind: string | null }[]>(
      'SELECT kind_group AS kind FROM needs_anonymous_answer WHERE inventory_id = $1',
      [inventoryId],
    );
    const kept = [...kindGroups(rows.map(({ kind }) => kind ?? ''))].flatMap(([kind, group]) =>
      group === null || kind === '' ? [] : [kind],
    );
    for (const table of ['needs_anonymous_answer', 'needs_invitation'])
      await this.uow.manager.query(
        `UPDATE ${table} SET kind_group = NULL WHERE inventory_id = $1 AND NOT (kind_group = ANY($2::text[]))`,
        [inventoryId, kept],
      );
    await this.shuffle(inventoryId);
  }

  private async shuffle(inventoryId: string): Promise<void> {
    const [taken] = await this.uow.manager.query<[unknown[], number]>(
      `DELETE FROM needs_anonymous_answer WHERE inventory_id = $1
       RETURNING id, encode(answer_key, 'hex') AS key, kind_group AS kind, answers, version`,
      [inventoryId],
    );
    await this.uow.manager.query(
      `INSERT INTO needs_anonymous_answer (id, county_id, inventory_id, answer_key, kind_group, answers, version)
       SELECT r.id, current_county(), $1, decode(r.key, 'hex'), r.kind, r.answers, r.version
       FROM jsonb_to_recordset($2) AS r(id uuid, key text, kind text, answers jsonb, version int) ORDER BY random()`,
      [inventoryId, JSON.stringify(taken)],
    );
  }
}
