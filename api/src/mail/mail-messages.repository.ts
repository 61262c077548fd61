import { Injectable } from '@nestjs/common';
import type { Id } from '@samhandling/contracts';
import type { Day, MailKind, MailState } from '@samhandling/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

/** What a mail was about: enough to know what has been asked, and to say it in the log. */
export interface AboutThing {
  readonly key: string;
  readonly mark: string;
  readonly words: string;
}

export interface OpenMessage {
  readonly id: Id;
  readonly day: Day;
  readonly state: MailState;
}

export interface Claim {
  readonly id: Id;
  readonly personId: Id;
  readonly address: string;
  readonly kind: MailKind;
  readonly day: Day;
  readonly now: Date;
}

@Injectable()
export class MailMessagesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** The person's messages of the kind that are of today or not done with, locked. */
  async findOpen(personId: Id, kind: MailKind, today: Day): Promise<OpenMessage[]> {
    return this.uow.manager.query(
      `SELECT id, day::text AS day, state FROM mail_message
       WHERE person_id = $1 AND kind = $2 AND (day = $3 OR state IN ('sending', 'retrying')) ORDER BY id FOR UPDATE`,
      [personId, kind, today],
    );
  }

  /**
   * Takes the day's only place for this person and kind. False when somebody else has it; one that was refused, dropped or
   * waits to be tried again is taken over.
   */
  async claim({ id, personId, address, kind, day, now }: Claim): Promise<boolean> {
    const conflict =
      kind === 'link'
        ? ''
        : `ON CONFLICT (county_id, person_id, kind, day) WHERE kind <> 'link' DO UPDATE
             SET state = 'sending', attempts = mail_message.attempts + 1, address = excluded.address, last_error = ''
             WHERE mail_message.id = excluded.id AND mail_message.state IN ('retrying', 'dropped', 'failed')`;
    const rows = await this.uow.manager.query<{ id: Id }[]>(
      `INSERT INTO mail_message (id, county_id, person_id, address, kind, day, state, attempts, created_at)
       VALUES ($1, current_county(), $2, $3, $4, $5, 'sending', 1, $6) ${conflict} RETURNING id`,
      [id, personId, address, kind, day, now],
    );
    return rows.length === 1;
  }

  async describe(
    id: Id,
    what: { subject: string; contents: readonly AboutThing[]; answerLinkId: Id | null; optOutHash: Buffer },
  ): Promise<void> {
    await this.uow.manager.query(
      `UPDATE mail_message SET subject = $2, contents = $3, answer_link_id = $4, opt_out_hash = $5 WHERE id = $1`,
      [id, what.subject, JSON.stringify(what.contents), what.answerLinkId, what.optOutHash],
    );
  }

  async settle(id: Id, state: MailState, words: string, sentAt: Date | null): Promise<void> {
    await this.uow.manager.query(
      `UPDATE mail_message SET state = $2, last_error = $3, sent_at = coalesce($4, sent_at)
       WHERE id = $1 AND state IN ('sending', 'retrying', 'unknown')`,
      [id, state, words, sentAt],
    );
  }

  /** What nobody works on any more: left half-sent, or waiting for a try that never comes. */
  async closeAbandoned(today: Day, now: Date): Promise<void> {
    await this.uow.manager.query(
      `UPDATE mail_message SET state = CASE state WHEN 'sending' THEN 'unknown' ELSE 'failed' END,
         last_error = CASE WHEN last_error = '' THEN $3 ELSE last_error END
       WHERE state IN ('sending', 'retrying') AND day <> $1::date AND abs(extract(epoch FROM created_at - $2::timestamptz)) > 86400`,
      [today, now, 'Servern stannade innan det var klart.'],
    );
  }

  /** False when it is not a mail to this person. Opened once: the first time counts. */
  async markOpened(id: Id, now: Date): Promise<boolean> {
    const rows = await this.uow.manager.query<[unknown[], number]>(
      `UPDATE mail_message SET opened_at = coalesce(opened_at, $2) WHERE id = $1 AND person_id = current_person()`,
      [id, now],
    );
    return rows[1] === 1;
  }

  /** Sets the county and the person of the token for the rest of the unit of work. Null: no such token. */
  async findOptOut(hash: Buffer): Promise<{ personId: Id; countyId: Id; address: string } | null> {
    const rows = await this.uow.manager.query<{ found: { personId: Id; countyId: Id; address: string } | null }[]>(
      'SELECT find_opt_out($1) AS found',
      [hash],
    );
    return rows[0]?.found ?? null;
  }
}
