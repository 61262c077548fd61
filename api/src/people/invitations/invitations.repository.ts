import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Id, Instant, Invitation, LetterState } from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import { DataSource } from 'typeorm';
import { newId } from '../../platform/database/ids.ts';
import { LETTER_SENDER } from '../../platform/database/sql.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import type { LetterSender } from '../../platform/mail/write-letter.ts';

/** An invitation as `find_invitation()` tells of it to whoever holds its secret. */
export interface FoundInvitation extends Invitation {
  readonly id: Id;
  readonly countyId: Id;
  readonly personId: Id;
  readonly expiresAt: Instant;
}

/** What the letter is about, locked until the commit. */
export interface InvitationToWrite {
  readonly state: LetterState;
  readonly isOpen: boolean;
  readonly name: string;
  readonly email: string;
  readonly hasAccount: boolean;
  /** Chosen by the person, or for them by whoever invited. */
  readonly locale: Locale;
  readonly invitedBy: string | null;
  readonly sender: LetterSender;
  readonly roles: readonly { readonly role: string; readonly place: string | null }[];
}

@Injectable()
export class InvitationsRepository {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly uow: UnitOfWork,
  ) {}

  /** Before the invitation is known there is no county, so this one statement runs outside the unit of work. */
  async find(tokenHash: Buffer, now: Date): Promise<FoundInvitation | null> {
    const rows = await this.source.query<{ invitation: FoundInvitation | null }[]>(
      'SELECT find_invitation($1, $2) AS invitation',
      [tokenHash, now],
    );
    return rows[0]?.invitation ?? null;
  }

  /** There is at most one that opens something, by the index: two who invite at once are not both first. */
  async create(personId: Id, now: Date): Promise<Id> {
    const id = newId();
    await this.uow.manager.query(
      `INSERT INTO invitation (id, county_id, person_id, invited_by, created_at) VALUES ($1, current_county(), $2, current_person(), $3)`,
      [id, personId, now],
    );
    return id;
  }

  /** Ids of those that opened something and now do not. */
  async end(personId: Id, because: 'renewed' | 'left', now: Date): Promise<readonly Id[]> {
    const [rows] = await this.uow.manager.query<[{ id: Id }[], number]>(
      `UPDATE invitation SET ended_at = $3, ended_because = $2
       WHERE county_id = current_county() AND person_id = $1 AND accepted_at IS NULL AND ended_at IS NULL RETURNING id`,
      [personId, because, now],
    );
    return rows.map(({ id }) => id);
  }

  async findToWrite(id: Id): Promise<InvitationToWrite | null> {
    const rows = await this.uow.manager.query<InvitationToWrite[]>(
      `SELECT i.letter AS state, i.accepted_at IS NULL AND i.ended_at IS NULL AS "isOpen", p.name, p.email, p.has_account AS "hasAccount", p.letter_locale AS locale,
         (SELECT b.name FROM person b WHERE b.id = i.invited_by) AS "invitedBy", ${LETTER_SENDER} AS sender,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'place', coalesce(o.name, m.name)) ORDER BY r.role, o.name, m.name), '[]')
           FROM role_assignment r LEFT JOIN organisation o ON o.id = r.organisation_id LEFT JOIN municipality m ON m.code = r.municipality_code
           WHERE r.county_id = i.county_id AND r.person_id = i.person_id) AS roles
       FROM invitation i JOIN person p ON p.id = i.person_id WHERE i.id = $1 FOR UPDATE OF i`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** From now on this secret opens it, and none before. */
  async write(id: Id, tokenHash: Buffer, expiresAt: Date): Promise<void> {
    await this.uow.manager.query(
      `UPDATE invitation SET token_hash = $2, expires_at = $3, letter = 'sending', letter_error = '' WHERE id = $1`,
      [id, tokenHash, expiresAt],
    );
  }

  /** What has been settled stays as it is. */
  async settle(id: Id, letter: LetterState, error: string): Promise<void> {
    await this.uow.manager.query(
      `UPDATE invitation SET letter = $2, letter_error = $3
       WHERE id = $1 AND letter IN ('waiting', 'sending', 'retrying', 'unknown')`,
      [id, letter, error],
    );
  }

  /**
   * Takes it, once. Of two at the same moment the row lock lets exactly one find it free, and whoever has got an account by another
   * invitation meanwhile keeps it as it is.
   */
  async accept(id: Id, now: Date): Promise<boolean> {
    const [, count] = await this.uow.manager.query<[unknown[], number]>(
      `UPDATE invitation SET accepted_at = $2 WHERE id = $1 AND accepted_at IS NULL AND ended_at IS NULL AND expires_at > $2
         AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = invitation.person_id AND p.has_account)`,
      [id, now],
    );
    return count === 1;
  }
}
